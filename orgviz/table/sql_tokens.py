"""Cut SQL of any dialect into statements of tokens, with the lines of a copy as rows of values."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from orgviz.source.entries import Scalar
from orgviz.table.sheet import make_cell
from orgviz.text import SourceText, Span

_PART = r"(?:`[^`]*`|\"[^\"]*\"|\[[^\]\n]{0,200}\]|[^\W\d][\w$]*)"
_TOKEN = re.compile(
    r"(?P<space>\s+|--[^\n]*|\#[^\n]*|/\*.*?(?:\*/|\Z))"
    r"|(?P<text>[nNeE]?'(?:[^'\\]|''|\\.)*'?)"
    rf"|(?P<name>{_PART}(?:\.{_PART})*)"
    r"|(?P<number>[-+]?[0-9][0-9.eE]*)"
    r"|(?P<sign>.)",
    re.DOTALL,
)
_ESCAPE = re.compile(r"''|\\(.)", re.DOTALL)
_COPIED = ("copy", "from", "stdin")
_COPY_END = "\\."


@dataclass(frozen=True, slots=True)
class Token:
    """A text, a name with what qualifies it, a number, a sign, or (raw) a field of a copied line."""

    kind: str
    text: str
    span: Span

    @property
    def word(self) -> str:
        """The word or sign in small letters; nothing for a value."""
        return self.text.lower() if self.kind in ("name", "sign") else ""

    @property
    def value(self) -> str:
        """What a text says, without its quotes and escapes."""
        if self.kind != "text":
            return self.text
        return _ESCAPE.sub(lambda match: match[1] or "'", self.text[self.text.index("'") + 1 :].removesuffix("'"))

    @property
    def bare(self) -> str:
        """A name without its quotes and without what qualifies it: ``[dbo].[departments]`` is ``departments``."""
        return self.text.rpartition(".")[2].strip("`\"[]'")


@dataclass(slots=True)
class _Reader:
    """Where the reading stands: `place` counts characters, `start` is that of the line."""

    source: SourceText
    place: int = 0
    line: int = 1
    start: int = 0
    statement: list[Token] = field(default_factory=list)

    def token(self) -> bool:
        """Take the next token; tell whether it ends a statement."""
        match = _TOKEN.match(self.source.text, self.place)
        assert match is not None  # a sign is anything
        kind, text = match.lastgroup or "sign", match[0]
        is_end = kind == "sign" and text == ";"
        if kind != "space" and not is_end:
            self.statement.append(Token(kind, text, self._span(self.place, text)))
        breaks = text.count("\n")
        if breaks:
            self.line += breaks
            self.start = self.place + text.rindex("\n") + 1
        self.place = match.end()
        return is_end

    def copied(self) -> None:
        """Take the lines behind ``copy … from stdin;`` as values, up to the line that ends them."""
        self._sign("values")
        text = self.source.text
        self._next_line()
        while self.place < len(text) and not text.startswith(_COPY_END, self.place):
            end = text.find("\n", self.place)
            line = text[self.place : len(text) if end < 0 else end]
            self._sign("(")
            for number, cell in enumerate(line.split("\t")):
                if number:
                    self._sign(",")
                self.statement.append(Token("raw", cell, self._span(self.place, cell)))
                self.place += len(cell) + 1
            self._sign(")")
            self._next_line(self.start + len(line))
        self.place = min(len(text), self.place + len(_COPY_END))

    def _next_line(self, place: int | None = None) -> None:
        end = self.source.text.find("\n", self.place if place is None else place)
        self.place = len(self.source.text) if end < 0 else end + 1
        self.start = self.place
        self.line += end >= 0

    def _sign(self, text: str) -> None:
        self.statement.append(Token("name" if text.isalpha() else "sign", text, self._span(self.place, text)))

    def _span(self, place: int, text: str) -> Span:
        return Span(self.source.path, self.line, place - self.start + 1, max(1, len(text.partition("\n")[0])))


def statements(source: SourceText) -> Iterator[list[Token]]:
    """Yield what stands between semicolons; nothing that is written is ever run."""
    reader = _Reader(source)
    while reader.place < len(source.text):
        if reader.token():
            words = [token.word for token in reader.statement]
            if words[:1] == ["copy"] and set(_COPIED) <= set(words):
                reader.copied()
            yield reader.statement
            reader.statement = []
    yield reader.statement


def groups_of(statement: Sequence[Token], place: int) -> tuple[list[list[Token]], int]:
    """Return what stands between the commas of a bracket, and the place behind it."""
    groups: list[list[Token]] = [[]]
    depth = 0
    while place < len(statement):
        token = statement[place]
        place += 1
        if token.kind == "sign" and token.text == ")" and not depth:
            break
        if token.kind == "sign" and token.text == "," and not depth:
            groups.append([])
            continue
        depth += (token.text == "(") - (token.text == ")")
        groups[-1].append(token)
    return groups, place


def cell_of(group: Sequence[Token]) -> Scalar | None:
    """Return a text or number, also one that is cast to a type, or by which a row is looked up.

    What is computed, and null, is empty.
    """
    looked_up = by_which(group)
    if looked_up is not None:
        return looked_up
    if len(group) > 2 and [token.text for token in group[1:3]] == [":", ":"]:
        group = group[:1]
    if len(group) > 3 and group[0].word in ("cast", "convert") and group[1].text == "(":
        group = group[2:3]
    if len(group) != 1 or group[0].kind not in ("text", "number", "raw") or group[0].text == "\\N":
        return None
    return make_cell(group[0].value, group[0].span)


def by_which(tokens: Sequence[Token]) -> Scalar | None:
    """Return the one value by which a query looks for a row: ``(select id from d where name = 'A')``."""
    words = [token.word for token in tokens]
    if "select" not in words[:2] or "where" not in words:
        return None
    values = [token for token in tokens[words.index("where") :] if token.kind in ("text", "number")]
    return make_cell(values[0].value, values[0].span) if len(values) == 1 else None
