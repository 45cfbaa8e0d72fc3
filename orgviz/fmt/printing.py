"""Write the tree of a file as lines: two spaces for a level, dashes under their key, brackets kept where they fit."""

from __future__ import annotations

from dataclasses import dataclass

from orgviz.fmt.flow import WIDTH
from orgviz.fmt.scalars import in_flow, key_text
from orgviz.fmt.tree import Comment, Document, Entry, Node

STEP = 2


@dataclass(slots=True)
class Line:
    """A line to be written, with the comment behind it, and whether a blank line comes first."""

    text: str
    comment: Comment | None = None
    blank: bool = False


@dataclass(slots=True)
class _Frame:
    """A collection that is being written.

    Args:
        lead: what its first entry's line begins with: the dashes of the items in which it stands.
        lead_indent, lead_blank: of that line.
    """

    node: Node
    indent: int
    lead: str | None = None
    lead_indent: int = 0
    lead_blank: bool = False
    index: int = 0


def lines_of(document: Document) -> list[Line]:
    """Return the lines of a file."""
    printer = _Printer()
    printer.lines.extend(Line(text) for text in document.head)
    if document.has_start:
        printer.lines.append(Line("---"))
    printer.root(document.root)
    if document.has_end:
        printer.lines.append(Line("..."))
    printer.comments(document.tail, 0)
    return printer.lines


class _Printer:
    """Writes lines, with a stack of its own."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.frames: list[_Frame] = []

    def root(self, root: Entry) -> None:
        node = root.node
        assert node is not None
        # In brackets on one line, where all of it fits.
        text = in_flow(node) if node.is_flow else None
        inside = [comment for comment in root.trailing if not comment.behind]
        self.comments([*root.leading, *inside], 0)
        behind = [comment for comment in root.trailing if comment.behind]
        if text is not None and len(text) <= WIDTH:
            self.comments(behind[:-1], 0)
            self.lines.append(Line(text, behind[-1] if behind else None))
            return
        node.inner.extend(behind)
        self.frames.append(_Frame(node, 0))
        while self.frames:
            frame = self.frames[-1]
            if frame.index < len(frame.node.entries):
                frame.index += 1
                self._entry(frame, frame.node.entries[frame.index - 1])
            else:
                self.frames.pop()
                self.comments(frame.node.inner, frame.indent)

    def comments(self, comments: list[Comment], indent: int) -> None:
        self.lines.extend(Line(" " * indent + comment.text, blank=comment.blank) for comment in comments)

    def _entry(self, frame: _Frame, entry: Entry) -> None:
        node = entry.node
        assert node is not None
        start, indent, blank, own = " " * frame.indent, frame.indent, False, entry.blank
        if frame.index == 1 and frame.lead is not None:
            start, indent, blank, own = frame.lead, frame.lead_indent, frame.lead_blank, False
        start += "-" if entry.key is None else key_text(entry.key, is_flow=False)
        is_open = node.is_collection and not _fits(start, node)
        above, beside, below = _placed(entry, node, is_open=is_open)
        node.inner.extend(below)
        for comment in entry.leading:
            self.lines.append(Line(" " * indent + comment.text, blank=comment.blank or blank))
            blank = False
        blank = blank or own
        for comment in above:
            self.lines.append(Line(" " * indent + comment.text, blank=blank))
            blank = False
        if not is_open:
            self._scalar(frame, node, Line(start, beside, blank))
            return
        child = _Frame(node, frame.indent + STEP)
        if entry.key is None and node.anchor is None:
            child.lead, child.lead_indent, child.lead_blank = f"{start} ", indent, blank
        else:
            self.lines.append(Line(f"{start} {_anchored(node, '')}".rstrip(), beside, blank))
        self.frames.append(child)

    def _scalar(self, frame: _Frame, node: Node, line: Line) -> None:
        """Write what takes no entries of its own: `line` has what stands before it."""
        first, *rest = node.lines if node.lines and not _is_block_text(node) else (_written(node), *node.lines)
        text = _anchored(node, first)
        comment, line.comment = line.comment, None
        line.text = f"{line.text} {text}" if text else line.text
        self.lines.append(line)
        self.lines.extend(Line(" " * (frame.indent + STEP) + each if each else "") for each in rest)
        if _is_block_text(node):
            line.comment = node.header_comment
        else:
            self.lines[-1].comment = comment


def _placed(entry: Entry, node: Node, *, is_open: bool) -> tuple[list[Comment], Comment | None, list[Comment]]:
    """Return which comments of an entry's line come above it, on it, and below what it holds."""
    if _is_block_text(node):
        return entry.trailing, None, []
    if not is_open:
        return entry.trailing[:-1], entry.trailing[-1] if entry.trailing else None, []
    notes = [comment for comment in entry.trailing if not comment.behind]
    below = [comment for comment in entry.trailing if comment.behind]
    if entry.key is None and node.anchor is None:
        return notes, None, below
    return notes[:-1], notes[-1] if notes else None, below


def _written(node: Node) -> str:
    return (node.one_line or "") if node.is_collection else node.block_text


def _fits(start: str, node: Node) -> bool:
    """Whether a collection stands in brackets on its line."""
    text = in_flow(node) if node.is_flow else None
    return text is not None and (len(start) + 1 + len(text) <= WIDTH or not node.entries)


def _is_block_text(node: Node) -> bool:
    return node.style in ("|", ">")


def _anchored(node: Node, text: str) -> str:
    return text if node.anchor is None else f"&{node.anchor} {text}".rstrip()
