"""Small fonts made for a test, drawings of a few texts, and programs that take the place of Graphviz.

No test depends on the fonts of this machine.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from orgviz.output.drawing import Drawing, Group, Text
from orgviz.output.fonts import FontSet
from orgviz.output.fonts_installed import families_in_file
from orgviz.output.graphviz_engine import Engine
from orgviz.style.values import TextRun, TextStyle

LATIN = "".join(map(chr, range(0x20, 0x7F)))
EM = 1000


def _square(width: int):
    pen = TTGlyphPen(None)
    pen.moveTo((100, 0))
    pen.lineTo((100, 700))
    pen.qCurveTo((width // 2, 900), (width - 100, 700))
    pen.lineTo((width - 100, 0))
    pen.closePath()
    return pen.glyph()


def build_font(path: Path, family: str, chars: str, *, bold: bool = False, width: int = EM) -> Path:
    """Write a font in which each of `chars` is a door, as wide as `width` thousandths of an em."""
    names = {ord(char): f"u{ord(char):04X}" for char in dict.fromkeys(chars)}
    order = [".notdef", *names.values()]
    style = "Bold" if bold else "Regular"
    builder = FontBuilder(EM, isTTF=True)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap(names)
    builder.setupGlyf({name: _square(width) for name in order})
    builder.setupHorizontalMetrics(dict.fromkeys(order, (width, 100)))
    builder.setupHorizontalHeader(ascent=900, descent=-200)
    builder.setupNameTable({"familyName": family, "styleName": style, "psName": f"{family.replace(' ', '')}-{style}"})
    builder.setupOS2(usWeightClass=700 if bold else 400, fsSelection=0x20 if bold else 0x40)
    builder.setupPost()
    builder.font["head"].macStyle = int(bold)
    builder.font["head"].created = builder.font["head"].modified = 3_600_000_000
    builder.font.recalcTimestamp = False
    builder.save(path)
    return path


@pytest.fixture
def make_font(tmp_path: Path) -> Callable[..., Path]:
    """Return what makes a font file: `make_font("Door Sans", "王敏", bold=True, width=500)`."""

    def make(family: str, chars: str, *, bold: bool = False, width: int = EM) -> Path:
        path = tmp_path / f"{family} {'bold' if bold else 'regular'}.ttf"
        return build_font(path, family, chars, bold=bold, width=width)

    return make


@pytest.fixture
def make_fonts(make_font: Callable[..., Path]) -> Callable[..., FontSet]:
    """Return what makes a set of installed families: `make_fonts({"Door Sans": "王敏"})`."""

    def make(regular: dict[str, str], bold: dict[str, str] | None = None, width: int = EM) -> FontSet:
        families = []
        for family, chars in regular.items():
            (made,) = families_in_file(make_font(family, chars, width=width))
            families.append(made)
        for place, family in enumerate(families):
            if bold and family.names[0] in bold:
                path = make_font(family.names[0], bold[family.names[0]], bold=True, width=width)
                (heavy,) = families_in_file(path)
                families[place] = type(family)(family.names, family.regular, heavy.bold)
        return FontSet((), tuple(families))

    return make


@pytest.fixture
def draw() -> Callable[..., Drawing]:
    """Return what makes a drawing of a text or of texts, 400 by 200 points."""

    def make(*texts: str | Text, bold: bool = False, width: float = 300, **settings) -> Drawing:
        items = tuple(
            Text(20, 30 + 30 * place, "start", (TextRun(text, TextStyle(10, "#123456", bold)),), width)
            if isinstance(text, str)
            else text
            for place, text in enumerate(texts)
        )
        href: str | None = settings.pop("href", None)
        fonts: Sequence[str] = settings.pop("fonts", ("sans-serif",))
        return Drawing(
            width=settings.pop("page_width", 400.0),
            height=200.0,
            background=settings.pop("background", "#ffffff"),
            lang=settings.pop("lang", "zh-CN"),
            fonts=tuple(fonts),
            groups=(Group("ops", ("node", "unit"), items, href=href, **settings.pop("group", {})),),
            **settings,
        )

    return make


@pytest.fixture
def fake(tmp_path):
    """Return what makes an engine of Graphviz of a shell script."""

    def make(script):
        path = tmp_path / "dot"
        path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        path.chmod(0o755)
        return Engine(str(path))

    return make
