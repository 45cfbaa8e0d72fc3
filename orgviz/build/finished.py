"""Turn finished drafts into the nodes of an `Org`, whichever reader they came from."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from orgviz.build.drafts import Draft
from orgviz.diagnostics import Findings
from orgviz.lean import maker
from orgviz.model import Node, Status


def make_nodes(drafts: Sequence[Draft]) -> tuple[Node, ...]:
    """Return a node for every draft; ids, types and order are final by now."""
    make = maker(Node, len(drafts))
    return tuple([_node(draft, drafts, make) for draft in drafts])


def texts_of(title: str | None, drafts: Sequence[Draft]) -> list[str]:
    """Return every text by which the language is told."""
    texts = [title or "", *[draft.name for draft in drafts], *[draft.duty for draft in drafts if draft.duty]]
    for draft in drafts:
        if draft.holders:
            texts.extend(draft.holders)
    return texts


def tell_all_closed(drafts: Sequence[Draft], findings: Findings) -> None:
    """Report that nothing is left of the organisation: what is closed is not drawn, nor what stands below it."""
    roots = [draft for draft in drafts if draft.parent is None]
    if roots and all(draft.status is Status.CLOSED for draft in roots):
        findings.error(
            "nothing-to-draw",
            "everything in this file is closed: there is nothing to draw",
            roots[0].span,
            "take 'status: closed' away from what still exists",
        )


def _node(draft: Draft, drafts: Sequence[Draft], make: Callable[..., Node]) -> Node:
    return make(
        id=draft.final_id,
        kind=draft.kind,
        name=draft.name,
        span=draft.span,
        type=draft.final_type,
        given_type=draft.given_type,
        given_id=draft.given_id,
        parent=None if draft.parent is None else drafts[draft.parent].final_id,
        duty=draft.duty,
        head=draft.head,
        assistant=draft.assistant,
        holders=draft.holders,
        seats=draft.seats,
        fte=draft.fte,
        vacant=draft.vacant,
        status=draft.status,
        start=draft.start,
        end=draft.end,
        url=draft.url,
        tenures=draft.tenures,
        cut=draft.cut,
        photos=draft.photos,
    )
