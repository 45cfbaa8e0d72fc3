"""Read YAML, and with it JSON, into entries: every scalar is text as written; the only importer of yaml.

The text is read as parser events with an explicit stack, never through a constructor, so nothing in a file
can run, take another type, or nest or multiply beyond the limits below.
"""

from __future__ import annotations

from typing import Any

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
from orgviz.source.characters import SUSPECT
from orgviz.source.conflict_marks import find_conflict_marks
from orgviz.source.entries import Entry, Mapping, Scalar, Sequence
from orgviz.source.json_comments import find_json_comments
from orgviz.source.yaml_characters import tell_characters, tell_hidden_character
from orgviz.source.yaml_frames import Anchored, Open
from orgviz.source.yaml_slips import tell_slips_at, tell_slips_of_all
from orgviz.source.yaml_text import LINE_SEPARATOR, prepared, readable
from orgviz.text import SourceText, Span
from orgviz.wording import quoted

DEPTH_LIMIT = 256
EXPANSION_LIMIT = 200_000
NULLS = ("", "~", "null", "Null", "NULL")


class _Stop(Exception):
    """Nothing after this place can be told."""


def read_yaml(source: SourceText, findings: Findings, *, python_parser: bool = False) -> Mapping | None:
    """Read a whole file; nothing where its top level is not a mapping or its syntax is broken.

    Mistakes that leave the structure readable (repeated keys, tags, forbidden characters …) are added to the
    findings and reading goes on; after a mistake of syntax nothing else can be told.
    """
    composer = _compose(source, findings, python_parser=python_parser)
    return composer.finish() if composer else None


def read_yaml_entry(source: SourceText, findings: Findings) -> Mapping | Sequence | None:
    """Read a whole file like `read_yaml`, but take a list at its top too, as files of teams have it."""
    composer = _compose(source, findings)
    root = composer.root if composer else None
    if isinstance(root, Sequence):
        return root
    return composer.finish() if composer else None


def _compose(source: SourceText, findings: Findings, *, python_parser: bool = False) -> _Composer | None:
    if find_conflict_marks(source, findings) or find_json_comments(source, findings):
        return None
    text = prepared(source.text)
    composer = _Composer(source.path, text, findings)
    # Only the loaders' parsers are used: events are asked for, nothing is ever composed or constructed.
    loader = yaml.SafeLoader if python_parser else getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        for event in yaml.parse(readable(text), loader):
            composer.take(event)
    except _Stop:
        return None
    except (yaml.YAMLError, ValueError) as error:
        if not tell_hidden_character(source.path, text, findings):
            from orgviz.source.yaml_mistakes import tell_mistake  # noqa: PLC0415 - most files have none

            tell_mistake(error, SourceText(source.path, text), findings)
        return None
    return composer


