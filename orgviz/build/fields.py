"""Read the keys of one mapping against its table, and each value as what it must be."""

from __future__ import annotations

import datetime
import re
import unicodedata
from decimal import Decimal

from orgviz.build.keys import Table
from orgviz.build.unknown_keys import hint_for, meant_key, split_joined
from orgviz.build.urls import checked_url
from orgviz.build.values import clean_name, found_shape, shape_hint, tell_choice, tell_joined, tell_no_text
from orgviz.diagnostics import Findings
from orgviz.limits import raising
from orgviz.patterns import pattern
from orgviz.source.characters import invisible_text
from orgviz.source.entries import Entry, Mapping, Scalar, Sequence
from orgviz.text import Span
from orgviz.wording import quoted

ID_LENGTH = 200
SEATS_LIMIT = 99_999
MOST_GUESSES = 500  # findings, after which nobody reads what unknown keys may mean

_NONE: frozenset[str] = frozenset()
_DATE = pattern(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DECIMAL = pattern(r"(\d{1,5})(?:\.(\d{1,3}))?", re.ASCII)
_NUMBER = pattern(r"[0-9]+")


class Fields:
    """The keys of one mapping that are known and have the right shape; all others are reported.

    A key with nothing behind it counts as left out, unless it is required. A misspelt key is reported and its
    value read as what was meant; what is only guessed so leads to no further report.
    """

    __slots__ = ("findings", "guessed", "mapping", "pairs", "table")

    def __init__(self, mapping: Mapping, table: Table, findings: Findings) -> None:
        self.mapping = mapping
        self.table = table
        self.findings = findings
        self.pairs: dict[str, tuple[Scalar, Entry]] = {}
        self.guessed: frozenset[str] = _NONE
        fits = table.fits
        for pair in mapping.pairs:
            key, value = pair
            name = key.text
            if name in fits and type(value) in fits[name]:
                self.pairs[name] = pair
            elif name in fits:
                self._take(name, key, value)
            elif name:
                self._guess(key, value)

    def _take(self, name: str, key: Scalar, value: Entry) -> None:
        shape = self.table.keys[name]
        if isinstance(value, shape.fits) or (isinstance(value, Scalar) and value.null):
            self.pairs[name] = (key, value)
        elif not (isinstance(value, Scalar) and value.told):
            self.tell(
                name,
                "wrong-shape",
                f"'{key.text}' takes {shape.words}, but here stands {found_shape(value)}",
                value.span,
                shape_hint(key.text, value, shape.fits),
            )

    def _guess(self, key: Scalar, value: Entry) -> None:
        """Report an unknown key, and read what stands behind it as what was most likely meant."""
        if len(self.findings.items) >= MOST_GUESSES:
            self.findings.error("unknown-key", self._no_key(key), key.span)
            return
        written = {*self.pairs, *(other.text for other, _ in self.mapping.pairs)}
        joined = split_joined(key.text) if key.plain and isinstance(value, Scalar) and value.null else None
        if joined is not None:
            name, offset, rest = joined
            tell_joined(key, name, offset, self.findings)
            value = Scalar(rest, key.span)
            meant = name if name in self.table.keys and name not in written else None
        else:
            meant = meant_key(key.text, self.table, written)
            hint = self._hint_for_name(key, value) if meant is None else None
            hint = hint or hint_for(key.text, meant, self.table)
            self.findings.error("unknown-key", self._no_key(key), key.span, hint)
        if meant is not None:
            self.guessed |= {meant}
            self._take(meant, key, value)

    def _no_key(self, key: Scalar) -> str:
        return f"{self.table.what} has no key {quoted(key.text)}"

    def _hint_for_name(self, key: Scalar, value: Entry) -> str | None:
        """Take ``销售部: [华东]`` for a unit of this name where no other is given."""
        name = next(iter(self.table.keys))
        stands_alone = len(self.mapping.pairs) == 1 or not isinstance(value, Scalar)
        if name not in ("name", "title") or not stands_alone or self._has(name):
            return None
        if key is not self.mapping.pairs[0][0]:
            return None
        self.pairs[name] = (key, key)
        return f"write '{name}: {key.text}', and what belongs to it in lines of their own"

    def _has(self, key: str) -> bool:
        return key in self.pairs or any(written.text == key for written, _ in self.mapping.pairs)

    def tell(self, key: str, code: str, message: str, span: Span, hint: str | None = None) -> None:
        """Report a mistake in the value of a key, but not where the key itself is only guessed."""
        if key not in self.guessed:
            self.findings.error(code, message, span, hint)

    def scalar(self, key: str) -> Scalar | None:
        """Return the text behind a key as it stands, if there is any."""
        if key not in self.pairs:
            return None
        value = self.pairs[key][1]
        return value if isinstance(value, Scalar) and not value.null else None

    def value(self, key: str) -> Scalar | None:
        """Return the text behind a key, to be checked; nothing where something was said about it already."""
        text = self.scalar(key)
        return None if text is None or text.told else text

    def _pair_span(self, key: str) -> Span:
        """Return the place of a key with its value, where either could be the mistake."""
        written, value = self.pairs[key]
        if value.span.line != written.span.line:
            return written.span
        end = value.span.column + value.span.width
        return Span(written.span.path, written.span.line, written.span.column, end - written.span.column)

    def reference(self, key: str) -> Scalar | None:
        """Return the name or id behind a key; nothing where it is uncertain that it is one."""
        return None if key in self.guessed else self.value(key)

    def items(self, key: str) -> tuple[Entry, ...]:
        """Return what stands in a list, or the one thing that stands in its place."""
        pair = self.pairs.get(key)
        if pair is None or (isinstance(pair[1], Scalar) and pair[1].null):
            return ()
        return pair[1].items if isinstance(pair[1], Sequence) else (pair[1],)

    def scalars(self, key: str) -> tuple[Scalar, ...]:
        """Return the texts behind a key, one or a list; report what is no text."""
        texts = []
        for item in self.items(key):
            if isinstance(item, Scalar) and not item.null and item.text.strip():
                if not item.told:
                    texts.append(item)
            else:
                tell_no_text(item, f"in the list of '{key}'", self.findings)
        return tuple(texts)

    def references(self, key: str) -> tuple[Scalar, ...]:
        """Return the names or ids behind a key; nothing where it is uncertain that they are some."""
        return () if key in self.guessed else self.scalars(key)

    def required_name(self, key: str) -> str:
        """Return the name behind a key; report that it is missing, and go on with an empty one."""
        pair = self.pairs.get(key)
        if pair is None:
            if not self._has(key):
                self.findings.error("missing-key", f"{self.table.what} needs the key '{key}'", self.mapping.span)
            return ""
        value = pair[1]
        if isinstance(value, Scalar) and (value.null or not value.text):
            if not value.told:
                place = pair[0].span if value.null else value.span
                self.findings.error("missing-value", f"nothing stands behind '{pair[0].text}'", place)
            return ""
        return clean_name(value, self.findings) if isinstance(value, Scalar) else ""

    def name(self, key: str) -> str | None:
        """Return an optional name, or nothing."""
        value = self.scalar(key)
        return clean_name(value, self.findings) if value is not None and value.text.strip() else None

    def text(self, key: str) -> str | None:
        """Return an optional longer text with its own line breaks, or nothing."""
        value = self.scalar(key)
        if value is None or not value.text.strip():
            return None
        most = self.findings.limits.text
        if len(value.text) > most:
            self.tell(key, "too-long", f"'{key}' is longer than {most:,} characters", value.span, raising("text", most))
        return "\n".join(line.strip() for line in value.text.strip().replace("\t", " ").split("\n"))

    def choice(self, key: str, allowed: tuple[str, ...], code: str) -> str | None:
        """Return one of the allowed words, in any case; report any other."""
        value = self.value(key)
        if value is None:
            return None
        word = value.text.strip().lower()
        if word in allowed:
            return word
        if key not in self.guessed:
            tell_choice(value, key, allowed, code, self.findings)
        return None

    def flag(self, key: str) -> bool:
        """Return a true or false of the node/edge model; false where it is left out."""
        value = self.value(key)
        if value is not None and value.text not in ("true", "false"):
            self.tell(key, "wrong-shape", f"'{key}' takes true or false, not {quoted(value.text)}", value.span)
        return value is not None and value.text == "true"

    def seats(self) -> int | None:
        """Return how many people a position is meant for, 1 to 99,999."""
        return self.number("seats", SEATS_LIMIT)

    def fte(self) -> Decimal | None:
        """Return full-time equivalents: 0 to 99,999, with three decimals at most."""
        value = self.value("fte")
        if value is None:
            return None
        match = _DECIMAL.fullmatch(value.text.strip().replace(",", "."))
        if match:
            # As written without what says nothing: 1.50 and 1.5 are one number.
            return Decimal(f"{int(match[1])}.{match[2] or 0}".rstrip("0").rstrip("."))
        message = f"'fte' takes a number of full-time equivalents, not {quoted(value.text)}"
        hint = "write 0.5 for half of full time; three decimals at most"
        self.tell("fte", "bad-number", message, value.span, hint)
        return None

    def number(self, key: str, most: int, *, least: int = 1) -> int | None:
        """Return a whole number between two others."""
        value = self.value(key)
        if value is None:
            return None
        digits = value.text.strip().replace(",", "")
        if _NUMBER.fullmatch(digits) and len(digits) <= 9 and least <= int(digits) <= most:
            return int(digits)
        message = f"'{key}' takes a whole number from {least} to {most:,}, not {quoted(value.text)}"
        self.tell(key, "bad-number", message, value.span)
        return None

    def date(self, key: str) -> str | None:
        """Return a day written ``YYYY-MM-DD`` that is in the calendar."""
        value = self.value(key)
        if value is None:
            return None
        text = value.text.strip()
        try:
            if _DATE.fullmatch(text):
                return datetime.date.fromisoformat(text).isoformat()
        except ValueError:
            pass
        hint = "write year-month-day, such as 2026-10-01"
        self.tell(key, "bad-date", f"{quoted(value.text)} is not a date", value.span, hint)
        return None

    def dates(self, first: str) -> tuple[str | None, str | None]:
        """Return the first and last day of something that exists for a time."""
        start, end = self.date(first), self.date("until")
        if start and end and end < start and first not in self.guessed:
            self.tell(
                "until", "date-order", f"it ends on {end}, before it begins on {start}", self.pairs["until"][1].span
            )
        return start, end

    def url(self) -> str | None:
        """Return a link that is safe to click; nothing where there is none or it is refused."""
        value = self.value("url")
        if value is None:
            return None
        url, reason = checked_url(value.text)
        if reason is not None:
            message, hint = f"the link {quoted(value.text)} {reason}", "links begin with https://, http:// or mailto:"
            self.tell("url", "bad-url", message, self._pair_span("url"), hint)
        return url

    def id(self) -> Scalar | None:
        """Return a checked id, composed (NFC): one line without outer space, 1 to 200 characters."""
        value = self.value("id")
        if value is None:
            return None
        text = value.text
        problem = (
            "is empty"
            if not text
            else "begins or ends with a space"
            if text != text.strip()
            else "has a line break or a tab"
            if "\n" in text or "\t" in text
            else f"is longer than {ID_LENGTH} characters"
            if len(text) > ID_LENGTH
            else "shows nothing"
            if invisible_text(text)
            else None
        )
        if problem is not None:
            self.tell("id", "bad-id", f"the id {quoted(text)} {problem}", value.span)
            return None
        return Scalar(unicodedata.normalize("NFC", text), value.span, told="id" in self.guessed)
