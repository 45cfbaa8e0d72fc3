"""Find what typing Chinese, or pasting from elsewhere, does to YAML's signs: full-width colons, wide spaces, dashes.

YAML takes such lines for texts, and what it then says, if anything, points elsewhere.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from types import MappingProxyType
from typing import Protocol

from orgviz.diagnostics import Findings
from orgviz.lean import dataclass
from orgviz.patterns import pattern
from orgviz.text import Span
from orgviz.wording import named_character, quoted

# Spaces that YAML does not count as such; tabs are told elsewhere.
_WIDE = r"\xa0\u2000-\u200a\u202f\u3000"
_BULLETS = "－–—−•·●"
_IN_KEY = pattern(rf"[{_WIDE}]|-[^\s-]|-[{_WIDE}]|[{_BULLETS}]\s|[a-z_]+：")
_SPACES = MappingProxyType({"\u3000": "a full-width space", "\xa0": "a no-break space"})
_INDENT = pattern(rf"[ \t{_WIDE}]*")
_DASH = pattern(rf"-(?=[^\s-]|[{_WIDE}])|[{_BULLETS}](?=\s)")
_NEAR_COLON = pattern(r"(?:- +)*([^\W\d][\w ]{0,19})：")
# Far from the mistake only what is surely no line of a text: a key, or the dash before one.
_FAR_INDENT = pattern(r"-\s|[a-z_]+[:：]")
_FAR_DASH = pattern(rf".[{_WIDE}]*[a-z_]+[:：]")
_FAR_COLON = pattern(r"(?:- +)*([a-z_]+)：")
_COMMENT = pattern(r"(?:^|[\]}\"'] +)(//|/\*|＃)")
_BLOCK_TEXT = pattern(r"[:-] +[|>][-+0-9]{0,2}\s*(?:#.*)?$")


class Mark(Protocol):
    """A place as the parser tells it, counted from 0."""

    index: int
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class _Slip:
    """What is wrong with a line; `column` is 1-based."""

    column: int
    code: str
    message: str
    hint: str


def tell_slips_at(path: str, text: str, marks: tuple[Mark, Mark], findings: Findings) -> bool:
    """Report the slips of a file where a plain key, from mark to mark, holds one; tell whether it does."""
    start, end = marks
    if not _IN_KEY.match(text, start.index, end.index):
        return False
    before = text[start.index - start.column : start.index]
    return not before.strip("- ") and tell_slips(path, text.split("\n"), range(start.line + 1, end.line + 2), findings)


def tell_slips_of_all(path: str, text: str, findings: Findings) -> bool:
    """Report the slips that made one text of a whole file; tell whether there are any."""
    lines = text.split("\n")
    return tell_slips(path, lines, range(1, len(lines) + 1), findings)


def tell_slips(path: str, lines: Sequence[str], near: Collection[int], findings: Findings) -> bool:
    """Report every slip of a file in which there is one in the `near` lines (1-based); tell whether there is.

    Each line has one finding at most.
    """
    if not any(_slip(lines[number - 1], is_near=True) for number in near if number <= len(lines)):
        return False
    for number, line in _lines(lines, near):
        slip = _slip(line, is_near=number in near)
        if slip is not None:
            findings.error(slip.code, slip.message, Span(path, number, slip.column), slip.hint)
    return True


def _lines(lines: Sequence[str], near: Collection[int]) -> Iterator[tuple[int, str]]:
    """Yield lines with their numbers, but those of texts that begin with ``|`` or ``>``."""
    text_indent: int | None = None
    for number, line in enumerate(lines, 1):
        indent = len(line) - len(line.lstrip())
        if text_indent is not None and (indent > text_indent or not line.strip()) and number not in near:
            continue
        text_indent = indent if _BLOCK_TEXT.search(line) else None
        yield number, line


def _slip(line: str, *, is_near: bool) -> _Slip | None:
    indent = _INDENT.match(line)
    space = indent[0] if indent else ""
    content = line[len(space) :]
    if not content or content.startswith("#"):
        return None
    return (
        _comment(content, len(space) + 1, is_near=is_near)
        or _wide_indent(space, content, is_near=is_near)
        or _dash(content, len(space) + 1, is_near=is_near)
        or _colon(content, len(space) + 1, is_near=is_near)
    )


def _comment(content: str, column: int, *, is_near: bool) -> _Slip | None:
    match = _COMMENT.search(content) if is_near else None
    if match is None:
        return None
    return _Slip(
        column + match.start(1),
        "yaml-syntax",
        f"{quoted(match[1])} begins no comment",
        "a comment begins with '#'",
    )


def _wide_indent(space: str, content: str, *, is_near: bool) -> _Slip | None:
    wide = space.replace("\t", "").replace(" ", "")
    if not wide or not (is_near or _FAR_INDENT.match(content)):
        return None
    return _Slip(
        space.index(wide[0]) + 1,
        "yaml-indent",
        f"the line is indented with {_SPACES.get(wide[0]) or named_character(wide[0])}",
        "indent with plain half-width spaces",
    )


def _dash(content: str, column: int, *, is_near: bool) -> _Slip | None:
    if not _DASH.match(content) or not (is_near or _FAR_DASH.match(content)):
        return None
    if content[0] == "-":
        return _Slip(
            column,
            "yaml-space",
            f"a space is missing after the dash in {quoted(content)}",
            "begin the item with a dash and a space: '- '",
        )
    return _Slip(
        column,
        "yaml-space",
        f"{named_character(content[0])} is not the dash that begins an item of a list",
        "write a plain '-' and a space",
    )


def _colon(content: str, column: int, *, is_near: bool) -> _Slip | None:
    match = (_NEAR_COLON if is_near else _FAR_COLON).match(content)
    if match is None:
        return None
    key = match[1]
    return _Slip(
        column + match.end() - 1,
        "yaml-space",
        f"a full-width colon stands behind {quoted(key)}",
        f"write '{key}: ', with a half-width colon and a space",
    )
