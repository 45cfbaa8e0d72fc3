"""Make a chart of an organisation: decide what gets a box of its own and what is a line in another's."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from types import MappingProxyType
from typing import TYPE_CHECKING

from orgviz.chart.ids import svg_ids
from orgviz.chart.legend import legend
from orgviz.chart.looks import Looks
from orgviz.chart.portraits import NO_GALLERY, Gallery, hung
from orgviz.chart.texts import Row, Writer, tooltip
from orgviz.chart.values import Card, Chart, Detail, End, Link, Paragraph
from orgviz.collector import collector_paused
from orgviz.lean import dataclass, maker
from orgviz.model import CLOSED, POSITION_KIND, UNIT_KIND, Edge, EdgeKind, Node, Org
from orgviz.style.fonts import families
from orgviz.style.theme import LineRole, TextRole, Theme
from orgviz.style.values import TextRun
from orgviz.vocabulary import Vocabulary, vocabulary

if TYPE_CHECKING:
    from orgviz.chart.marked import Marker
    from orgviz.chart.marks import Marks


@collector_paused()
def make_chart(
    org: Org,
    theme: Theme,
    detail: Detail = Detail.POSITIONS,
    *,
    with_legend: bool | None = None,
    marks: Marks | None = None,
    counts: Mapping[str, str] = MappingProxyType({}),
    gallery: Gallery = NO_GALLERY,
) -> Chart:
    """Return the chart of an organisation.

    Units get a card each; so do positions that stand in no unit, and assistants with the people under them. Other
    positions and people are lines in their unit's card. What is closed is left out, with all below it.

    Args:
        with_legend: ``None`` draws one where there is something to explain.
        marks: what changed, for a chart of a difference; all else is drawn quiet.
        counts: by id, what boxes say about their headcount.
        gallery: the pictures of people and departments.
    """
    theme = theme.with_types(org.types)
    words = vocabulary(org.lang)
    nodes = {node.id: node for node in org.nodes}
    outline = outline_of(org, nodes)
    ids = svg_ids(outline.carded)
    number = len(org.nodes)
    writer = Writer(Looks(theme), words, detail, counts, maker(TextRun, number), maker(Paragraph, number))
    marker = _marker(theme, marks, org.lang, words.joiner) if marks is not None else None
    theme = marker.theme if marker is not None else theme
    cards, places = _cards(nodes, ids, outline, writer, marker)
    cards = hung(cards, [(nodes[id], outline.rows[id]) for id in outline.carded], detail, gallery)
    links = _links(org.edges, outline, places, theme, nodes, marker)
    shown = [nodes[id] for id in outline.carded]
    items = marker.legend() if marker is not None else None
    explained = legend(org, shown, links, theme, words, wanted=with_legend, marks=items, counts=counts)
    return Chart(
        name=org.title or _root_names(cards, nodes, words),
        lang=org.lang,
        cards=tuple(cards),
        links=links,
        legend=explained,
        title=TextRun(org.title, theme.text(TextRole.TITLE)) if org.title else None,
        background=theme.background,
        solid=theme.line(LineRole.SOLID),
        assistant=theme.line(LineRole.ASSISTANT),
        fonts=families(org.lang),
        subtitle=marker.summary() if marker is not None else None,
    )


def _marker(theme: Theme, marks: Marks, lang: str, joiner: str) -> Marker:
    from orgviz.chart.marked import Marker  # noqa: PLC0415 - only charts of a difference are marked

    return Marker(theme, marks, lang, joiner)


@dataclass(slots=True)
class Outline:
    """Who has a card, and who is a line in one.

    Args:
        carded: ids of the nodes with a card, each after the one that it stands under.
        number: index of each of them.
        rows: for each of them, the nodes that are lines in it.
        home: for every node that is drawn, the index of the card that shows it.
    """

    carded: list[str] = field(default_factory=list)
    number: dict[str, int] = field(default_factory=dict)
    rows: dict[str, list[Row]] = field(default_factory=dict)
    home: dict[str, int] = field(default_factory=dict)


def outline_of(org: Org, nodes: Mapping[str, Node]) -> Outline:
    """Return who has a card in the chart of an organisation; `nodes` are its nodes by id."""
    outline = Outline()
    carded, homes = outline.carded, outline.home
    indents: dict[str, int] = {}
    for node in _depth_first(org):
        id, parent = node.id, node.parent
        home = None if parent is None else homes.get(parent)
        if node.status is CLOSED or (parent is not None and home is None):
            continue
        if parent is None or home is None or _has_card(node, nodes[parent], parent in outline.number):
            homes[id] = outline.number[id] = len(carded)
            carded.append(id)
            outline.rows[id] = []
            continue
        homes[id] = home
        indents[id] = indents.get(parent, -1) + 1
        outline.rows[carded[home]].append(Row(node, indents[id]))
    return outline


def _depth_first(org: Org) -> Sequence[Node]:
    """Return the nodes in the order of reading, each right after its parent's earlier reports and all below them."""
    if _stand_depth_first(org.nodes):
        return org.nodes
    below: dict[str | None, list[Node]] = {}
    for node in org.nodes:
        below.setdefault(node.parent, []).append(node)
    order: list[Node] = []
    pending = list(reversed(below.get(None, ())))
    while pending:
        node = pending.pop()
        order.append(node)
        pending.extend(reversed(below.get(node.id, ())))
    return order


