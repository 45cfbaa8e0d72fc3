"""Photos on the command line: a bad one is told at its place, and a good one is never written over."""

import pytest

from tests.photos.faces import bytes_of, face

ORG = "units:\n  - name: 客服部\n    head: {name: 王敏, photo: wangmin.jpg}\n"


@pytest.fixture
def with_photo(folder):
    (folder / "people.yaml").write_text(ORG, encoding="utf-8")
    (folder / "wangmin.jpg").write_bytes(bytes_of(face(1)))
    return folder


def test_a_photo_that_is_not_there_ends_render_and_check_with_its_place(orgviz, folder):
    (folder / "people.yaml").write_text(ORG, encoding="utf-8")
    for arguments in (("render", "people.yaml", "-o", "x.svg"), ("check", "people.yaml")):
        done = orgviz(*arguments)
        assert done.code == 1
        assert "people.yaml:3:29: error[missing-file]: cannot read 'wangmin.jpg'" in done.errors
    assert not (folder / "x.svg").exists()
    assert orgviz("render", "people.yaml", "-o", "x.svg", "--photos", "none").code == 0
    assert orgviz("convert", "people.yaml").code == 0


def test_a_broken_photo_leaves_the_old_chart(orgviz, with_photo):
    assert orgviz("render", "people.yaml", "-o", "x.svg").code == 0
    old = (with_photo / "x.svg").read_bytes()
    assert b"data:image/jpeg" in old
    (with_photo / "wangmin.jpg").write_bytes(bytes_of(face(1))[:500])
    done = orgviz("render", "people.yaml", "-o", "x.svg")
    assert (done.code, (with_photo / "x.svg").read_bytes()) == (1, old)
    assert "error[bad-photo]: the photo 'wangmin.jpg' is broken" in done.errors


def test_a_photo_is_never_written_over(orgviz, with_photo):
    before = (with_photo / "wangmin.jpg").read_bytes()
    done = orgviz("render", "people.yaml", "-f", "png", "-o", "wangmin.jpg")
    assert done.code == 3
    assert (with_photo / "wangmin.jpg").read_bytes() == before


def test_a_chart_of_differences_shows_who_is_there_now(orgviz, with_photo):
    (with_photo / "old.yaml").write_text(ORG.replace("wangmin.jpg", "gone.jpg"), encoding="utf-8")
    done = orgviz("diff", "old.yaml", "people.yaml", "-o", "d.svg")
    assert done.code == 0, done.errors
    assert b"data:image/jpeg" in (with_photo / "d.svg").read_bytes()
