"""Read the node/edge model, as ``orgviz convert -f json`` writes it, into the same drafts as an outline."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from orgviz.build.drafts import Draft
from orgviz.build.fields import Fields
from orgviz.build.holders import read_holders, read_tenures
from orgviz.build.keys import CUT, EDGE, NODE
from orgviz.build.links import EDGE_KINDS, read_edge, tell_no_link, told_apart
from orgviz.build.outline import read_common
from orgviz.build.photos import read_model_photos
from orgviz.build.references import Directory, composed
from orgviz.diagnostics import Findings
from orgviz.model import Cut, Edge, EdgeKind, NodeKind
from orgviz.source.entries import Entry, Mapping, Scalar
from orgviz.wording import quoted

KINDS = tuple(kind.value for kind in NodeKind)
CUT_LIMIT = 999_999_999


def is_model(root: Mapping) -> bool:
    """Tell whether a file is a node/edge model rather than an outline."""
    return any(key.text in ("nodes", "edges") for key, _ in root.pairs)


def read_model(top: Fields, findings: Findings) -> list[Draft]:
    """Return a draft for every node, with its parent found; nodes may stand in any order."""
    drafts: list[Draft] = []
    nodes: list[Fields] = []
    for entry in top.items("nodes"):
        if isinstance(entry, Mapping):
            fields = Fields(entry, NODE, findings)
            drafts.append(_draft(fields, findings))
            nodes.append(fields)
        else:
            tell_no_link(entry, NODE, findings)
    directory = _by_id(drafts, findings)
    for draft, fields in zip(drafts, nodes, strict=True):
        parent = fields.reference("parent")
        draft.parent = directory.find(parent) if parent is not None else None
    _mark_assistants(top.items("edges"), drafts, directory)
    is_sure = [_is_sure(draft, fields) for draft, fields in zip(drafts, nodes, strict=True)]
    for place, draft in enumerate(drafts):
        if is_sure[place] and (draft.parent is None or is_sure[draft.parent]):
            _check_place(draft, drafts, findings)
    return drafts


def _is_sure(draft: Draft, fields: Fields) -> bool:
    """Tell whether a node's kind and parent are what the file says: of others nothing more can be told."""
    kind = fields.value("kind")
    has_parent = fields.scalar("parent") is not None
    return kind is not None and kind.text.strip().lower() in KINDS and has_parent == (draft.parent is not None)


def make_model_edges(drafts: Sequence[Draft], edges: Iterable[Entry], findings: Findings) -> tuple[Edge, ...]:
    """Return the edges of a model, the assistants' first."""
    directory = Directory(drafts, lambda draft: draft.final_id, findings)
    read = []
    for entry in edges:
        if isinstance(entry, Mapping):
            edge = read_edge(Fields(entry, EDGE, findings), drafts, directory, EDGE_KINDS)
            if edge is not None:
                read.append(edge)
        else:
            tell_no_link(entry, EDGE, findings)
    kept = tuple(told_apart(read, findings))
    parents = {draft.final_id: drafts[draft.parent].final_id for draft in drafts if draft.parent is not None}
    for edge in kept:
        if edge.kind is EdgeKind.ASSISTANT and parents.get(edge.source) != edge.target:
            findings.error(
                "bad-node",
                f"the assistant {quoted(edge.source)} must have {quoted(edge.target)} as its 'parent'",
                edge.span,
            )
    by_source = {edge.source: edge for edge in kept if edge.kind is EdgeKind.ASSISTANT}
    assistants = (by_source[draft.final_id] for draft in drafts if draft.final_id in by_source)
    return (*assistants, *(edge for edge in kept if edge.kind is not EdgeKind.ASSISTANT))


def _by_id(drafts: Sequence[Draft], findings: Findings) -> Directory:
    return Directory(drafts, lambda draft: draft.id.text if draft.id else None, findings)


def _draft(fields: Fields, findings: Findings) -> Draft:
    kind = fields.choice("kind", KINDS, "unknown-kind") or NodeKind.UNIT
    fields.required_name("kind")
    fields.required_name("id")
    draft = Draft(kind=NodeKind(kind), name=fields.required_name("name"), span=fields.mapping.span)
    read_common(draft, fields)
    draft.head = fields.flag("head")
    draft.given_id = fields.flag("given_id")
    draft.given_type = fields.flag("given_type")
    draft.seats = fields.seats()
    draft.fte = fields.fte()
    read_holders(draft, fields.scalars("holders"), findings)
    read_tenures(draft, fields, findings)
    read_model_photos(draft, fields, findings)
    draft.vacant = fields.flag("vacant") or draft.vacant
    draft.cut = _cut(fields, findings)
    return draft


def _cut(fields: Fields, findings: Findings) -> Cut | None:
    """Read how much a view has left out below a node."""
    pair = fields.pairs.get("cut")
    if pair is None or not isinstance(pair[1], Mapping):
        return None
    numbers = Fields(pair[1], CUT, findings)
    return Cut(*(numbers.number(key, CUT_LIMIT, least=0) or 0 for key in ("posts", "units")))


def _mark_assistants(edges: Iterable[Entry], drafts: Sequence[Draft], directory: Directory) -> None:
    """Set `assistant` on every node from which an edge of that kind goes; the edges are checked later."""
    for entry in edges:
        texts = (
            {key.text: value.text for key, value in entry.pairs if isinstance(value, Scalar)}
            if isinstance(entry, Mapping)
            else {}
        )
        place = directory.ids.get(composed(texts.get("from", "").strip()))
        if texts.get("kind", "").strip().lower() == EdgeKind.ASSISTANT and place is not None:
            drafts[place].assistant = True


def _check_place(draft: Draft, drafts: Sequence[Draft], findings: Findings) -> None:
    """Report a node that cannot stand where, or be what, the model says."""
    parent = None if draft.parent is None else drafts[draft.parent]
    is_unit = draft.kind is NodeKind.UNIT
    problem = None
    if draft.head and (is_unit or parent is None or parent.kind is not NodeKind.UNIT):
        problem = "can be a head only as a position or person whose parent is a unit"
    elif draft.assistant and (is_unit or parent is None or draft.head):
        problem = "can be an assistant only as a position or person below another node"
    elif draft.kind is not NodeKind.POSITION and (draft.holders or draft.seats or draft.vacant):
        problem = f"is a {draft.kind}, and only positions have holders, seats and vacancies"
    elif is_unit and draft.fte is not None:
        problem = "is a unit, and only positions and people have full-time equivalents"
    if problem is not None:
        findings.error("bad-node", f"{quoted(draft.name)} {problem}", draft.span)
