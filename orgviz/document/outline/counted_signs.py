"""Read outlines that tell how deep a line stands by how many signs it begins with: those of wikis and mind maps."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from orgviz.patterns import pattern

Shifted = tuple[int, str, int]
_SIGNS = pattern(
    r"(?P<signs>\*{1,9}|\+{1,9}|-{1,9})(?:\[#\w+\])?[_<>]{0,2}:?"
    r"(?:[ \t]+|(?<=[-+])(?=[\u3400-\u9fff\u3040-\u30ff\uac00-\ud7a3]))"
    r"(?P<body>(?![-*+=\s]+$)\S.*)",
    re.ASCII,
)
_HEADING = pattern(r"(?P<signs>={1,6})[ \t]*(?P<body>[^=\s](?:[^=]*[^=\s])?)[ \t]*+(?P=signs)?\s*+$")
_TITLE = pattern(r"(?:#\+title:|title)[ \t]+(?P<body>\S.*)", re.IGNORECASE)
_SETTING = pattern(
    r"\s*(?:@(?:start|end)\w+.*|#\+\w+:.*|(?:skinparam|hide|scale|caption|header|footer|(?:left|right) side)\b.*"
    r"|:[\w-]+:.*|'.*|<style>|</style>)\s*$",
    re.IGNORECASE,
)
_STATE = pattern(r"(?:TODO|DONE|NEXT|WAITING)\s+|\[#[A-C]\]\s+")
_TAGS = pattern(r"(?<!\s)\s++:[\w@:]+:\s*$|;\s*$")
_FEWEST = 3  # lines from which on the signs are no accident
_FEWEST_HEADINGS = 2
_DEEPEST_HEADING = 6


def signs_as_levels(lines: Sequence[Shifted]) -> list[Shifted]:
    """Return the lines with ``**`` before a name as a list indented below ``*``, and settings of the notation left out.

    Where text stands below the lines, as in an outline of sections, they are headings below the title.
    """
    matches = [_SIGNS.match(text) for _, text, _ in lines]
    is_outline = _is_outline(lines, matches)
    if not is_outline and sum(bool(_HEADING.match(text)) for _, text, _ in lines) < _FEWEST_HEADINGS:
        return list(lines)
    is_text = is_outline and _holds_text(lines, matches)
    rewritten = []
    for (number, text, shift), match in zip(lines, matches, strict=True):
        title = _TITLE.match(text) or _HEADING.match(text)
        if match is not None and is_outline:
            rewritten.append(_at_level(match, number, shift, is_heading=is_text))
        elif title is not None:
            sign = "#" * (len(title["signs"]) if "signs" in title.groupdict() else 1) + " "
            rewritten.append((number, sign + title["body"], shift + title.start("body") - len(sign)))
        else:
            rewritten.append((number, "" if is_outline and _SETTING.match(text) else text, shift))
    return rewritten


def _is_outline(lines: Sequence[Shifted], matches: Sequence[re.Match[str] | None]) -> bool:
    """Whether several lines begin with signs, some with more than one, and no level is left out."""
    found = [match for match in matches if match is not None]
    depths = [len(match["signs"]) for match in found]
    if len(found) < _FEWEST or max(depths) == 1 or any(after - before > 1 for before, after in pairwise(depths)):
        return False
    is_drawn = any(text.startswith("@start") for _, text, _ in lines)
    return depths[0] == 1 and (is_drawn or len({match["signs"][0] for match in found if len(match["signs"]) > 1}) == 1)


def _holds_text(lines: Sequence[Shifted], matches: Sequence[re.Match[str] | None]) -> bool:
    """Whether what stands between the lines is text about them, and no heading or setting."""
    first = next(place for place, match in enumerate(matches) if match is not None)
    behind = zip(lines[first:], matches[first:], strict=True)
    texts = [text for (_, text, _), match in behind if match is None and text.strip()]
    if any(map(_HEADING.match, texts)):
        return False
    return any(not (_SETTING.match(text) or _TITLE.match(text)) for text in texts)


def _at_level(match: re.Match[str], number: int, shift: int, *, is_heading: bool) -> Shifted:
    depth = len(match["signs"])
    state = _STATE.match(match["body"])
    start = match.start("body") + (state.end() if state else 0)
    body = _TAGS.sub("", match.string[start:])
    sign = "#" * min(depth + 1, _DEEPEST_HEADING) + " " if is_heading else "  " * (depth - 1) + "- "
    return number, sign + body, shift + start - len(sign)
