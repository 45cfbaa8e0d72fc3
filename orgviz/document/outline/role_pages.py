"""Take off the title of a page on one post what the page is: Job Description: Night Porter, Night Porter Role Card."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from orgviz.document.names.judging import Sort, judge
from orgviz.document.outline.line import Line
from orgviz.document.text.passages import Passage
from orgviz.patterns import pattern

_PAGE = (
    r"(?:(?:job|role|position|post) (?:description|card|guide|profile|sheet|specification|summary)"
    r"|position|role|job(?= ?:))"
)
_BEFORE = pattern(rf"(?:[a-z]+ )?{_PAGE}(?: (?:for|of)(?: the)?|\s?[:–—]|\s-)\s+")
_BEHIND = pattern(r"[,:–—-]?\s*\(?(?:job|role|position|post) (?:description|card|guide|profile|sheet)\)?$")


def role_pages(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines, each heading of a page on one post with the title of that post alone."""
    for line in lines:
        is_heading = line.mark is not None and line.mark.form == "#"
        title = _title(line.body) if is_heading and line.body.folded.isascii() else None
        yield line if title is None else replace(line, body=title)


def _title(body: Passage) -> Passage | None:
    before = _BEFORE.match(body.folded)
    behind = None if before is not None else _BEHIND.search(body.folded)
    if before is None and behind is None:
        return None
    name = body.cut(before.end()) if before is not None else body.cut(0, behind.start() if behind else None)
    name = name.cut(0, len(name.folded.rstrip(" -–—:,")))
    return name if judge(name.folded) is Sort.POST else None
