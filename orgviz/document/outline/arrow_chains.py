"""Read a chain of command that is drawn downwards: a post, an arrow alone on the next line, the post below it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from orgviz.document.names.entry import Entry, masked, read_entry
from orgviz.document.names.judging import STRONG, Sort, is_wide, judge
from orgviz.document.outline.lines import LAST_BRANCH, TREE, Line
from orgviz.document.text.marks import Mark
from orgviz.document.text.passages import Passage, joined
from orgviz.patterns import pattern
from orgviz.text import SourceText

_ARROW = pattern(r"\s*(?:[>|│┃]+\s*)?[↓⬇⇓⇩▼▽🡓|│┃]\ufe0f?\s*$")
_BESIDE = pattern(r"\s{3,}|\t+|\s+\|\s+")
# What is drawn with arrows too, and does not say who stands below whom.
_NO_CHAIN = pattern(
    r"流程|审批|步骤|路径|工作流|process|approv|escalat|workflow|pipeline|journey|lifecycle|steps?\b|career|promotion|晋升|流转"
)
# Of these, what goes from those below to those above.
_UPWARDS = pattern(r"escalat|career|promotion|晋升")
_LONGEST = 60
_BEFORE = 3  # lines above a chain that may say what it is
_SHARE = 0.6  # of a chain's names that must say what they are
_LOW_SHARE = 0.3  # where a tree goes on from the last


def chained(lines: Sequence[Line], source: SourceText) -> tuple[Line, ...]:
    """Return the lines with those of each chain as branches of a drawn tree, each below the one before."""
    lines = _listed_below(lines)
    texts = source.text.split("\n")
    if not any(_is_arrow(text) for text in texts):
        return tuple(lines)
    beside = set(_beside_arrows(texts))
    lines = [line for line in lines if line.cells or not (line.number in beside or _is_arrow(line.body.text))]
    found: list[Line] = []
    place = 0
    while place < len(lines):
        end = place
        while end + 1 < len(lines) and _leads_down(lines[end], lines[end + 1], texts):
            end += 1
        chain = lines[place : end + 1]
        place = end + 1
        is_root = place < len(lines) and _tree_behind(lines, place) > place
        if (
            len(chain) > 1
            and _are_names(chain, _LOW_SHARE if is_root else _SHARE)
            and not _says_otherwise(lines, place - len(chain))
        ):
            found.extend(_branches(chain))
            tree = _tree_behind(lines, place)
            found.extend(replace(line, indent=line.indent + 4 * (len(chain) - 1)) for line in lines[place:tree])
            place = tree
        elif len(chain) > 1 and _says_otherwise(lines, place - len(chain), _UPWARDS):
            continue  # the steps of an escalation or a career: of these none is a heading
        else:
            found.extend(chain)
    return tuple(found)


_REMARK = pattern(r"\s*[│┃|]\s+(?![│┃|├└┌┐┬┴┼]).*[^\s│┃|├└┌┐┬┴┼▼↓]\s*$")


def _beside_arrows(texts: Sequence[str]) -> Iterator[int]:
    """Yield the numbers of lines that only say something of the arrow that they stand beside: │ orders."""
    waiting: list[int] = []
    for number, text in enumerate(texts, 1):
        if _REMARK.match(text) and not text.rstrip().endswith("|"):
            waiting.append(number)
            continue
        if _is_arrow(text) and re.search("[↓⬇⇓⇩▼▽🡓]", text):
            yield from waiting
        elif _is_arrow(text):
            continue
        waiting.clear()


def _tree_behind(lines: Sequence[Line], place: int) -> int:
    """Return where the drawn tree ends that goes on from the last of a chain."""
    while place < len(lines) and lines[place].mark is not None and lines[place].mark.form == TREE:  # type: ignore[union-attr]
        if lines[place].after_blank:
            break
        place += 1
    return place


def _is_arrow(text: str) -> bool:
    return _ARROW.fullmatch(text.strip()) is not None


def _leads_down(line: Line, following: Line, texts: Sequence[str]) -> bool:
    """Whether nothing but arrows stands between two lines without a mark."""
    if line.mark is not None or following.mark is not None or line.cells or following.cells:
        return False
    between = texts[line.number : following.number - 1]
    beside = set(_beside_arrows(between))
    drawn = [text for number, text in enumerate(between, 1) if number not in beside and text.strip()]
    return bool(drawn) and len(_names(line)) == 1 and all(map(_is_arrow, drawn))


def _names(line: Line) -> list[tuple[int, int]]:
    """Return where the names begin and end that stand side by side on a line."""
    begin, found = 0, []
    for gap in _BESIDE.finditer(line.body.text):
        found.append((begin, gap.start()))
        begin = gap.end()
    return [*found, (begin, len(line.body.text))]


def _are_names(chain: Sequence[Line], share: float) -> bool:
    entries = [read_entry(line.body.cut(*span)) for line in chain for span in _names(line)]
    strong = sum(entry.sort in STRONG for entry in entries)
    return strong >= share * len(entries) and all(
        entry.sort not in (Sort.SENTENCE, Sort.ABSTRACT) and len(entry.name) <= _LONGEST for entry in entries
    )


def _says_otherwise(lines: Sequence[Line], place: int, words: re.Pattern[str] = _NO_CHAIN) -> bool:
    return any(words.search(line.body.folded) for line in lines[max(0, place - _BEFORE) : place])


def _branches(chain: Sequence[Line]) -> Iterator[Line]:
    for depth, line in enumerate(chain):
        for begin, end in _names(line):
            mark = Mark(TREE, LAST_BRANCH)
            yield replace(line, mark=mark, indent=4 * depth, body=line.body.cut(begin, end), is_bold=False)


_POINTS = pattern(r"\s*(?:-{1,2}>|=>|→|⇒)\s*")
_BELOW = pattern(rf"(?:[^<>→⇒=]{{2,40}}?{_POINTS.pattern}){{1,6}}[^<>→⇒=]{{2,160}}")
# Drawn so, a path may lead to a page as well, or a stroke to what is said of a name, unless others begin where it does.
_STROKES = pattern(r"\s+[>»›]\s+|\s*(?:——|--)\s*")
_BY_STROKES = pattern(rf"(?:[^<>»›→—=]{{2,40}}?(?:{_STROKES.pattern})){{1,6}}[^<>»›→—=,。;:]{{2,40}}")
_COMMAS = pattern(r"\s*[,、;]\s*")
_FEWEST = 2


def _listed_below(lines: Sequence[Line]) -> Sequence[Line]:
    """Return the lines with those that say with arrows who stands below whom as lists: CEO -> COO -> Sales, Press."""
    lines = tuple(_each_alone(lines))
    found = {place: parts for place, line in enumerate(lines) if (parts := _arrowed(line, _BELOW, _POINTS))}
    found = found or _paths(lines)
    arrows = sum(len(parts) - 1 + _lists_units(parts[-1]) for parts in found.values())
    if arrows < _FEWEST or any(_says_otherwise(lines, place) for place in found):
        return lines
    whole: list[Line] = []
    for place, line in enumerate(lines):
        *above, below = found.get(place, (line.body,))
        if not above:
            whole.append(line)
            continue
        for depth, name in enumerate(above):
            gap = line.after_blank and not depth
            whole.append(replace(line, mark=Mark("-" if depth else "•"), body=name, indent=4 * depth, after_blank=gap))
        listed = below.split(comma.span() for comma in _between(below).finditer(masked(below.folded)))
        item = replace(line, mark=Mark("-"), indent=4 * len(above), after_blank=False)
        whole.extend(replace(item, body=part) for part in listed if part.text)
    return whole


_LABELLED = pattern(
    r"(?:(?P<unit>[^:→>]{2,10}?)(?:组织)?(?:架构|结构|体系|层级|汇报关系|管理链条?)图?:\s*)?(?P<chain>[^:]*→[^:]*)"
)


def _each_alone(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines, each chain of those that hold several on a line of its own: 门店架构:店长→导购。总部:…."""
    for line in lines:
        if line.mark is not None or line.cells or "→" not in line.body.folded or not is_wide(line.body.folded):
            yield line
            continue
        clauses = [
            part for part in line.body.split(stop.span() for stop in _STOPS.finditer(line.body.folded)) if part.text
        ]
        told = [_LABELLED.fullmatch(clause.folded) for clause in clauses]
        if not all(told):
            yield line
            continue
        for number, (clause, chain) in enumerate(zip(clauses, filter(None, told), strict=True)):
            unit = clause.cut(*chain.span("unit")) if chain["unit"] else None
            names = clause.cut(*chain.span("chain"))
            is_unit = unit is not None and judge(unit.folded) is Sort.UNIT
            body = joined((unit, names), "→") if unit is not None and is_unit else names
            yield replace(line, body=body, after_blank=line.after_blank or number > 0)


