"""Build a variant: an organisation that extends another by changes and by what it adds of its own."""

from __future__ import annotations

from collections.abc import Mapping as Map
from collections.abc import Sequence
from dataclasses import replace

from orgviz.build.changes import apply_changes
from orgviz.build.drafts import Draft
from orgviz.build.fields import Fields
from orgviz.build.identifiers import assign_ids, tell_repeated_ids
from orgviz.build.keys import TOP
from orgviz.build.links import assistant_edges, make_edges
from orgviz.build.order import in_order
from orgviz.build.org import finish, tell_nothing
from orgviz.build.outline import read_outline
from orgviz.build.references import hang_flat_positions
from orgviz.build.types import read_types, tell_types
from orgviz.build.variant_plan import Line, Plan, in_file_order, plan_of
from orgviz.diagnostics import Findings
from orgviz.model import Edge, EdgeKind, Org, UnitType, View
from orgviz.source.entries import Mapping


def build_variant(root: Mapping, base: Org, findings: Findings) -> Org | None:
    """Return the organisation of a file that extends another; nothing where the findings hold an error.

    The changes come first, in their order, then the file's own units, posts and links. Title, language, types,
    views and settings of the base stay where the file gives none of its own.
    """
    top = Fields(root, TOP, findings)
    types = _types(base.types, read_types(top, findings))
    plan = plan_of(base)
    apply_changes(plan, top.items("changes"), findings)
    plan.graft(read_outline(top, findings), None)
    drafts, lines = in_file_order(plan)
    if not drafts and not findings.failed:
        tell_nothing(top, findings)
    tell_repeated_ids(drafts, findings)
    hang_flat_positions(drafts, findings)
    ordered = in_order(drafts)
    assign_ids(ordered)
    tell_types(ordered, types, findings)
    edges = _edges(ordered, _base_edges(drafts, lines), top, findings)
    org = finish(top, ordered, edges, types, findings)
    return None if org is None else _with_what_stays(org, base, top, plan)


def _types(base: Sequence[UnitType], own: Sequence[UnitType]) -> tuple[UnitType, ...]:
    """Return the types of the base, restyled by those that the file gives."""
    types = {one.name: one for one in base}
    types |= {one.name: one for one in own if one.name not in types or one != UnitType(name=one.name)}
    return tuple(types.values())


def _base_edges(drafts: Sequence[Draft], lines: Sequence[Line]) -> list[tuple[Draft, Draft, Edge]]:
    return [(drafts[line.source], drafts[line.target], line.edge) for line in lines]


def _edges(
    drafts: Sequence[Draft], old: Sequence[tuple[Draft, Draft, Edge]], top: Fields, findings: Findings
) -> tuple[Edge, ...]:
    """Return the assistants' edges, those of the base that are left, and the file's own, each once."""
    kept = [replace(edge, source=source.final_id, target=target.final_id) for source, target, edge in old]
    new = [edge for edge in make_edges(drafts, top.items("links"), findings) if edge.kind is not EdgeKind.ASSISTANT]
    links: dict[tuple[str, str, EdgeKind], Edge] = {}
    for edge in (*kept, *new):
        # A link of the variant's own says more of the one that it repeats.
        links[edge.source, edge.target, edge.kind] = edge
    return (*assistant_edges(drafts), *links.values())


def _with_what_stays(org: Org, base: Org, top: Fields, plan: Plan) -> Org:
    """Take over from the base what the file does not say itself."""
    ids = {
        node.id: draft.final_id
        for node, draft in zip(base.nodes, plan.drafts[: len(base.nodes)], strict=True)
        if draft is not None
    }
    known = {view.name for view in org.views}
    views = [_view(view, ids) for view in base.views if view.name not in known]
    return replace(
        org,
        title=org.title if "title" in top.pairs else base.title,
        lang=org.lang if org.given_lang or not base.given_lang else base.lang,
        given_lang=org.given_lang or base.given_lang,
        views=(*org.views, *(view for view in views if view is not None)),
        checks=org.checks if "check" in top.pairs else base.checks,
    )


def _view(view: View, ids: Map[str, str]) -> View | None:
    """Return a view of the base with the ids of the variant; nothing where what it shows is gone."""
    if view.root is not None and view.root not in ids:
        return None
    collapse = tuple(ids[one] for one in view.collapse if one in ids)
    return replace(view, root=None if view.root is None else ids[view.root], collapse=collapse)
