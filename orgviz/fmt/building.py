"""Build the tree of a file from its pieces, and give every comment to the entry or list that it belongs to.

A comment behind something belongs to that. One on a line of its own belongs to what follows, unless it stands as far
in as the entries of a list that has just ended: then it belongs to the end of that list.
"""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass

from orgviz.fmt.flow import one_line
from orgviz.fmt.scalars import refusal, scalar_node
from orgviz.fmt.tree import Comment, Document, Entry, Node, width
from orgviz.source.yaml_pieces import Kind, Piece, Pieces

_ONLY_DASHES = re.compile(r"[ ]*(?:-[ ]+)*-?[ ]*")


@dataclass(slots=True)
class _Open:
    """A collection that has not ended, the entry that it is the value of, and the key that waits for its value."""

    node: Node
    owner: Entry
    waiting: Entry | None = None


class Builder:
    """Walks over the pieces once."""

    def __init__(self, text: str, pieces: Pieces) -> None:
        self.text = text
        self.pieces = pieces
        self.comments = deque(pieces.comments)
        self.dashes = deque(pieces.dashes)
        self.document = Document(Entry())
        self.stack: list[_Open] = []
        self.pending: list[Comment] = []  # on lines of their own, before what comes next
        self.closed: list[Node] = []  # block collections that ended since the last entry
        self.last = self.document.root
        self.behind = False  # whether the last piece closed a collection
        self.kept_until = 0  # where a block scalar ended that keeps its empty lines

    def build(self) -> Document:
        """Return the tree.

        Raises:
            UnformattableError: the file has something that is not formatted.
        """
        for piece in self.pieces.pieces:
            match piece.kind:
                case Kind.DOCUMENT:
                    self._begin(piece)
                case Kind.DOCUMENT_END:
                    self._finish(piece)
                case Kind.END:
                    self._close(piece)
                case _:
                    self._value(piece)
        self._take_comments(len(self.text))
        self.document.tail = self.pending
        return self.document

    def _begin(self, piece: Piece) -> None:
        if not piece.explicit:
            return
        self.document.has_start = True
        marks = [*self.pieces.directives]
        while self.comments and self.comments[0][0] < piece.start:
            marks.append(self.comments.popleft())
        self.document.head = [self.text[start:end].rstrip() for start, end in sorted(marks)]

    def _finish(self, piece: Piece) -> None:
        self._take_comments(piece.start if piece.explicit else len(self.text))
        self.document.has_end = piece.explicit
        self._settle(-1)
        node = self.document.root.node
        if node is not None and not node.is_flow:
            node.inner.extend(self.pending)
            self.pending = []

    def _value(self, piece: Piece) -> None:
        """Take a scalar, an alias, or the begin of a collection: an item, a key or a value."""
        top = self.stack[-1] if self.stack else None
        is_key = top is not None and top.node.kind is Kind.MAPPING and top.waiting is None
        is_empty = piece.kind is Kind.SCALAR and piece.start == piece.end and piece.anchor is None
        if top is None:
            entry = self.document.root
        elif top.waiting is not None:
            entry, top.waiting = top.waiting, None
        else:
            entry = self._begin_entry(top, piece, is_empty=is_empty)
        if not is_empty:
            self._take_comments(piece.begin)
            if piece.kind in (Kind.SCALAR, Kind.ALIAS) or piece.flow or (top and top.node.kind is Kind.SEQUENCE):
                entry.leading.extend(self.pending)
                self.pending = []
            self.behind = False
        if piece.kind in (Kind.MAPPING, Kind.SEQUENCE):
            if top is None and piece.anchor is not None:
                raise refusal("a name (&) for the whole file", self.text, piece.begin)
            node = Node(piece.kind, piece.anchor, is_flow=piece.flow)
            self.stack.append(_Open(node, entry))
        else:
            may_move = is_key and top is not None and (top.node.is_flow or self._is_explicit(piece.begin))
            node = self._scalar(piece, is_key=is_key, may_move=may_move)
        if is_key and top is not None:
            entry.key, top.waiting = node, entry
        else:
            entry.node = node

    def _begin_entry(self, top: _Open, piece: Piece, *, is_empty: bool) -> Entry:
        start = piece.begin
        if top.node.kind is Kind.SEQUENCE and not top.node.is_flow:
            start = self.dashes.popleft()
        if not top.node.entries:
            top.node.column = self._column(start)
        entry = Entry()
        if not is_empty or start != piece.begin:
            self._take_comments(start)
        self._settle(top.node.column if not top.node.is_flow else len(self.text))
        entry.leading, self.pending = self.pending, []
        entry.blank = self._is_after_blank(start)
        top.node.entries.append(entry)
        self.last = entry
        return entry

    def _scalar(self, piece: Piece, *, is_key: bool, may_move: bool) -> Node:
        if piece.kind is Kind.ALIAS:
            raw = self.text[piece.start : piece.end]
            return Node(Kind.ALIAS, block_text=raw, flow_text=raw)
        node = scalar_node(self.text, piece, is_key=is_key, may_move=may_move)
        # What stood between an anchor and its scalar comes first, and is no part of the scalar.
        while self.comments and self.comments[0][0] < piece.end:
            start, end = self.comments.popleft()
            comment = self._comment(start, end)
            if start < piece.start or node.header_comment:
                self.last.leading.append(comment)
            else:
                node.header_comment = comment
        if piece.style in ("|", ">") and "+" in node.block_text:
            self.kept_until = piece.end
        return node

    def _close(self, piece: Piece) -> None:
        opened = self.stack.pop()
        node = opened.node
        if not node.is_flow:
            self.closed.append(node)
            return
        if piece.end:
            self._take_comments(piece.start)
            # Brackets with nothing in them stay on one line.
            (node.inner if node.entries else opened.owner.leading).extend(self.pending)
            self.pending = []
            self.last = opened.owner
            self.behind = True
        node.one_line = one_line(node)

    def _take_comments(self, until: int) -> None:
        """Give the comments before a place to the last entry, or keep them for the next."""
        while self.comments and self.comments[0][0] < until:
            start, end = self.comments.popleft()
            line = self.text.rfind("\n", 0, start) + 1
            before = self.text[line:start]
            comment = self._comment(start, end)
            if _ONLY_DASHES.fullmatch(before) or (self.last.node is None and self.last.key is None):
                comment.blank = self._is_after_blank(start)
                self.pending.append(comment)
            else:
                comment.behind = self.behind
                self.last.trailing.append(comment)

    def _comment(self, start: int, end: int) -> Comment:
        before = self.text[self.text.rfind("\n", 0, start) + 1 : start]
        return Comment(self.text[start:end].rstrip(), width(before), len(before) - len(before.rstrip(" ")))

    def _settle(self, column: int) -> None:
        """Give waiting comments that stand further in than the next entry to the collections that have ended."""
        closed = [node for node in self.closed if node.column > column]
        self.closed = []
        kept: list[Comment] = []
        for comment in self.pending:
            fitting = [] if kept else [node for node in closed if node.column <= comment.column]
            if not fitting:
                kept.append(comment)
                continue
            chosen = max(fitting, key=lambda node: node.column)
            chosen.inner.append(comment)
            closed = [node for node in closed if node.column <= chosen.column]
        self.pending = kept

    def _is_explicit(self, place: int) -> bool:
        """Whether a key stands behind a question mark."""
        return self.text[self.text.rfind("\n", 0, place) + 1 : place].rstrip(" ").endswith("?")

    def _column(self, place: int) -> int:
        return place - (self.text.rfind("\n", 0, place) + 1)

    def _is_after_blank(self, place: int) -> bool:
        """Whether the line of a place begins with it, and a blank line stands before that."""
        line = self.text.rfind("\n", 0, place) + 1
        if self.text[line:place].strip(" -") or line < 2 or line <= self.kept_until + 1:
            return False
        before = self.text.rfind("\n", 0, line - 1) + 1
        return not self.text[before : line - 1].strip(" ")
