"""From a key in a file to a face in a chart: read, kept through all forms, placed, and drawn."""

import io
import json
import re
from pathlib import Path

import pytest
from PIL import Image

from orgviz.chart.values import Detail, PhotoMode
from orgviz.diagnostics import InputError
from orgviz.export.csv_writer import to_csv
from orgviz.export.json_writer import to_json
from orgviz.export.yaml_writer import to_yaml
from orgviz.layout.options import Direction, LayoutKind, LayoutOptions
from orgviz.pipeline import draw
from orgviz.reading import read_org
from orgviz.readings import ReadOptions
from orgviz.render_options import Format, RenderOptions
from orgviz.views.as_of import as_of
from orgviz.views.people import hide_names
from tests.drawio.reading import cells_of
from tests.photos.faces import bytes_of, face

ORG = """\
title: 启明电商
units:
  - name: 启明电商
    photo: photos/logo.png
    head: {title: 总经理, holder: 王敏, photo: photos/p1.jpg}
    units:
      - {name: 运营中心, head: {name: 李四, photo: photos/p2.jpg}, positions: [运营专员, {title: 客服, holder: vacant}]}
      - name: 技术中心
        head: {title: 总监, holder: [{name: 周杰, photo: photos/p3.jpg}, 吴越]}
      - {name: 财务部, head: {title: 经理, holder: vacant}}
      - {name: 人事部, head: 欧阳小红}
      - 行政部
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    photos = tmp_path / "photos"
    photos.mkdir()
    for number in (1, 2, 3):
        (photos / f"p{number}.jpg").write_bytes(bytes_of(face(number)))
    (photos / "logo.png").write_bytes(bytes_of(Image.new("RGBA", (80, 40), (200, 0, 0, 255)), "PNG"))
    (tmp_path / "org.yaml").write_text(ORG, encoding="utf-8")
    return tmp_path


def read(text: str = ORG, path: str = "org.yaml", **options):
    return read_org(text.encode(), path, ReadOptions(**options))


def refused(text: str, path: str = "org.yaml"):
    with pytest.raises(InputError) as caught:
        read(text, path)
    return caught.value.diagnostics


def files_of(org):
    return {(node.name, photo.of): photo.file for node in org.nodes for photo in node.photos}


def drawn(format: Format, text: str = ORG, path: str = "org.yaml", **options) -> bytes:
    (output,) = draw(read(text, path), [format], RenderOptions(**options)).outputs
    return output


@pytest.mark.usefixtures("folder")
class TestReading:
    """What a file may say, and what becomes of it."""

    def test_photos_stand_with_units_heads_people_and_holders(self):
        assert files_of(read().org) == {
            ("启明电商", None): "photos/logo.png",
            ("总经理", None): "photos/p1.jpg",
            ("李四", None): "photos/p2.jpg",
            ("总监", "周杰"): "photos/p3.jpg",
        }

    @pytest.mark.parametrize("write", [to_yaml, to_json])
    def test_what_is_written_reads_back_the_same(self, write):
        org = read().org
        again = read(write(org), "again.json" if write is to_json else "again.yaml").org
        assert files_of(again) == files_of(org)

    def test_a_table_keeps_them(self):
        org = read().org
        again = read(to_csv(org), "org.csv").org
        assert files_of(again) == files_of(org)

    def test_addresses_and_numbers_in_a_table_are_passed_over(self):
        org = read("Name,Title,Manager,Photo\nAnn,CEO,,https://example.com/a.jpg\nBob,CTO,Ann,4711\n", "staff.csv").org
        assert files_of(org) == {}

    def test_everybody_gets_the_photo_of_his_own_row(self):
        rows = "Name,Title,Manager,Photo\nAnn,CEO,,photos/p1.jpg\nBob,CTO,Ann,photos/p2.jpg\n"
        assert files_of(read(rows, "staff.csv").org) == {("CEO", None): "photos/p1.jpg", ("CTO", None): "photos/p2.jpg"}

    def test_a_photo_of_several_holders_asks_whom_it_shows(self):
        (found,) = refused("positions: [{title: 总监, holder: [周杰, 吴越], photo: photos/p1.jpg}]")
        assert (found.code, found.span.line) == ("wrong-shape", 1)
        assert "周杰" in (found.hint or "")

    @pytest.mark.parametrize(
        "text",
        [
            "positions: [{title: 总监, holder: {name: vacant, photo: photos/p1.jpg}}]",
            "positions: [{title: 总监, holder: vacant, photo: photos/p1.jpg}]",
            "units: [{name: 客服部, head: {name: 空缺, photo: photos/p1.jpg}}]",
        ],
    )
    def test_a_vacancy_has_none(self, text):
        (found,) = refused(text)
        assert found.code == "wrong-shape"

    @pytest.mark.parametrize(
        ("path", "code"),
        [
            ("https://example.com/a.jpg", "bad-photo"),
            ("data:image/png;base64,AAAA", "bad-photo"),
            ("../secret.jpg", "outside-project"),
            ("/etc/passwd", "outside-project"),
            (r"C:\a.jpg", "outside-project"),
            ("photos/none.jpg", "missing-file"),
            ("photos", "missing-file"),
            ("org.yaml", "bad-photo"),
            ("link.jpg", "outside-project"),
        ],
    )
    def test_what_cannot_be_taken_is_told_at_its_place(self, folder, path, code):
        folder.joinpath("link.jpg").symlink_to("/etc/hostname")
        (found,) = refused(f"units:\n  - name: A\n    photo: '{path}'\n")
        assert (found.code, found.span.line, found.span.column) == (code, 3, 12)

    def test_files_that_are_included_name_photos_from_their_own_folder(self, folder):
        part = folder / "parts"
        part.mkdir()
        (part / "sales.yaml").write_text("units: [{name: 销售部, photo: ../photos/logo.png}]", encoding="utf-8")
        reading = read("include: parts/sales.yaml\nunits: [客服部]")
        assert files_of(reading.org) == {("销售部", None): "photos/logo.png"}
        assert set(reading.pictures) == {"photos/logo.png"}

    def test_a_variant_sets_another_holder_with_another_photo(self):
        reading = read(
            "extends: org.yaml\nchanges: [{set: 总经理, holder: 陈晨}, {set: 李四, photo: photos/p3.jpg}]", "v.yaml"
        )
        assert ("总经理", None) not in files_of(reading.org)
        assert files_of(reading.org)["李四", None] == "photos/p3.jpg"

    def test_every_file_that_was_read_is_told(self):
        names = {Path(file).as_posix() for file in read().files}
        assert names == {"photos/logo.png", "photos/p1.jpg", "photos/p2.jpg", "photos/p3.jpg"}

    def test_photos_that_are_not_wanted_are_not_opened(self, folder):
        for path in (folder / "photos").iterdir():
            path.unlink()
        reading = read(photos=False)
        assert (reading.pictures, reading.files) == ({}, ())
        assert files_of(reading.org)["总经理", None] == "photos/p1.jpg"


@pytest.mark.usefixtures("folder")
class TestViews:
    """What is not shown has no face."""

    def test_hidden_names_hide_photos_but_not_logos(self):
        assert files_of(hide_names(read().org)) == {("启明电商", None): "photos/logo.png"}

    def test_who_is_gone_leaves_no_photo_behind(self):
        text = "positions: [{title: 店长, holder: [{name: 王敏, until: 2026-06-30, photo: photos/p1.jpg}]}]"
        assert files_of(as_of(read(text).org, "2026-06-30")) == {("店长", None): "photos/p1.jpg"}
        assert files_of(as_of(read(text).org, "2026-08-01")) == {}

    def test_on_a_day_those_are_shown_who_are_there(self):
        text = (
            "positions: [{title: 店长, holder: [{name: 王敏, until: 2026-06-30, photo: photos/p1.jpg},"
            " {name: 李四, from: 2026-07-01, photo: photos/p2.jpg}]}]"
        )
        assert files_of(as_of(read(text).org, "2026-08-01")) == {("店长", None): "photos/p2.jpg"}


@pytest.mark.usefixtures("folder")
class TestDrawing:
    """Faces and letters in the picture."""

    def test_the_svg_carries_photos_and_fetches_nothing(self):
        svg = drawn(Format.SVG).decode()
        addresses = re.findall(r'<image [^>]*href="([^"]*)"', svg)
        assert len(addresses) == 4
        assert all(address.startswith(("data:image/jpeg;base64,", "data:image/png;base64,")) for address in addresses)
        assert svg.count('clip-path="url(#chart-circle)"') == 3  # a logo is not cut
        assert "<title>王敏</title>" in svg
        assert {letters for letters in ("吴越", "小红") if f">{letters}</text>" in svg} == {"吴越", "小红"}

    def test_the_circle_has_an_id_of_its_own_behind_the_prefix(self):
        text = "units: [{name: A, id: chart-circle, head: {name: B, photo: photos/p1.jpg}}]"
        svg = drawn(Format.SVG, text, id_prefix="x-").decode()
        assert len(re.findall(r' id="([^"]+)"', svg)) == len(set(re.findall(r' id="([^"]+)"', svg)))
        assert 'clip-path="url(#x-chart-circle-)"' in svg

    @pytest.mark.parametrize("options", [{"detail": Detail.NAMES}, {"photos": PhotoMode.NONE}], ids=["names", "none"])
    def test_no_pictures_where_none_are_wanted(self, options):
        svg = drawn(Format.SVG, **options).decode()
        assert "<image" not in svg
        assert "<clipPath" not in svg

    def test_letters_alone_are_drawn_only_where_they_are_asked_for(self):
        text = "units: [{name: 客服部, head: 欧阳小红}]"
        assert ">小红<" not in drawn(Format.SVG, text).decode()
        assert ">小红<" in drawn(Format.SVG, text, photos=PhotoMode.INITIALS).decode()

    def test_a_logo_alone_brings_no_letters(self):
        text = "units: [{name: A, photo: photos/logo.png, head: Ann Archer}]"
        svg = drawn(Format.SVG, text).decode()
        assert svg.count("<image") == 1
        assert ">AA<" not in svg

    def test_the_same_chart_gives_the_same_bytes(self):
        assert drawn(Format.SVG) == drawn(Format.SVG)
        assert drawn(Format.PNG) == drawn(Format.PNG)
        assert drawn(Format.PDF) == drawn(Format.PDF)

    def test_a_png_shows_the_photo_round(self, folder):
        (folder / "photos" / "p1.jpg").write_bytes(bytes_of(Image.new("RGB", (90, 90), "#ff0000"), "JPEG", quality=95))
        text = "units: [{name: 客服部, head: {name: 王敏, photo: photos/p1.jpg}}]"
        png = Image.open(io.BytesIO(drawn(Format.PNG, text, dpi=72.0))).convert("RGB")
        svg = drawn(Format.SVG, text).decode()
        x, y, size = (float(re.search(rf'<image[^>]* {key}="([^"]+)"', svg)[1]) for key in ("x", "y", "width"))
        middle = png.getpixel((int(x + size / 2), int(y + size / 2)))
        corner = png.getpixel((int(x + 1), int(y + 1)))
        assert (middle[0] > 230, middle[1] < 60) == (True, True)
        assert corner[1] > 40

    def test_a_pdf_keeps_the_photo(self):
        assert drawn(Format.PDF).count(b"/DCTDecode") >= 3

    @pytest.mark.parametrize("direction", list(Direction))
    @pytest.mark.parametrize("kind", [LayoutKind.AUTO, LayoutKind.TREE, LayoutKind.DOT])
    def test_pictures_stand_in_their_box_beside_the_text(self, direction, kind):
        from_draw_io = drawn(Format.DRAWIO, layout=LayoutOptions(kind=kind, direction=direction)).decode()
        cells = {cell.id: cell for cell in cells_of(from_draw_io)}
        found = [cell for cell in cells.values() if ".photo" in cell.id]
        assert len(found) == 7  # logo, 王敏, 李四, 周杰, 吴越, a vacancy, 小红
        for cell in found:
            x, y, width, height = cell.rect
            left, top, wide, high = cells[cell.parent].rect
            assert left < x < x + width < left + wide
            assert top < y < y + height < top + high

    def test_a_matrix_shows_who_leads(self):
        text = (
            "units: [{name: 公司, units: [{name: 设计部, head: {name: 王敏, photo: photos/p1.jpg}, positions: [设计师]},"
            " {name: 工程部, positions: [工程师]}, {name: 大促, type: project, head: {name: 李四, photo: photos/p2.jpg}}]}]\n"
            "links: [{from: 设计师, to: 大促, kind: member}, {from: 工程师, to: 大促, kind: member}]"
        )
        assert drawn(Format.SVG, text, layout=LayoutOptions(kind=LayoutKind.MATRIX)).decode().count("<image") == 2

    def test_more_than_three_are_counted(self):
        holders = ", ".join(f"{{name: Ann {letter}, photo: photos/p1.jpg}}" for letter in "ABCDE")
        svg = drawn(Format.SVG, f"positions: [{{title: Clerk, holder: [{holders}]}}]").decode()
        assert svg.count("<image") == 2
        assert ">+3</text>" in svg

    @pytest.mark.parametrize("name", ["<b>&\"'", "]]>", "x" * 400, "👩‍🔧", "שלום עולם", "·", "(vacant)"])
    def test_any_name_has_letters_or_none(self, name):
        name = json.dumps(name, ensure_ascii=False)
        text = f"units: [{{name: A, head: {{name: {name}, photo: photos/p1.jpg}}, units: [{{name: B, head: {name}}}]}}]"
        for format in (Format.SVG, Format.DRAWIO, Format.PNG):
            assert drawn(format, text)
