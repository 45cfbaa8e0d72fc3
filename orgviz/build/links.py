"""Make the edges: assistants', dotted lines of positions, and the file's links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from orgviz.build.drafts import Draft
from orgviz.build.fields import Fields
from orgviz.build.keys import EDGE, LINK, NODE, Table
from orgviz.build.references import Directory
from orgviz.build.values import found_shape
from orgviz.diagnostics import Findings
from orgviz.model import Edge, EdgeKind
from orgviz.patterns import pattern
from orgviz.source.entries import Entry, Mapping, Scalar
from orgviz.text import Span
from orgviz.wording import quoted

LINK_KINDS = tuple(kind.value for kind in EdgeKind if kind is not EdgeKind.ASSISTANT)
_ARROW = pattern(r"\s*([^\s,{}]{1,40})\s*(?:[-=]+>|→|⇒|➡|-|到)\s*([^\s,{}]{1,40})\s*")
EDGE_KINDS = tuple(kind.value for kind in EdgeKind)
PROPOSED = "proposed"


def make_edges(drafts: Sequence[Draft], links: Sequence[Entry], findings: Findings) -> tuple[Edge, ...]:
    """Return all edges in the author's order, the assistants' first; report bad and repeated ones.

    Nodes have their final ids and order by now.
    """
    assistants = tuple(assistant_edges(drafts))
    if not links and not any(draft.dotted_to for draft in drafts):
        return assistants
    directory = Directory(drafts, lambda draft: draft.final_id, findings)
    edges = [*_dotted_edges(drafts, directory), *_link_edges(drafts, links, directory, findings)]
    return (*assistants, *told_apart(edges, findings))


def assistant_edges(drafts: Sequence[Draft]) -> Iterator[Edge]:
    """Yield the edge of every assistant, in the order of the nodes."""
    for draft in drafts:
        if draft.assistant and draft.parent is not None:
            yield Edge(
                source=draft.final_id,
                target=drafts[draft.parent].final_id,
                kind=EdgeKind.ASSISTANT,
                span=draft.span,
            )


def _dotted_edges(drafts: Sequence[Draft], directory: Directory) -> Iterator[Edge]:
    for draft in drafts:
        for reference in draft.dotted_to:
            place = directory.find(reference)
            if place is not None:
                yield Edge(
                    source=draft.final_id,
                    target=drafts[place].final_id,
                    kind=EdgeKind.DOTTED,
                    span=reference.span,
                )


def _link_edges(
    drafts: Sequence[Draft], links: Iterable[Entry], directory: Directory, findings: Findings
) -> Iterator[Edge]:
    for entry in links:
        if isinstance(entry, Mapping):
            fields = Fields(entry, LINK, findings)
            edge = read_edge(fields, drafts, directory, LINK_KINDS)
            if edge is not None:
                yield edge
        else:
            tell_no_link(entry, LINK, findings)


def tell_no_link(entry: Entry, table: Table, findings: Findings) -> None:
    """Report an item in the list of links that is no mapping."""
    if isinstance(entry, Scalar) and entry.told:
        return
    example = "{id: a, kind: unit, name: A}" if table is NODE else "{from: A, to: B}"
    arrow = _ARROW.fullmatch(entry.text) if isinstance(entry, Scalar) else None
    findings.error(
        "wrong-shape",
        f"{table.what} is a mapping such as {example}, but here stands {found_shape(entry)}",
        entry.span,
        f"write {{from: {arrow[1]}, to: {arrow[2]}}}" if arrow else None,
    )


def read_edge(fields: Fields, drafts: Sequence[Draft], directory: Directory, kinds: tuple[str, ...]) -> Edge | None:
    """Read one link; nothing where its kind or one of its ends is unknown: nothing more can be told about it."""
    kind = fields.choice("kind", kinds, "unknown-kind")
    has_kind = fields.scalar("kind") is not None
    start, end = fields.dates("since")
    label = fields.text("label")
    proposed = _is_proposed(fields)
    ends = []
    for key in ("from", "to"):
        reference = fields.reference(key)
        if reference is None:
            fields.required_name(key)
            continue
        place = directory.find(reference)
        if place is not None:
            ends.append(drafts[place].final_id)
    if len(ends) < 2 or (has_kind and kind is None):
        return None
    return Edge(
        source=ends[0],
        target=ends[1],
        kind=EdgeKind(kind or EdgeKind.COLLABORATES),
        span=fields.mapping.span,
        label=label,
        start=start,
        end=end,
        proposed=proposed,
    )


def _is_proposed(fields: Fields) -> bool:
    """Tell whether a link is only suggested: a flag in the model, a word in the language."""
    if fields.table is EDGE:
        return fields.flag("proposed")
    status = fields.value("status")
    if status is None:
        return False
    if status.text.strip().lower() != PROPOSED:
        fields.tell(
            "status",
            "unknown-status",
            f"{quoted(status.text)} is no status of a link: it can only be 'proposed', and then it is not drawn",
            status.span,
            "leave 'status' away for a link that is drawn; 'since' and 'until' say when it exists",
        )
    return True


def told_apart(edges: Iterable[Edge], findings: Findings) -> Iterator[Edge]:
    """Pass on edges between two different nodes, each once; report the others."""
    first: dict[tuple[str, str, EdgeKind], Span] = {}
    for edge in edges:
        key = (edge.source, edge.target, edge.kind)
        source, target = quoted(edge.source), quoted(edge.target)
        if edge.source == edge.target:
            findings.error("self-link", f"{source} is linked to itself", edge.span)
        elif key in first:
            findings.error(
                "duplicate-link",
                f"{source} and {target} are linked so already (line {first[key].line})",
                edge.span,
                "take one away, or put both labels into one",
            )
        else:
            first[key] = edge.span
            yield edge
