import shutil

import pytest
from fontTools.ttLib import TTCollection, TTFont

from orgviz.diagnostics import ToolError
from orgviz.output import fonts_installed
from orgviz.output.font_faces import Face
from orgviz.output.fonts_installed import families_in_file, installed_families

CONFIG = "<?xml version='1.0'?><fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>"


@pytest.fixture
def only_fonts_of(tmp_path, monkeypatch):
    """Return what makes a folder the only one with fonts, for fontconfig and for walks."""

    def use(folder):
        config = tmp_path / "fonts.conf"
        config.write_text(CONFIG.format(fonts=folder, cache=tmp_path / "cache"))
        monkeypatch.setenv("FONTCONFIG_FILE", str(config))
        monkeypatch.setattr(fonts_installed, "_font_folders", lambda: (folder,))
        monkeypatch.setattr(fonts_installed, "_package_folders", lambda: ())

    return use


@pytest.mark.skipif(shutil.which("fc-list") is None, reason="no fontconfig on this machine")
def test_fontconfig_and_the_folders_tell_the_same(make_font, only_fonts_of, monkeypatch):
    folder = make_font("Door Sans", "AB王").parent
    make_font("Door Sans", "AB", bold=True)
    only_fonts_of(folder)
    (told,) = installed_families()
    monkeypatch.setenv("PATH", "")
    (walked,) = installed_families()
    assert (told.names, told.regular.path, told.bold.path) == (
        walked.names,
        walked.regular.path,
        walked.bold.path,
    )
    assert (told.regular.weight, told.bold.weight) == (walked.regular.weight, walked.bold.weight) == (400, 700)
    assert told.regular.charset == "41-42 738b"


def test_every_face_of_a_collection_is_found(make_font, tmp_path):
    collection = TTCollection()
    collection.fonts = [TTFont(make_font(name, "王")) for name in ("One", "Two")]
    collection.save(tmp_path / "both.ttc")
    families = families_in_file(tmp_path / "both.ttc")
    assert [(family.names[0], family.regular.index) for family in families] == [("One", 0), ("Two", 1)]


@pytest.mark.parametrize("content", [b"", b"not a font", b"\x00\x01\x00\x00"])
def test_a_file_that_is_no_font_is_refused(tmp_path, content):
    path = tmp_path / "letter.ttf"
    path.write_bytes(content)
    with pytest.raises(ToolError, match=r"letter\.ttf' is not a font"):
        families_in_file(path)


def test_a_font_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(ToolError, match="is not a font"):
        families_in_file(tmp_path / "none.ttf")


def test_the_fonts_of_the_font_package_are_found_and_private(make_font, only_fonts_of, tmp_path, monkeypatch):
    only_fonts_of(tmp_path / "empty")
    path = make_font("Packaged", "王")
    monkeypatch.setattr(fonts_installed, "_package_folders", lambda: (path.parent,))
    (family,) = installed_families()
    assert (family.names[0], family.private) == ("Packaged", True)


def test_a_packaged_family_stands_for_an_installed_one_of_its_name():
    installed = Face(path="a.ttf", families=("Same",))
    packaged = Face(path="b.ttf", families=("Same",), private=True)
    (family,) = fonts_installed._families([installed, packaged])
    assert family.regular == packaged


@pytest.mark.parametrize(
    ("kind", "slant", "width", "variable"),
    [
        ("PCF", "0", "100", "False"),
        ("TrueType", "100", "100", "False"),
        ("CFF", "0", "75", "False"),
        ("TrueType", "0", "100", "True"),
    ],
)
def test_bitmaps_slanted_narrow_and_unset_variable_faces_are_left_out(kind, slant, width, variable):
    line = f"a.ttf\t0\tSans\t80\t{slant}\t{width}\t{variable}\tTrue\t{kind}\t20-7e"
    assert fonts_installed._face_of_line(line) is None


def test_a_named_instance_of_a_variable_font_is_a_face():
    face = fonts_installed._face_of_line("v.ttf\t131073\tSans,无\t200\t0\t100\tFalse\tTrue\tTrueType\t20-7e")
    assert (face.index, face.instance, face.families, face.bold) == (1, 2, ("Sans", "无"), True)
