"""Write a Drawing as an SVG that stands alone: nothing is fetched, and the bytes are always the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from orgviz.output.drawing import Drawing, Group, Image, Item, Text, TextMode
from orgviz.output.svg_markup import background, escape, escape_attribute, image, number, shape
from orgviz.style.values import TextRun, TextStyle
from orgviz.typography.measure import text_width, widest_width

if TYPE_CHECKING:
    from orgviz.output.fonts import Setting

_SPACES_THAT_COLLAPSE = re.compile(r"^\s|\s$|\s\s|[\t\n\r]")
_REMEMBERED = 1 << 12
_GENERIC_FAMILIES = ("serif", "sans-serif", "monospace", "cursive", "fantasy", "system-ui")
_FUZZ = 0.005  # points: no more than numbers are rounded by
_BOX = "node"
OWN_IDS = "chart-"
"""What the ids begin with that belong to no group."""
_TITLE_ID, _DESCRIPTION_ID, _CIRCLE_ID = f"{OWN_IDS}title", f"{OWN_IDS}description", f"{OWN_IDS}circle"


def to_svg(
    drawing: Drawing, *, text: TextMode = TextMode.REAL, setting: Setting | None = None, id_prefix: str = ""
) -> str:
    """Write `drawing` as a whole SVG document.

    Args:
        setting: how the texts are set in this machine's fonts; needed for all but real text.
        id_prefix: put before every id, for several charts on one page.

    Raises:
        ToolError: a font file cannot be read, or may not be embedded.
    """
    families, style_sheet = drawing.fonts, ""
    write_text: Callable[[Text], str] = real_text
    if text is not TextMode.REAL:
        if setting is None:
            raise ValueError(f"text mode {text.value} needs a setting")
        if text is TextMode.EMBED:
            from orgviz.output.font_embedding import embed_fonts  # noqa: PLC0415 - real text needs no fonts

            embedded = embed_fonts(setting)
            families, style_sheet = (*embedded.families, *drawing.fonts), f"<style>{embedded.css}</style>\n"
        else:
            from orgviz.output.font_outlines import read_outlines  # noqa: PLC0415 - likewise
            from orgviz.output.svg_pieces import outline_writer  # noqa: PLC0415 - likewise

            write_text = outline_writer(setting, read_outlines(setting))
    ids = frozenset(group.id for group in drawing.groups)
    items = chain.from_iterable(group.items for group in drawing.groups)
    foreseen = Foreseen(ids, any(isinstance(item, Image) and item.is_round for item in items))
    circle = _circle_id(foreseen, id_prefix)
    before, after = _around(drawing, foreseen, families, style_sheet, id_prefix)
    return "".join([before, *(_group(group, write_text, id_prefix, circle) for group in drawing.groups), after])


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What is known of groups before they are made.

    Args:
        ids: theirs; of those, all that begin with `OWN_IDS`.
        round_pictures: whether there are any.
    """

    ids: frozenset[str]
    round_pictures: bool


def svg_around(bare: Drawing, foreseen: Foreseen, *, id_prefix: str = "") -> tuple[str, str]:
    """Return what stands before and after the groups in the SVG with real text of a drawing that has none yet."""
    return _around(bare, foreseen, bare.fonts, "", id_prefix)


def svg_of_groups(groups: Iterable[Group], foreseen: Foreseen, *, id_prefix: str = "") -> str:
    """Return some of the groups of a drawing as they stand in its SVG with real text."""
    circle = _circle_id(foreseen, id_prefix)
    return "".join([_group(group, real_text, id_prefix, circle) for group in groups])


def _around(
    drawing: Drawing, foreseen: Foreseen, families: Sequence[str], style_sheet: str, id_prefix: str
) -> tuple[str, str]:
    circle = _circle_id(foreseen, id_prefix)
    before = (
        _head(drawing, id_prefix, foreseen.ids),
        style_sheet,
        _circle(circle) if circle else "",
        background(drawing.background, drawing.width, drawing.height),
        f'<g class="graph" font-family="{font_list(families)}">\n',
    )
    return "".join(before), "</g>\n</svg>\n"


def _circle_id(foreseen: Foreseen, id_prefix: str) -> str | None:
    return id_prefix + _free(_CIRCLE_ID, foreseen.ids) if foreseen.round_pictures else None


def real_text(text: Text) -> str:
    """Write `text` as a ``<text>`` that any viewer sets in a font of its own."""
    base, plain = text.runs[0].style, text.plain
    content, extras = escape(plain), ""
    if len(text.runs) > 1:
        base, content = _flowing(text.runs)
    # Some viewers drop a space where two runs meet unless they are told to keep it.
    if len(text.runs) > 1 or _SPACES_THAT_COLLAPSE.search(plain):
        extras = ' xml:space="preserve"'
    if _width(widest_width, text) > text.width + _FUZZ:
        # What it takes in an ordinary font, so that there it is not stretched; in a wider one it is squeezed.
        usual = _width(text_width, text)
        extras += f' textLength="{number(min(usual, text.width))}" lengthAdjust="spacingAndGlyphs"'
    anchor = "" if text.anchor == "start" else f' text-anchor="{text.anchor}"'
    return f'<text x="{number(text.x)}" y="{number(text.y)}"{anchor}{_style(base)}{extras}>{content}</text>\n'


