"""Refuse what has been read, and is more than the limits allow."""

from __future__ import annotations

from collections.abc import Mapping

from orgviz.diagnostics import Findings
from orgviz.model import EdgeKind, Org
from orgviz.text import SourceText, Span


def refuse_longer(source: SourceText, findings: Findings) -> None:
    """Refuse a document that takes too long to read for its sense.

    Raises:
        InputError: it has more lines or characters than the limits allow.
    """
    limits = findings.limits
    lines = source.text.count("\n")
    if lines > limits.lines:
        findings.too_many("lines in this document", "lines", Span(source.path, limits.lines + 1, 1))
    elif len(source.text) > limits.characters:
        before = source.text[: limits.characters]
        place = Span(source.path, before.count("\n") + 1, len(before) - before.rfind("\n"))
        findings.too_many("characters in this document", "characters", place)
    findings.raise_if_failed({source.path: source})


def refuse_more(org: Org, findings: Findings, sources: Mapping[str, SourceText]) -> None:
    """Refuse an organisation of more boxes or links than the limits allow.

    Raises:
        InputError: it has more.
    """
    limits = findings.limits
    if len(org.nodes) > limits.boxes:
        findings.too_many("units, positions and people", "boxes", org.nodes[limits.boxes].span)
    links = [edge for edge in org.edges if edge.kind is not EdgeKind.ASSISTANT]
    if len(links) > limits.links:
        findings.too_many("links", "links", links[limits.links].span)
    findings.raise_if_failed(sources)
