"""Cut a program into texts, words with their paths, and signs, whatever language it is of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from orgviz.text import SourceText, Span

_STEP = r"(?:\??\.|->|::)[^\W\d]\w*"
_TOKEN = re.compile(
    r"(?P<space>\s+|//[^\n]*|\#\s[^\n]*|/\*.*?(?:\*/|\Z))"
    r"|(?P<text>[uUrR]?(?:\"\"\".*?(?:\"\"\"|\Z)|\"(?:[^\"\\\n]|\\.)*\"?|'(?:[^'\\\n]|\\.)*'?)|`(?:[^`\\]|\\.)*`?)"
    rf"|(?P<word>(?:[^\W\d][\w$]*|[$][\w$]*)(?:{_STEP})*!?|-?[0-9][\w.]*|:[^\W\d]\w*(?=\s{{0,9}}=>))"
    r"|(?P<sign>=>|[\[\]{}:,()=])"
    r"|(?P<other>.)",
    re.DOTALL,
)
_STEPS = re.compile(r"\??\.|->|::")
_ESCAPE = re.compile(r"\\(u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|.)", re.DOTALL)
_PLAIN_ESCAPES = {"n": "\n", "t": "\t", "r": "\n", "b": "", "f": "", "v": "", "0": "", "\n": ""}
_LONG = '"""'


@dataclass(frozen=True, slots=True)
class Token:
    """A text, a word or number, or a sign; what is none of these is a sign too."""

    kind: str
    text: str
    span: Span

    @property
    def value(self) -> str:
        """What a text says, without its quotes and escapes; a key of Ruby without its colon."""
        if self.kind == "word":
            return self.text.lstrip(":")
        body = self.text.lstrip("uUrR")
        return body.strip('"').strip() if body.startswith(_LONG) else _ESCAPE.sub(_unescaped, body[1:-1])

    @property
    def path(self) -> tuple[str, ...]:
        """The names of which a word consists: ``models.Department`` is two, ``$top->id`` too."""
        return tuple(_STEPS.split(self.text.rstrip("!"))) if self.kind == "word" else ()

    def is_sign(self, *signs: str) -> bool:
        """Tell whether this is one of the signs, and no text that looks like it."""
        return self.kind == "sign" and self.text in signs


def tokens_of(source: SourceText) -> Iterator[Token]:
    """Yield what a program consists of, without its comments."""
    line, line_start = 1, 0
    for match in _TOKEN.finditer(source.text):
        kind, text = match.lastgroup or "other", match[0]
        if kind != "space":
            span = Span(source.path, line, match.start() - line_start + 1, max(1, len(text.partition("\n")[0])))
            yield Token(kind, text, span)
        breaks = text.count("\n")
        if breaks:
            line += breaks
            line_start = match.start() + text.rindex("\n") + 1


def _unescaped(match: re.Match[str]) -> str:
    code = match[2] or match[3] or match[4]
    if code is None:
        return _PLAIN_ESCAPES.get(match[1], match[1])
    number = int(code, 16)
    return chr(number) if number < 0x110000 and not 0xD800 <= number <= 0xDFFF else "\ufffd"
