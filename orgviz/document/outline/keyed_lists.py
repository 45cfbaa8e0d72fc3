"""Read lines that each list behind a unit what belongs to it: Sales (30): Inside Sales (18), Field Sales (12)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from orgviz.document.names.crew import tells_who
from orgviz.document.names.entry import masked, read_entry
from orgviz.document.names.judging import STRONG, Sort, is_known_field, is_wide, judge
from orgviz.document.names.notes import read_notes
from orgviz.document.names.people import is_person
from orgviz.document.outline.line import TREE, Line
from orgviz.document.text.capitals import have_capitals
from orgviz.document.text.marks import Mark
from orgviz.document.text.passages import Passage
from orgviz.patterns import pattern

_BULLET = Mark("•")
_STEP = 2
_FEWEST = 2  # lines that are made so
_LONGEST = 200  # characters
_LONGEST_NAME = 40
_MOST_WORDS = 5
_SHARE = 0.6  # of the names on all lines together that must be known ones
_KEYED = pattern(r"(?P<name>[^:;]{2,60}?)\s*:\s*(?P<listed>[^:;?!]{2,})")
_BETWEEN = pattern(r"\s*[,、]\s*(?:and\s|&\s)?|\s+and\s+|\s*和\s*")
_COUNT = pattern(r"\s*\(\s*(?:x\s*)?\d{1,4}\s*(?:人|名|位|people|staff|fte|hc)?\s*\)$")
_STOPPED = pattern(r"[.。]\s|\.$")


@dataclass(frozen=True, slots=True)
class _Keyed:
    """A line with what it lists; whether the name before the colon, and how many of the listed, are known for names."""

    name: Passage
    listed: tuple[Passage, ...]
    is_known: bool
    strong: int
    known: int
    counted: int


def keyed_lists(lines: Sequence[Line]) -> Sequence[Line]:
    """Return the lines with each such list below its name, where several follow each other."""
    found: list[Line] = []
    for run in _runs(lines):
        keyed = [one for line in run if (one := _keyed(line)) is not None]
        found.extend(part for line, one in zip(run, keyed, strict=True) for part in _nested(line, one)) if _are_units(
            run, keyed
        ) else found.extend(run)
    return found


def _runs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield the lines in runs of one form with a list each; others alone."""
    run: list[Line] = []
    for line in lines:
        if run and not (_keyed(line) and _keyed(run[-1]) and _is_alike(run[-1], line)):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _is_alike(one: Line, other: Line) -> bool:
    forms = {line.mark.form if line.mark is not None else "" for line in (one, other)}
    return one.indent == other.indent and len(forms) == 1 and "#" not in forms and TREE not in forms


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
    if any(sort not in (*STRONG, Sort.FIELD) for sort in sorts):
        return None
    return _Keyed(
        name=name,
        listed=parts,
        is_known=_is_unit(_bare(name)),
        strong=sum(sort in STRONG for sort in sorts),
        known=sum(sort is Sort.FIELD and is_known_field(part.folded) for sort, part in zip(sorts, bare, strict=True)),
        counted=sum(_COUNT.search(part.folded) is not None for part in parts),
    )


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


def _are_units(run: Sequence[Line], keyed: Sequence[_Keyed]) -> bool:
    """Whether lines list the posts or the units of units, by the names in all of them together."""
    if len(keyed) < _FEWEST or len(keyed) < len(run):
        return False
    names = sum(len(one.listed) for one in keyed)
    units = sum(one.is_known for one in keyed)
    counted = sum(one.counted for one in keyed)
    is_wide_run = any(is_wide(line.body.folded) for line in run)
    if is_wide_run and counted < names:
        return False  # 行政部:人事、后勤 is what a department does
    if units < _SHARE * len(keyed) or max(len(one.listed) for one in keyed) < _FEWEST:
        return False
    return counted == names or sum(one.strong + one.known for one in keyed) >= _SHARE * names


def _nested(line: Line, keyed: _Keyed) -> Iterator[Line]:
    yield replace(line, mark=line.mark or _BULLET, body=keyed.name, is_bold=False, lead=0)
    for part in keyed.listed:
        count = _COUNT.search(part.folded) if is_wide(part.folded) else None
        name = part.cut(0, count.start()) if count else part
        below = replace(line, mark=_BULLET, indent=line.indent + _STEP, body=name)
        yield replace(below, is_bold=False, lead=0, after_blank=False)
