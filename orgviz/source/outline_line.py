"""Split one line of a text outline into its parts: name, seats, holders, attributes and text, each with its place."""

from __future__ import annotations

import json
import re
from enum import Enum

from orgviz.diagnostics import Findings
from orgviz.lean import dataclass
from orgviz.text import Span
from orgviz.wording import quoted

_NAME_ENDS = r"(?<=\s)[=＝](?=\s|$)|(?<=\s)\[|(?<=\s)×(?=\s?\d)|(?<=\s)x(?=\d+\s*(?:$|[=＝\[:：]))|:(?=\s|$)|："


class Ends(Enum):
    """What ends a text without quotes, by where in the line it stands."""

    NAME = re.compile(_NAME_ENDS)
    HOLDER = re.compile(f"{_NAME_ENDS}|[,，、]")
    LINK = re.compile(rf"{_NAME_ENDS}|(?<=\s)(?:->|→)(?=\s|$)")
    ATTRIBUTE = re.compile(r"[,，、\]]|:(?=\s|$)|：")


_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"')
_KEY = re.compile(r"([A-Za-z]+)\s*(?::\s+|：\s*)")
_SEATS = re.compile(r"[x×]\s?(\d+)(?=\s|$|[=＝\[:：])")
_ARROW = re.compile(r"->|→")
_SPACE = re.compile(r"\s*")
SEPARATORS = ",，、"


@dataclass(frozen=True, slots=True)
class Token:
    """A text in a line; `span` is where it stands, with its quotes."""

    text: str
    span: Span
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Attribute:
    """One item of what stands in brackets: a word, or a value behind its key."""

    key: str | None
    value: Token


@dataclass(slots=True)
class Parts:
    """What one line says; `target` is what a link leads to."""

    name: Token
    target: Token | None = None
    seats: Token | None = None
    holders: tuple[Token, ...] = ()
    attributes: tuple[Attribute, ...] = ()
    text: Token | None = None


def is_bare(text: str, ends: Ends) -> bool:
    """Tell whether a text reads back as it is without quotes.

    >>> is_bare("Sales (EMEA)", Ends.NAME), is_bare("Sales [EMEA]", Ends.NAME)
    (True, False)
    """
    return (
        text != ""
        and text == text.strip()
        and "\n" not in text
        and not text.startswith(('"', '#"'))
        # What begins a name stands behind a space.
        and ends.value.search(f" {text}", 1) is None
    )


def read_parts(
    path: str, number: int, line: str, start: int, findings: Findings, *, link: bool = False
) -> Parts | None:
    """Read a line from an offset on; nothing where it has a mistake, which is reported then."""
    scanner = _Scanner(path, number, line, start, findings)
    try:
        return scanner.parts(link=link)
    except _Stop:
        return None


class _Stop(Exception):
    """The rest of the line cannot be read: a mistake was reported."""


