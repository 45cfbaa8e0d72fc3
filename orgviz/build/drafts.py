"""A node while it is being built: what the file says, before its parent and its final id are known."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from orgviz.lean import dataclass
from orgviz.model import Cut, Node, NodeKind, Photo, Status, Tenure
from orgviz.source.entries import Scalar
from orgviz.text import Span

if TYPE_CHECKING:
    from decimal import Decimal


@dataclass(slots=True, kw_only=True)
class Draft:
    """Like `orgviz.model.Node`, but `parent` is a place in the list of drafts, and references are still text.

    Args:
        nested_in: the draft inside which it was written; `parent` may be set by `reports_to` later.
        type: the type as given, or later as told.
        final_id: the id that the node gets.
    """

    kind: NodeKind
    name: str
    span: Span
    nested_in: int | None = None
    parent: int | None = None
    id: Scalar | None = None
    final_id: str = ""
    type: Scalar | None = None
    final_type: str | None = None
    given_id: bool = False
    given_type: bool = False
    duty: str | None = None
    head: bool = False
    assistant: bool = False
    holders: tuple[str, ...] = ()
    tenures: tuple[Tenure, ...] = ()
    seats: int | None = None
    fte: Decimal | None = None
    vacant: bool = False
    status: Status = Status.ACTIVE
    start: str | None = None
    end: str | None = None
    url: str | None = None
    cut: Cut | None = None
    photos: tuple[Photo, ...] = ()
    reports_to: Scalar | None = None
    dotted_to: tuple[Scalar, ...] = field(default=())


def draft_of(node: Node, parent: int | None) -> Draft:
    """Return a finished node as a draft again: with the id and the type that the author gave, the rest to be told.

    Args:
        parent: the place of the draft above.
    """
    return Draft(
        kind=node.kind,
        name=node.name,
        span=node.span,
        nested_in=parent,
        parent=parent,
        id=Scalar(node.id, node.span) if node.given_id else None,
        given_id=node.given_id,
        type=Scalar(node.type, node.span) if node.given_type and node.type else None,
        given_type=node.given_type,
        duty=node.duty,
        head=node.head,
        assistant=node.assistant,
        holders=node.holders,
        tenures=node.tenures,
        photos=node.photos,
        seats=node.seats,
        fte=node.fte,
        vacant=node.vacant,
        status=node.status,
        start=node.start,
        end=node.end,
        url=node.url,
    )
