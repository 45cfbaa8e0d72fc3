"""Read the cards of people that a page calls by a component, name="Ann Lee" role="Treasurer", as rows of a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from orgviz.document.outline.rows import Cells
from orgviz.document.text.passages import Passage, passage
from orgviz.patterns import pattern

_BEGINS = pattern(r"\s*(?:\{\{[<%]-?\s*[\w/.-]+|\{%-?\s*(?:include|render|component)\b|<[A-Z]\w*)(?=\s|$)")
_ENDS = pattern(r"-?[>%]\}\}|%\}|/?>\s*$")
_TAG_ALONE = pattern(r"\s*(?:\{\{[<%].*[>%]\}\}|\{%.*%\}|</?[A-Z]\w*(?:\s[^<>]*)?>)?\s*$")
_VALUE = pattern(r"(?<![\w-])(?P<key>[A-Za-z_]{2,20})\s*=\s*\{?(?P<quote>[\"'])(?P<value>[^\"']{2,80})(?P=quote)")
_PEOPLE = ("name", "person", "fullname", "full_name", "member")
_POSTS = ("role", "position", "job", "jobtitle", "job_title", "title", "post", "office")
_MOST_LINES = 16  # of one component
_FEWEST = 2  # people from which on components are a list of them


@dataclass(frozen=True, slots=True)
class _Card:
    first: int
    last: int
    person: Passage
    post: Passage


def find_component_rows(lines: Sequence[tuple[int, str]]) -> tuple[Mapping[int, tuple[Cells, ...]], frozenset[int]]:
    """Return the rows that stand for components with a person and a post each, and the numbers of all their lines.

    What stands between two of them, if it is nothing but blank lines and other components, parts no table.
    """
    rows: dict[int, tuple[Cells, ...]] = {}
    taken: set[int] = set()
    for run in _runs(lines):
        if len(run) < _FEWEST:
            continue
        first = lines[run[0].first][0]
        header = (passage("Name", first, 1), passage("Position", first, 1))
        for place, card in enumerate(run):
            cells = (card.person, card.post)
            rows[lines[card.first][0]] = (header, cells) if place == 0 else (cells,)
        taken.update(lines[place][0] for place in range(run[0].first, run[-1].last + 1))
    return rows, frozenset(taken)


def _runs(lines: Sequence[tuple[int, str]]) -> list[list[_Card]]:
    """Return the cards, in runs between which nothing else is said."""
    runs: list[list[_Card]] = []
    place = 0
    while place < len(lines):
        card = _card(lines, place)
        if card is None:
            place += 1
            continue
        between = lines[runs[-1][-1].last + 1 : place] if runs else ()
        if runs and all(_TAG_ALONE.match(text) for _, text in between):
            runs[-1].append(card)
        else:
            runs.append([card])
        place = card.last + 1
    return runs


_AS_ADDRESS = pattern(r"[a-zäöüß]{2,}-[a-zäöüß]{2,}(?:-[a-zäöüß]{2,})?")


def _name(value: str) -> str:
    """Return a value as it reads: the name of a person who is written as in an address, ida-roth, with capitals."""
    return value.replace("-", " ").title() if _AS_ADDRESS.fullmatch(value) else value


def _card(lines: Sequence[tuple[int, str]], first: int) -> _Card | None:
    begins = _BEGINS.match(lines[first][1])
    if begins is None:
        return None
    values: dict[str, Passage] = {}
    for place in range(first, min(first + _MOST_LINES, len(lines))):
        number, text = lines[place]
        start = begins.end() if place == first else 0
        for match in _VALUE.finditer(text, start):
            values.setdefault(match["key"].lower(), passage(_name(match["value"]), number, match.start("value") + 1))
        if _ENDS.search(text, start):
            person = next((values[key] for key in _PEOPLE if key in values), None)
            post = next((values[key] for key in _POSTS if key in values), None)
            return None if person is None or post is None else _Card(first, place, person, post)
    return None
