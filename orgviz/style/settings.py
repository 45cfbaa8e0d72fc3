"""Read the settings in a theme file: mappings, colours, lengths, dashes; a wrong one leaves the old value."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace
from typing import TypeAlias, TypeVar

from orgviz.diagnostics import Findings
from orgviz.source.entries import Entry, Mapping, Scalar, Sequence
from orgviz.style import colour
from orgviz.wording import listed, nearest, quoted

Setting: TypeAlias = bool | str | float | tuple[float, ...] | None
"""What a theme file can say: yes or no, a colour, a width, dashes; nothing where a width is left open."""

_T = TypeVar("_T")

MAX_POINTS = 200.0
"""The longest length, width or size that a theme can ask for."""

_QUOTES = 'a colour needs quotes, as in "#2563eb": without them, # begins a comment'


def read_record(before: _T, entry: Entry, place: str, findings: Findings, *, words: tuple[str, ...] = ()) -> _T:
    """Read a mapping of settings over the value `before`; its fields' values tell what each setting is.

    Args:
        words: what a colour may be besides ``#rrggbb``.
    """
    names = {spelled(item.name): item.name for item in fields(before)}  # type: ignore[arg-type]
    changes: dict[str, Setting] = {}
    for key, value in keyed(entry, names, place, findings).items():
        old = getattr(before, names[key])
        changes[names[key]] = _setting(old, value, findings, words)
    return replace(before, **changes)  # type: ignore[type-var]


def _setting(old: Setting, entry: Entry, findings: Findings, words: tuple[str, ...]) -> Setting:
    """Read one setting of the same kind as its old value; only widths may have had none."""
    if isinstance(old, bool):
        return read_flag(entry, old, findings)
    if isinstance(old, tuple):
        return read_dash(entry, old, findings)
    if isinstance(old, str):
        return read_color(entry, old, findings, words)
    return read_number(entry, old, findings)


def keyed(entry: Entry, known: Iterable[str] | None, place: str, findings: Findings) -> dict[str, Entry]:
    """Return the values of a mapping by key, without the keys that nobody knows."""
    if not isinstance(entry, Mapping):
        findings.error("theme-wrong-shape", f"{place} must be a mapping", entry.span)
        return {}
    names = None if known is None else tuple(known)
    found = {}
    for key, value in entry.pairs:
        if names is None or key.text in names:
            found[key.text] = value
        else:
            message = f"unknown key {quoted(key.text)} in {place}"
            findings.error("theme-unknown-key", message, key.span, did_you_mean(key.text, names))
    return found


def read_text(entry: Entry, findings: Findings) -> str | None:
    """Read a word or name."""
    if isinstance(entry, Scalar) and not entry.null:
        return entry.text
    hint = _QUOTES if _empty(entry) else None
    findings.error("theme-wrong-shape", "a word is needed here", entry.span, hint)
    return None


def read_color(entry: Entry, old: str, findings: Findings, words: tuple[str, ...] = ()) -> str:
    """Read ``#rrggbb``, ``#rgb`` or one of `words`."""
    if isinstance(entry, Scalar) and not entry.null:
        color = entry.text if entry.text in words else colour.normalize(entry.text)
        if color:
            return color
    allowed = listed(["a colour such as '#2563eb'", *(f"'{word}'" for word in words)])
    message = f"{_quoted(entry)} is not {allowed}"
    findings.error("theme-bad-color", message, entry.span, _QUOTES if _empty(entry) else None)
    return old


def read_number(entry: Entry, old: float | None, findings: Findings) -> float | None:
    """Read a number of points."""
    number = _points(entry)
    if number is None:
        message = f"{_quoted(entry)} is not a number of points from 0 to {MAX_POINTS:g}"
        findings.error("theme-bad-number", message, entry.span)
        return old
    return number


def read_dash(entry: Entry, old: tuple[float, ...], findings: Findings) -> tuple[float, ...]:
    """Read the lengths of ink and gap, in turn: a list such as ``[6, 3]``, empty for no gaps."""
    items = entry.items if isinstance(entry, Sequence) else (entry,)
    lengths = tuple(_points(item) for item in items)
    if not isinstance(entry, Sequence) or len(lengths) % 2 or not all(lengths):
        message = "dashes are a list of lengths, of ink and gap in turn"
        findings.error("theme-bad-number", message, entry.span, "write [6, 3], or [] for a solid line")
        return old
    return tuple(length for length in lengths if length)


def read_flag(entry: Entry, old: bool, findings: Findings) -> bool:
    """Read true or false."""
    if isinstance(entry, Scalar) and entry.text in ("true", "false"):
        return entry.text == "true"
    findings.error("theme-bad-value", f"{_quoted(entry)} is neither 'true' nor 'false'", entry.span)
    return old


def _points(entry: Entry) -> float | None:
    """Return a length in points, or nothing where the entry is none."""
    if not isinstance(entry, Scalar) or not entry.text.isascii() or "_" in entry.text:
        return None
    try:
        number = float(entry.text)
    except ValueError:
        return None
    return number if 0 <= number <= MAX_POINTS else None


def _empty(entry: Entry) -> bool:
    return isinstance(entry, Scalar) and entry.null


def _quoted(entry: Entry) -> str:
    """Name what was written, for a message."""
    if isinstance(entry, Scalar):
        return "nothing" if entry.null else quoted(entry.text)
    return "a list" if isinstance(entry, Sequence) else "a mapping"


def spelled(field_name: str) -> str:
    """Return a field's name as theme files spell it."""
    return field_name.replace("_", "-")


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Suggest the nearest known word, or else name them all."""
    names = tuple(known)
    near = nearest(word, names)
    if not names:
        return "there is none to choose from here"
    return f"did you mean {quoted(near)}?" if near else f"it can be {listed(names)}"