@dataclass(slots=True)
class _Scanner:
    path: str
    number: int
    line: str
    place: int
    findings: Findings

    def parts(self, *, link: bool) -> Parts:
        parts = Parts(self.token(Ends.LINK if link else Ends.NAME, "a name"))
        if link:
            parts.target = self.arrow_and_target()
        while self.skip_space() < len(self.line):
            sign = self.line[self.place]
            if sign in ":：":
                parts.text = self.rest(self.place + 1)
                break
            if sign in "=＝" and not parts.holders:
                parts.holders = self.holders()
            elif sign == "[" and not parts.attributes:
                parts.attributes = self.attributes()
            elif _SEATS.match(self.line, self.place) and parts.seats is None:
                parts.seats = self.seats()
            else:
                self.stop_at_rest()
        return parts

    def arrow_and_target(self) -> Token:
        match = _ARROW.match(self.line, self.skip_space())
        if match is None:
            self.findings.error(
                "outline-line", "'->' is missing between two names", self.span(self.place), "write a link as A -> B"
            )
            raise _Stop
        self.place = match.end()
        return self.token(Ends.LINK, "a name behind '->'")

    def holders(self) -> tuple[Token, ...]:
        self.place += 1
        found = [self.token(Ends.HOLDER, "a name behind '='")]
        while self.skip_space() < len(self.line) and self.line[self.place] in SEPARATORS:
            self.place += 1
            found.append(self.token(Ends.HOLDER, "a name behind the comma"))
        return tuple(found)

    def seats(self) -> Token:
        match = _SEATS.match(self.line, self.place)
        assert match is not None
        self.place = match.end()
        return Token(match[1], self.span(match.start(1), match.end(1)))

    def attributes(self) -> tuple[Attribute, ...]:
        opened = self.place
        self.place += 1
        found: list[Attribute] = []
        is_behind_word = False
        while self.skip_space() < len(self.line):
            sign = self.line[self.place]
            if sign == "]":
                self.place += 1
                return tuple(found)
            if is_behind_word and sign in ":：":
                break
            if is_behind_word and sign in SEPARATORS:
                self.place += 1
            else:
                found.append(self.attribute())
            is_behind_word = sign not in SEPARATORS
        self.findings.error(
            "outline-bracket",
            "the bracket that opens here is not closed",
            self.span(opened),
            "put ']' behind the last word",
        )
        raise _Stop

    def attribute(self) -> Attribute:
        match = _KEY.match(self.line, self.place)
        if match is not None:
            self.place = match.end()
            return Attribute(match[1].lower(), self.token(Ends.ATTRIBUTE, f"a value behind '{match[1]}:'"))
        if self.line.startswith('#"', self.place):
            self.place += 1
            return Attribute("id", self.token(Ends.ATTRIBUTE, "an id"))
        return Attribute(None, self.token(Ends.ATTRIBUTE, "a word"))

    def token(self, ends: Ends, what: str) -> Token:
        """Read a text in quotes, or up to what ends it."""
        start = self.skip_space()
        if self.line.startswith('"', start):
            return self.quoted_token(start)
        match = ends.value.search(self.line, start)
        end = match.start() if match else len(self.line)
        text = self.line[start:end].rstrip()
        if not text:
            self.findings.error("outline-line", f"{what} is missing here", self.span(start))
            raise _Stop
        self.place = end
        return Token(text, self.span(start, start + len(text)))

    def quoted_token(self, start: int) -> Token:
        match = _QUOTED.match(self.line, start)
        if match is None:
            self.findings.error(
                "outline-quote",
                "the quote that opens here is not closed",
                self.span(start),
                "end the text with '\"'; a quote inside it is written \\\"",
            )
            raise _Stop
        span = self.span(start, match.end())
        self.place = match.end()
        try:
            # A tab may stand in quotes as it is.
            return Token(json.loads(match[0], strict=False), span, quoted=True)
        except ValueError:
            self.findings.error(
                "outline-quote",
                f"{quoted(match[0])} holds a backslash that begins no escape",
                span,
                "write a backslash in quotes as \\\\",
            )
            raise _Stop from None

    def rest(self, start: int) -> Token | None:
        text = self.line[start:].strip()
        place = start + len(self.line[start:]) - len(self.line[start:].lstrip())
        return Token(text, self.span(place, place + len(text))) if text else None

    def stop_at_rest(self) -> None:
        rest = self.line[self.place :].rstrip()
        self.findings.error(
            "outline-line",
            f"{quoted(rest)} stands behind what belongs to the name, and is none of it",
            self.span(self.place, self.place + len(rest)),
            "write: name ×seats = holders [attributes]: duty; put a name that holds such signs in quotes",
        )
        raise _Stop

    def skip_space(self) -> int:
        match = _SPACE.match(self.line, self.place)
        self.place = match.end() if match else self.place
        return self.place

    def span(self, start: int, end: int | None = None) -> Span:
        return Span(self.path, self.number, start + 1, max(1, (end or start + 1) - start))
