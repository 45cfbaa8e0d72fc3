"""Read TOML into entries; a value's place is that of its key."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping as Dict
from dataclasses import dataclass, field

from orgviz.diagnostics import Findings
from orgviz.source.entries import Entry, Mapping, Scalar, Sequence
from orgviz.text import SourceText, Span

DEPTH_LIMIT = 100
_HEADER = re.compile(r"\s*\[\[?\s*([^\[\]]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"\s*((?:[\w-]+|\"[^\"]*\"|'[^']*')(?:\s*\.\s*(?:[\w-]+|\"[^\"]*\"|'[^']*'))*)\s*=")
_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)")
_OPENING = re.compile(r"[\[{]")


def read_toml(source: SourceText, findings: Findings) -> Mapping | None:
    """Read a whole file; nothing where its syntax is broken."""
    start = Span(source.path, 1, 1)
    # The parser of the library calls itself for each bracket within another.
    if max(_depth(source.text), _longest_key(source.text)) > DEPTH_LIMIT:
        findings.error("too-deep", f"tables nest more than {DEPTH_LIMIT} levels deep", start)
        return None
    try:
        data = tomllib.loads(source.text)
    except (ValueError, RecursionError) as error:
        place = _PLACE.search(str(error))
        span = Span(source.path, int(place[1]), int(place[2])) if place else start
        findings.error("data-syntax", "the TOML goes wrong here", span, "check quotes, brackets and commas above")
        return None
    if not data:
        findings.error("empty-file", "the file is empty: there is nothing to read", start)
        return None
    return _entries(data, start, _places(source))


def _depth(text: str) -> int:
    """Return how deep brackets nest on the longest run without a line that closes them all; texts count too."""
    depth = deepest = 0
    for sign in re.findall(r"[\[\]{}]", text):
        depth = depth + 1 if _OPENING.match(sign) else max(0, depth - 1)
        deepest = max(deepest, depth)
    return deepest


def _longest_key(text: str) -> int:
    return max(line.partition("=")[0].count(".") for line in text.split("\n"))


def _places(source: SourceText) -> Dict[str, list[Span]]:
    """Return where each key stands, by its last part, in the order of the file."""
    places: dict[str, list[Span]] = {}
    for number, line in enumerate(source.text.split("\n"), 1):
        match = _HEADER.match(line) or _KEY.match(line)
        if match is not None:
            for part in re.split(r"\s*\.\s*", match[1]):
                places.setdefault(part.strip("\"'"), []).append(
                    Span(source.path, number, match.start(1) + 1, len(match[1]))
                )
    return places


@dataclass(slots=True)
class _Part:
    """A value that is still to be turned into an entry, after those below it."""

    value: object
    span: Span
    keys: list[Scalar] = field(default_factory=list)
    below: list[int] = field(default_factory=list)


def _entries(data: Dict[str, object], start: Span, places: Dict[str, list[Span]]) -> Mapping:
    """Turn values of Python into entries; keys are looked for in the order of the file."""
    used: dict[str, int] = {}
    parts = [_Part(data, start)]
    waiting = [0]
    while waiting:
        part = parts[waiting.pop()]
        value, first = part.value, len(parts)
        if isinstance(value, dict):
            for key, inner in value.items():
                part.keys.append(Scalar(key, _place(key, part.span, places, used)))
                parts.append(_Part(inner, part.keys[-1].span))
        elif isinstance(value, list):
            parts.extend(_Part(inner, part.span) for inner in value)
        part.below.extend(range(first, len(parts)))
        waiting.extend(reversed(part.below))
    made: dict[int, Entry] = {}
    for number in range(len(parts) - 1, -1, -1):
        made[number] = _entry(parts[number], made)
    top = made[0]
    assert isinstance(top, Mapping)
    return top


def _entry(part: _Part, made: Dict[int, Entry]) -> Entry:
    below = [made[number] for number in part.below]
    if isinstance(part.value, dict):
        return Mapping(tuple(zip(part.keys, below, strict=True)), part.span)
    if isinstance(part.value, list):
        return Sequence(tuple(below), part.span)
    return Scalar(str(part.value).lower() if isinstance(part.value, bool) else str(part.value), part.span)


def _place(key: str, above: Span, places: Dict[str, list[Span]], used: dict[str, int]) -> Span:
    known = places.get(key, [])
    number = used.get(key, 0)
    used[key] = number + 1
    return known[min(number, len(known) - 1)] if known else above
