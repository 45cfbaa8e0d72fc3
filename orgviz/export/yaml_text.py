"""Write single texts in YAML: plain where that reads back as the same text, else quoted or as a block."""

from __future__ import annotations

import re

_NULLS = ("", "~", "null", "Null", "NULL")
_FIRST = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`<=.]|[-.](?=[^\s,\[\]{}:\-.])")
_NEVER_PLAIN = re.compile(r": |:$| #|[\t\n\x00-\x1f\x7f-\x9f\ufeff\u2028\u2029]")
# What the reader takes for a mistyped key, as in 'name：A'.
_LIKE_A_KEY = re.compile(r"^(?!https?:|mailto:)[a-z_]{2,}:|(?:^|\s)[a-z_]{2,}：|\s[a-z_]{2,}:[\u3000\xa0]|：\s-\s")
_FLOW_MARKS = re.compile(r"[,\[\]{}:?]")
_ESCAPED = re.compile(r'["\\\x00-\x1f\x7f-\x9f\ufeff\u2028\u2029\ud800-\udfff]')
_NAMED_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}


def inline(text: str, *, in_flow: bool = False) -> str:
    """Return a text on one line; `in_flow` is inside brackets or braces, where more characters need quotes.

    >>> inline("Sales: EMEA")
    '"Sales: EMEA"'
    """
    return text if _is_plain(text, in_flow=in_flow) else f'"{_ESCAPED.sub(_escaped, text)}"'


def as_key(text: str) -> str:
    """Return a text as the key of a line: a dash at its begin would look like that of an item.

    >>> as_key("-5"), as_key("a-b")
    ('"-5"', 'a-b')
    """
    written = inline(text)
    return f'"{_ESCAPED.sub(_escaped, text)}"' if written.startswith("-") else written


def block(text: str, indent: str) -> str:
    """Return a text of several lines as a block below its key, on one line where a block would change it."""
    lines = text.split("\n")
    if len(lines) < 2 or any(line != line.strip() for line in lines) or _needs_escape(text):
        return inline(text)
    return "|-\n" + "\n".join(indent + line if line else "" for line in lines)


def _is_plain(text: str, *, in_flow: bool) -> bool:
    return (
        text not in _NULLS
        and text == text.strip()
        and _FIRST.match(text) is not None
        and _NEVER_PLAIN.search(text) is None
        and _LIKE_A_KEY.search(text) is None
        and not text.startswith(("---", "..."))
        and not (in_flow and _FLOW_MARKS.search(text))
    )


def _needs_escape(text: str) -> bool:
    return _ESCAPED.search(text.replace("\n", "").replace('"', "").replace("\\", "")) is not None


def _escaped(match: re.Match[str]) -> str:
    character = match.group()
    return _NAMED_ESCAPES.get(character) or f"\\u{ord(character):04x}"
