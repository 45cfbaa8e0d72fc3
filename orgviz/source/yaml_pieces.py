"""Read YAML as pieces with their places in the text, for a formatter: nothing in it gets a meaning here.

The text must be one that `orgviz.source.yaml_reader` reads without a finding.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from enum import Enum
from typing import Any, NamedTuple

import yaml

from orgviz.lean import dataclass
from orgviz.source.yaml_text import readable

_COMMENT = re.compile(r"#[^\n]*")
_FIRST_LINE = re.compile(r"^ *[^ \n].*", re.MULTILINE)
_HEADER = re.compile(r"[|>][-+0-9]*")
_QUEUES = ("ScalarToken", "AliasToken", "BlockEntryToken", "DirectiveToken")


class Kind(Enum):
    """What a piece is."""

    SCALAR = "scalar"
    ALIAS = "alias"
    MAPPING = "mapping"
    SEQUENCE = "sequence"
    END = "end"
    DOCUMENT = "document"
    DOCUMENT_END = "document end"


class Piece(NamedTuple):
    """A scalar, an alias, or where a collection or the document begins or ends.

    Args:
        start, end: the range of its text, anchor not counted; of a block collection, where its first entry begins.
        begin: where it begins with its anchor.
        value: what a scalar says.
        style: the sign that a scalar begins with: quotes, ``|``, ``>``; empty for a plain one.
        flow: whether a collection stands in brackets or braces, or is a pair in brackets.
        explicit: whether the begin or end of the document is written down.
    """

    kind: Kind
    start: int = 0
    end: int = 0
    begin: int = 0
    value: str = ""
    style: str = ""
    anchor: str | None = None
    flow: bool = False
    explicit: bool = False


@dataclass(frozen=True, slots=True)
class Pieces:
    """All pieces in order, the places of dashes that begin items, of directives, and of comments."""

    pieces: tuple[Piece, ...]
    dashes: tuple[int, ...]
    directives: tuple[tuple[int, int], ...]
    comments: tuple[tuple[int, int], ...]


def yaml_pieces(text: str) -> Pieces:
    """Return the pieces of a text."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    tokens = _tokens(text)
    queues: dict[str, deque[Any]] = {name: deque() for name in (*_QUEUES, "flow")}
    for token in tokens:
        name = type(token).__name__
        queue = queues.get("flow" if name.startswith("Flow") and name != "FlowEntryToken" else name)
        if queue is not None:
            queue.append(token)
    dashes = tuple(token.start_mark.index for token in queues["BlockEntryToken"])
    directives = tuple(_range(token) for token in queues["DirectiveToken"])
    pieces = tuple(_pieces(text, yaml.parse(readable(text), loader), queues))
    return Pieces(pieces, dashes, directives, _comments(text, tokens))


def yaml_comments(text: str) -> tuple[tuple[int, int], ...]:
    """Return the ranges of the comments of a text."""
    return _comments(text, _tokens(text)) if "#" in text else ()


def _tokens(text: str) -> list[Any]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return [token for token in yaml.scan(readable(text), loader) if type(token).__name__ != "StreamEndToken"]


def _range(token: Any) -> tuple[int, int]:
    return token.start_mark.index, token.end_mark.index


def _pieces(text: str, events: Any, queues: dict[str, deque[Any]]) -> Iterator[Piece]:
    is_written: list[bool] = []  # for each open collection, whether signs of its own begin and end it
    for event in events:
        name = type(event).__name__
        begin = event.start_mark.index
        if name == "ScalarEvent":
            yield _scalar(text, event, begin, queues)
        elif name == "AliasEvent":
            start, end = _range(queues["AliasToken"].popleft())
            yield Piece(kind=Kind.ALIAS, start=start, end=end, begin=start)
        elif name in ("MappingStartEvent", "SequenceStartEvent"):
            kind = Kind.MAPPING if name == "MappingStartEvent" else Kind.SEQUENCE
            is_pair = kind is Kind.MAPPING and event.anchor is None and text[begin : begin + 1] != "{"
            is_written.append(bool(event.flow_style) and not is_pair)
            start, end = _range(queues["flow"].popleft()) if is_written[-1] else (begin, begin)
            yield Piece(kind=kind, start=start, end=end, begin=begin, anchor=event.anchor, flow=bool(event.flow_style))
        elif name in ("MappingEndEvent", "SequenceEndEvent"):
            start, end = _range(queues["flow"].popleft()) if is_written.pop() else (0, 0)
            yield Piece(kind=Kind.END, start=start, end=end, begin=start)
        elif name in ("DocumentStartEvent", "DocumentEndEvent"):
            kind = Kind.DOCUMENT if name == "DocumentStartEvent" else Kind.DOCUMENT_END
            end = event.end_mark.index
            yield Piece(kind=kind, start=end - 3, end=end, begin=end - 3, explicit=bool(event.explicit))


def _scalar(text: str, event: Any, begin: int, queues: dict[str, deque[Any]]) -> Piece:
    style = event.style if event.style in ("'", '"', "|", ">") else ""
    if not style and event.value == "":  # nothing is written
        return Piece(kind=Kind.SCALAR, start=begin, end=begin, begin=begin, anchor=event.anchor)
    start, end = _range(queues["ScalarToken"].popleft())
    end = block_end(text, start, event.value) if style in ("|", ">") else end
    return Piece(
        kind=Kind.SCALAR, start=start, end=end, begin=begin, value=event.value, style=style, anchor=event.anchor
    )


def block_indent(text: str, start: int, value: str) -> int:
    """Return by how many spaces the text of a block scalar is indented; 0 where all its lines are empty."""
    inner = next((line for line in value.split("\n") if line.strip(" ")), None)
    if inner is None:
        return 0
    found = _FIRST_LINE.search(text, _line_end(text, start))
    first = found[0] if found else ""
    indent = len(first) - len(first.lstrip(" "))
    has_indicator = any(sign.isdigit() for sign in _header(text, start))
    return indent - (len(inner) - len(inner.lstrip(" "))) if has_indicator else indent


def _header(text: str, start: int) -> str:
    match = _HEADER.match(text, start)
    return match[0] if match else ""


def block_end(text: str, start: int, value: str) -> int:
    """Return where a block scalar ends: behind its last line, and behind empty ones where it keeps them."""
    indent = block_indent(text, start, value)
    place = end = _line_end(text, start)
    while place < len(text):
        following = _line_end(text, place + 1)
        line = text[place + 1 : following]
        if line.strip(" "):
            if not indent or len(line) - len(line.lstrip(" ")) < indent:
                break
            end = following
        elif place + 1 >= len(text):
            break
        place = following
    return place if "+" in _header(text, start) else end


def _line_end(text: str, start: int) -> int:
    found = text.find("\n", start)
    return len(text) if found < 0 else found


def _comments(text: str, tokens: list[Any]) -> tuple[tuple[int, int], ...]:
    """Return the range of each comment: what begins with ``#`` between two tokens."""
    return tuple(_found_comments(text, tokens)) if "#" in text else ()


def _found_comments(text: str, tokens: list[Any]) -> Iterator[tuple[int, int]]:
    covered = [(*_range(token), getattr(token, "style", None), getattr(token, "value", "")) for token in tokens]
    before = 0
    for start, end, style, value in (*covered, (len(text), len(text), None, "")):
        if start > before:
            yield from (match.span() for match in _COMMENT.finditer(text, before, start))
        if style in ("|", ">"):
            head = _line_end(text, start)
            yield from (match.span() for match in _COMMENT.finditer(text, start, head))
        last = block_end(text, start, value) if style in ("|", ">") else end
        before = max(before, last)
