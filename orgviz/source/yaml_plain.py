"""Read the plain part of YAML, in which most files are written, faster than the whole language is.

Plain are block lists and mappings of texts on one line, bare or in simple quotes, and lists and mappings in brackets
on one line. Whatever else stands in a file, any mistake and any limit is left to the reader of all of YAML: what is
read here is what that reads, place by place, and nothing in it is worth a finding.
"""

from __future__ import annotations

import re

from orgviz.lean import dataclass
from orgviz.limits import Limits
from orgviz.patterns import pattern
from orgviz.source.characters import holds_suspects
from orgviz.source.entries import Entry, Mapping, Scalar, Sequence
from orgviz.source.yaml_text import NULLS
from orgviz.text import SourceText, Span

# Groups that repeat are in atomic groups: with a possessive repeat, Python 3.11.2 goes on behind half of a failed one.
_KEY = r"\w[\w./-]*+(?>(?: [\w./-]++)*)"
_FIRST = r"[^\s\-?:,\[\]{}#&*!|>'\"%@`]"
_PLAIN = rf"{_FIRST}[^\n:#]*+(?>(?:(?::(?=[^ \n])|(?<! )#)[^\n:#]*+)*)"
_QUOTED = r"\"[^\"\\\n]*+\"|'[^'\n]*+'"
# Spaces, dashes, a key, a bare text, and the rest of the line: quotes, brackets or a comment.
_LINE = pattern(rf"( *+)((?>(?:- ++)*))(?:({_KEY}):(?![^ \n]) *+)?(?:({_PLAIN})(?=\n|\Z|#))?([^\n]*+)(?:\n|\Z)")
# Within brackets: a key, a text or what opens a list or mapping; then what is closed, and a comma.
_INNER = pattern(
    rf"(?:({_KEY}): ++)?(?:({_FIRST}[^\n:#,?\[\]{{}}]*+)|({_QUOTED})|([\[{{]) *+) *+((?>(?:[\]}}] *+)*))(,? *+)"
)
# What stands in nearly all brackets. Keys are looked for where one may begin, not in every letter of a long word.
_PAIR = pattern(rf"(?:(?<=\{{)|(?<=, ))({_KEY}): ({_FIRST}[^\n:#,?\[\]{{}}]*+)(?:, |\}}\Z)")
_BARE_ITEMS = pattern(rf"\[({_FIRST}[^\n:#,?\[\]{{}}]*+(?>(?:, {_FIRST}[^\n:#,?\[\]{{}}]*+)*))\]\Z")
_ONE_QUOTED = pattern(rf"({_QUOTED})(?: *$| +#)")
_INNER_DASH = pattern("-")
_MOST_KEY = 200  # characters, of which YAML allows a little more than a thousand

_new = tuple.__new__  # what a large file has a million of is made in half of the time, and all its parts are given


class _NotPlain(Exception):
    """Here begins what only the reader of all of YAML can tell."""


@dataclass(slots=True, eq=False)
class _Block:
    """A list or mapping that is being read, whose items or keys stand at a column counted from 0.

    Args:
        pairs: of a mapping, by the text of the key; ``None`` for a list.
        items: of a list.
        key: of a mapping, the one whose value comes next.
    """

    column: int
    span: Span
    pairs: dict[str, tuple[Scalar, Entry]] | None
    items: list[Entry]
    key: Scalar | None = None


def read_plain(source: SourceText, limits: Limits) -> Mapping | Sequence | None:
    """Return what a file says, if it is plain all through; nothing otherwise."""
    text = source.text
    if "\t" in text or "\u2028" in text or "\u2029" in text or text[:1] in ("{", "[") or holds_suspects(text):
        return None
    try:
        return _PlainReader(source.path, limits).read(text)
    except _NotPlain:
        return None


