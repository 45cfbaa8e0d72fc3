"""Read the lists and objects that stand in JavaScript or TypeScript as literals; nothing is ever run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from orgviz.diagnostics import Findings
from orgviz.source.entries import Entry, Mapping, Scalar, Sequence
from orgviz.text import SourceText, Span

DEPTH_LIMIT = 256
_TOKEN = re.compile(
    r"(?P<space>\s+|//[^\n]*|\#\s[^\n]*|/\*.*?(?:\*/|\Z))"
    r"|(?P<text>\"(?:[^\"\\\n]|\\.)*\"?|'(?:[^'\\\n]|\\.)*'?|`(?:[^`\\]|\\.)*`?)"
    r"|(?P<word>[^\W\d][\w$]*|[$][\w$]*|-?[0-9][\w.]*)"
    r"|(?P<sign>[\[\]{}:,])"
    r"|(?P<other>.)",
    re.DOTALL,
)
_ESCAPE = re.compile(r"\\(u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|.)", re.DOTALL)
_PLAIN_ESCAPES = {"n": "\n", "t": "\t", "r": "\n", "b": "", "f": "", "v": "", "0": "", "\n": ""}


def read_literals(source: SourceText, findings: Findings) -> tuple[Mapping | Sequence, ...]:
    """Return every list or object of the program that holds plain values only, in the order of the file.

    What else stands in the program is passed over. Reports a file in which nothing can be read.
    """
    parser = _Parser(tuple(_tokens(source)))
    found = tuple(entry for entry in parser.literals() if _is_large(entry))
    if not found:
        findings.error(
            "data-syntax",
            "no list or object of plain values stands in this program",
            Span(source.path, 1, 1),
            "write the departments as a literal: [{name: 'A', children: [{name: 'B'}]}]",
        )
    return found


def _is_large(entry: Mapping | Sequence) -> bool:
    """Tell whether there is an object in it: what else is in brackets is none of ours."""
    if isinstance(entry, Mapping):
        return bool(entry.pairs) and not _tells_keys(entry)
    return any(isinstance(item, Mapping) for item in entry.items)


def _tells_keys(entry: Mapping) -> bool:
    """Tell whether an object says what keys are called, and holds nothing: {children: 'children', label: 'name'}."""
    return all(isinstance(value, Scalar) for _, value in entry.pairs) and any(
        isinstance(value, Scalar) and key.text == value.text for key, value in entry.pairs
    )


@dataclass(frozen=True, slots=True)
class _Token:
    """A text, a word or number, or a sign; what is none of these is a sign too."""

    kind: str
    text: str
    span: Span


def _tokens(source: SourceText) -> Iterator[_Token]:
    line, line_start = 1, 0
    for match in _TOKEN.finditer(source.text):
        kind, text = match.lastgroup or "other", match[0]
        if kind != "space":
            span = Span(source.path, line, match.start() - line_start + 1, max(1, len(text.partition("\n")[0])))
            yield _Token(kind, text, span)
        breaks = text.count("\n")
        if breaks:
            line += breaks
            line_start = match.start() + text.rindex("\n") + 1


@dataclass(slots=True)
class _Open:
    """A list or object that is being read."""

    span: Span
    is_object: bool
    items: list[Entry] = field(default_factory=list)
    pairs: dict[str, tuple[Scalar, Entry]] = field(default_factory=dict)
    key: Scalar | None = None

    def add(self, entry: Entry) -> None:
        if self.key is not None:
            self.pairs.setdefault(self.key.text, (self.key, entry))
            self.key = None
        elif not self.is_object:
            self.items.append(entry)

    def closed(self) -> Mapping | Sequence:
        return (
            Mapping(tuple(self.pairs.values()), self.span) if self.is_object else Sequence(tuple(self.items), self.span)
        )


@dataclass(slots=True)
class _Parser:
    """Goes through the tokens once: where a literal turns out to be none, reading goes on behind that place."""

    tokens: tuple[_Token, ...]
    place: int = 0

    def literals(self) -> Iterator[Mapping | Sequence]:
        while self.place < len(self.tokens):
            if self.tokens[self.place].text in ("[", "{") and self.tokens[self.place].kind == "sign":
                entry = self._literal()
                if entry is not None:
                    yield entry
            else:
                self.place += 1

    def _literal(self) -> Mapping | Sequence | None:
        stack: list[_Open] = []
        while self.place < len(self.tokens):
            token = self.tokens[self.place]
            if token.kind == "sign" and token.text in "[{":
                if len(stack) >= DEPTH_LIMIT or (stack and stack[-1].is_object and stack[-1].key is None):
                    self.place += len(stack) >= DEPTH_LIMIT
                    return None
                stack.append(_Open(token.span, token.text == "{"))
                self.place += 1
            elif token.kind == "sign" and token.text in "]}":
                self.place += 1
                if stack[-1].is_object != (token.text == "}") or stack[-1].key is not None:
                    return None
                entry = stack.pop().closed()
                if not stack:
                    return entry
                stack[-1].add(entry)
            elif not self._inside(stack[-1], token):
                return None
        return None

    def _inside(self, frame: _Open, token: _Token) -> bool:
        """Take a comma, a key with its colon, or a value; tell whether it is one."""
        after = self.tokens[self.place + 1] if self.place + 1 < len(self.tokens) else token
        if token.text == "," and token.kind == "sign":
            self.place += 1
            return frame.key is None
        if frame.is_object and frame.key is None:
            if token.kind not in ("text", "word") or after.text != ":":
                self.place += 1
                return False
            frame.key = Scalar(_value(token), token.span)
            self.place += 2
            return True
        if token.kind not in ("text", "word") or after.kind != "sign" or after.text not in ",]}":
            return self._skip_value(frame, token)
        self._add(frame, token)
        self.place += 1
        return True

    def _skip_value(self, frame: _Open, token: _Token) -> bool:
        """Pass over a computed value up to the next comma or bracket: it counts as empty."""
        depth = 0
        while self.place < len(self.tokens):
            sign = self.tokens[self.place]
            if depth == 0 and sign.text in (",", "]", "}"):
                frame.add(Scalar("", token.span, null=True))
                return True
            depth += (sign.text in ("(", "[", "{")) - (sign.text in (")", "]", "}"))
            if sign.text == ";" and depth == 0:
                return False
            self.place += 1
        return False

    @staticmethod
    def _add(frame: _Open, token: _Token) -> None:
        is_null = token.kind == "word" and token.text in ("null", "undefined", "None", "nil")
        frame.add(Scalar("" if is_null else _value(token), token.span, null=is_null))


def _value(token: _Token) -> str:
    if token.kind == "word":
        return token.text
    return _ESCAPE.sub(_unescaped, token.text[1:-1])


def _unescaped(match: re.Match[str]) -> str:
    code = match[2] or match[3] or match[4]
    if code is None:
        return _PLAIN_ESCAPES.get(match[1], match[1])
    number = int(code, 16)
    return chr(number) if number < 0x110000 and not 0xD800 <= number <= 0xDFFF else "\ufffd"
