"""What a reader of documents found: nodes, links, and why each is thought to be there; not checked yet."""

from __future__ import annotations

from dataclasses import dataclass, field

from orgviz.model import EdgeKind, NodeKind, Status
from orgviz.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundNode:
    """A unit, position or person that a document names.

    Args:
        parent: the place in `Found.nodes` of the node above, always an earlier one; ``None`` for a root.
        type: the department type where the text says it (by a heading, say); ``None`` leaves it to the name.
        guess: what was inferred rather than read, in a few words for a comment (``parent by the sentence in
            line 12``); ``None`` where the text says all plainly.
    """

    kind: NodeKind
    name: str
    span: Span
    parent: int | None = None
    type: str | None = None
    duty: str | None = None
    head: bool = False
    assistant: bool = False
    holders: tuple[str, ...] = ()
    seats: int | None = None
    vacant: bool = False
    status: Status = Status.ACTIVE
    start: str | None = None
    end: str | None = None
    url: str | None = None
    guess: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundLink:
    """A relation that a document tells beside the tree.

    Args:
        source, target: places in `Found.nodes`.
        stated: whether the text says it outright; else it is a proposal that the user may keep.
    """

    source: int
    target: int
    kind: EdgeKind
    span: Span
    label: str | None = None
    stated: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One organisation as a document tells it; parents stand before their children, siblings as in the text."""

    nodes: tuple[FoundNode, ...]
    links: tuple[FoundLink, ...] = ()
    title: str | None = None
    lang: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """What became of a piece of a document, for ``--explain``.

    Args:
        became: what it is taken for, such as ``unit 市场部 below 运营中心``; ``None`` where it was left out.
        rule: the name of the rule (``outline item``, ``composition sentence``), or why it was left out.
    """

    span: Span
    became: str | None
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One of several organisations that a document describes: its number from 1, its name, its first line."""

    number: int
    name: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Understanding:
    """All that was understood of a document.

    Args:
        found: nothing where the document holds no structure, or several and none was chosen.
        sections: the organisations in the document, where there are several.
        traces: in the order of the document.
    """

    found: Found | None
    sections: tuple[Section, ...] = ()
    traces: tuple[Trace, ...] = field(default=())
