"""Find in a mapping of a data file what plays which role: name, leads, members, parent, children, duty."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from orgviz.diagnostics import Findings
from orgviz.source import entries
from orgviz.source.entries import Entry, Scalar, Sequence
from orgviz.table.bare_names import read_bare_names
from orgviz.table.columns import recognise
from orgviz.table.headerless import recognise_without_header
from orgviz.table.sheet import Row, Sheet, make_cell
from orgviz.table.team_roles import roles_of
from orgviz.table.titled_people import posts_of, without_titled
from orgviz.table.words import fold_word, words

ROLES = ("lead", "members", "parent", "children")
# The language's own keys at the top of a file, and further down: a file with these is none of ours to read.
_RESERVED = ("version", "units", "positions", "types", "links", "nodes", "edges", "lang")
_OWN = (
    "name", "id", "type", "head", "duty", "status", "from", "until", "url", "dotted_to", "assistants", "members",
    "positions", "units", "title", "holder", "seats", "reports", "reports_to",
)  # fmt: skip
_PARENTS = ("parent", "parent_id", "parent_any", "manager", "manager_id", "boss")


@dataclass(frozen=True, slots=True)
class TeamKeys:
    """Which key plays which role: by the user's word (``people.leads`` is one inside another), else by its name."""

    columns: Mapping[str, str]

    def find(self, team: entries.Mapping, role: str) -> Entry | None:
        """Return what stands behind the first key of a role; mappings such as ``people`` are looked into."""
        if role in self.columns:
            return _at_path(team, self.columns[role])
        names = words().keys[role]
        posts = posts_of(team) if role == "members" else None
        if posts is not None:
            return posts
        for part in _parts(team):
            for key, value in part.pairs:
                if fold_word(key.text) in names and not is_null(value) and not _is_nested(key, value):
                    return value
        return None

    def children(self, team: entries.Mapping) -> Entry | None:
        """Return the teams that a mapping holds, also below a key in the singular: [[department.team]]."""
        found = self.find(team, "children")
        if found is not None:
            return found
        names = words().keys["name"]
        lists = (value for key, value in team.pairs if isinstance(value, Sequence) and fold_word(key.text) in names)
        return next((value for value in lists if value.items and _are_named(value)), None)

    def scalar(self, team: entries.Mapping, role: str) -> Scalar | None:
        """Return the text that plays a role."""
        found = self.find(team, role)
        return found if isinstance(found, Scalar) and found.text.strip() else None

    def names(self, team: entries.Mapping) -> list[Scalar]:
        """Return all that a team is called: first what is meant to be shown, then the others."""
        if "name" in self.columns:
            found = [self.scalar(team, "name")]
        else:
            own, *nested = [_scalars(part, "name") for part in _parts(team)]
            shown = [*_scalars(team, "display"), *(name for part in nested for name in part)]
            found = [*shown, *own, *([] if own or shown else _scalars(team, "title"))]
        found += _scalars(team, "alias")
        return list({name.text: name for name in found if name is not None}.values())


def list_in(root: Entry) -> Sequence | None:
    """Return the one list of mappings of a mapping; beside it may stand texts and lists of texts, such as a title.

    A mapping with a name that has leads, members, parents or children is none that only holds a list.
    """
    if not isinstance(root, entries.Mapping) or _is_one_of_several(root):
        return None
    root = without_titled(root)
    lists = [value for _, value in root.pairs if isinstance(value, Sequence) and not _is_plain(value)]
    others = [value for _, value in root.pairs if not isinstance(value, Sequence | Scalar)]
    if len(lists) != 1 or others or (is_called(root) and not _are_named(lists[0])):
        return None
    return lists[0]


def _are_named(values: Sequence) -> bool:
    return all(isinstance(item, entries.Mapping) and TeamKeys({}).names(item) for item in values.items)


def _is_one_of_several(root: entries.Mapping) -> bool:
    """Whether a mapping with a name says more of what is called so than a title does: its lead, its id."""
    keys = TeamKeys({})
    return is_called(root) and (
        any(keys.find(root, role) is not None for role in ROLES) or bool(_scalars(root, "alias"))
    )


def is_called(root: entries.Mapping) -> bool:
    """Whether a mapping has a name or title; a code alone may be that of an answer: {code: 0, data: […]}."""
    return any(_scalars(root, role) for role in ("name", "display", "title"))


def _is_plain(values: Sequence) -> bool:
    return all(isinstance(item, Scalar) for item in values.items)


def is_null(entry: Entry) -> bool:
    """Tell whether nothing stands in a place."""
    return isinstance(entry, Scalar) and (entry.null or not entry.text.strip())


def _is_nested(key: Scalar, value: Entry) -> bool:
    return isinstance(value, entries.Mapping) and fold_word(key.text) in words().keys["nested"]


def _parts(team: entries.Mapping) -> Iterator[entries.Mapping]:
    """Yield a mapping, then those inside it that only sort its keys."""
    yield team
    for key, value in team.pairs:
        if _is_nested(key, value):
            assert isinstance(value, entries.Mapping)
            yield value


