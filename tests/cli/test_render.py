"""`orgviz render` writes what was asked for and nothing else, and all of it or none."""

import json
import os
import re
import struct
import sys
from pathlib import Path

import pytest

BEGINNINGS = {
    "svg": b"<?xml",
    "png": b"\x89PNG\r\n\x1a\n",
    "pdf": b"%PDF-",
    "dot": b"digraph",
    "html": b"<!doctype html>",
    "json": b'{"version": 1',
    "txt": "启明电商\n".encode(),
}
# What orgviz knows but cannot take; each line is arguments, the exit code, and words of the message.
REFUSED = (
    ("org.yaml -o x.xyz", 2, "'xyz' is no format", "svg, png, pdf"),
    ("org.yaml -o x", 2, "'x' has no ending", "-f"),
    ("org.yaml -o x.svg -f bmp", 2, "'bmp' is no format", "svg"),
    ("org.yaml -o x.svg --theme wram", 2, "there is no theme 'wram'", "did you mean 'warm'?"),
    ("org.yaml -o x.svg --theme ./x.yaml", 3, "the theme 'x.yaml' cannot be read", ""),
    ("org.yaml -o x.svg --fit 16:8", 2, "--fit: there is no page '16:8'", "16:9"),
    ("org.yaml -o x.svg --background red", 2, "--background: 'red' is no colour", "#rrggbb"),
    ("org.yaml -o x.svg --id-prefix 9", 2, "--id-prefix: '9'", "begin with a letter"),
    ("org.yaml -o x.png --scale 2 --dpi 96", 2, "--scale and --dpi say the same", "one of them"),
    ("org.yaml -o x.png --font org.yaml", 3, "'org.yaml' is not a font file", ".ttf"),
    ("org.yaml -o - -o -", 2, "standard output can take only one chart", ""),
    ("org.yaml -o x.svg -o x.svg", 2, "'x.svg' is named twice", "a name of its own"),
    ("org.yaml -o org.yaml -f svg", 3, "'org.yaml' is the input", "another name"),
    ("org.yaml -o link.svg", 3, "'link.svg' is the input", "another name"),
    ("org.yaml -o folder.svg", 3, "'folder.svg' is a folder", "folder.svg/chart.svg"),
    ("org.yaml -o nowhere/x.svg", 3, "there is no folder 'nowhere'", ""),
    ("org.yaml -o x.svg -o nowhere/x.svg", 3, "there is no folder 'nowhere'", ""),
    ("nothing.yaml -o x.svg", 3, "cannot read 'nothing.yaml'", ""),
    ("folder.svg -o x.svg", 3, "cannot read 'folder.svg'", ""),
)


@pytest.mark.parametrize("ending", BEGINNINGS)
def test_the_ending_says_the_format(pictures, ending):
    assert pictures[ending].startswith(BEGINNINGS[ending])


def test_names_are_text_in_svg_json_and_the_tree(pictures):
    for ending in ("svg", "json", "txt"):
        text = pictures[ending].decode()
        assert all(name in text for name in ("运营中心", "王敏", "客服专员", "Finance")), ending


def test_a_picture_fills_a_slide_as_its_page_says(pictures):
    width, height = struct.unpack(">II", pictures["png"][16:24])
    assert width >= 1000 or height >= 1000
    assert re.search(rb"/MediaBox\s*\[\s*0 0 960 540", pictures["pdf"])


def test_standard_input_goes_to_standard_output(orgviz, folder, pictures):
    done = orgviz("render", "-", "-o", "-", stdin=folder.joinpath("org.yaml").read_bytes())
    assert (done.code, done.out, done.errors) == (0, pictures["svg"], "")


def test_the_format_option_beats_the_ending(orgviz, folder, pictures):
    done = orgviz("render", "org.yaml", "-o", "-", "-o", "x.png", "-o", "X", "-f", "dot")
    assert (done.code, done.out) == (0, pictures["dot"])
    assert folder.joinpath("x.png").read_bytes() == folder.joinpath("X").read_bytes() == pictures["dot"]


def test_every_option_of_the_drawing_is_taken(orgviz):
    options = "--theme dark --layout tree --direction LR --fit A4-portrait --detail duties --legend --text paths"
    done = orgviz("render", "org.yaml", "-o", "-", *options.split(), "--id-prefix", "a-", "--background", "none")
    svg = done.out.decode()
    assert (done.code, done.errors) == (0, "")
    assert "<text" not in svg
    assert 'id="a-Finance"' in svg
    assert "<rect width=" not in svg, "the page has no paper"


