"""Read the keys of one mapping against its table, and each value as what it must be."""

from __future__ import annotations

import datetime
import re
import unicodedata

from orgviz.build.keys import Table
from orgviz.build.urls import checked_url
from orgviz.diagnostics import Findings
from orgviz.source.characters import invisible_text
from orgviz.source.entries import Entry, Mapping, Scalar, Sequence
from orgviz.wording import listed, nearest, quoted

NAME_LENGTH, NAME_LINES = 500, 20
TEXT_LENGTH = 10_000
ID_LENGTH = 200
SEATS_LIMIT = 99_999

_BREAKS = re.compile(r"[ \t]*[\t\n][ \t\n]*")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NUMBER = re.compile(r"[0-9]+")


def found_shape(entry: Entry) -> str:
    """Name what stands in the file, for messages."""
    if isinstance(entry, Sequence):
        return "a list"
    if isinstance(entry, Mapping):
        return "a mapping"
    return "nothing" if entry.null else f"the text {quoted(entry.text)}"


class Fields:
    """The keys of one mapping that are known and have the right shape; all others are reported.

    A key with nothing behind it counts as left out, unless it is required. A misspelt key is reported and its
    value read as what was meant, so that one slip makes one message.
    """

    def __init__(self, mapping: Mapping, table: Table, findings: Findings) -> None:
        self.mapping = mapping
        self.table = table
        self.findings = findings
        self.pairs: dict[str, tuple[Scalar, Entry]] = {}
        for key, value in mapping.pairs:
            name = key.text if key.text in table.keys else self._meant(key)
            if name is None or (name != key.text and name in self.pairs):
                continue
            fits = table.keys[name].value
            if isinstance(value, fits.fits) or (isinstance(value, Scalar) and value.null):
                self.pairs[name] = (key, value)
            else:
                self._tell_shape(key, value, fits.words)

    def _meant(self, key: Scalar) -> str | None:
        """Report an unknown key; return the one that was most likely meant."""
        if not key.text:
            return None
        table = self.table
        written = {other.text for other, _ in self.mapping.pairs}
        near = nearest(key.text, table.keys)
        synonyms = table.synonyms.get(key.text) or table.synonyms.get(key.text.lower()) or ()
        candidates = [name for name in (near, *synonyms) if name in table.keys and name not in written]
        meant = candidates[0] if candidates else None
        hint = f"did you mean '{meant}'?" if meant else f"{table.what} may have: {listed(table.keys, 'and')}"
        self.findings.error("unknown-key", f"{table.what} has no key {quoted(key.text)}", key.span, hint)
        return meant

    def _tell_shape(self, key: Scalar, value: Entry, expected: str) -> None:
        self.findings.error(
            "wrong-shape", f"'{key.text}' takes {expected}, but here stands {found_shape(value)}", value.span
        )

    def scalar(self, key: str) -> Scalar | None:
        """Return the text behind a key as it stands, if there is any."""
        pair = self.pairs.get(key)
        if pair is None or not isinstance(pair[1], Scalar) or pair[1].null:
            return None
        return pair[1]

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
                texts.append(item)
            else:
                tell_no_text(item, f"in the list of '{key}'", self.findings)
        return tuple(texts)

    def required_name(self, key: str) -> str:
        """Return the name behind a key; report that it is missing, and go on with an empty one."""
        pair = self.pairs.get(key)
        if pair is None:
            if key not in {written.text for written, _ in self.mapping.pairs}:
                self.findings.error("missing-key", f"{self.table.what} needs the key '{key}'", self.mapping.span)
            return ""
        value = pair[1]
        if isinstance(value, Scalar) and (value.null or not value.text):
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
        if len(value.text) > TEXT_LENGTH:
            self.findings.error("too-long", f"'{key}' is longer than {TEXT_LENGTH:,} characters", value.span)
        return "\n".join(line.strip() for line in value.text.strip().replace("\t", " ").split("\n"))

    def choice(self, key: str, allowed: tuple[str, ...], code: str) -> str | None:
        """Return one of the allowed words, in any case; report any other."""
        value = self.scalar(key)
        if value is None:
            return None
        word = value.text.strip().lower()
        if word in allowed:
            return word
        tell_choice(value, key, allowed, code, self.findings)
        return None

    def flag(self, key: str) -> bool:
        """Return a true or false of the node/edge model; false where it is left out."""
        value = self.scalar(key)
        if value is not None and value.text not in ("true", "false"):
            self.findings.error("wrong-shape", f"'{key}' takes true or false, not {quoted(value.text)}", value.span)
        return value is not None and value.text == "true"

    def seats(self) -> int | None:
        """Return how many people a position is meant for, 1 to 99,999."""
        value = self.scalar("seats")
        if value is None:
            return None
        digits = value.text.strip().replace(",", "")
        if _NUMBER.fullmatch(digits) and len(digits) <= 9 and 1 <= int(digits) <= SEATS_LIMIT:
            return int(digits)
        self.findings.error(
            "bad-number",
            f"'seats' takes a whole number from 1 to {SEATS_LIMIT:,}, not {quoted(value.text)}",
            value.span,
        )
        return None

    def date(self, key: str) -> str | None:
        """Return a day written ``YYYY-MM-DD`` that is in the calendar."""
        value = self.scalar(key)
        if value is None:
            return None
        text = value.text.strip()
        try:
            if _DATE.fullmatch(text):
                return datetime.date.fromisoformat(text).isoformat()
        except ValueError:
            pass
        self.findings.error(
            "bad-date",
            f"{quoted(value.text)} is not a date",
            value.span,
            "write year-month-day, such as 2026-10-01",
        )
        return None

    def dates(self, first: str) -> tuple[str | None, str | None]:
        """Return the first and last day of something that exists for a time."""
        start, end = self.date(first), self.date("until")
        if start and end and end < start:
            self.findings.error(
                "date-order", f"it ends on {end}, before it begins on {start}", self.pairs["until"][1].span
            )
        return start, end

    def url(self) -> str | None:
        """Return a link that is safe to click; nothing where there is none or it is refused."""
        value = self.scalar("url")
        if value is None:
            return None
        url, reason = checked_url(value.text)
        if reason is not None:
            self.findings.error(
                "bad-url",
                f"the link {quoted(value.text)} {reason}",
                self.pairs["url"][0].span,
                "links begin with https://, http:// or mailto:",
            )
        return url

    def id(self) -> Scalar | None:
        """Return a checked id, composed (NFC): one line without outer space, 1 to 200 characters."""
        value = self.scalar("id")
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
            self.findings.error("bad-id", f"the id {quoted(text)} {problem}", value.span)
            return None
        return Scalar(unicodedata.normalize("NFC", text), value.span)