_STOPS = pattern(r"[。;]\s*")
_STROKED = pattern(r"\s*/\s*")


def _between(below: Passage) -> re.Pattern[str]:
    """Return what stands between the names at the end of a chain: strokes between posts or units, else commas."""
    parts = _STROKED.split(below.folded)
    return _STROKED if len(parts) > 1 and all(judge(part) in STRONG for part in parts) else _COMMAS


def _lists_units(below: Passage) -> bool:
    """Whether a chain ends in several posts or units."""
    parts = [part for part in _between(below).split(below.folded) if part]
    return len(parts) > 1 and all(judge(part) in STRONG for part in parts)


def _paths(lines: Sequence[Line]) -> dict[int, tuple[Passage, ...]]:
    """Return the lines that lead with strokes from one and the same name down to others: 厂长——车间主任——班长."""
    paths = {place: parts for place, line in enumerate(lines) if (parts := _arrowed(line, _BY_STROKES, _STROKES))}
    firsts = [parts[0].folded for parts in paths.values()]
    is_deep = any(len(parts) > _FEWEST for parts in paths.values())
    return {place: parts for place, parts in paths.items() if is_deep and firsts.count(parts[0].folded) >= _FEWEST}


_MOST_STROKES = 7


def _may_be_above(entry: Entry) -> bool:
    """Whether a name in a chain may be that of a unit or post; one that does not say so is written with a capital."""
    is_name = entry.sort in STRONG or (entry.sort is Sort.FIELD and entry.name.text[:1].isupper())
    return is_name and entry.rest is None


def _strokes_in(line: Line, points: re.Pattern[str]) -> int:
    """Return how many strokes a line has, or more than a chain can have: ruled lines are not gone through."""
    return sum(1 for _ in islice(points.finditer(line.body.folded), _MOST_STROKES + 1))


def _arrowed(line: Line, form: re.Pattern[str], points: re.Pattern[str]) -> tuple[Passage, ...]:
    """Return the units or posts that a line without a mark names, each above the next, and last those below them."""
    if line.mark is not None or line.cells or not 0 < _strokes_in(line, points) <= _MOST_STROKES:
        return ()
    if form.fullmatch(line.body.folded) is None:
        return ()
    parts = tuple(line.body.split(arrow.span() for arrow in points.finditer(line.body.folded)))
    entries = [read_entry(part) for part in parts[:-1]]
    strong = sum(entry.sort in STRONG for entry in entries)
    is_named = 2 * strong >= len(entries) and all(map(_may_be_above, entries))
    last = parts[-1].cut(0, next((comma.start() for comma in _COMMAS.finditer(parts[-1].folded)), len(parts[-1])))
    return parts if is_named and (len(parts) == 2 or read_entry(last).sort is not Sort.SENTENCE) else ()
