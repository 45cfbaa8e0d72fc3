"""Read a text outline, as `orgviz convert -f text` writes it, into entries; mistakes are told together."""

from __future__ import annotations

import re
from dataclasses import field

from orgviz.diagnostics import Findings
from orgviz.lean import dataclass
from orgviz.model import NodeKind
from orgviz.source import outline_words as words
from orgviz.source.characters import holds_suspects
from orgviz.source.conflict_marks import find_conflict_marks
from orgviz.source.entries import Entry, Mapping, Scalar, Sequence
from orgviz.source.outline_entries import file_entries
from orgviz.source.outline_items import Item, lost_item, make_item, make_link, make_type, settle_types
from orgviz.source.outline_levels import Levels
from orgviz.source.outline_line import Parts, read_parts
from orgviz.source.yaml_characters import tell_characters
from orgviz.text import SourceText, Span
from orgviz.wording import listed, named_character, nearest, quoted

VERSION = "1"
SIGNS = {"-": NodeKind.UNIT, "*": NodeKind.POSITION, "+": NodeKind.PERSON}
KEYS = ("title", "lang", "types", "links")

# One way to read each line above it: with two, blank lines would take time without end.
_HEADER = re.compile(rf"(?:[^\S\n]*(?:#.*)?\n)*{words.HEADER}(?:[ \t]+(\S+))?[ \t]*(?=\n|$)", re.IGNORECASE)
_ITEM = re.compile(r"([-*+])\s+(?=\S)")
_KEY = re.compile(r"([A-Za-z]+)\s*[:：]\s*(.*?)\s*$")
_CONTINUED = re.compile(r"continued\s+(\d{1,9})\s*[:：]\s*$", re.IGNORECASE)
_INDENT = re.compile(r"\s*")
_LOOK_ALIKES = {
    "–": "- ", "—": "- ", "－": "- ", "−": "- ", "•": "- ", "·": "- ", "●": "- ", "＊": "* ", "＋": "+ ",
}  # fmt: skip


def is_outline(text: str) -> bool:
    """Tell whether a text begins with the line by which an outline of ours is known."""
    return _HEADER.match(text) is not None


def read_outline_text(source: SourceText, findings: Findings) -> Mapping | None:
    """Return the entries of an outline, as the YAML reader gives them; nothing where a line cannot be read.

    Besides mistakes of form, whose lines are left out, everything is left for `orgviz.build` to check.
    """
    if find_conflict_marks(source, findings):
        return None
    outline = _Outline(source, findings)
    outline.read()
    if not outline.lacks_type:
        settle_types(outline.items, [one.name.text for one in outline.types], findings)
    if outline.is_broken:
        return None
    root = outline.entries()
    if holds_suspects(source.text) or "\\u" in source.text:
        _tell_all_characters(root, findings)
    return root


def _tell_all_characters(root: Mapping, findings: Findings) -> None:
    """Report the characters that no text may hold, in every text of a file."""
    waiting: list[Entry] = [root]
    while waiting:
        entry = waiting.pop()
        if isinstance(entry, Scalar):
            tell_characters(entry.text, entry.text, entry.span, findings)
        elif isinstance(entry, Sequence):
            waiting.extend(entry.items)
        else:
            waiting.extend(part for pair in entry.pairs for part in pair)


