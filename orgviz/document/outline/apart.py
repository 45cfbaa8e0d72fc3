"""Divide a paragraph into which a list of names has run together: 甲组 组长：排班。 乙组 组长：值守."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from orgviz.document.names.judging import STRONG, Sort, bare, judge
from orgviz.document.outline.lines import Line
from orgviz.document.text.marks import Mark
from orgviz.patterns import pattern

_LONG = 40
_FEWEST = 3
_LOWEST = 6  # of headings
# A name with a colon at the beginning, or behind a stop or a space; titles may stand before it.
_NAMED = pattern(
    r"(?:^|(?<=[。;:!?\s]))(?P<titles>(?:[^\s,。;:、!?]{2,12}(?:\([^()]{1,24}\))?\s+){0,2})"
    r"(?P<name>[^\s,。;:、!?()]{2,14})(?:\([^()]{1,24}\))?:(?=\s*[^\s\d/])"
)
# The heading of a chart that has run into the text before it: …。东园服务中心组织架构:经理1名;客服部:….
_HEADING = pattern(
    r"(?:^|(?<=[。;!?]))(?P<name>[^\s,。;:、!?()]{2,20}?)的?"
    r"(?:(?P<chart>组织(?:架构|结构|机构)|机构设置)|岗位(?:设置|配置|编制)|人员(?:配置|配备|编制))[图表]?(?:如下)?:(?=\s*[^\s\d/])"
)
_TITLES = (Sort.UNIT, Sort.FIELD, Sort.GENERIC)
_BULLET = pattern(r"(?<=[。;:!?\u4e00-\u9fff])\s*[•●◆■▪]\s*(?=[\u4e00-\u9fff])")
_WIDE = pattern(r"[\u4e00-\u9fff]")


def names_apart(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines with those divided in which three names or more stand with a colon behind each."""
    return tuple(part for line in lines for part in _parts(line))


def _parts(line: Line) -> Iterator[Line]:
    folded = line.body.folded
    if line.cells or len(folded) < _LONG or not _WIDE.search(folded):
        yield line
        return
    found = [match for match in _HEADING.finditer(folded) if judge(match["name"]) in _TITLES]
    headings = {
        match.start(): (match.end("chart") if match["chart"] else match.end("name"), match.end()) for match in found
    }
    begins = _begins(folded, len(headings))
    if not begins:
        yield from _bulleted(line)
        return
    mark = line.mark
    begins = sorted({*begins, *filter(None, headings)})
    for start, end in zip([0, *begins], [*begins, len(folded)], strict=True):
        stop = headings.get(start)
        if stop is not None:
            title = line.body.cut(start, stop[0])
            yield replace(line, mark=Mark("#", depth=_LOWEST), body=title, after_blank=True, is_bold=False, lead=0)
            mark = None
        body = line.body.cut(start if stop is None else stop[1], end)
        if body.text:
            yield from _bulleted(replace(line, mark=mark, body=body))
            line, mark = replace(line, after_blank=False, is_bold=False), None


def _begins(folded: str, count: int) -> list[int]:
    """Return where the names and the titles before them begin; nothing where there are too few.

    Args:
        count: how many headings stand over them, which tell of a list as names do.
    """
    begins: list[int] = []
    for match in _NAMED.finditer(folded):
        if judge(_first_name(match["name"])) not in STRONG:
            continue
        count += 1
        at = match.start("titles")
        titles = re.finditer(r"\S+", match["titles"])
        begins += [at + title.start() for title in titles if judge(bare(title[0])) in (Sort.UNIT, Sort.GENERIC)]
        begins.append(match.start("name"))
    return [at for at in begins if at] if begins and count >= _FEWEST else []


def _first_name(name: str) -> str:
    """Return the first of two names with a stroke between them."""
    first = name.partition("/")[0]
    return first if len(first) > 1 else name


def _bulleted(line: Line) -> Iterator[Line]:
    """Divide a text at its bullets, where there are two or more."""
    found = list(_BULLET.finditer(line.body.folded)) if not line.cells else []
    if len(found) < 2:
        yield line
        return
    yield replace(line, body=line.body.cut(0, found[0].start()))
    ends = [match.start() for match in found[1:]] + [len(line.body)]
    for match, end in zip(found, ends, strict=True):
        yield replace(line, mark=Mark("•"), body=line.body.cut(match.end(), end), after_blank=False, is_bold=False)
