"""The same input gives the same bytes, whatever the machine, the moment, the language and the fonts."""

import json
import re
import shutil
import subprocess
import unicodedata
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, run

SAMPLES = tuple(ROOT / "samples" / name for name in ("layered-ecommerce.yaml", "matrix-firm.yaml"))
PLACES = (
    {"PYTHONHASHSEED": "0", "LC_ALL": "C", "TZ": "UTC0"},
    {"PYTHONHASHSEED": "1", "LC_ALL": "C.UTF-8", "TZ": "Asia/Shanghai"},
    {"PYTHONHASHSEED": "random", "LC_ALL": None, "LANG": "de_DE.UTF-8", "TZ": "XXX+11:30"},
)
CHINESE = ROOT / "samples" / "layered-ecommerce.yaml"
ENDINGS = ("svg", "png", "pdf", "html")

needs_fontconfig = pytest.mark.skipif(shutil.which("fc-list") is None, reason="fonts are chosen through fontconfig")


def drawn(sample: Path, folder: Path, *endings: str, **changes: str | None) -> tuple[dict[str, bytes], str]:
    """Return a sample in several formats, by ending, and what was said about it."""
    outputs = [part for ending in endings for part in ("-o", f"chart.{ending}")]
    done = run("render", sample, *outputs, folder=folder, **changes)
    assert (done.code, done.out) == (0, b""), done.errors
    return {ending: folder.joinpath(f"chart.{ending}").read_bytes() for ending in endings}, done.errors


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_bytes_are_the_same_in_every_place(sample, tmp_path):
    pictures = []
    for number, place in enumerate(PLACES):
        folder = tmp_path / f"folder {number}"
        folder.mkdir()
        pictures.append(drawn(sample, folder, *ENDINGS, **place)[0])
    for ending in ENDINGS:
        assert len({picture[ending] for picture in pictures}) == 1, ending


def fonts_of(pattern: str) -> list[str]:
    """Return the folders of this machine's fonts whose family fits a pattern of fontconfig."""
    listed = subprocess.run(
        ["fc-list", pattern, "--format", "%{file}\n"], check=True, capture_output=True, encoding="utf-8"
    )
    return sorted({str(Path(line).parent) for line in listed.stdout.splitlines() if "Mono" not in line})


def only(folder: Path, fonts: list[str]) -> dict[str, str]:
    """Return the environment in which a machine has only the fonts in these folders."""
    folder.mkdir()
    lines = [f"<dir>{path}</dir>" for path in fonts or [str(folder)]]
    config = f"<fontconfig>{''.join(lines)}<cachedir>{folder}/cache</cachedir></fontconfig>"
    folder.joinpath("fonts.conf").write_text(config, encoding="utf-8")
    return {"FONTCONFIG_FILE": str(folder / "fonts.conf"), "XDG_DATA_HOME": str(folder)}


@needs_fontconfig
def test_an_svg_does_not_depend_on_fonts(tmp_path):
    sets = {"none": [], "latin": fonts_of("DejaVu Sans"), "chinese": fonts_of("Noto Sans CJK SC")}
    seen = {drawn(CHINESE, tmp_path, "svg", **only(tmp_path / name, fonts))[0]["svg"] for name, fonts in sets.items()}
    seen.add(drawn(CHINESE, tmp_path, "svg")[0]["svg"])
    assert len(seen) == 1


@needs_fontconfig
def test_without_a_chinese_font_the_line_that_installs_one_is_told(tmp_path):
    for name, fonts in (("none", []), ("latin", fonts_of("DejaVu Sans"))):
        _, said = drawn(CHINESE, tmp_path, *ENDINGS, **only(tmp_path / name, fonts))
        assert said.startswith("orgviz: warning: "), name
        assert "this machine has no Chinese font" in said
        assert re.search(r"^  hint: .*\bnoto\b", said, re.MULTILINE | re.IGNORECASE), said
        assert said.count("this machine has no Chinese font") == 1, "said once, not once a format"
    _, said = drawn(CHINESE, tmp_path, "svg", **only(tmp_path / "svg", []))
    assert said == "", "an SVG uses the fonts of its readers"


def squeezed(text: str) -> str:
    """Return text as it is compared: composed, and without white space."""
    return "".join(unicodedata.normalize("NFKC", text).split())


@needs_fontconfig
@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext and pdffonts read the PDF")
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_a_pdf_holds_every_name_and_its_fonts(sample, tmp_path):
    chinese = fonts_of("Noto Sans CJK SC")
    if not chinese:
        pytest.skip("no Chinese font on this machine")
    environment = only(tmp_path / "fonts", [*chinese, *fonts_of("DejaVu Sans")])
    pictures, said = drawn(sample, tmp_path, "pdf", "png", "json", **environment)
    assert said == ""
    text = subprocess.run(
        ["pdftotext", "-raw", "chart.pdf", "-"], check=True, cwd=tmp_path, capture_output=True, encoding="utf-8"
    )
    found = squeezed(text.stdout)
    nodes = json.loads(pictures["json"])["nodes"]
    names = [name for node in nodes for name in (node["name"], *node["holders"])]
    assert [name for name in names if squeezed(name) not in found] == []
    fonts = subprocess.run(["pdffonts", "chart.pdf"], check=True, cwd=tmp_path, capture_output=True, encoding="utf-8")
    head, _, *rows = fonts.stdout.splitlines()
    start = head.index("emb")
    assert rows
    assert all(row[start : start + 3] == "yes" for row in rows), fonts.stdout
