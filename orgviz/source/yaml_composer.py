"""Read all of YAML, and with it JSON, into entries: every scalar is text as written; the only importer of yaml.

The text is read as parser events with an explicit stack, never through a constructor, so nothing in a file
can run, take another type, or nest or multiply beyond the limits.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from orgviz.diagnostics import Findings
from orgviz.limits import raising
from orgviz.source.characters import holds_suspects
from orgviz.source.conflict_marks import find_conflict_marks
from orgviz.source.entries import Entry, Mapping, Scalar, Sequence
from orgviz.source.json_comments import find_json_comments
from orgviz.source.yaml_characters import tell_characters, tell_hidden_character
from orgviz.source.yaml_frames import Anchored, Open
from orgviz.source.yaml_slips import tell_slips_at
from orgviz.source.yaml_text import LINE_SEPARATOR, NULLS, prepared, readable
from orgviz.source.yaml_top import mapping_at_top
from orgviz.text import SourceText, Span
from orgviz.wording import quoted

_new = tuple.__new__  # what a large file has a million of is made in half of the time, and all its parts are given


class Composed(NamedTuple):
    """What stands at the top of a file, and its text as it was read: evened out."""

    root: Entry | None
    source: SourceText

    def mapping(self, findings: Findings) -> Mapping | None:
        """Return what stands at the top when it is a mapping; else report what it is."""
        return mapping_at_top(self.root, self.source.path, self.source.text, findings)


class _Stop(Exception):
    """Nothing after this place can be told."""


def compose(source: SourceText, findings: Findings, *, python_parser: bool = False) -> Composed | None:
    """Read a whole file; nothing where its syntax is broken, or what is in it goes beyond a limit."""
    if find_conflict_marks(source, findings) or find_json_comments(source, findings):
        return None
    text = prepared(source.text)
    composer = _Composer(source.path, text, findings)
    # Only the loaders' parsers are used: events are asked for, nothing is ever composed or constructed.
    loader = yaml.SafeLoader if python_parser else getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        composer.take_all(loader(readable(text)))
    except _Stop:
        return None
    except (yaml.YAMLError, ValueError) as error:
        if not tell_hidden_character(source.path, text, findings):
            from orgviz.source.yaml_mistakes import tell_mistake  # noqa: PLC0415 - most files have none

            tell_mistake(error, SourceText(source.path, text), findings)
        return None
    return Composed(composer.root, SourceText(source.path, text))


class _Composer:
    """Builds entries from events."""

    def __init__(self, path: str, text: str, findings: Findings) -> None:
        self.path, self.text = path, text
        self.findings, self.limits = findings, findings.limits
        self.is_suspect = holds_suspects(text)  # one look at it all spares one at each of its scalars
        self.keys: dict[str, str] = {}
        self.line = 0  # of the latest scalar: those of one line share the number
        self.top = Open(Span(path, 1, 1), is_mapping=False)
        self.stack = [self.top]
        self.frame = self.top  # the last of the stack
        self.documents = 0
        self.nodes, self.most_nodes = 0, findings.limits.entries
        self.expanded = 0
        self.anchors: dict[str, Anchored] = {}
        self.first_anchor: Span | None = None

    @property
    def root(self) -> Entry | None:
        """What stands at the top level."""
        return next(iter(self.top.items), None)

    def take_all(self, parser: Any) -> None:
        """Take every event of a parser."""
        takers = {
            MappingStartEvent: self._open,
            SequenceStartEvent: self._open,
            MappingEndEvent: self._close,
            SequenceEndEvent: self._close,
            AliasEvent: self._alias,
            DocumentStartEvent: self._document,
        }
        scalar = self._scalar
        for event in iter(parser.get_event, None):
            if type(event) is ScalarEvent:  # most are
                scalar(event)
            elif type(event) in takers:
                takers[type(event)](event)

    def _document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            message = "a second document begins here, but a file describes one organisation"
            hint = "take away the line '---', or put the rest into a file of its own"
            self.findings.error("several-documents", message, self._span(event), hint)
            raise _Stop

    def _scalar(self, event: Any) -> None:
        start, end, style = event.start_mark, event.end_mark, event.style
        text, is_plain, is_told = event.value, not style, False
        if start.line + 1 != self.line:
            self.line = start.line + 1
        if self.is_suspect or event.tag is not None or style == '"':
            text, is_told = self._looked_at(event)
        self.nodes += 1
        if self.nodes > self.most_nodes:
            self._stop("texts, lists and mappings", "entries", self._span(event))
        frame = self.frame
        if is_plain and frame.is_mapping and frame.key is None:
            known = self.keys.get(text)
            text = self._new_key(text, (start, end)) if known is None else known
            frame.is_merge = text == "<<"
        column = start.column
        width = (end.line == start.line and end.column - column) or 1
        is_null = is_plain and text in NULLS
        entry = _new(Scalar, (text, self.path, self.line, column + 1, width, is_null, is_plain, is_told))
        if event.anchor is not None:
            self._anchor(event.anchor, entry, 1, entry.span)
        self._add(entry)

    def _looked_at(self, event: Any) -> tuple[str, bool]:
        """Return a text that may hold what it must not, and whether its tag was told."""
        start, end, tag = event.start_mark, event.end_mark, event.tag
        width = end.column - start.column if end.line == start.line else 1
        span = Span(self.path, self.line, start.column + 1, width or 1)
        if tag is not None:
            self._tell_tag(tag, span)
        raw = self.text[start.index : end.index]
        if self.is_suspect or "\\" in raw:
            tell_characters(event.value, raw, span, self.findings)
        text = LINE_SEPARATOR.sub("\n", event.value)
        return text, tag is not None

    def _new_key(self, text: str, marks: tuple[Any, Any]) -> str:
        """Look for slips in a key that is met for the first time; all mappings then share its text."""
        if tell_slips_at(self.path, self.text, marks, self.findings):
            raise _Stop
        self.keys[text] = text
        return text

    def _open(self, event: Any) -> None:
        span = self._span(event)
        most = self.limits.depth
        if len(self.stack) > most:
            message = f"lists and mappings nest more than {most} levels deep"
            self.findings.error("too-deep", message, span, raising("depth", most))
            raise _Stop
        if event.tag is not None:
            self._tell_tag(event.tag, span)
        if event.anchor is not None:
            self._anchor(event.anchor, None, 0, span)
        self.frame = Open(span, type(event) is MappingStartEvent, event.anchor, self.nodes)
        self.stack.append(self.frame)
        self.nodes += 1
        if self.nodes > self.most_nodes:
            self._stop("texts, lists and mappings", "entries", span)

    def _stop(self, things: str, limit: str, span: Span) -> None:
        self.findings.too_many(things, limit, span)
        raise _Stop

    def _close(self, _: Any) -> None:
        frame = self.stack.pop()
        self.frame = self.stack[-1]
        entry: Entry
        if frame.is_mapping:
            for merged in frame.merged:
                for pair in merged.pairs:
                    frame.pairs.setdefault(pair[0].text, pair)
            entry = _new(Mapping, (tuple(frame.pairs.values()), frame.span))
        else:
            entry = _new(Sequence, (tuple(frame.items), frame.span))
        if frame.anchor is not None:
            self._anchor(frame.anchor, entry, self.nodes - frame.nodes_before, frame.span)
        self._add(entry)

    def _anchor(self, name: str, entry: Entry | None, nodes: int, span: Span) -> None:
        self.anchors[name] = Anchored(entry, nodes)
        self.first_anchor = self.first_anchor or span

    def _alias(self, event: Any) -> None:
        span = self._span(event)
        known = self.anchors.get(event.anchor)
        name = quoted("*" + event.anchor)
        if known is None:
            message, hint = f"{name} stands for nothing above it", f'for the text itself write "*{event.anchor}"'
            self.findings.error("unknown-alias", message, span, hint)
        elif known.entry is None:
            self.findings.error("alias-loop", f"{name} stands inside the very thing that it stands for", span)
        else:
            self._count_expansion(known.nodes)
        # Where it stands for nothing it stands for its own name, so that nothing else is told about it.
        self._add(known.entry if known and known.entry else Scalar(f"*{event.anchor}", span, told=True))

    def _count_expansion(self, nodes: int) -> None:
        """Count what an alias stands for as if it were written out: bombs end here."""
        self.nodes += nodes
        self.expanded += nodes
        if self.expanded > self.limits.aliases and self.first_anchor is not None:
            self.findings.error(
                "alias-budget",
                f"the aliases of this file stand for more than {self.limits.aliases:,} entries",
                self.first_anchor,
                f"write out what the anchors stand for; {raising('aliases', self.limits.aliases)}",
            )
            raise _Stop

    def _add(self, entry: Entry) -> None:
        frame = self.frame
        key = frame.key
        if not frame.is_mapping:
            frame.items.append(entry)
            if len(frame.items) > self.limits.boxes:
                self._stop("items in one list", "boxes", entry.span)
        elif key is None:
            frame.key = self._as_key(entry)
        elif frame.is_merge:
            self._merge(frame, key, entry)
            frame.key, frame.is_merge = None, False
        else:
            pair = (key, entry)
            if frame.pairs.setdefault(key.text, pair) is not pair and key.text:
                self._tell_twice(frame.pairs[key.text][0], key)
            frame.key = None

    def _as_key(self, entry: Entry) -> Scalar:
        if isinstance(entry, Scalar):
            if not entry.text:
                self.findings.error("yaml-key", "a key is missing before this colon", entry.span)
            return entry
        kind = "list" if isinstance(entry, Sequence) else "mapping"
        self.findings.error("yaml-key", f"a key must be text, but here it is a {kind}", entry.span)
        return Scalar("", entry.span)

    def _tell_twice(self, first: Scalar, key: Scalar) -> None:
        self.findings.error(
            "duplicate-key",
            f"the key {quoted(key.text)} stands here for the second time (first in line {first.line})",
            key.span,
            "put both together, or take one away",
        )

    def _merge(self, frame: Open, key: Scalar, value: Entry) -> None:
        parts = value.items if isinstance(value, Sequence) else (value,)
        mappings = [part for part in parts if isinstance(part, Mapping)]
        if len(mappings) < len(parts):
            self.findings.error(
                "merge-key", "'<<' takes in a mapping, or a list of mappings, such as '*base'", key.span
            )
        frame.merged = (*frame.merged, *mappings)

    def _tell_tag(self, tag: str, span: Span) -> None:
        written = tag.replace("tag:yaml.org,2002:", "!!")
        self.findings.error(
            "yaml-tag",
            f"the tag {quoted(written)} is not allowed: every value is text, a list or a mapping",
            span,
            "take it away, or put the text into quotes",
        )

    def _span(self, event: Any) -> Span:
        mark = event.start_mark
        return _new(Span, (self.path, mark.line + 1, mark.column + 1, 1))
