"""Read lines that each list behind a unit what belongs to it: Sales (30): Inside Sales (18), Field Sales (12)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from orgviz.document.names.crew import tells_who
from orgviz.document.names.entry import masked, read_entry
from orgviz.document.names.judging import STRONG, Sort, is_known_field, is_wide, judge
from orgviz.document.names.notes import read_notes
from orgviz.document.names.people import is_person
from orgviz.document.names.promises import Promise, promise_of
from orgviz.document.names.team_topics import is_team_topic
from orgviz.document.outline.line import TREE, Line
from orgviz.document.text.capitals import have_capitals
from orgviz.document.text.marks import Mark
from orgviz.document.text.passages import Passage
from orgviz.patterns import pattern

_BULLET = Mark("•")
_FEWEST = 2  # lines that are made so
_LONGEST = 200  # characters
_LONGEST_NAME = 40
_MOST_WORDS = 5
_SHARE = 0.6  # of the names on all lines together that must be known ones
_LOW_SHARE = 0.5  # where all names before a colon are
_KEYED = pattern(r"(?P<name>[^:;]{2,60}?)(?:\s*:\s*|\s[-–—]\s)(?P<listed>[^:;?!]{2,})")
_BETWEEN = pattern(r"\s*[,、]\s*(?:and\s|&\s)?|\s+and\s+|\s*和\s*")
_COUNT = pattern(r"\s*\(\s*(?:x\s*)?\d{1,4}\s*(?:人|名|位|people|staff|fte|hc)?\s*\)$")
_STOPPED = pattern(r"[.。]\s|\.$")
_ENTRY = pattern(r"[^:]{2,40}:\s")


@dataclass(frozen=True, slots=True)
class _Keyed:
    """A line with what it lists.

    Args:
        is_known: whether the name before the colon is known for that of a unit, or of a class.
        strong, known, counted: how many of the listed say what they are, are known fields, have a number of people.
    """

    name: Passage
    listed: tuple[Passage, ...]
    is_known: bool
    strong: int
    known: int
    counted: int


def keyed_lists(lines: Sequence[Line]) -> Sequence[Line]:
    """Return the lines with each such list below its name, where several follow each other and nothing like them."""
    keyed = [_keyed(line) for line in lines]
    found: list[Line] = []
    for run in _runs(lines, keyed):
        told = [one for one in keyed[run.start : run.stop] if one is not None]
        if len(told) == len(run) and _are_units(told) and not _go_on(lines, run):
            found.extend(part for place, one in zip(run, told, strict=True) for part in _nested(lines[place], one))
        else:
            found.extend(lines[run.start : run.stop])
    return found


def _runs(lines: Sequence[Line], keyed: Sequence[_Keyed | None]) -> Iterator[range]:
    """Yield where lines of one form with a list each follow each other; others alone."""
    begin = 0
    for place in range(1, len(lines) + 1):
        is_end = place == len(lines) or keyed[place] is None or keyed[place - 1] is None
        if is_end or not _is_alike(lines[place - 1], lines[place]):
            yield range(begin, place)
            begin = place


def _is_alike(one: Line, other: Line) -> bool:
    forms = {line.mark.form if line.mark is not None else "" for line in (one, other)}
    return one.indent == other.indent and len(forms) == 1 and "#" not in forms and TREE not in forms


def _go_on(lines: Sequence[Line], run: range) -> bool:
    """Whether right before or behind them stand lines of their form with a colon, of which they are but some."""
    before = run.start > 0 and not lines[run.start].after_blank and _is_entry(lines[run.start - 1], lines[run.start])
    behind = run.stop < len(lines) and not lines[run.stop].after_blank and _is_entry(lines[run.stop], lines[run.start])
    return before or behind


def _is_entry(line: Line, beside: Line) -> bool:
    return not line.cells and _is_alike(line, beside) and _ENTRY.match(line.body.folded) is not None


def _keyed(line: Line) -> _Keyed | None:
    """Return what a line lists behind a name and a colon; nothing where it has another form."""
    folded = line.body.folded
    match = _KEYED.fullmatch(folded) if not line.cells and len(folded) <= _LONGEST else None
    if match is None or _STOPPED.search(folded):
        return None
    name, listed = line.body.cut(*match.span("name")), line.body.cut(*match.span("listed"))
    if tells_who(listed):
        return None  # Clerk Ann Lee, Porter Bob Stone
    breaks = (sign.span() for sign in _BETWEEN.finditer(masked(listed.folded)))
    parts = tuple(part for part in listed.split(breaks) if part.text)
    if not parts or not all(map(_may_be_name, parts)) or not _may_be_name(name):
        return None
    bare = [_bare(part) for part in parts]
    sorts = [judge(part.folded) for part in bare]
    topics = sum(is_team_topic(part.folded) for part in bare)
    if sum(sort in (*STRONG, Sort.FIELD) for sort in sorts) + topics < len(parts) or topics == len(parts):
        return None
    return _Keyed(
        name=name,
        listed=parts,
        is_known=_is_unit(_bare(name)) or _is_class(name),
        strong=sum(sort in STRONG for sort in sorts),
        known=topics + sum(_is_field(sort, part) for sort, part in zip(sorts, bare, strict=True)),
        counted=sum(_COUNT.search(part.folded) is not None for part in parts),
    )


def _is_field(sort: Sort, name: Passage) -> bool:
    return sort is Sort.FIELD and is_known_field(name.folded)


def _bare(name: Passage) -> Passage:
    """Return a name without what is noted behind it, such as how many there are."""
    count = _COUNT.search(name.folded)
    return read_notes(name.cut(0, count.start()) if count else name).name


def _may_be_name(name: Passage) -> bool:
    """Whether a text is short and in capitals, as names are; in wide letters, short."""
    bare = _bare(name)
    if not bare.text or len(name) > _LONGEST_NAME or is_person(bare.text, bare.folded):
        return False
    words = bare.text.split()
    return is_wide(bare.folded) or (len(words) <= _MOST_WORDS and have_capitals(words))


def _is_unit(name: Passage) -> bool:
    entry = read_entry(name)
    is_field = entry.sort is Sort.FIELD and is_known_field(name.folded)
    return entry.rest is None and (entry.sort is Sort.UNIT or is_field)


def _is_class(name: Passage) -> bool:
    """Whether a name sorts units or posts: Officers, Committees."""
    return judge(name.folded) is Sort.GENERIC and promise_of(name.folded) in (Promise.UNITS, Promise.POSTS)


def _are_units(keyed: Sequence[_Keyed]) -> bool:
    """Whether lines list the posts or the units of units, by the names in all of them together."""
    names = sum(len(one.listed) for one in keyed)
    counted = sum(one.counted for one in keyed)
    if len(keyed) < _FEWEST or max(len(one.listed) for one in keyed) < _FEWEST:
        return False
    if any(is_wide(one.name.folded) for one in keyed) and counted < names:
        return False  # 行政部:人事、后勤 is what a department does
    units = sum(one.is_known for one in keyed)
    share = _SHARE if units < len(keyed) else _LOW_SHARE
    return units >= _SHARE * len(keyed) and (
        counted == names or sum(one.strong + one.known for one in keyed) >= share * names
    )


def _nested(line: Line, keyed: _Keyed) -> Iterator[Line]:
    yield replace(line, mark=line.mark or _BULLET, body=keyed.name, is_bold=False, lead=0)
    for part in keyed.listed:
        count = _COUNT.search(part.folded) if is_wide(part.folded) else None
        yield line.item_below(part.cut(0, count.start()) if count else part)
