"""Read a post with what it has under it behind its verb and a colon: 生产副总管：生产部、设备部."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from orgviz.document.names.bare_lists import bare_listing
from orgviz.document.names.judging import Sort, is_wide, judge
from orgviz.document.outline.line import Line
from orgviz.document.text.passages import Passage, joined, linked
from orgviz.patterns import pattern

_LONGEST = 120
_RUNS = pattern(
    r"(?P<post>[^:,。;、]{2,12}?)(?P<verb>分管|主管|直管|管理|负责|领导|管)(?:部门|单位|科室|范围)?\s*:\s*(?P<list>[^:。;]{3,})[。;]?"
)


def run_by_posts(lines: Sequence[Line]) -> Sequence[Line]:
    """Return the lines with each such verb behind the colon, where only units are listed: 生产副总：分管生产部."""
    return tuple(_turned(line) for line in lines)


def _turned(line: Line) -> Line:
    match = None
    if ":" in line.body.folded and is_wide(line.body.folded[:1]) and len(line.body) <= _LONGEST and not line.cells:
        match = _RUNS.fullmatch(line.body.folded)
    if match is None or judge(match["post"]) is not Sort.POST:
        return line
    listed = line.body.cut(*match.span("list"))
    if not _are_units(listed):
        return line
    post, verb = line.body.cut(*match.span("post")), line.body.cut(*match.span("verb"))
    if match["verb"] == "管":
        return replace(line, body=linked(post, ":分管", listed), lead=0)
    return replace(line, body=linked(post, ":", joined((verb, listed), "")), lead=0)


def _are_units(listed: Passage) -> bool:
    items = bare_listing(listed).items
    return bool(items) and all(judge(item.name.folded) is Sort.UNIT for item in items)
