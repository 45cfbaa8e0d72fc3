"""Our own deck, without slides: the size of a page, the colours and fonts of a chart, and two plain layouts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from orgviz.layout.scene import Scene
from orgviz.output.source_date import source_date
from orgviz.slides.fonts import Fonts
from orgviz.slides.library import presentation
from orgviz.slides.paint import accents
from orgviz.slides.units import emu

_KEPT_LAYOUTS = ("Title Only", "Blank")
_DROPPED = ("/printerSettings", "/thumbnail")
_FIRST_DAY = datetime(2000, 1, 1, tzinfo=UTC)
_APP = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    b"<Application>orgviz</Application></Properties>"
)


def own_deck(width: float, height: float, scenes: Sequence[Scene], fonts: Fonts) -> tuple[Any, dict[str, str]]:
    """Return a deck without slides, and for each colour of its theme its name there.

    Args:
        width, height: of its slides, in points.
        scenes: what will stand on them.
    """
    deck = presentation(None)
    grown = emu(width) / deck.slide_width, emu(height) / deck.slide_height
    deck.slide_width, deck.slide_height = emu(width), emu(height)
    deck.part._element.find(".//{*}sldSz").attrib.pop("type", None)
    for layout in list(deck.slide_layouts):
        if layout.name not in _KEPT_LAYOUTS:
            deck.slide_layouts.remove(layout)
    for holder in (deck.slide_master, *deck.slide_layouts):
        _grow(holder, *grown)
    _drop_ballast(deck)
    colors = _theme_colors(scenes)
    _set_theme(deck, colors, fonts)
    _set_properties(deck, scenes[0].name if scenes else "", scenes[0].lang if scenes else "en")
    return deck, {color: name for name, color in reversed(colors.items())}


def _grow(holder: Any, across: float, down: float) -> None:
    """Stretch the places of a master or layout to another size of slide."""
    for shape in holder.placeholders:
        if shape._element.spPr.find(".//{*}off") is not None:
            shape.left, shape.width = round(shape.left * across), round(shape.width * across)
            shape.top, shape.height = round(shape.top * down), round(shape.height * down)


def _drop_ballast(deck: Any) -> None:
    """Take away what belongs to the machine that python-pptx's empty deck was made on."""
    package = deck.part.package
    for holder in (package, deck.part):
        for rel_id, rel in list(holder._rels.items()):
            if rel.reltype.endswith(_DROPPED):
                holder._rels.pop(rel_id)
            elif rel.reltype.endswith("/extended-properties"):
                rel.target_part._blob = _APP


def _theme_colors(scenes: Sequence[Scene]) -> dict[str, str]:
    """Return the colours of the theme by the names that shapes use."""
    background = scenes[0].background if scenes else "#ffffff"
    text = next((scene.title[0].run.style.color for scene in scenes if scene.title), None)
    named = {"bg1": background, "tx1": text or _opposite(background)}
    named |= {f"accent{number}": color for number, color in enumerate(accents(scenes), 1)}
    return {name: color.lower() for name, color in named.items()}


def _opposite(color: str) -> str:
    light = sum(int(color[at : at + 2], 16) for at in (1, 3, 5)) > 3 * 127
    return "#000000" if light else "#ffffff"


def _set_theme(deck: Any, colors: dict[str, str], fonts: Fonts) -> None:
    master = deck.slide_master.part
    theme = next(rel.target_part for rel in master.rels.values() if rel.reltype.endswith("/theme"))
    text = theme.blob.decode("utf-8")
    slots = {"dk1": "tx1", "lt1": "bg1", "dk2": "tx1", "lt2": "bg1", "hlink": "accent1", "folHlink": "accent1"}
    slots |= {f"accent{number}": f"accent{number}" for number in range(1, 7)}
    for slot, name in slots.items():
        new = f'<a:{slot}><a:srgbClr val="{colors[name][1:].upper()}"/></a:{slot}>'
        text = re.sub(rf"<a:{slot}>.*?</a:{slot}>", new, text, count=1)
    text = re.sub(r'<a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/>', fonts.markup, text)
    text = text.replace('<a:clrScheme name="Office">', '<a:clrScheme name="orgviz">', 1)
    theme._blob = text.replace('<a:fontScheme name="Office">', '<a:fontScheme name="orgviz">', 1).encode("utf-8")


def _set_properties(deck: Any, title: str, lang: str) -> None:
    properties = deck.core_properties
    properties.title = title[:255]
    properties.language = lang
    properties.author = properties.last_modified_by = properties.keywords = properties.comments = ""
    properties.revision = 1
    properties.created = properties.modified = source_date() or _FIRST_DAY
