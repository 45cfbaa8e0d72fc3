"""Divide a line in which several numbered items run on: 1. 甲部:… 2. 乙部:… as if each stood on its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from orgviz.document.lines import Line
from orgviz.document.marks import Mark, read_mark
from orgviz.document.passages import Passage

LONG = 12
_SHORT = 60  # a longer last item of a run goes on in sentences of its own
# Where an item may begin within a line: behind a stop, or behind a space.
_PLACES = re.compile(
    r"(?<=[。;:,.!?)\s、])(?=(?:第\s?[一二三四五六七八九十百\d]{1,5}\s?[章节条])|[一二三四五六七八九十]{1,3}\s?[、.]"
    r"|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}\s?[、.)](?!\d)|[①-⑳])"
    r"|(?<=[\u4e00-\u9fff])(?=第[一二三四五六七八九十百]{1,4}条)"
)
_ALONE = ("article", "chapter")


def split_runs(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines with those that hold a counted run divided at its numbers."""
    return tuple(part for line in lines for part in _parts(line))


def _parts(line: Line) -> Iterator[Line]:
    if len(line.body) < LONG or line.cells:
        yield line
        return
    found = _runs(line)
    if not found:
        yield line
        return
    begin = 0
    mark: Mark | None = line.mark
    for at, end, next_mark in found:
        body = line.body.cut(begin, at)
        if body.text or (mark is not None and mark.form in _ALONE):
            body = _without_joint(body) if mark is not None else body
            yield replace(line, mark=mark, body=body if body.text else line.body.cut(begin, end))
        begin, mark = end, next_mark
        line = replace(line, after_blank=False, is_bold=False)
    yield from _last(line, line.body.cut(begin), mark)


_JOINT = re.compile(r"[;,]\s*(?:and|or)?\s*$")
_NEXT_SENTENCE = re.compile(r"(?<=[a-z]{2})\.\s+(?=[A-Z])")


def _without_joint(body: Passage) -> Passage:
    """Leave out what joins a numbered piece of an English sentence to the next: `Training; and`."""
    joint = _JOINT.search(body.folded) if body.folded.isascii() else None
    return body.cut(0, joint.start()) if joint else body


def _last(line: Line, body: Passage, mark: Mark | None) -> Iterator[Line]:
    """Yield the last numbered piece of an English sentence, and what follows it as text of its own."""
    stop = _NEXT_SENTENCE.search(body.text) if body.folded.isascii() else None
    if stop is None or stop.start() > _SHORT:
        yield replace(line, mark=mark, body=body)
        return
    yield replace(line, mark=mark, body=body.cut(0, stop.start()))
    yield replace(line, mark=None, after_blank=True, body=body.cut(stop.end()))


def _runs(line: Line) -> list[tuple[int, int, Mark]]:
    """Return (start, end, mark) of each number that continues or begins a run of its form."""
    found: list[tuple[int, int, Mark]] = []
    for match in _PLACES.finditer(line.body.folded):
        read = read_mark(line.body.folded[match.end() :])
        if read is not None and not read[0].is_bullet and read[0].number is not None:
            found.append((match.end(), match.end() + read[1], read[0]))
    return _counted(found, line.mark)


def _counted(found: list[tuple[int, int, Mark]], first: Mark | None) -> list[tuple[int, int, Mark]]:
    """Keep the numbers that count on from one, or from the mark of the line, at least to two."""
    kept: list[tuple[int, int, Mark]] = []
    last: dict[str, int] = {}
    if first is not None and first.number is not None:
        last[first.form] = first.number
    following = {(mark.form, mark.number) for _, _, mark in found}
    for at, end, mark in found:
        number = mark.number or 0
        goes_on = (mark.form, number + 1) in following and (number == 1 or (mark.form, number + 2) in following)
        starts = goes_on and (number == 1 or mark.form not in last)
        if (
            starts
            or (mark.form in last and number == last[mark.form] + 1)
            or (mark.form == "article" and mark.form not in last)
        ):
            kept.append((at, end, mark))
            last[mark.form] = number
    return kept