def clean_name(value: Scalar, findings: Findings) -> str:
    """Return a name on one line, without outer space; report one that shows nothing or is far too long."""
    text = value.text
    if len(text) <= NAME_LENGTH and "\n" not in text and "\t" not in text:
        name = text.strip()
    else:
        if len(text) > NAME_LENGTH or text.strip().count("\n") >= NAME_LINES:
            findings.error(
                "too-long",
                f"the name {quoted(text)} is longer than {NAME_LENGTH} characters or {NAME_LINES} lines",
                value.span,
                "put what it does into 'duty'",
            )
        name = _BREAKS.sub(" ", text.strip())
    hidden = invisible_text(text)
    if hidden is not None:
        findings.error("invisible-text", f"the name shows nothing: it begins with {hidden}", value.span)
    elif not name:
        findings.error("missing-value", "the name is empty", value.span)
    return name


def tell_choice(value: Scalar, key: str, allowed: tuple[str, ...], code: str, findings: Findings) -> None:
    """Report a word that is none of the allowed ones."""
    near = nearest(value.text, allowed)
    hint = f"did you mean '{near}'?" if near else f"'{key}' is one of {listed(allowed)}"
    findings.error(code, f"{quoted(value.text)} is no {key}", value.span, hint)


def tell_no_text(item: Entry, where: str, findings: Findings) -> None:
    """Report an empty, list or mapping item where text is expected."""
    if isinstance(item, Scalar):
        findings.error("missing-value", f"an item {where} is empty", item.span, "take it away")
    else:
        findings.error("wrong-shape", f"an item {where} must be text, but here stands {found_shape(item)}", item.span)
