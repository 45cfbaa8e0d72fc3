"""Write out the verbs that English lines shorten: It's made up of four teams, There's a head baker."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from orgviz.document.outline.line import Line
from orgviz.document.text.passages import Passage, linked
from orgviz.patterns import pattern

_SHORT = pattern(
    r"(?:^|(?<=[.!?] ))(?:(?:it|that|there|he|she)(?P<is>['’]s)|(?:we|they)(?P<are>['’]re))\s(?=(?:now\s|currently\s)?"
    r"(?:an?|the|two|three|four|five|six|made|led|run|headed|managed|split|divided|organi[sz]ed|part|responsible|structured)\s)"
)


def full_verbs(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines, those with a shortened verb at the beginning of a sentence with the whole one."""
    for line in lines:
        is_short = not line.cells and ("'" in line.body.folded or "’" in line.body.folded)
        yield replace(line, body=_written_out(line.body)) if is_short and _SHORT.search(line.body.folded) else line


def _written_out(body: Passage) -> Passage:
    begin, match = 0, _SHORT.search(body.folded)
    while match is not None:
        start, end = match.span("is" if match["is"] else "are")
        verb = " is" if match["is"] else " are"
        body = linked(body.cut(0, start), f"{verb} ", body.cut(end + 1))
        begin = start + len(verb)
        match = _SHORT.search(body.folded, begin)
    return body
