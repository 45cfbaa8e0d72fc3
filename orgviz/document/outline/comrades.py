"""Read the word for a comrade behind a name as nothing: 张三同志：主持全面工作 is 张三：主持全面工作."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from orgviz.document.names.people import is_person
from orgviz.document.outline.line import Line
from orgviz.document.text.passages import joined, linked
from orgviz.patterns import pattern

_FEWEST = 2  # such lines from which on they are a list of who does what
_COMRADE = pattern(
    r"(?P<who>[\u4e00-\u9fff]{2,4}?)(?P<word>同志)(?P<colon>\s*:)?"
    r"(?P<duty>\s*(?:全面)?(?:主持|负责|分管|主管|协助|联系|协管|统筹))?(?(duty)|(?(colon)|(?=,)))"
)


def comrades(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines, those of several that begin with a comrade and what that one does as a name before a colon."""
    are_several = sum(_begins(line) for line in lines) >= _FEWEST
    for line in lines:
        yield _plain(line) if are_several and _begins(line) else line


def _begins(line: Line) -> bool:
    match = None if line.cells else _COMRADE.match(line.body.folded)
    return match is not None and is_person(match["who"], match["who"])


def _plain(line: Line) -> Line:
    match = _COMRADE.match(line.body.folded)
    if match is None:
        return line
    who, rest = line.body.cut(*match.span("who")), line.body.cut(match.end("word"))
    is_told = match["duty"] and not match["colon"]
    return replace(line, body=linked(who, ":", rest) if is_told else joined((who, rest), ""), lead=0)