def _flowing(runs: Sequence[TextRun]) -> tuple[TextStyle, str]:
    """Return the style of a text of several runs, and its content, in which others differ from that."""
    base = runs[0].style
    if base.strike and not all(run.style.strike for run in runs):
        base = replace(base, strike=False)  # a line through the whole cannot be taken away from a part
    return base, "".join(
        escape(run.text) if run.style == base else f"<tspan{_difference(run.style, base)}>{escape(run.text)}</tspan>"
        for run in runs
    )


def _width(measure: Callable[[str, float, bool], float], text: Text) -> float:
    return sum([measure(run.text, run.style.size, run.style.bold) for run in text.runs])


def font_list(families: Sequence[str]) -> str:
    """Write family names as the value of ``font-family``: quoted, but for the generic ones."""
    quoted = (
        name if name in _GENERIC_FAMILIES else "'" + name.replace("\\", "\\\\").replace("'", "\\'") + "'"
        for name in families
    )
    return escape_attribute(",".join(quoted))


def _head(drawing: Drawing, id_prefix: str, taken: frozenset[str]) -> str:
    width, height = number(drawing.width), number(drawing.height)
    labels, named_by = "", []
    for tag, identifier, words in (
        ("title", _TITLE_ID, drawing.title),
        ("desc", _DESCRIPTION_ID, drawing.description),
    ):
        if words:
            own = escape_attribute(id_prefix + _free(identifier, taken))
            labels += f'<{tag} id="{own}">{escape(words)}</{tag}>\n'
            named_by.append(own)
    labelled = f' aria-labelledby="{" ".join(named_by)}"' if named_by else ""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
        f' width="{width}pt" height="{height}pt" viewBox="0 0 {width} {height}"'
        f' xml:lang="{escape_attribute(drawing.lang)}" lang="{escape_attribute(drawing.lang)}"'
        f' role="graphics-document document"{labelled}>\n{labels}'
    )


def _free(identifier: str, taken: frozenset[str]) -> str:
    """Return `identifier`, longer where a group has that id."""
    while identifier in taken:
        identifier += "-"
    return identifier


def _circle(identifier: str) -> str:
    return (
        f'<defs><clipPath id="{escape_attribute(identifier)}" clipPathUnits="objectBoundingBox">'
        '<circle cx="0.5" cy="0.5" r="0.5"/></clipPath></defs>\n'
    )


def _group(group: Group, write_text: Callable[[Text], str], id_prefix: str, circle: str | None) -> str:
    # A box is one thing with one name, its hover text; but what leads somewhere must not hide its link in a symbol.
    is_symbol = _BOX in group.classes and group.title and group.href is None
    role = ' role="graphics-symbol img"' if is_symbol else ""
    opening = f'<g id="{escape_attribute(id_prefix + group.id)}" class="{_class_list(group.classes)}"{role}>\n'
    title = f"<title>{escape(group.title)}</title>\n" if group.title else ""
    description = f"<desc>{escape(group.description)}</desc>\n" if group.description else ""
    content = "".join([_item(item, write_text, circle) for item in group.items])
    if group.href is not None:
        address = escape_attribute(group.href)
        content = f'<a xlink:href="{address}" target="_top" rel="noopener noreferrer">\n{content}</a>\n'
    return f"{opening}{title}{description}{content}</g>\n"


@lru_cache(maxsize=_REMEMBERED)
def _class_list(classes: tuple[str, ...]) -> str:
    return escape_attribute(" ".join(classes))


def _item(item: Item, write_text: Callable[[Text], str], circle: str | None) -> str:
    if isinstance(item, Text):
        return write_text(item)
    return image(item, circle) if isinstance(item, Image) else shape(item)


@lru_cache(maxsize=_REMEMBERED)
def _style(style: TextStyle) -> str:
    weight = ' font-weight="bold"' if style.bold else ""
    slant = ' font-style="italic"' if style.italic else ""
    through = ' text-decoration="line-through"' if style.strike else ""
    return f' font-size="{number(style.size)}"{weight}{slant}{through} fill="{escape_attribute(style.color)}"'


@lru_cache(maxsize=_REMEMBERED)
def _difference(style: TextStyle, base: TextStyle) -> str:
    """Write what a ``<tspan>`` changes of the text around it."""
    written = ""
    if style.size != base.size:
        written += f' font-size="{number(style.size)}"'
    if style.bold != base.bold:
        written += f' font-weight="{"bold" if style.bold else "normal"}"'
    if style.italic != base.italic:
        written += f' font-style="{"italic" if style.italic else "normal"}"'
    if style.strike and not base.strike:
        written += ' text-decoration="line-through"'
    return written + (f' fill="{escape_attribute(style.color)}"' if style.color != base.color else "")
