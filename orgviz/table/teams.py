"""Read teams from data files: lists, nested children, mappings from name to team, a file for each team.

A team becomes a unit, its leads the heads of it, its members people in it. Parents are named in the child
(``parent``, ``subteam-of``) or hold their children (``children``, ``teams``), or both. Where no team of the
files has leads or members, whoever has a name and a title beside it is a position with its holder.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Sequence as Listing
from dataclasses import dataclass, field

from orgviz.diagnostics import Findings
from orgviz.model import NodeKind
from orgviz.source import entries
from orgviz.source.entries import Entry, Scalar, Sequence
from orgviz.table import cells
from orgviz.table.bare_names import read_bare_names
from orgviz.table.departments import set_parents
from orgviz.table.items import Item, text_like, to_entries
from orgviz.table.references import Register, composed, cut_loops
from orgviz.table.team_keys import TeamKeys, is_called, is_null, list_in, looks_like_teams, rows_of
from orgviz.table.team_roles import roles_of
from orgviz.table.titled_people import titled_beside
from orgviz.table.words import words
from orgviz.text import SourceText, Span
from orgviz.wording import listed, quoted

__all__ = ["looks_like_teams", "rows_of", "tie_teams"]

SHOWN_KEYS = 20


@dataclass(frozen=True, slots=True)
class _Task:
    """An entry that may be a team, what it stands in, and the key in front of it."""

    entry: Entry
    parent: Item | None
    key: Scalar | None = None


@dataclass(slots=True)
class _Teams:
    """All teams so far, what is still to be looked up once all are known, and their people."""

    keys: TeamKeys
    has_people: bool
    items: list[Item] = field(default_factory=list)
    people: list[Item] = field(default_factory=list)
    parents: dict[int, Scalar] = field(default_factory=dict)
    named_children: list[tuple[Item, Scalar]] = field(default_factory=list)

    def read(self, root: Entry) -> None:
        """Read one file; nesting is followed with a stack."""
        self.people += [self._person(None, one, head=False) for one in titled_beside(root)]
        waiting = [_Task(list_in(root) or root, None)]
        while waiting:
            task = waiting.pop()
            if isinstance(task.entry, Sequence):
                below = [_Task(item, task.parent) for item in task.entry.items]
            elif isinstance(task.entry, entries.Mapping):
                below = self._mapping(task, task.entry)
            else:
                below = self._text(task, task.entry)
            waiting.extend(reversed(below))

    def _text(self, task: _Task, text: Scalar) -> list[_Task]:
        if task.key is not None and is_null(text):
            self._add(Item(kind=NodeKind.UNIT, name=task.key, parent=task.parent))
        elif task.parent is not None and not is_null(text) and task.key is None:
            self.named_children.append((task.parent, text))
        return []

    def _mapping(self, task: _Task, team: entries.Mapping) -> list[_Task]:
        names = self.keys.names(team) or ([task.key] if task.key else [])
        if not names:
            below = self.keys.children(team) or (list_in(team) if task.parent is None else None)
            if below is not None:
                return [_Task(below, task.parent)]
            return [self._keyed(key, value, task.parent) for key, value in team.pairs if not _is_text(value)]
        item = self._item(team, names, task)
        self._add(item)
        parent = self.keys.find(team, "parent")
        parent_name = self._name(parent) if parent is not None else None
        if parent_name is not None and item.parent is None:
            self.parents[id(item)] = parent_name
        self._add_people(item, team)
        roles = roles_of(team) if item.kind is NodeKind.UNIT else ()
        self.people += [Item(kind=NodeKind.POSITION, name=role, parent=item) for role in roles]
        children = self.keys.children(team)
        return [_Task(children, item)] if children is not None and not _is_text(children) else []

    def _keyed(self, key: Scalar, value: Entry, parent: Item | None) -> _Task:
        """Read ``name: team``, or ``name: [member, member]``."""
        if isinstance(value, Sequence) and all(isinstance(item, Scalar) for item in value.items):
            unit = Item(kind=NodeKind.UNIT, name=key, parent=parent)
            self._add(unit)
            self.people += [self._person(unit, one, head=False) for one in _listed(value)]
            return _Task(Sequence((), value.span), unit)
        return _Task(value, parent, key)

    def _item(self, team: entries.Mapping, names: list[Scalar], task: _Task) -> Item:
        title = self.keys.scalar(team, "title")
        if self.has_people or title is None or title.text == names[0].text:
            item = Item(kind=self._kind(team, names[0], task), name=names[0], parent=task.parent)
        elif _ends_as_unit(names[0]):
            item = Item(kind=NodeKind.UNIT, name=names[0], parent=task.parent)
            self.people.append(Item(kind=NodeKind.POSITION, name=title, parent=item, head=True))
        else:
            item = Item(kind=NodeKind.POSITION, name=title, parent=task.parent, holders=cells.people(names[0]))
        item.aliases = [name.text for name in names[1:]] + ([task.key.text] if task.key else [])
        duty = self.keys.find(team, "duty")
        texts = [text for text in ([duty] if isinstance(duty, Scalar) else _listed(duty)) if isinstance(text, Scalar)]
        if texts and texts[0].text != names[0].text:
            item.set_text("duty", text_like(texts[0], "\n".join(text.text for text in texts)))
        return item

    def _kind(self, team: entries.Mapping, name: Scalar, task: _Task) -> NodeKind:
        """Return what is named below a unit without more: a post where its name ends as one, as 财务总监 does."""
        is_more = any(self.keys.find(team, role) is not None for role in ("children", "lead", "members"))
        is_post = task.parent is not None and not is_more and _ends_as_post(name)
        return NodeKind.POSITION if is_post else NodeKind.UNIT

    def _add(self, item: Item) -> None:
        self.items.append(item)

    def _name(self, entry: Entry) -> Scalar | None:
        """Return the name of what is referred to, by a text or by a mapping with its name."""
        if isinstance(entry, entries.Mapping):
            return next(iter(self.keys.names(entry)), None)
        return entry if isinstance(entry, Scalar) and not is_null(entry) else None

    def _add_people(self, unit: Item, team: entries.Mapping) -> None:
        if unit.kind is not NodeKind.UNIT:
            return
        leads, members = self.keys.find(team, "lead"), self.keys.find(team, "members")
        heads = [self._person(unit, one, head=True) for one in _listed(leads)]
        names = {composed(_called(head).text) for head in heads}
        others = [self._person(unit, one, head=False) for one in _listed(members) if not _is_count(one)]
        self.people += [*heads, *(one for one in others if composed(_called(one).text) not in names)]

    def _person(self, unit: Item | None, entry: Entry, *, head: bool) -> Item:
        """Return a person, or the position of one whose title is told."""
        plain = TeamKeys({})
        told = entry if isinstance(entry, entries.Mapping) else None
        name = plain.scalar(told, "person") if told else None
        title = plain.scalar(told, "title") if told else None
        if told is None or title is None:
            name = name or (entry if isinstance(entry, Scalar) else _first_text(entry))
            return Item(kind=NodeKind.PERSON, name=next(iter(cells.people(name)), name), parent=unit, head=head)
        holders = cells.people(name) or cells.vacancy(plain.scalar(told, "status"))
        item = Item(kind=NodeKind.POSITION, name=title, parent=unit, holders=holders, head=head)
        item.set_text("seats", cells.plain_number(plain.scalar(told, "seats")))
        item.set_text("status", cells.status(plain.scalar(told, "status")))
        return item


def _ends_as_unit(name: Scalar) -> bool:
    return words().ends("unit_ends", name.text) and not words().ends("post_ends", name.text)


def _ends_as_post(name: Scalar) -> bool:
    return not name.text.isascii() and words().ends("post_ends", name.text) and not words().ends("unit_ends", name.text)


def tie_teams(
    files: Listing[tuple[SourceText, Entry]], columns: Mapping[str, str], findings: Findings
) -> entries.Mapping | None:
    """Return the teams of one or several files as one organisation; reports files in which no team is found."""
    keys = TeamKeys(columns)
    entries_of = [(source, read_bare_names(entry) or entry) for source, entry in files]
    roots = [_with_name(source, entry, keys, is_alone=len(files) == 1) for source, entry in entries_of]
    teams = _Teams(keys, _has_people(roots, keys))
    for root in roots:
        teams.read(root)
    teams.items.extend(_add_named_children(teams))
    if not teams.items:
        _tell_no_teams(files, findings)
        return None
    added = set_parents(teams.items, teams.parents, findings)
    cut_loops(teams.items, teams.parents, findings)
    return to_entries([*teams.people, *added, *teams.items], _title(roots, keys), files[0][0].path)


def _title(roots: Listing[Entry], keys: TeamKeys) -> Scalar | None:
    """Return the organisation that a plain key beside the list of teams names, or a title over it."""
    root = roots[0]
    if len(roots) > 1 or not isinstance(root, entries.Mapping):
        return None
    if is_called(root):
        return keys.names(root)[0] if list_in(root) is not None else None
    return keys.scalar(root, "organisation")


def _with_name(source: SourceText, root: Entry, keys: TeamKeys, *, is_alone: bool) -> Entry:
    """Give a team without a name, in a file of its own, the name of the file."""
    if is_alone or not isinstance(root, entries.Mapping) or keys.names(root):
        return root
    if all(keys.find(root, role) is None for role in ("lead", "members", "parent")):
        return root
    stem = source.path.replace("\\", "/").rpartition("/")[2].rpartition(".")[0]
    name = (Scalar("name", root.span), Scalar(stem, root.span))
    return entries.Mapping((name, *root.pairs), root.span)


def _has_people(roots: Iterable[Entry], keys: TeamKeys) -> bool:
    """Tell whether any team has leads or members."""
    waiting = list(roots)
    while waiting:
        entry = waiting.pop()
        if isinstance(entry, Sequence):
            waiting.extend(entry.items)
        elif isinstance(entry, entries.Mapping):
            if any(keys.find(entry, role) is not None for role in ("lead", "members")):
                return True
            waiting.extend(value for _, value in entry.pairs)
    return False


def _add_named_children(teams: _Teams) -> Iterator[Item]:
    """Hang teams below those that name them as children; a name without a team is a team of its own."""
    register = Register(teams.items, Findings())
    for parent, name in teams.named_children:
        found = [item for item in register.look_up(name.text) if item is not parent]
        if len(found) != 1:
            yield Item(kind=NodeKind.UNIT, name=name, parent=parent)
        elif found[0].parent is None and id(found[0]) not in teams.parents:
            found[0].parent = parent


def _listed(entry: Entry | None) -> list[Entry]:
    """Return the items of a list, the names in a text, or ``name: title`` of a mapping as mappings."""
    if isinstance(entry, Sequence):
        return [item for item in entry.items if not is_null(item) and not isinstance(item, Sequence)]
    if isinstance(entry, Scalar):
        return [] if is_null(entry) else list(cells.split_names(entry))
    if entry is None or any(TeamKeys({}).scalar(entry, role) is not None for role in ("person", "title")):
        return [entry] if entry is not None else []
    return [
        entries.Mapping(((Scalar("name", key.span), key), (Scalar("title", key.span), value)), key.span)
        for key, value in entry.pairs
    ]


def _first_text(entry: Entry) -> Scalar:
    """Return the first text of a mapping; what has none is called by a question mark."""
    pairs = entry.pairs if isinstance(entry, entries.Mapping) else ()
    return next(
        (value for _, value in pairs if isinstance(value, Scalar) and not is_null(value)), Scalar("?", entry.span)
    )


def _called(item: Item) -> Scalar:
    return item.holders[0] if item.holders else item.name


def _is_text(entry: Entry) -> bool:
    return isinstance(entry, Scalar) and not entry.null


def _is_count(entry: Entry) -> bool:
    return isinstance(entry, Scalar) and entry.text.strip().isdigit()


def _tell_no_teams(files: Listing[tuple[SourceText, Entry]], findings: Findings) -> None:
    source, root = files[0]
    first = root.items[0] if isinstance(root, Sequence) and root.items else root
    names = [quoted(key.text) for key, _ in first.pairs][:SHOWN_KEYS] if isinstance(first, entries.Mapping) else []
    findings.error(
        "no-columns",
        f"no key says what a team is called; the keys are {listed(names, 'and')}" if names else "no team stands here",
        root.span if isinstance(root, entries.Mapping | Sequence) else Span(source.path, 1, 1),
        f"say what they mean: --map name={first.pairs[0][0].text}"
        if isinstance(first, entries.Mapping) and names
        else None,
    )
