"""Tell tables of contents: lists of links to files and places within, or of the headings that follow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from orgviz.document.names.judging import STRONG, judge
from orgviz.document.outline.line import Line
from orgviz.folding import fold
from orgviz.patterns import pattern

_FEWEST = 5
_ITEM = pattern(r"\s*(?:[-*+•]|\d+[.)、])\s+(?P<text>\S.*)")
_NUMBER = r"(?:\d+(?:\.\d+)*[.)、]?\s+)?"
_LINK = pattern(
    rf"{_NUMBER}\[(?P<title>[^\]\[]+)\]\((?!https?:|mailto:)(?:[^()\s]*\.(?:md|mdx|html?|rst|adoc|txt|pdf)|[^()\s]*#[^()\s]*)\)"
    r"(?:\s*(?:TODO|WIP|new)|\s*[-–—:,(].*)?\s*"
)
_MOST = 0.75
_NAMES = 0.2


def is_contents(text: str) -> bool:
    """Whether most items of a document's lists are links to its chapters.

    Links to the pages of teams and posts are none: their titles say what they are.
    """
    if text.count("](") < _FEWEST:
        return False
    lines = [line[:400] for line in text.split("\n") if line.strip()]
    items = [match["text"] for line in _unannounced(lines) if (match := _ITEM.fullmatch(line))]
    links = [match["title"] for item in items if (match := _LINK.fullmatch(item))]
    if len(links) < _FEWEST or len(links) < _MOST * len(items):
        return False
    return sum(judge(fold(title)) in STRONG for title in links) <= _NAMES * len(links)


_ANNOUNCES = pattern(
    r"(?:.*\s)?(?:teams|groups|departments|committees|divisions|offices|squads|boards|sigs)(?: are| is|:|\s)*:"
    r"|#+ (?:.*\s)?(?:teams|departments|divisions|squads|committees|working groups)"
)


def _unannounced(lines: Sequence[str]) -> Iterator[str]:
    """Yield lines but for the items below a sentence that announces units: The current working groups are:."""
    is_announced = False
    for line in lines:
        is_item = _ITEM.fullmatch(line) is not None
        if not is_item:
            is_announced = _ANNOUNCES.fullmatch(fold(line.strip())) is not None
        elif is_announced:
            continue
        yield line


_TITLE = pattern(
    r"(?:table of )?contents|toc|on this page|in this (?:document|guide|handbook|page)|index|inhalt(?:sverzeichnis)?"
)
_REPEATED = 2  # headings that a list names, from which on it is one of the chapters


def without_chapters(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines without the list of headings below a title such as Table of contents, as it names no units."""
    for place, line in enumerate(lines[:_NEAR_TOP]):
        is_title = line.mark is None or line.mark.form == "#"
        if not is_title or not _TITLE.fullmatch(line.body.folded.rstrip(" :")):
            continue
        end = place + 1
        while end < len(lines) and _is_item(lines[end]):
            end += 1
        headings = {other.body.folded for other in lines[end:] if other.mark is not None and other.mark.form == "#"}
        if sum(one.body.folded in headings for one in lines[place + 1 : end]) >= _REPEATED:
            return (*lines[: place + 1], *lines[end:])
    return tuple(lines)


_NEAR_TOP = 40


def _is_item(line: Line) -> bool:
    return line.mark is not None and (line.mark.is_bullet or line.mark.number is not None) and line.mark.form != "#"