class _PlainReader:
    """Builds entries from lines."""

    def __init__(self, path: str, limits: Limits) -> None:
        self.path, self.limits = path, limits
        self.line = 0
        self.nodes = 0
        self.keys: dict[str, str] = {}
        self.root: Mapping | Sequence | None = None
        span = Span(path, 1, 1)
        # Stands for the file, as a mapping whose one value comes next.
        self.block = _Block(-1, span, {}, [], Scalar("", span))
        self.stack = [self.block]

    def read(self, text: str) -> Mapping | Sequence:
        """Return what stands at the top of the text."""
        begin = 4 if text.startswith("---\n") else 0
        for number, match in enumerate(_LINE.finditer(text, begin), 2 if begin else 1):
            indent, dashes, key, bare, rest = match.groups()
            self.line = number
            if key is not None or dashes:
                block = self._begun(len(indent), dashes, key)
                if bare is not None:
                    self._add(block, self._bare(bare, match.start(4) - match.start()))
                elif rest and rest[0] != "#":
                    self._add(block, self._signed(rest, match.start(5) - match.start()))
                elif key is None:
                    raise _NotPlain
            elif bare is not None or rest[:1] not in ("", "#"):
                raise _NotPlain
        return self._end()

    def _begun(self, column: int, dashes: str, key: str | None) -> _Block:
        """Return the list or mapping to which the value belongs that may stand behind dashes, a key or both."""
        if dashes:
            block = self._at_item(column, dashes)
            column += len(dashes)
            if key is not None:
                block = self._open(column, {})
        else:
            block = self._at_key(column)
        if key is not None:
            block.key = self._key(key, column)
        return block

    def _end(self) -> Mapping | Sequence:
        """Close all that is open, and return the outermost."""
        while len(self.stack) > 1:
            self._close()
        if self.root is None or self.nodes > self.limits.entries:
            raise _NotPlain
        return self.root

    def _at_key(self, column: int) -> _Block:
        """Return the mapping whose keys stand at a column: one that is open, or the value of a key above."""
        block = self.block
        while column < block.column or (column == block.column and block.pairs is None):
            block = self._close()
        if column > block.column:
            if block.key is None:
                raise _NotPlain
            return self._open(column, {})
        if block.key is not None:
            self._add(block, self._nothing(block.key))
        return block

    def _at_item(self, column: int, dashes: str) -> _Block:
        """Return the list in which an item begins; its dashes, the first at a column, may open lists in lists."""
        block = self.block
        while column < block.column:
            block = self._close()
        if column > block.column or block.pairs is not None:
            if block.key is None:
                raise _NotPlain
            block = self._open(column, None)
        for match in _INNER_DASH.finditer(dashes, 1) if dashes != "- " else ():
            block = self._open(column + match.start(), None)
        return block

    def _open(self, column: int, pairs: dict[str, tuple[Scalar, Entry]] | None) -> _Block:
        if len(self.stack) > self.limits.depth:
            raise _NotPlain
        self.block = _Block(column, _new(Span, (self.path, self.line, column + 1, 1)), pairs, [])
        self.stack.append(self.block)
        return self.block

    def _close(self) -> _Block:
        """Close the innermost list or mapping, and return the one that it stands in."""
        block = self.stack.pop()
        outer = self.block = self.stack[-1]
        if block.key is not None:
            self._add(block, self._nothing(block.key))
        finished = self._finished(block)
        self._add(outer, finished)
        self.root = finished  # the last that is closed is the outermost
        return outer

    def _finished(self, block: _Block) -> Mapping | Sequence:
        if block.pairs is not None:
            self.nodes += 1 + 2 * len(block.pairs)  # never too few: what stands in a mapping is counted twice
            return _new(Mapping, (tuple(block.pairs.values()), block.span))
        return self._list(block.items, block.span)

    def _list(self, items: list[Entry], span: Span) -> Sequence:
        self.nodes += 1 + len(items)
        if len(items) > self.limits.boxes:
            raise _NotPlain
        return _new(Sequence, (tuple(items), span))

    def _add(self, block: _Block, entry: Entry) -> None:
        if block.pairs is None:
            block.items.append(entry)
            return
        key = block.key
        if key is None:
            raise _NotPlain
        pair = (key, entry)
        if block.pairs.setdefault(key.text, pair) is not pair:
            raise _NotPlain
        block.key = None

    def _key(self, text: str, column: int) -> Scalar:
        """Return a key; all mappings share its text."""
        known = self.keys.get(text)
        if known is None:
            if len(text) > _MOST_KEY:
                raise _NotPlain
            known = self.keys[text] = text
        return _new(Scalar, (known, self.path, self.line, column + 1, len(text), text in NULLS, True, False))

    def _bare(self, text: str, column: int) -> Scalar:
        if text[-1] == " ":
            text = text.rstrip(" ")
        return _new(Scalar, (text, self.path, self.line, column + 1, len(text), text in NULLS, True, False))

    def _nothing(self, key: Scalar) -> Scalar:
        """Return what stands behind a key without a value."""
        return _new(Scalar, ("", self.path, key.line, key.column + key.width + 1, 1, True, True, False))

    def _quoted(self, text: str, column: int) -> Scalar:
        return _new(Scalar, (text[1:-1], self.path, self.line, column + 1, len(text), False, False, False))

    def _signed(self, rest: str, column: int) -> Entry:
        """Return what quotes or brackets hold that end with the line."""
        if rest[0] in "[{":
            return self._bracketed(rest, column)
        match = _ONE_QUOTED.match(rest)
        if match is None:
            raise _NotPlain
        return self._quoted(match[1], column)

    def _pairs(self, rest: str, column: int) -> Mapping | None:
        """Return a mapping of bare texts with the usual spaces; nothing if it is another."""
        pairs: dict[str, tuple[Scalar, Scalar]] = {}
        place = column + 1
        found = _PAIR.findall(rest, 1)
        for key, text in found:
            behind = place + len(key) + 2
            pairs[key] = (self._key(key, place), self._bare(text, behind))
            place = behind + len(text) + 2
        if len(pairs) < len(found) or place != column + len(rest) + 1:
            return None
        self.nodes += 1 + 2 * len(pairs)
        return _new(Mapping, (tuple(pairs.values()), _new(Span, (self.path, self.line, column + 1, 1))))

    def _items(self, rest: str, column: int) -> Sequence | None:
        """Return a list of bare texts with the usual spaces; nothing if it is another."""
        match = _BARE_ITEMS.match(rest)
        if match is None:
            return None
        items: list[Entry] = []
        place = column + 1
        for text in match[1].split(", "):
            items.append(self._bare(text, place))
            place += len(text) + 2
        return self._list(items, _new(Span, (self.path, self.line, column + 1, 1)))

    def _bracketed(self, rest: str, column: int) -> Entry:
        if len(self.stack) > self.limits.depth:
            raise _NotPlain
        usual = self._pairs(rest, column) if rest[0] == "{" else self._items(rest, column)
        if usual is not None:
            return usual
        outer = _Block(column, self.block.span, None, [])
        open_blocks = [outer]
        end = 0
        while len(open_blocks) > 1 or not end:
            match = _INNER.match(rest, end)
            if match is None:
                raise _NotPlain
            end = match.end()
            self._inner(match, column, open_blocks)
        if end < len(rest) and not (rest[end] == "#" and rest[end - 1] == " "):
            raise _NotPlain
        return outer.items[0]

    def _inner(self, match: re.Match[str], column: int, open_blocks: list[_Block]) -> None:
        """Take a value in brackets, with its key, and close what ends behind it."""
        key, bare, quoted, bracket, closed, comma = match.groups()
        block = open_blocks[-1]
        if (key is None) is not (block.pairs is None):
            raise _NotPlain
        if key is not None:
            block.key = self._key(key, column + match.start(1))
        if bare is not None:
            self._add(block, self._bare(bare, column + match.start(2)))
        elif quoted is not None:
            self._add(block, self._quoted(quoted, column + match.start(3)))
        else:
            if len(self.stack) + len(open_blocks) - 1 > self.limits.depth:
                raise _NotPlain
            place = column + match.start(4)
            span = _new(Span, (self.path, self.line, place + 1, 1))
            open_blocks.append(_Block(place, span, {} if bracket == "{" else None, []))
        for sign in closed.replace(" ", ""):
            block = open_blocks.pop()
            if not open_blocks or sign != ("]" if block.pairs is None else "}"):
                raise _NotPlain
            self._add(open_blocks[-1], self._finished(block))
        is_open = bracket is not None and not closed
        if (not comma and not is_open and len(open_blocks) > 1) or (comma and (is_open or len(open_blocks) == 1)):
            raise _NotPlain
