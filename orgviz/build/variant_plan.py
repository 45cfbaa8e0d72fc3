"""An organisation that is being changed: its drafts, who stands below whom, and the links between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field

from orgviz.build.drafts import Draft, draft_of
from orgviz.build.references import composed
from orgviz.diagnostics import Findings
from orgviz.lean import dataclass
from orgviz.model import Edge, EdgeKind, NodeKind, Org
from orgviz.source.entries import Scalar
from orgviz.wording import nearest, quoted

PATH_SIGN = "/"


@dataclass(slots=True)
class Line:
    """A link whose ends are places of drafts."""

    source: int
    target: int
    edge: Edge


@dataclass(slots=True)
class Plan:
    """The drafts in the order of the file, those that are gone as ``None``; links; and how drafts are found.

    Args:
        drafts: `parent` is a place in this list.
        children: by place of the parent (``None`` for roots), in their order.
        names: by id, and by composed name, the places that are or were called so.
    """

    drafts: list[Draft | None]
    children: dict[int | None, list[int]]
    lines: list[Line]
    ids: dict[str, int] = field(default_factory=dict)
    names: dict[str, list[int]] = field(default_factory=dict)
    suggested: int = 0

    def draft(self, place: int) -> Draft:
        """Return the draft at a place where one still stands."""
        draft = self.drafts[place]
        assert draft is not None
        return draft

    def add(self, draft: Draft, parent: int | None) -> int:
        """Put a new draft last below a parent, and return its place."""
        place = len(self.drafts)
        draft.parent = draft.nested_in = parent
        self.drafts.append(draft)
        self.children.setdefault(parent, []).append(place)
        self.call(place)
        return place

    def graft(self, drafts: Iterable[Draft], parent: int | None) -> list[int]:
        """Put new drafts last below a parent, and return the places of those that stand directly below it.

        Args:
            drafts: `nested_in` is a place among them.
        """
        places: list[int] = []
        on_top: list[int] = []
        for draft in drafts:
            above = draft.nested_in
            places.append(self.add(draft, parent if above is None else places[above]))
            if above is None:
                on_top.append(places[-1])
        return on_top

    def call(self, place: int) -> None:
        """Let a draft be found by its id and its name."""
        draft = self.draft(place)
        if draft.id is not None:
            self.ids.setdefault(draft.id.text, place)
        known = self.names.setdefault(composed(draft.name), [])
        if place not in known:
            known.append(place)

    def move(self, place: int, parent: int | None, at: int | None = None) -> None:
        """Hang a draft below another one, at a place among its children, last where none is given.

        Who leads, leads a unit, and who assists, assists somebody: at the top it is a post like any other.
        """
        draft = self.draft(place)
        self.children[draft.parent].remove(place)
        draft.parent = draft.nested_in = parent
        draft.head = draft.head and parent is not None and self.draft(parent).kind is NodeKind.UNIT
        draft.assistant = draft.assistant and parent is not None
        siblings = self.children.setdefault(parent, [])
        siblings.insert(len(siblings) if at is None else at, place)

    def below(self, place: int) -> Iterator[int]:
        """Yield a place and all below it, each after its parent."""
        waiting = [place]
        while waiting:
            one = waiting.pop()
            yield one
            waiting.extend(reversed(self.children.get(one, ())))

    def remove(self, place: int) -> None:
        """Take a draft away with all below it, and every link that ends there."""
        gone = set(self.below(place))
        self.children[self.draft(place).parent].remove(place)
        for one in gone:
            self.drafts[one] = None
            self.children.pop(one, None)
        self.lines = [line for line in self.lines if line.source not in gone and line.target not in gone]

    def find(self, reference: Scalar, findings: Findings) -> int | None:
        """Return what an id, a name that stands once, or a path of names means; report anything else."""
        wanted = composed(reference.text.strip())
        place = self.ids.get(wanted)
        if place is not None and self.drafts[place] is not None:
            return place
        found = [one for one in self.names.get(wanted, ()) if self.drafts[one] is not None]
        if not found and PATH_SIGN in wanted:
            found = self._by_path([part.strip() for part in wanted.split(PATH_SIGN)])
        if len(found) == 1:
            return found[0]
        if found:
            where = ", ".join(self._where(one, reference) for one in found[:6])
            findings.error(
                "ambiguous-reference",
                f"{quoted(reference.text)} stands for {len(found)} different things ({where})",
                reference.span,
                f"write the names from the top, such as {quoted(self._path(found[0]))}, or give it an 'id'",
            )
        else:
            self._tell_unknown(reference, wanted, findings)
        return None

    def _by_path(self, parts: Sequence[str]) -> list[int]:
        ends = [one for one in self.names.get(parts[-1], ()) if self.drafts[one] is not None]
        return [one for one in ends if self._is_at(one, parts)]

    def _is_at(self, place: int, parts: Sequence[str]) -> bool:
        """Whether a draft and those above it are, or were, called by the parts of a path."""
        one: int | None = place
        for part in reversed(parts):
            if one is None or one not in self.names.get(part, ()):
                return False
            one = self.draft(one).parent
        return True

    def _names_above(self, place: int) -> list[str]:
        names = []
        one: int | None = place
        while one is not None:
            names.append(composed(self.draft(one).name))
            one = self.draft(one).parent
        return names

    def _path(self, place: int) -> str:
        return PATH_SIGN.join(reversed(self._names_above(place)))

    def _where(self, place: int, reference: Scalar) -> str:
        span = self.draft(place).span
        return f"line {span.line}" if span.path == reference.span.path else f"{span.path}:{span.line}"

    def _tell_unknown(self, reference: Scalar, wanted: str, findings: Findings) -> None:
        self.suggested += 1
        near = nearest(wanted, (*self.ids, *self.names)) if self.suggested <= 20 else None
        findings.error(
            "unknown-reference",
            f"no unit, position or person is called {quoted(reference.text)}",
            reference.span,
            f"did you mean {quoted(near)}?" if near is not None else None,
        )


def plan_of(org: Org) -> Plan:
    """Return a finished organisation as one that can be changed."""
    places = {node.id: place for place, node in enumerate(org.nodes)}
    children: dict[int | None, list[int]] = {}
    drafts: list[Draft | None] = []
    for place, node in enumerate(org.nodes):
        parent = None if node.parent is None else places[node.parent]
        drafts.append(draft_of(node, parent))
        children.setdefault(parent, []).append(place)
    lines = [
        Line(places[edge.source], places[edge.target], edge)
        for edge in org.edges
        if edge.kind is not EdgeKind.ASSISTANT
    ]
    plan = Plan(drafts, children, lines)
    for place, node in enumerate(org.nodes):
        plan.call(place)
        plan.ids.setdefault(node.id, place)
    return plan


def in_file_order(plan: Plan) -> tuple[list[Draft], list[Line]]:
    """Return what stands in the end, each draft after its parent, and the links with their new places."""
    order = [place for root in plan.children.get(None, ()) for place in plan.below(root)]
    new = {old: place for place, old in enumerate(order)}
    drafts = [plan.draft(place) for place in order]
    for draft in drafts:
        draft.parent = draft.nested_in = None if draft.parent is None else new[draft.parent]
    lines = [Line(new[line.source], new[line.target], line.edge) for line in plan.lines]
    return drafts, lines
