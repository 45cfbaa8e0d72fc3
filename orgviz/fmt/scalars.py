"""Write single scalars: as they stand, without quotes that nothing needs, on one line where brackets ask for it."""

from __future__ import annotations

import re

from orgviz.export.yaml_text import as_key, inline
from orgviz.fmt.tree import Node
from orgviz.source.yaml_pieces import Kind, Piece, block_indent

LONGEST_KEY = 1000
# What other programs take for a number, a date, a truth or a nothing when it has no quotes: it keeps them.
_NOT_TEXT = re.compile(r"[-+.0-9].*|(?:y|n|yes|no|on|off|true|false|null|=|<<|~)", re.IGNORECASE | re.DOTALL)
_SPACES = re.compile(r" *\n *")


class UnformattableError(Exception):
    """The file is right, but has something that is not formatted; the text says what and in which line."""


def refusal(what: str, text: str, place: int) -> UnformattableError:
    """Return the error about something at a place."""
    return UnformattableError(f"{what} in line {text.count(chr(10), 0, place) + 1}")


def scalar_node(text: str, piece: Piece, *, is_key: bool, may_move: bool = False) -> Node:
    """Return a scalar as it will be written.

    Args:
        may_move: whether it is a key that may come to begin a line, and did not before.

    Raises:
        UnformattableError: it is a key of several lines.
    """
    raw = text[piece.start : piece.end]
    node = Node(piece.kind, piece.anchor, piece.style)
    if piece.style in ("|", ">"):
        node.flow_text = None
        _fill_block(node, text, piece)
        return node
    bare = piece.style != "" and not _NOT_TEXT.fullmatch(piece.value)
    bare_in_flow = bare and inline(piece.value, in_flow=True) == piece.value
    if "\n" in raw:
        node.lines = _continued(raw, piece.style)
        folded = _folded(raw, piece.style)
        node.block_text, node.flow_text = raw, piece.value if bare_in_flow and folded is not None else folded
    else:
        write = as_key if is_key else inline
        node.block_text = piece.value if bare and write(piece.value) == piece.value else raw
        if may_move and piece.style == "":
            node.block_text = as_key(piece.value)
        node.flow_text = piece.value if bare_in_flow else raw
    if is_key and (node.lines or len(raw) > LONGEST_KEY):
        raise refusal("a very long key", text, piece.start)
    return node


def _fill_block(node: Node, text: str, piece: Piece) -> None:
    """Split a block scalar into its header and its lines, without their indentation."""
    header, *lines = text[piece.start : piece.end].split("\n")
    indent = block_indent(text, piece.start, piece.value)
    sign = header.split("#")[0].strip()
    if not piece.value.strip() or (lines[-1] and not lines[-1].strip(" ")):
        raise refusal("a block with nothing but spaces in a line that counts", text, piece.start)
    node.block_text = re.sub(r"[0-9]", "2", sign)
    if piece.value and not piece.value.endswith("\n") and "-" not in sign:
        # The file ended without a line break, and will end with one.
        node.block_text = node.block_text.replace("+", "") + "-"
    node.lines = tuple(line[indent:] for line in lines)


def _continued(raw: str, style: str) -> tuple[str, ...]:
    """Return the lines of a text that goes on over lines, without the space around them, which means nothing."""
    first, *rest = raw.split("\n")
    if style == '"':  # a backslash may stand before the space
        return (first, *(line.lstrip(" ") for line in rest))
    return (first.rstrip(" "), *(line.strip(" ") for line in rest))


def _folded(raw: str, style: str) -> str | None:
    """Return a text of several lines on one, where it stays the same."""
    if style == '"' and "\\" in raw:
        return None
    lines = [line.strip(" ") for line in raw.split("\n")]
    return _SPACES.sub(" ", raw) if all(lines) else None


def in_flow(node: Node) -> str | None:
    """Return a value within brackets, its anchor with it; nothing where it takes several lines."""
    text = node.one_line if node.is_collection else node.flow_text
    if text is None:
        return None
    return text if node.anchor is None else f"&{node.anchor} {text}".rstrip()


def key_text(node: Node, *, is_flow: bool) -> str:
    """Return a key with its colon."""
    text = (node.flow_text or "") if is_flow else node.block_text
    anchor = "" if node.anchor is None else f"&{node.anchor} "
    return f"{anchor}{text} :" if node.kind is Kind.ALIAS else f"{anchor}{text}:"
