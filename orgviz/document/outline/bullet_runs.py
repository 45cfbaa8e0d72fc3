"""Divide a line of English in which bullets run on, as a page that was copied without its breaks has them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from orgviz.document.outline.lines import Line
from orgviz.document.text.marks import read_mark
from orgviz.patterns import pattern

_BULLET = pattern(r"[•▪●◦‣](?<=[\s:;.,].)\s+(?=\S)")
_LETTERS = pattern(r"[a-z]{3}")
# Where a sentence begins behind the last item, though no stop stands between: ... Works The clerks report to.
_SENTENCE = pattern(r"(?<=[\w)])[.;]?\s+(?=(?:The|A|An|In|These|This|Each|All|It|They|Other|Our|We)\s[\w-]+\s[a-z])")
_FEWEST = 2


def split_bullets(line: Line) -> Iterator[Line]:
    """Yield a line that holds two bullets or more as one line for each, and what stands before and behind them."""
    found = list(_BULLET.finditer(line.body.text)) if not line.cells and _LETTERS.search(line.body.folded) else []
    is_item = line.mark is not None and line.mark.is_bullet
    if len(found) + is_item < _FEWEST or not found:
        yield line
        return
    before = line.body.cut(0, found[0].start())
    if before.text:
        yield replace(line, body=before)
    ends = [match.start() for match in found[1:]] + [None]
    for number, (match, end) in enumerate(zip(found, ends, strict=True)):
        body = line.body.cut(match.end(), end)
        behind = _SENTENCE.search(body.text) if end is None else None
        read = read_mark(f"{match[0].strip()} x")
        mark = read[0] if read is not None else line.mark
        item = body.cut(0, behind.start()) if behind else body
        yield replace(line, mark=mark, body=item, after_blank=number == 0 and line.after_blank, is_bold=False)
        if behind:
            yield replace(line, mark=None, body=body.cut(behind.end()), after_blank=True, is_bold=False)