def _stand_depth_first(nodes: Sequence[Node]) -> bool:
    """Tell whether each stands below the one before, or beside one above that: as they are made."""
    above: list[str | None] = [None]
    for node in nodes:
        while above[-1] != node.parent:
            above.pop()
            if not above:
                return False
        above.append(node.id)
    return True


def _has_card(node: Node, parent: Node, parent_has_card: bool) -> bool:
    if node.kind is UNIT_KIND or node.assistant:
        return True
    return node.kind is POSITION_KIND and parent.kind is POSITION_KIND and parent_has_card


def _cards(
    nodes: Mapping[str, Node], ids: Sequence[str], outline: Outline, writer: Writer, marker: Marker | None
) -> tuple[list[Card], dict[str, int]]:
    """Return the cards in order, and for each node that is a line in one the paragraph that names it."""
    cards: list[Card] = []
    places: dict[str, int] = {}
    make = maker(Card, len(ids))
    for number, id in enumerate(outline.carded):
        card, own_places = _card(nodes[id], ids[number], outline, writer, make)
        if marker is not None:
            card, own_places = marker.card(card, outline.rows[id], own_places)
        cards.append(card)
        places.update(own_places)
    return cards, places


def _card(
    node: Node, id: str, outline: Outline, writer: Writer, make: Callable[..., Card]
) -> tuple[Card, dict[str, int]]:
    rows = outline.rows[node.id]
    root = node.parent is None
    paragraphs, places = writer.card(node, rows, root=root)
    card = make(
        id=id,
        node=node.id,
        classes=writer.looks.classes(node),
        paragraphs=tuple(paragraphs),
        style=writer.looks.box(node.type, node.status, root=root),
        parent=None if node.parent is None else outline.home[node.parent],
        assistant=node.assistant,
        tooltip=tooltip(node, rows, writer.words),
        href=node.url,
    )
    return card, places


def _links(
    edges: tuple[Edge, ...],
    outline: Outline,
    places: Mapping[str, int],
    theme: Theme,
    nodes: Mapping[str, Node],
    marker: Marker | None,
) -> tuple[Link, ...]:
    links: list[Link] = []
    for number, edge in enumerate(edges):
        if edge.kind is EdgeKind.ASSISTANT or edge.proposed:
            continue
        if edge.source not in outline.home or edge.target not in outline.home:
            continue
        source = End(outline.home[edge.source], places.get(edge.source))
        target = End(outline.home[edge.target], places.get(edge.target))
        if source.card == target.card and None in (source.paragraph, target.paragraph):
            continue  # a post's link to the very box it stands in
        label = TextRun(edge.label, theme.text(TextRole.LINK_LABEL)) if edge.label else None
        names = f"{nodes[edge.source].name} → {nodes[edge.target].name}"
        link = Link(
            id=f"link{len(links) + 1}",
            source=source,
            target=target,
            kind=edge.kind,
            style=theme.line(edge.kind),
            label=label,
            tooltip=f"{names}: {edge.label}" if edge.label else names,
        )
        links.append(marker.link(link, number) if marker else link)
    if marker is not None:
        links.extend(marker.traces(outline.home, places, len(links) + 1))
    return tuple(links)


def _root_names(cards: list[Card], nodes: Mapping[str, Node], words: Vocabulary) -> str:
    names = [nodes[card.node].name for card in cards if card.parent is None]
    return words.joiner.join(names[:3]) + ("…" if len(names) > 3 else "")
