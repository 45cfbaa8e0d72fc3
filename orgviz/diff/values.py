"""The values of a difference: one `Change` for each thing that somebody did to an organisation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from orgviz.model import NodeKind, Org


class ChangeKind(StrEnum):
    """What happened. `before` and `after` of a `Change` hold what its comment says.

    The text form tells additions with +, removals with −, moves with →, and all else with ~.
    """

    ADDED = "added"  # nothing
    REMOVED = "removed"  # nothing
    MOVED = "moved"  # the names from a root down to the node above
    RENAMED = "renamed"  # the name
    RETYPED = "retyped"  # the department type
    FILLED = "filled"  # who holds the position
    VACATED = "vacated"  # likewise
    HOLDER = "holder-changed"  # likewise; of a member, who it is
    HEAD = "head-changed"  # who leads the unit
    SEATS = "seats-changed"  # a number
    FTE = "fte-changed"  # a number
    DUTY = "duty-changed"  # the duty
    STATUS = "status-changed"  # the status
    DATES = "dates-changed"  # the days, as ``2026-10-01 – 2026-11-15``
    TENURE = "tenure-changed"  # likewise; of a holder, whose place ends in the position
    ASSISTANT = "assistant-changed"  # ``assistant`` or nothing
    URL = "url-changed"  # the link
    LINK_ADDED = "link-added"  # kind and label
    LINK_REMOVED = "link-removed"  # likewise
    LINK_CHANGED = "link-changed"  # the ends' names, kind, label, days and ``proposed``, as far as they differ
    REORDERED = "reordered"  # the names in their order
    TITLE = "title-changed"  # of the organisation
    LANGUAGE = "language-changed"  # its tag
    TYPE = "type-changed"  # a department type's label, colour and words


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change.

    Args:
        kind: what happened.
        name: what it happened to: a node's name (the new one), a link as ``A → B``, the name of a department type.
        what: the kind of the node; nothing for links and for the whole organisation.
        place: names from a root down to the node above: where it stands now, and, if removed, where it stood.
        old, new: the node's ids in the old and in the new organisation; nothing where it is not in it.
        before, after: by kind; see `ChangeKind`.
        people: who holds the post now, or did when it went.
        units, posts, links: how many more came or went with what was added or removed.
    """

    kind: ChangeKind
    name: str
    what: NodeKind | None = None
    place: tuple[str, ...] = ()
    old: str | None = None
    new: str | None = None
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    units: int = 0
    posts: int = 0
    links: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What is different between two organisations.

    Args:
        old, new: the two.
        changes: by place, in the order in which the new organisation is read; then links; then the whole.
        pairs: by old id the new id of each node that is in both.
        links: for each edge of the new organisation the number of the old edge that it was, or nothing.
    """

    old: Org
    new: Org
    changes: tuple[Change, ...]
    pairs: Mapping[str, str]
    links: tuple[int | None, ...] = ()
