"""A node while it is being built: what the file says, before its parent and its final id are known."""

from __future__ import annotations

from dataclasses import dataclass, field

from orgviz.model import Cut, NodeKind, Photo, Status, Tenure
from orgviz.source.entries import Scalar
from orgviz.text import Span


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
    vacant: bool = False
    status: Status = Status.ACTIVE
    start: str | None = None
    end: str | None = None
    url: str | None = None
    cut: Cut | None = None
    photos: tuple[Photo, ...] = ()
    reports_to: Scalar | None = None
    dotted_to: tuple[Scalar, ...] = field(default=())
