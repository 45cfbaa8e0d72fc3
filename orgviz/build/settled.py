"""Say anew what the author gave and what was told: after nodes are gone, less can be told."""

from __future__ import annotations

from dataclasses import replace

from orgviz.build.drafts import Draft, draft_of
from orgviz.build.finished import texts_of
from orgviz.build.identifiers import assign_ids
from orgviz.build.language import tell_language
from orgviz.build.references import composed
from orgviz.build.types import tell_types
from orgviz.diagnostics import Findings
from orgviz.model import Org
from orgviz.source.entries import Scalar


def settled(org: Org) -> Org:
    """Return an organisation that keeps its ids, types and language when it is written as YAML and read again.

    Of ids, types and the language only those stand in a file that would not be told otherwise from what is left.
    """
    drafts = _drafts(org)
    tell_types(drafts, org.types, Findings())
    assign_ids(drafts)
    ids_change = any(draft.final_id != node.id for node, draft in zip(org.nodes, drafts, strict=True))
    nodes = tuple(
        replace(
            node,
            given_type=draft.given_type,
            # A made id that is not the plain name depended on what stood beside and above.
            given_id=node.given_id or (ids_change and node.id != composed(node.name)),
        )
        for node, draft in zip(org.nodes, drafts, strict=True)
    )
    told = tell_language(texts_of(org.title, drafts))
    return replace(org, nodes=nodes, given_lang=org.given_lang or told != org.lang)


def _drafts(org: Org) -> list[Draft]:
    """Return the nodes as drafts that say all of their types: those that would be told anyway are then known."""
    places = {node.id: place for place, node in enumerate(org.nodes)}
    drafts = [draft_of(node, None if node.parent is None else places[node.parent]) for node in org.nodes]
    for draft, node in zip(drafts, org.nodes, strict=True):
        draft.type = None if node.type is None else Scalar(node.type, node.span)
    return drafts
