"""What is read from a font without fontTools is what fontTools reads."""

import io
import struct
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

from orgviz.output.font_faces import Face
from orgviz.output.font_files import OpenFont
from orgviz.output.font_tables import FontTables
from orgviz.output.fonts_installed import installed_families
from tests.output.conftest import LATIN

ODD = "é王敏𠀀😀\u0001\uffff\U0010ffff"


def differences(face, extra=ODD):
    """Return the characters of which a face and fontTools say different things."""
    font = TTFont(io.BytesIO(Path(face.path).read_bytes()), fontNumber=face.index, lazy=True)
    known, units, widths = font.getBestCmap(), font["head"].unitsPerEm, font["hmtx"]
    tables = FontTables(face.path, face.index)
    some = [*list(map(chr, sorted(known)))[:: max(1, len(known) // 200)], *extra]
    return [
        char
        for char in some
        if (ord(char) in known) != (tables.glyph(char) != 0)
        or (ord(char) in known and tables.advance(tables.glyph(char)) != widths[known[ord(char)]][0] / units)
    ]


def face_of(path):
    return Face(path=str(path), families=("Doors",))


def saved(path, kind, place):
    """Write a font with one table of characters, of that format and for that platform and encoding."""
    font = TTFont(io.BytesIO(path.read_bytes()))
    table = CmapSubtable.newSubtable(kind)
    table.platformID, table.platEncID, table.language = *place, 0
    table.cmap = font.getBestCmap()
    font["cmap"] = newTable("cmap")
    font["cmap"].tableVersion, font["cmap"].tables = 0, [table]
    font.save(path)
    return face_of(path)


@pytest.mark.parametrize(("kind", "place"), [(4, (3, 1)), (4, (0, 3)), (12, (3, 10)), (12, (0, 4))])
def test_characters_and_widths_are_those_of_fonttools(make_font, kind, place):
    chars = LATIN + "王敏" + ("𠀀" if kind == 12 else "")
    assert differences(saved(make_font("Doors", chars, width=517), kind, place)) == []


def test_the_fonts_of_this_machine_are_read_as_fonttools_reads_them():
    for family in installed_families()[:12]:
        for face in family.faces(bold=False):
            if not face.instance:
                assert differences(face) == [], face.path


def test_a_font_with_another_kind_of_table_is_left_to_fonttools(make_font):
    face = saved(make_font("Doors", LATIN), 6, (3, 1))
    with pytest.raises(ValueError, match="another kind"):
        FontTables(face.path, 0)
    assert "A" in OpenFont(face)
    assert "王" not in OpenFont(face)


@pytest.mark.parametrize("content", [b"", b"OTTO", b"\x00\x01\x00\x00\x00\x01" + b"\xff" * 40, b"ttcf" + b"\xff" * 40])
def test_what_is_no_font_is_refused(tmp_path, content):
    path = tmp_path / "no.ttf"
    path.write_bytes(content)
    with pytest.raises((ValueError, struct.error, OSError)):
        FontTables(str(path), 0)


def test_a_font_that_is_cut_is_refused_or_read_no_further(make_font):
    path = make_font("Doors", LATIN)
    whole = path.read_bytes()
    for length in range(0, len(whole), 97):
        path.write_bytes(whole[:length])
        try:
            tables = FontTables(str(path), 0)
        except (ValueError, struct.error, OSError):
            continue
        assert tables.advance(tables.glyph("A")) >= 0
