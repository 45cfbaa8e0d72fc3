"""Write diagnostics for people, for editors, for programs, and for GitHub's annotations."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from enum import StrEnum

from orgviz.diagnostics import Diagnostic, Severity
from orgviz.limits import LIMITS
from orgviz.text import SourceText, Span
from orgviz.wording import visible

LINE_WIDTH = 100
TAB_WIDTH = 4


class ReportStyle(StrEnum):
    """How diagnostics are written."""

    HUMAN = "human"
    SHORT = "short"
    JSON = "json"
    GITHUB = "github"


def format_diagnostics(
    diagnostics: Sequence[Diagnostic],
    sources: Mapping[str, SourceText],
    style: ReportStyle,
    *,
    limit: int = LIMITS.findings,
) -> str:
    """Return all diagnostics as text, each line ended.

    Args:
        sources: by path, to quote lines from; a file that is not among them is not quoted.
        limit: how many are written in the styles that people read; how many more there are is told.
    """
    if style is ReportStyle.JSON:
        import json  # noqa: PLC0415 - only programs ask for it, and every run loads this module

        return json.dumps([_as_json(one) for one in diagnostics], ensure_ascii=False, indent=1) + "\n"
    if style is ReportStyle.GITHUB:
        return "".join(_github(one) for one in diagnostics)
    shown = diagnostics[:limit]
    if style is ReportStyle.HUMAN:
        lines = {path: source.text.split("\n") for path, source in sources.items()}
        text = "\n".join(_human(one, lines.get(one.span.path)) for one in shown)
    else:
        text = "".join(headline(one) + "\n" for one in shown)
    rest = len(diagnostics) - len(shown)
    return text + (f"… and {rest} more\n" if rest else "")


def headline(diagnostic: Diagnostic) -> str:
    """Return where, how severe, which code, and what is wrong, in one line."""
    place = visible(str(diagnostic.span))
    return f"{place}: {diagnostic.severity}[{diagnostic.code}]: {visible(diagnostic.message)}"


def _human(diagnostic: Diagnostic, lines: Sequence[str] | None) -> str:
    parts = [headline(diagnostic), *excerpt(diagnostic.span, lines)]
    if diagnostic.hint is not None:
        parts.append(f"{' ' * (_margin(diagnostic.span) - 2)}hint: {visible(diagnostic.hint)}")
    return "\n".join(parts) + "\n"


def _margin(span: Span) -> int:
    return max(5, len(str(span.line)) + 1)


def excerpt(span: Span, lines: Sequence[str] | None) -> tuple[str, ...]:
    """Return the numbered line of a place and the row of carets below it; nothing where there is no such line."""
    if lines is None or span.line > len(lines) or not lines[span.line - 1].strip():
        return ()
    margin = _margin(span)
    source, carets = _quote_line(lines[span.line - 1], span.column - 1, span.width, LINE_WIDTH - margin - 3)
    return f"{span.line:>{margin}} | {source}", f"{' ' * margin} | {carets}"


def _quote_line(line: str, start: int, width: int, limit: int) -> tuple[str, str]:
    """Return the part of a line around a place and the row of carets below it, within `limit` columns."""
    first, last = _window(line, start, limit)
    end = max(start + 1, min(start + width, last))
    before, marked = line[first:start], line[start:end]
    cut_left, cut_right = "…" if first > 0 else "", "…" if last < len(line) else ""
    source = cut_left + "".join(_shown(character) for character in line[first:last]) + cut_right
    pad = " " * len(cut_left) + "".join(_blank(character) for character in before)
    return source.rstrip(), pad + "^" * max(1, sum(columns(character) for character in marked))


def _window(line: str, start: int, limit: int) -> tuple[int, int]:
    """Return which characters of a line to show: all where they fit, else those around a place."""
    # Looking at more than this many characters on either side of the place could never matter.
    if len(line) <= limit and sum(columns(character) for character in line) <= limit:
        return 0, len(line)
    room = limit - 2
    first, used = start, 0
    while first > 0 and used + columns(line[first - 1]) <= room // 2:
        first -= 1
        used += columns(line[first])
    last = start
    while last < len(line) and used + columns(line[last]) <= room:
        used += columns(line[last])
        last += 1
    return first, last


def _shown(character: str) -> str:
    if character == "\t":
        return " " * TAB_WIDTH
    return character if visible(character) == character else "\ufffd"


def columns(character: str) -> int:
    """Return how many columns of a terminal a character takes, as a caret below it must know."""
    if character == "\t":
        return TAB_WIDTH
    if character.isascii():
        return 1
    if unicodedata.east_asian_width(character) in "WF":
        return 2
    return 0 if unicodedata.category(character) in ("Mn", "Me") or character in "\u200c\u200d\u00ad" else 1


def _blank(character: str) -> str:
    # A full-width space keeps step with a full-width character in every font, two narrow ones only in some.
    return "\u3000" if columns(character) == 2 else " " * columns(character)


def _as_json(diagnostic: Diagnostic) -> dict[str, str | int | None]:
    span = diagnostic.span
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message,
        "hint": diagnostic.hint,
        "path": span.path,
        "line": span.line,
        "column": span.column,
        "width": span.width,
    }


def _github(diagnostic: Diagnostic) -> str:
    span = diagnostic.span
    place = f"file={_property(span.path)},line={span.line},col={span.column},title={_property(diagnostic.code)}"
    text = diagnostic.message if diagnostic.hint is None else f"{diagnostic.message}\n{diagnostic.hint}"
    command = "notice" if diagnostic.severity is Severity.NOTE else diagnostic.severity.value
    return f"::{command} {place}::{_data(text)}\n"


def _data(text: str) -> str:
    escaped = "\n".join(visible(line) for line in text.split("\n")).replace("%", "%25")
    return escaped.replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