class _Composer:
    """Builds entries from events."""

    def __init__(self, path: str, text: str, findings: Findings) -> None:
        self.path = path
        self.text = text
        self.findings = findings
        self.is_suspect = SUSPECT.search(text) is not None or "\\" in text
        self.stack: list[Open] = []
        self.root: Entry | None = None
        self.documents = 0
        self.nodes = 0
        self.expanded = 0
        self.anchors: dict[str, Anchored] = {}
        self.first_anchor: Span | None = None

    def take(self, event: Any) -> None:
        """Take the next event of the parser."""
        kind = type(event)
        if kind is ScalarEvent:
            self._scalar(event)
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            self._open(event, is_mapping=kind is MappingStartEvent)
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            self._close()
        elif kind is AliasEvent:
            self._alias(event)
        elif kind is DocumentStartEvent:
            self._document(event)

    def finish(self) -> Mapping | None:
        """Return the top level when it is a mapping."""
        root = self.root
        if root is None or (isinstance(root, Scalar) and root.null):
            self.findings.error("empty-file", "the file is empty: there is nothing to read", Span(self.path, 1, 1))
            return None
        if isinstance(root, Mapping):
            return root
        if isinstance(root, Scalar) and (root.told or tell_slips_of_all(self.path, self.text, self.findings)):
            return None
        found = "a list" if isinstance(root, Sequence) else f"the text {quoted(root.text)}"
        self.findings.error(
            "top-level",
            f"the file must be a mapping of keys such as 'units:', but it is {found}",
            root.span,
            "begin with 'units:' and put the list under it" if isinstance(root, Sequence) else "begin with 'units:'",
        )
        return None

    def _document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            self.findings.error(
                "several-documents",
                "a second document begins here, but a file describes one organisation",
                self._span(event),
                "take away the line '---', or put the rest into a file of its own",
            )
            raise _Stop

    def _scalar(self, event: Any) -> None:
        start, end = event.start_mark, event.end_mark
        width = end.column - start.column if end.line == start.line else 1
        span = Span(self.path, start.line + 1, start.column + 1, width or 1)
        text = event.value
        is_plain = event.style is None or event.style == ""
        is_told = event.tag is not None and not event.tag.startswith("tag:yaml.org,2002:")
        if event.tag is not None:
            self._tell_tag(event.tag, span)
        if self.is_suspect:
            tell_characters(text, self.text[start.index : end.index], span, self.findings)
        if "\u2028" in text or "\u2029" in text:
            text = LINE_SEPARATOR.sub("\n", text)
        self.nodes += 1
        if is_plain and self._is_key() and tell_slips_at(self.path, self.text, (start, end), self.findings):
            raise _Stop
        entry = Scalar(text, span, is_plain and text in NULLS, plain=is_plain, told=is_told)
        if event.anchor is not None:
            self._anchor(event.anchor, entry, 1, span)
        self._add(entry, is_merge=is_plain and text == "<<")

    def _is_key(self) -> bool:
        return bool(self.stack) and self.stack[-1].is_mapping and self.stack[-1].key is None

    def _open(self, event: Any, *, is_mapping: bool) -> None:
        span = self._span(event)
        if len(self.stack) >= DEPTH_LIMIT:
            self.findings.error("too-deep", f"lists and mappings nest more than {DEPTH_LIMIT} levels deep", span)
            raise _Stop
        if event.tag is not None:
            self._tell_tag(event.tag, span)
        if event.anchor is not None:
            self._anchor(event.anchor, None, 0, span)
        self.stack.append(Open(span, is_mapping, event.anchor, self.nodes))
        self.nodes += 1

    def _close(self) -> None:
        frame = self.stack.pop()
        entry: Entry
        if frame.is_mapping:
            for merged in frame.merged:
                for pair in merged.pairs:
                    if pair[0].text not in frame.seen:
                        frame.seen[pair[0].text] = pair[0].span
                        frame.pairs.append(pair)
            entry = Mapping(tuple(frame.pairs), frame.span)
        else:
            entry = Sequence(tuple(frame.items), frame.span)
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
            self.findings.error(
                "unknown-alias",
                f"{name} stands for nothing above it",
                span,
                f'for the text itself write "*{event.anchor}"',
            )
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
        if self.expanded > EXPANSION_LIMIT and self.first_anchor is not None:
            self.findings.error(
                "alias-budget",
                f"the aliases of this file stand for more than {EXPANSION_LIMIT:,} entries",
                self.first_anchor,
                "write out what the anchors stand for, or use fewer",
            )
            raise _Stop

    def _add(self, entry: Entry, *, is_merge: bool = False) -> None:
        if not self.stack:
            self.root = entry
            return
        frame = self.stack[-1]
        if not frame.is_mapping:
            frame.items.append(entry)
        elif frame.key is None:
            frame.key = self._as_key(entry)
            frame.is_merge = is_merge
        elif frame.is_merge:
            self._merge(frame, frame.key, entry)
            frame.key = None
        else:
            self._pair(frame, frame.key, entry)
            frame.key = None

    def _as_key(self, entry: Entry) -> Scalar:
        if isinstance(entry, Scalar):
            if entry.text == "":
                self.findings.error("yaml-key", "a key is missing before this colon", entry.span)
            return entry
        kind = "list" if isinstance(entry, Sequence) else "mapping"
        self.findings.error("yaml-key", f"a key must be text, but here it is a {kind}", entry.span)
        return Scalar("", entry.span)

    def _pair(self, frame: Open, key: Scalar, value: Entry) -> None:
        first = frame.seen.get(key.text)
        if first is None:
            frame.seen[key.text] = key.span
            frame.pairs.append((key, value))
        elif key.text:
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
        frame.merged.extend(mappings)

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
        return Span(self.path, mark.line + 1, mark.column + 1)