def _scalars(part: entries.Mapping, role: str) -> list[Scalar]:
    names = words().keys[role]
    return [
        value
        for key, value in part.pairs
        if fold_word(key.text) in names and isinstance(value, Scalar) and not is_null(value)
    ]


def _at_path(team: entries.Mapping, path: str) -> Entry | None:
    """Return what stands behind a key; dots lead into further mappings, unless a key has them in its name."""
    wanted: list[str] = [path]
    found: Entry = team
    while wanted:
        if not isinstance(found, entries.Mapping):
            return None
        known = {fold_word(key.text): value for key, value in found.pairs}
        part = wanted.pop(0)
        if fold_word(part) in known:
            found = known[fold_word(part)]
        elif "." in part:
            wanted = part.split(".", 1)
        else:
            return None
    return found


def looks_like_teams(root: entries.Mapping | entries.Sequence) -> bool:
    """Tell whether YAML or JSON, in which nothing of our language stands, describes teams or rows of a table.

    It must name what each is, and use a word for leads, members, parents or children that our language does
    not have: so a file of ours with a mistake in it stays one.
    """
    if read_bare_names(root) is not None:
        return True
    if isinstance(root, Sequence):
        return _is_list_of_teams(root)
    names = {key.text for key, _ in root.pairs}
    if names & set(_RESERVED):
        return False
    if _is_team(root):
        return True
    listed = list_in(root)
    if listed is not None:
        return _is_list_of_teams(listed)
    inner = [value for _, value in root.pairs if isinstance(value, entries.Mapping)]
    known = [team for team in inner if _evidence(team) or _holds_teams(team)]
    others = [value for _, value in root.pairs if isinstance(value, Scalar) and not value.null]
    return bool(inner) and 2 * len(known) >= len(inner) and len(others) <= 2


def _holds_teams(team: entries.Mapping) -> bool:
    """Whether a mapping holds nothing but teams by their keys: departments: {sales: {name: Sales, lead: Ann}}."""
    inner = [value for _, value in team.pairs if isinstance(value, entries.Mapping)]
    return bool(inner) and len(inner) == len(team.pairs) and all(map(_is_team, inner))


def _is_list_of_teams(items: Sequence) -> bool:
    if any(isinstance(item, entries.Mapping) and _is_team(item) for item in items.items):
        return True
    sheet = rows_of(items, items.span.path)
    return sheet is not None and any(cell and cell.text not in _OWN for cell in sheet.rows[0])


def _is_team(team: entries.Mapping) -> bool:
    return bool(TeamKeys({}).names(team)) and _evidence(team)


def _evidence(team: entries.Mapping) -> bool:
    """Tell whether a mapping has a role under a name that our language does not have."""
    if posts_of(team) is not None:
        return True
    if any(
        key.text in ("units", "positions", "reports", "reports_to", "assistants", "holder") for key, _ in team.pairs
    ):
        return False
    return bool(roles_of(team)) or any(
        fold_word(key.text) in words().keys[role] and key.text not in _OWN and not is_null(value)
        for part in _parts(team)
        for key, value in part.pairs
        for role in ROLES
    )


def rows_of(root: Entry, path: str) -> Sheet | None:
    """Return a list of flat mappings as a table, where its keys are known as columns of people or parents.

    A list of lists is one without a header.
    """
    root = list_in(root) or root
    if not isinstance(root, Sequence) or not root.items:
        return None
    if isinstance(root.items[0], Sequence):
        return _rows_of_lists(root, path)
    places: dict[str, int] = {}
    header: list[Scalar] = []
    rows: list[Row] = []
    for item in root.items:
        if not isinstance(item, entries.Mapping):
            return None
        row: dict[int, Scalar | None] = {}
        for key, value in (pair for part in _parts(item) for pair in part.pairs):
            if isinstance(value, entries.Mapping) and _is_nested(key, value):
                continue
            if not isinstance(value, Scalar):
                return None
            if key.text not in places:
                places[key.text] = len(header)
                header.append(key)
            row[places[key.text]] = None if value.null else make_cell(value.text, value.span)
        rows.append(tuple(row.get(place) for place in range(len(header))))
    sheet = Sheet(path=path, rows=(tuple(header), *(row for row in rows if any(row))), has_header=True)
    table = recognise(sheet, {}, Findings())
    return sheet if table is not None and (table.is_people or table.has(*_PARENTS)) else None


def _rows_of_lists(root: Sequence, path: str) -> Sheet | None:
    rows: list[Row] = []
    for item in root.items:
        cells = item.items if isinstance(item, Sequence) else ()
        if len(cells) < 2 or not all(isinstance(cell, Scalar) for cell in cells):
            return None
        known = (cell for cell in cells if isinstance(cell, Scalar))
        rows.append(tuple(None if cell.null else make_cell(cell.text, cell.span) for cell in known))
    sheet = Sheet(path=path, rows=tuple(rows))
    return sheet if recognise(sheet, {}, Findings()) or recognise_without_header(sheet) else None
