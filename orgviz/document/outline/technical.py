"""Take off lines what a program adds to a name in brackets: numbers of records, addresses, levels, amounts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from orgviz.document.outline.line import Line
from orgviz.patterns import pattern

_AMOUNT = r"(?=[^()、,;/]*\d)[^()、,;/:]{2,20}"
_TAIL = pattern(
    r"(?<=\S)\s*\((?:"
    r"(?=[^()]*\d)[0-9a-f]{8,}(?:-[0-9a-f]+)*"  # the key of a record
    r"|[^()\s@]+@[^()\s@]+"  # an address
    r"|#[a-z][\w-]{2,}"  # a channel
    r"|[a-z][\w.]*\s*=\s*[^()=]{1,40}(?:[,、;]\s*(?:[a-z][\w.]*\s*=\s*)?[^()=]{1,20})*"  # dept=1
    r"|(?:level|tier|layer|rank|depth|lvl|node|tag|group id|id|no)[ .:#-]*\d{1,6}|l\d"
    r"|根(?:节点|部门|组织|机构| ?tag| ?node)|root(?: node)?"
    rf"|{_AMOUNT}(?:[、,;/]\s*{_AMOUNT})+"  # 200 employees, sales of 5 million
    r")\)(?=\s*(?:$|:|-|→|=>|—))"
)
_LONGEST = 160


def without_technical(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines without such brackets behind the names that they begin with."""
    for line in map(_without_own_code, map(_without_frame, map(_without_star, lines))):
        match = _TAIL.search(line.body.folded) if not line.cells and len(line.body) <= _LONGEST else None
        if match is None or _is_staff(match[0]):
            yield line
        else:
            yield replace(line, body=line.body.without([match.span()]).cut(0))


_IN_BRACKET = pattern(r"\s*\((?P<code>[a-z][\w.-]{3,60})\)$")
_AS_CODE = pattern(r"[a-z][A-Z]|\w[_.-]\w")
_SIGNS = pattern(r"[\W_]+|(?<![a-z])and(?![a-z])")


def _without_own_code(line: Line) -> Line:
    """Return a line without the bracket that holds its name as programs write it: Sales Team (SalesTeam)."""
    match = _IN_BRACKET.search(line.body.folded[-_LONGEST:]) if line.body.folded.endswith(")") else None
    if match is None or line.cells or len(line.body) > _LONGEST:
        return line
    name = _SIGNS.sub("", line.body.folded[: match.start()])
    code = line.body.text[-len(match["code"]) - 1 : -1]
    is_same = _AS_CODE.search(code) is not None and _SIGNS.sub("", match["code"]) == name
    return replace(line, body=line.body.cut(0, match.start())) if is_same else line


_STAR = pattern(r"(?<=[a-z]) ?[*†‡]{1,3}$")


def _without_star(line: Line) -> Line:
    """Return a line without the sign of a note at its end: Boat Team *."""
    match = _STAR.search(line.body.text[-5:]) if not line.cells and len(line.body) <= _LONGEST else None
    return line if match is None else replace(line, body=line.body.cut(0, len(line.body) - len(match[0])))


_FRAME = pattern(r"\[(?P<name>[^\W\d][^\[\]()]{1,30})\](?=\s*(?:$|:|-|—|\())")


def _without_frame(line: Line) -> Line:
    """Return a line without the brackets around the name that it begins with: [Sales] - sells."""
    match = _FRAME.match(line.body.folded)
    if match is None or line.cells:
        return line
    return replace(line, body=line.body.without([(0, 1), (match.end() - 1, match.end())]))


_STAFF = pattern(r"[、,;/]")
_ONE_OF_STAFF = pattern(r"\W*(?:\d+\s*(?:x\s*)?[^\W\d].{1,18}|[^\W\d]{2,12}\s*\d+\s*(?:人|名|명)?)\W*")
_OF_SIZE = pattern(
    r"员工|从业|从業|売上|营收|营业|销售额|人数|employees|revenue|founded|budget|资本|注册|面积|年|万|亿|億|%|\$|¥"
)


def _is_staff(bracket: str) -> bool:
    """Whether amounts in a bracket count posts: (1 lead, 3 engineers)."""
    parts = _STAFF.split(bracket)
    return (
        len(parts) > 1
        and "=" not in bracket
        and not _OF_SIZE.search(bracket)
        and any(_ONE_OF_STAFF.fullmatch(part) for part in parts)
    )