@dataclass(slots=True)
class _Outline:
    """What was read so far; `section` is the key line below which the current line stands."""

    source: SourceText
    findings: Findings
    section: str = ""
    is_broken: bool = False
    lacks_type: bool = False
    title: Scalar | None = None
    lang: Scalar | None = None
    items: list[Item] = field(default_factory=list)
    links: list[Item] = field(default_factory=list)
    types: list[Item] = field(default_factory=list)
    stack: list[int] = field(default_factory=list)
    marked: dict[str, int] = field(default_factory=dict)
    last: Item | None = None
    start: int = 1

    def read(self) -> None:
        lines = self.source.text.split("\n")
        levels = Levels(self.source.path, self.findings)
        first = self._read_header()
        for number, line in enumerate(lines[first:], first + 1):
            match = _INDENT.match(line)
            indent = match[0] if match else ""
            if len(indent) == len(line) or line.startswith("#", len(indent)):
                continue
            if line.startswith("|", len(indent)):
                self._read_text(number, line, len(indent))
            elif not indent and not _ITEM.match(line) and line[0] not in _LOOK_ALIKES:
                self._read_key(number, line)
            elif self.section in ("types", "links") and indent:
                self._read_entry(number, line, len(indent))
            else:
                self._read_item(number, line, indent, levels)
        self._check_continued()

    def _read_header(self) -> int:
        """Check the version of the first line; return how many lines it and those above it are."""
        match = _HEADER.match(self.source.text)
        if match is None:
            return 0
        number = self.source.text.count("\n", 0, match.end()) + 1
        self.start = number
        if match[1] is not None and match[1] != VERSION:
            column = match.start(1) - self.source.text.rfind("\n", 0, match.start(1))
            self.findings.error(
                "unknown-version",
                f"version {quoted(match[1])} of the outline is not known; this is version {VERSION}",
                Span(self.source.path, number, column, len(match[1])),
            )
        return number

    def _read_key(self, number: int, line: str) -> None:
        """Read a line that is neither indented nor an item."""
        continued = _CONTINUED.fullmatch(line)
        if continued is not None:
            self._continue(continued[1], number, line)
            return
        match = _KEY.fullmatch(line)
        key = match[1].lower() if match else ""
        if match is None or key not in KEYS:
            self._tell_line(number, line, 0)
            return
        self.last = None
        value = match[2]
        span = Span(self.source.path, number, match.start(2) + 1, max(1, len(value)))
        if key in ("types", "links"):
            self.section = key
            if value:
                message = f"{quoted(value)} stands behind '{key}:', and what belongs to it stands below"
                self.findings.error("outline-line", message, span, "put it into a line of its own, indented")
        elif getattr(self, key) is not None:
            message = f"the key '{key}' stands here for the second time"
            self.findings.error("duplicate-key", message, Span(self.source.path, number, 1, len(key)))
        elif key == "title":
            self.title = Scalar(value, span) if value else None
        else:
            self.lang = Scalar(value, span) if value else None

    def _continue(self, number: str, line_number: int, line: str) -> None:
        self.section, self.last = "", None
        place = self.marked.pop(number, None)
        if place is None:
            self.findings.error(
                "outline-continued",
                f"no item above has the attribute [continued {number}]",
                Span(self.source.path, line_number, 1, len(line.rstrip())),
                "put it behind the item to which the following ones belong",
            )
            place = len(self.items)
            self.items.append(self._lose())
        self.stack = [place]

    def _read_text(self, number: int, line: str, indent: int) -> None:
        """Read one of several lines of a duty or label."""
        span = Span(self.source.path, number, indent + 1, max(1, len(line.rstrip()) - indent))
        if self.last is None or self.last.text_key in self.last.pairs:
            message = "a line of text stands here without the item that it describes"
            hint = "put it below its item, which has no text behind ':' then"
            self.findings.error("outline-line", message, span, hint)
            return
        self.last.lines.append(line[indent + 1 :].strip())
        self.last.lines_span = self.last.lines_span or span

    def _read_entry(self, number: int, line: str, start: int) -> None:
        """Read a link or a type."""
        is_link = self.section == "links"
        parts = read_parts(self.source.path, number, line, start, self.findings, link=is_link)
        if parts is None:
            self._lose()
            self.lacks_type = self.lacks_type or not is_link
        elif is_link:
            self.last = make_link(parts, self.findings)
            self.links.append(self.last)
        else:
            self.last = make_type(parts, self.findings)
            self.types.append(self.last)

    def _lose(self) -> Item:
        """Return what stands for a line that could not be read: others may stand below it, or refer to it."""
        self.is_broken = True
        self.last = lost_item(Span(self.source.path, 1, 1))
        return self.last

    def _read_item(self, number: int, line: str, indent: str, levels: Levels) -> None:
        self.section = ""
        deepest = len(self.stack)
        level = levels.level(number, indent, deepest)
        match = _ITEM.match(line, len(indent))
        parts: Parts | None = None
        if match is None:
            self._tell_line(number, line, len(indent))
        else:
            parts = read_parts(self.source.path, number, line, match.end(), self.findings)
        if parts is None or match is None:
            item = self._lose()
        else:
            item = self.last = make_item(parts, SIGNS[match[1]], self.findings)
        item.parent = self.stack[level - 1] if level else None
        self.stack[level:] = [len(self.items)]
        self._check_place(item)
        if item.continued is not None:
            self._mark(item, len(self.items))
        self.items.append(item)

    def _mark(self, item: Item, place: int) -> None:
        assert item.continued is not None
        number = item.continued.text
        if number in self.marked:
            message = f"'continued {number}' stands at two items"
            self.findings.error("outline-continued", message, item.continued.span, "give each its own number")
        self.marked[number] = place

    def _check_continued(self) -> None:
        for number, place in self.marked.items():
            mark = self.items[place].continued
            assert mark is not None
            message = f"no line 'continued {number}:' follows, below which this would go on"
            self.findings.error("outline-continued", message, mark.span, "take it away, or add that line")

    def _check_place(self, item: Item) -> None:
        """Report a head or an assistant where there can be none."""
        parent = None if item.parent is None else self.items[item.parent].kind
        if item.parent is not None and parent is None:
            return
        for flag, span in tuple(item.flags.items()):
            problem = None
            if item.kind is NodeKind.UNIT:
                problem = f"a unit is no {flag}: only positions and people are"
            elif parent is None:
                problem = f"nothing stands above this {flag}"
            elif flag == "head" and parent is not NodeKind.UNIT:
                problem = "only a unit has a head"
            elif len(item.flags) > 1:
                problem = "nobody is head and assistant at once"
            if problem is not None:
                self.findings.error("outline-attribute", problem, span, "take it away")
                del item.flags[flag]

    def _tell_line(self, number: int, line: str, start: int) -> None:
        """Report a line that is neither item nor key."""
        self.is_broken = True
        text = line[start:].rstrip()
        span = Span(self.source.path, number, start + 1, len(text))
        sign = _LOOK_ALIKES.get(text[0])
        key = _KEY.fullmatch(text)
        near = nearest(key[1], KEYS) if key and not start else None
        if sign is not None:
            message = f"{named_character(text[0])} begins no item"
            span, hint = Span(self.source.path, number, start + 1), f"write a plain '{sign.strip()}' and a space"
        elif text[0] in SIGNS:
            message = (
                f"a space is missing behind '{text[0]}'" if text[1:].strip() else f"nothing stands behind '{text[0]}'"
            )
            span, hint = Span(self.source.path, number, start + 1), "write '- unit', '* position' or '+ person'"
        else:
            message = f"{quoted(text)} is neither an item nor a key"
            keys = listed([f"'{one}:'" for one in KEYS])
            hint = f"did you mean '{near}:'?" if near else f"begin it with '- ', '* ' or '+ ', or with {keys}"
        self.findings.error("outline-line", message, span, hint)

    def entries(self) -> Mapping:
        """Return everything as the YAML reader would."""
        texts = (("title", self.title), ("lang", self.lang))
        start = Span(self.source.path, self.start, 1)
        return file_entries(texts, self.types, self.items, self.links, start, self.findings)
