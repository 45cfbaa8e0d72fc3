"""Check documents that are nothing but an indented outline of short names, and read those that nothing else tells of.

Where only the indentation says what stands below what, a line must stand at a level of its own. Prose, lists with
marks and tables are never held to that.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from orgviz.diagnostics import Findings
from orgviz.document.names.judging import STRONG, is_known_field, judge
from orgviz.document.names.promises import Promise, promise_of
from orgviz.document.text.marks import read_mark
from orgviz.folding import fold, fold_pattern
from orgviz.found import Found, FoundNode, Trace
from orgviz.model import NodeKind
from orgviz.patterns import pattern
from orgviz.source.characters import invisible_text
from orgviz.text import SourceText, Span
from orgviz.wording import counted, quoted

LONGEST_NAME = 60
_INDENT = pattern(r"[ \t\u3000\xa0]*")
# What a line of a list, a table, a drawing or a program has, and a sentence or a duty.
_NO_NAME = pattern(
    r"[-*+•·|│├└>#=`~{}]|</?\w[^<>]*>$|.*(?:[。，；！？|{}!?,.:：]|(?<!&[a-z]{2})(?<!&[a-z]{3});)$|.*[。；|│=]"
    r"|.*\w\.\w{1,4}$|.*//|.*\w/$"
)
# Titles of what is listed or indented too, and has no people in it.
_THINGS = pattern(
    fold_pattern(
        r"\b(?:menu|shopping|grocer(?:y|ies)|packing list|check-?list|to-?do|recipes?|ingredients|contents|index|agenda"
        r"|itinerary|playlist|syllabus|curriculum|catalog(?:ue)?|inventory|wish ?list|family tree|taxonomy|glossary"
        r"|timetable|schedule|programme|navigation|site ?map|settings|options|categories|genres)\b"
        r"|菜单|购物|清单|采购单|目录|食谱|配料|行程|日程|课程表|书单|歌单|商品|货架|族谱|家谱|分类|导航|待办|产品(?!部|组|线负)"
        r"|買い物|メニュー|目次|献立|時間割|予定|메뉴|장보기|목차|시간표|일정|준비물|체크리스트"
        r"|einkaufsliste|einkaufszettel|speisekarte|inhalt|stundenplan|packliste|rezept|zutaten|stammbaum|sortiment"
    )
)
_ENOUGH = 5  # names of which one at least says what it is
# What says more than a name: left to the reader of documents alone.
_SAYS_MORE = pattern(r"[:：\t]|\s{2}|^\W+$")


@dataclass(frozen=True, slots=True)
class PlainLine:
    """A line that is not empty: its number, what it is indented with, and its text."""

    number: int
    indent: str
    text: str

    @property
    def width(self) -> int:
        """The columns before the text; a tab goes to the next multiple of four."""
        return len(self.indent.expandtabs(4))


def plain_outline(text: str) -> tuple[PlainLine, ...]:
    """Return the lines of a text in which short names stand below each other; nothing for any other text."""
    lines = tuple(_lines(text))
    is_nested = any(line.indent for line in lines)
    if not is_nested or lines[0].indent or not all(map(_is_name, lines)):
        return ()
    return lines


def _lines(text: str) -> Iterator[PlainLine]:
    for number, written in enumerate(text.split("\n"), start=1):
        match = _INDENT.match(written)
        indent = match[0] if match else ""
        rest = written[len(indent) :].rstrip()
        # An empty line is none, but one in which something stands that cannot be seen is an item.
        if rest and (indent or not invisible_text(rest)):
            yield PlainLine(number, indent.replace("\u3000", "  ").replace("\xa0", " "), rest)


def _is_name(line: PlainLine) -> bool:
    is_long = len(line.text) > LONGEST_NAME or (not line.text.isascii() and len(line.text) > LONGEST_NAME // 2)
    return not is_long and not _NO_NAME.match(line.text) and read_mark(fold(line.text)) is None


def check_indentation(source: SourceText, lines: Sequence[PlainLine], findings: Findings) -> None:
    """Report lines of a plain outline of which it is not clear what they stand below, or that show nothing."""
    open_lines: list[PlainLine] = []
    step = min((line.width for line in lines if line.indent), default=0)
    for line in lines:
        if invisible_text(line.text):
            _tell_invisible(source.path, line, findings)
            continue
        mixed = next((one for one in open_lines if not _goes_with(one.indent, line.indent)), None)
        if mixed is not None:
            _tell_mixed(source.path, line, mixed, findings)
            continue
        inner = None
        while open_lines and open_lines[-1].width > line.width:
            inner = open_lines.pop()
        outer = open_lines[-1] if open_lines else None
        if inner is not None and outer is not None and not _is_near(line, (outer, inner), step):
            _tell_level(source.path, line, outer, inner, findings)
        if outer is not None and outer.width == line.width:
            open_lines.pop()
        open_lines.append(line)


def _goes_with(one: str, other: str) -> bool:
    """Tell whether two indentations compare whatever the width of a tab: one begins with the other."""
    return one.startswith(other) or other.startswith(one)


def _is_near(line: PlainLine, levels: Sequence[PlainLine], step: int) -> bool:
    """Tell whether a line stands at a level, or so near to it that it can only be meant for it."""
    return any(2 * abs(level.width - line.width) < step for level in levels)


def _tell_invisible(path: str, line: PlainLine, findings: Findings) -> None:
    findings.error(
        "invisible-text",
        f"this line of the outline shows nothing: it holds {invisible_text(line.text)}",
        Span(path, line.number, len(line.indent) + 1),
        "write a name, or take the line away",
    )


def _tell_mixed(path: str, line: PlainLine, other: PlainLine, findings: Findings) -> None:
    signs = ("tabs", "spaces") if "\t" in line.indent else ("spaces", "tabs")
    message = (
        f"the line is indented with {signs[0]}, line {other.number} with {signs[1]}: how deep it stands is unclear"
    )
    span = Span(path, line.number, 1, len(line.indent))
    findings.error("document-indent", message, span, "indent all lines with spaces, or all with tabs")


def _tell_level(path: str, line: PlainLine, outer: PlainLine, inner: PlainLine, findings: Findings) -> None:
    levels = f"{quoted(outer.text)} above it by {outer.width}, {quoted(inner.text)} by {inner.width}"
    message = f"the line is indented by {counted(line.width, 'column')}, {levels}"
    hint = f"indent it by {inner.width} to stand beside {quoted(inner.text)}, or by less to stand above it"
    findings.error("document-level", message, Span(path, line.number, 1, len(line.indent)), hint)


def read_plain_outline(source: SourceText, lines: Sequence[PlainLine]) -> Found | None:
    """Return the lines of a plain outline as units, each named as it is written.

    For what has one line at the top, and no lines that say more than a name; nothing for anything else.
    """
    if sum(not line.indent for line in lines) != 1 or any(_SAYS_MORE.search(line.text) for line in lines):
        return None
    if _tells_of_things(lines):
        return None
    nodes: list[FoundNode] = []
    open_lines: list[tuple[int, int]] = []
    for place, line in enumerate(lines):
        while open_lines and open_lines[-1][0] >= line.width:
            open_lines.pop()
        parent = open_lines[-1][1] if open_lines else None
        span = Span(source.path, line.number, len(line.indent) + 1, len(line.text))
        nodes.append(FoundNode(kind=NodeKind.UNIT, name=line.text, span=span, parent=parent))
        open_lines.append((line.width, place))
    return Found(nodes=tuple(nodes))


def _tells_of_things(lines: Sequence[PlainLine]) -> bool:
    """Tell a menu, a list of goods or of files: by its title, or because no name of several says unit or post."""
    title, *names = [fold(line.text) for line in lines]
    if is_title_of_things(title):
        return True
    words = [name for name in names if len(name) > 1 + name.isascii()]
    known = any(judge(name) in STRONG or is_known_field(name) for name in words)
    return len(words) >= _ENOUGH and not known


def is_title_of_things(title: str) -> bool:
    """Whether a folded title is one of what is listed or indented too, and has no people in it: Menu, 购物清单."""
    return _THINGS.search(title) is not None or promise_of(title) is Promise.NOTHING


def traces_of(found: Found) -> tuple[Trace, ...]:
    """Return what to explain of a plain outline."""
    parents = (None if node.parent is None else found.nodes[node.parent].name for node in found.nodes)
    told = (f"unit {quoted(node.name)}" for node in found.nodes)
    return tuple(
        Trace(span=node.span, became=what if above is None else f"{what} below {quoted(above)}", rule="indented line")
        for node, what, above in zip(found.nodes, told, parents, strict=True)
    )
