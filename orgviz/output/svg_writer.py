"""Write a Drawing as an SVG that stands alone: nothing is fetched, and the bytes are always the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import field, replace
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from orgviz.lean import dataclass
from orgviz.output.drawing import Drawing, Group, Image, Item, Text, TextMode
from orgviz.output.svg_markup import background, escape, escape_attribute, image, number, shape
from orgviz.style.values import TextRun, TextStyle
from orgviz.typography.measure import text_width, widest_width

if TYPE_CHECKING:
    from orgviz.output.fonts import Setting

_KEEPING_SPACES = ' xml:space="preserve"'
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
    write_text = real_text_writer()
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
    circle, write_text = _circle_id(foreseen, id_prefix), real_text_writer()
    return "".join([_group(group, write_text, id_prefix, circle) for group in groups])


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


def learn_widths() -> None:
    """Read the tables of widths that real text needs: before copies are made, of which each would read them."""
    for bold in (False, True):
        widest_width("", 1, bold)
        text_width("", 1, bold)


def real_text_writer() -> Callable[[Text], str]:
    """Return what writes a text as a ``<text>`` that any viewer sets in a font of its own."""
    looks = _Looks()

    def write(text: Text) -> str:
        x, y, anchor, runs, width = text
        if len(runs) == 1:
            (run,) = runs
            base, content = run.style, escape(run.text)
            extras = _KEEPING_SPACES if _loses_spaces(run.text) else ""
            widest = widest_width(run.text, base.size, base.bold)
        else:
            base = _base(runs)
            content = "".join([looks.run(run, base) for run in runs])
            # Some viewers drop a space where two runs meet unless they are told to keep it.
            extras = _KEEPING_SPACES
            widest = _width(widest_width, runs)
        if widest > width + _FUZZ:
            # What it takes in an ordinary font, so that there it is not stretched; in a wider one it is squeezed.
            usual = _width(text_width, runs)
            extras += f' textLength="{number(min(usual, width))}" lengthAdjust="spacingAndGlyphs"'
        anchored = "" if anchor == "start" else f' text-anchor="{anchor}"'
        return f'<text x="{number(x)}" y="{number(y)}"{anchored}{looks.style(base)}{extras}>{content}</text>\n'

    return write


@dataclass(slots=True)
class _Looks:
    """What is written of styles, of which a drawing has few: to know one by its place takes less than by what it says.

    Each is kept with what was written of it, so that no other ever takes its place.
    """

    styles: dict[int, tuple[TextStyle, str]] = field(default_factory=dict)
    openings: dict[tuple[int, int], tuple[TextStyle, TextStyle, str]] = field(default_factory=dict)

    def style(self, style: TextStyle) -> str:
        """Write the attributes of a text."""
        known = self.styles.get(id(style))
        if known is None:
            known = self.styles[id(style)] = style, _style(style)
        return known[1]

    def run(self, run: TextRun, base: TextStyle) -> str:
        """Write a piece of a text in another style."""
        style = run.style
        known = self.openings.get((id(style), id(base)))
        if known is None:
            opening = "" if style == base else f"<tspan{_difference(style, base)}>"
            known = self.openings[id(style), id(base)] = style, base, opening
        opening = known[2]
        return f"{opening}{escape(run.text)}</tspan>" if opening else escape(run.text)


def _loses_spaces(text: str) -> bool:
    """Tell whether a viewer would drop some of its spaces."""
    return " ".join(text.split()) != text and _SPACES_THAT_COLLAPSE.search(text) is not None


def _base(runs: Sequence[TextRun]) -> TextStyle:
    """Return the style of a text of several runs, in which others differ from that."""
    base = runs[0].style
    if base.strike and not all(run.style.strike for run in runs):
        return _unstruck(base)  # a line through the whole cannot be taken away from a part
    return base


@lru_cache(maxsize=_REMEMBERED)
def _unstruck(style: TextStyle) -> TextStyle:
    return replace(style, strike=False)


def _width(measure: Callable[[str, float, bool], float], runs: Sequence[TextRun]) -> float:
    return sum([measure(run.text, run.style.size, run.style.bold) for run in runs])


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
    identifier, classes, items, title, description, href = group
    # A box is one thing with one name, its hover text; but what leads somewhere must not hide its link in a symbol.
    role = ' role="graphics-symbol img"' if title and href is None and _BOX in classes else ""
    named = f"<title>{escape(title)}</title>\n" if title else ""
    described = f"<desc>{escape(description)}</desc>\n" if description else ""
    content = "".join([_item(item, write_text, circle) for item in items])
    if href is not None:
        address = escape_attribute(href)
        content = f'<a xlink:href="{address}" target="_top" rel="noopener noreferrer">\n{content}</a>\n'
    opening = f'<g id="{escape_attribute(id_prefix + identifier)}" class="{_class_list(classes)}"{role}>\n'
    return f"{opening}{named}{described}{content}</g>\n"


@lru_cache(maxsize=_REMEMBERED)
def _class_list(classes: tuple[str, ...]) -> str:
    return escape_attribute(" ".join(classes))


def _item(item: Item, write_text: Callable[[Text], str], circle: str | None) -> str:
    if isinstance(item, Text):
        return write_text(item)
    return image(item, circle) if isinstance(item, Image) else shape(item)


def _style(style: TextStyle) -> str:
    weight = ' font-weight="bold"' if style.bold else ""
    slant = ' font-style="italic"' if style.italic else ""
    through = ' text-decoration="line-through"' if style.strike else ""
    return f' font-size="{number(style.size)}"{weight}{slant}{through} fill="{escape_attribute(style.color)}"'


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