@pytest.mark.parametrize("theme", ["dark", "./own.yaml"])
def test_a_theme_is_a_name_or_a_file(orgviz, folder, theme):
    folder.joinpath("own.yaml").write_text("extends: dark\npage: {background: '#123456'}\n", encoding="utf-8")
    done = orgviz("render", "org.yaml", "-o", "-", "--theme", theme)
    assert done.code == 0, done.errors
    assert (b'fill="#123456"' in done.out) is (theme != "dark")


def test_the_layout_of_graphviz_is_taken(orgviz, pictures):
    done = orgviz("render", "org.yaml", "-o", "-", "--layout", "dot", "--no-legend")
    assert done.code == 0, done.errors
    assert done.out != pictures["svg"]


def test_scale_and_dpi_say_how_many_pixels(orgviz, pictures):
    width = float(re.search(r'width="([\d.]+)pt"', pictures["svg"].decode())[1])
    for options, factor in ((("--scale", "2"), 2), (("--dpi", "36"), 0.5)):
        done = orgviz("render", "org.yaml", "-o", "-", "-f", "png", *options)
        assert done.code == 0, done.errors
        assert struct.unpack(">I", done.out[16:20])[0] == pytest.approx(width * factor, abs=1)


def test_verbose_says_what_was_written_and_quiet_keeps_warnings_back(orgviz):
    loud = orgviz("render", "warned.yaml", "-o", "x.svg", "-v")
    assert "warned.yaml:2:5: warning[too-many-holders]" in loud.errors
    assert re.search(r"^x\.svg: [\d,]+ bytes$", loud.errors, re.MULTILINE)
    quiet = orgviz("render", "warned.yaml", "-o", "x.svg", "-q")
    assert (loud.code, loud.out, quiet.code, quiet.out, quiet.errors) == (0, b"", 0, b"", "")


def test_mistakes_in_the_input_are_told_with_their_places(orgviz, folder):
    folder.joinpath("x.svg").write_text("old")
    done = orgviz("render", "wrong.yaml", "-o", "x.svg", "-o", "-")
    assert (done.code, done.out) == (1, b"")
    assert "wrong.yaml:2:5: error[unknown-key]: " in done.errors
    assert "    3 |     status: actve\n      |             ^^^^^\n   hint: did you mean 'active'?" in done.errors
    assert folder.joinpath("x.svg").read_text() == "old"


@pytest.mark.parametrize(("arguments", "code", "words", "hint"), REFUSED, ids=[line[0] for line in REFUSED])
def test_what_cannot_be_done_is_said_and_leaves_everything_as_it_was(orgviz, folder, arguments, code, words, hint):
    folder.joinpath("folder.svg").mkdir()
    folder.joinpath("link.svg").symlink_to("org.yaml")
    folder.joinpath("x.svg").write_text("old")
    before = {path: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    done = orgviz("render", *arguments.split())
    assert (done.code, done.out) == (code, b"")
    assert done.errors.startswith("orgviz: error: ")
    assert words in done.errors
    assert hint in done.errors
    assert {path: path.read_bytes() for path in folder.iterdir() if path.is_file()} == before


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ("org.yaml", "-o"),
        ("", "INPUT"),
        ("org.yaml -o x.svg --thme warm", "--theme"),
        ("org.yaml -o x.svg --layout circle", "compact"),
        ("org.yaml -o x.png --dpi much", "--dpi"),
    ],
)
def test_a_command_line_that_makes_no_sense_is_refused_in_words(orgviz, arguments, words):
    done = orgviz("render", *arguments.split())
    assert (done.code, done.out) == (2, b"")
    assert words in done.errors
    assert "Traceback" not in done.errors


def _refuses(target):
    """Whether the folder lets nobody make a file: as root nearly all do, and in a bare container even /sys."""
    probe = target / "orgviz-probe"
    try:
        probe.touch()
    except PermissionError:
        return True
    except OSError:
        return False
    probe.unlink()
    return False


@pytest.mark.skipif(sys.platform == "win32", reason="folders there are not read-only")
def test_a_folder_that_cannot_be_written_is_named(orgviz, folder):
    locked = folder / "locked"
    locked.mkdir(mode=0o500)
    target = locked if os.geteuid() else Path("/sys")  # root may write wherever anybody may
    if not _refuses(target):
        pytest.skip("no folder here that root may not write to")
    done = orgviz("render", "org.yaml", "-o", "x.svg", "-o", target / "x.svg")
    assert (done.code, done.out) == (3, b"")
    assert f"'{target}/x.svg' cannot be written: " in done.errors
    assert re.search("permission denied|not permitted|read-only", done.errors)
    assert not folder.joinpath("x.svg").exists()


def test_the_model_is_the_same_as_that_of_convert(orgviz, pictures):
    assert json.loads(pictures["json"]) == json.loads(orgviz("convert", "org.yaml", "-f", "json").out)
