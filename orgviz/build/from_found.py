"""Build an `Org` from what a reader of documents found: ids, types, order and lines as for every other input."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence

from orgviz.build.drafts import Draft
from orgviz.build.fields import SEATS_LIMIT
from orgviz.build.finished import make_nodes, tell_all_closed, texts_of
from orgviz.build.holders import read_holders, says_vacant
from orgviz.build.identifiers import assign_ids
from orgviz.build.language import tell_language
from orgviz.build.links import assistant_edges
from orgviz.build.order import in_order
from orgviz.build.types import BUILT_IN_TYPES, tell_types
from orgviz.build.urls import checked_url
from orgviz.build.values import clean_name
from orgviz.diagnostics import Findings
from orgviz.found import Found, FoundLink, FoundNode
from orgviz.limits import LIMITS
from orgviz.model import TYPE_NAMES, Edge, EdgeKind, NodeKind, Org
from orgviz.source.characters import invisible_text
from orgviz.source.entries import Scalar

# Lines that say no more than the solid line does, where they go from a node to the one above it.
_LIKE_SOLID = (EdgeKind.REPORTS, EdgeKind.DOTTED, EdgeKind.MEMBER)


def build_found(found: Found, findings: Findings) -> tuple[Org, tuple[str, ...]] | None:
    """Return the organisation, and the id of each found node in the order in which they were found.

    Names are held to the same rules as in a file; what else cannot be as it was found (a unit with seats, a
    date that is in no calendar, a second line between the same two) is left out, for its author wrote no file.
    Nothing where the findings hold an error.
    """
    drafts = [_draft(node, place, found.nodes, findings) for place, node in enumerate(found.nodes)]
    title = _title(found.title)
    if not findings.failed:
        tell_all_closed(drafts, findings)
    if findings.failed or not drafts:
        return None
    ordered = in_order(drafts)
    assign_ids(ordered)
    tell_types(ordered, BUILT_IN_TYPES, findings)
    told = tell_language(texts_of(title, ordered))
    org = Org(
        nodes=make_nodes(ordered),
        edges=(*assistant_edges(ordered), *_edges(found.links, drafts, ordered)),
        types=BUILT_IN_TYPES,
        title=title,
        lang=found.lang or told,
        given_lang=found.lang is not None and found.lang != told,
    )
    return org, tuple(draft.final_id for draft in drafts)


def _title(text: str | None) -> str | None:
    title = " ".join((text or "").split())
    return title[: LIMITS.name] if title and invisible_text(title) is None else None


def _draft(node: FoundNode, place: int, nodes: Sequence[FoundNode], findings: Findings) -> Draft:
    parent = node.parent if node.parent is not None and node.parent < place else None
    is_post = node.kind is not NodeKind.UNIT
    start, end = _days(node)
    draft = Draft(
        kind=node.kind,
        name=clean_name(Scalar(node.name, node.span), findings),
        span=node.span,
        parent=parent,
        type=Scalar(node.type, node.span) if node.type in TYPE_NAMES else None,
        given_type=node.type in TYPE_NAMES,
        duty=_duty(node.duty),
        head=node.head and is_post and parent is not None and nodes[parent].kind is NodeKind.UNIT,
        status=node.status,
        start=start,
        end=end,
        url=checked_url(node.url)[0] if node.url else None,
    )
    draft.assistant = node.assistant and is_post and parent is not None and not draft.head
    _fill(draft, node, findings)
    return draft


def _fill(draft: Draft, node: FoundNode, findings: Findings) -> None:
    """Set who holds a post; a person who is called vacant is a vacant post, as in a file."""
    if node.kind is NodeKind.POSITION:
        draft.seats = node.seats if node.seats and 1 <= node.seats <= SEATS_LIMIT else None
        holders = tuple(Scalar(holder, node.span) for holder in node.holders if holder.strip())
        read_holders(draft, holders, findings)
        draft.vacant = draft.vacant or node.vacant
    elif node.kind is NodeKind.PERSON and says_vacant(draft.name):
        draft.kind, draft.vacant = NodeKind.POSITION, True


def _duty(text: str | None) -> str | None:
    lines = (line.strip() for line in (text or "").replace("\t", " ").strip().split("\n"))
    return "\n".join(lines)[: LIMITS.text].rstrip() or None


def _days(node: FoundNode) -> tuple[str | None, str | None]:
    """Return the days of a node that are in the calendar, and in order."""
    start, end = (_day(text) for text in (node.start, node.end))
    return (start, None) if start and end and end < start else (start, end)


def _day(text: str | None) -> str | None:
    try:
        return datetime.date.fromisoformat(text).isoformat() if text else None
    except ValueError:
        return None


def _edges(links: Iterable[FoundLink], drafts: Sequence[Draft], ordered: Sequence[Draft]) -> Iterator[Edge]:
    """Yield the links, each once; of two alike the stated one, as it stands for itself."""
    stated = {_key(link, drafts) for link in links if link.stated}
    seen: set[tuple[str, str, EdgeKind]] = set()
    for link in links:
        key = source, target, kind = _key(link, drafts)
        if key in seen or source == target or kind is EdgeKind.ASSISTANT or (key in stated and not link.stated):
            continue
        parent = drafts[link.source].parent
        if kind in _LIKE_SOLID and parent is not None and ordered[parent].final_id == target:
            continue
        seen.add(key)
        label = _duty(link.label)
        yield Edge(source=source, target=target, kind=kind, span=link.span, label=label, proposed=not link.stated)


def _key(link: FoundLink, drafts: Sequence[Draft]) -> tuple[str, str, EdgeKind]:
    return drafts[link.source].final_id, drafts[link.target].final_id, link.kind
