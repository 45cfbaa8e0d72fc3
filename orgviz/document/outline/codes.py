"""Take numbers and codes off the beginning of lines that count on from each other, or all have one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from orgviz.document.names.judging import STRONG, Sort, ends_as_unit, is_known_field, is_wide, judge
from orgviz.document.names.notes import read_notes
from orgviz.document.outline.line import Line
from orgviz.document.text.marks import Mark
from orgviz.patterns import pattern

_CODE = pattern(r"(?P<code>[a-z]{0,4}[-_.]?\d{2,8}[a-z]?|[a-z]{1,4}-?\d)(?:\s*[-–—:.、]\s*|\s+)(?![\d\W_])")
_SHORT = pattern(r"(?P<code>[A-Z][A-Za-z0-9&]{1,4})\s*(?:[:：]\s*|\s[-–—]\s|\t+|\s{2,})(?=[^\W\d_])")
_LEAST = 3
_BARE_NUMBER = pattern(r"(\d{1,2})\s+(?=[^\W\d])")


def with_bare_numbers(lines: Sequence[Line]) -> Iterator[Line]:
    """Read numbers without a stop behind them: where the next item counts on within one, or they count on from others.

    So in 1 甲部, 1.1 乙组, and in 1、甲部, 2、乙部, 3 丙部; and in 1 甲部, 2 乙部, 3 丙部, where all are units.
    """
    lines = _with_articles(lines)
    found = {place: match for place, line in enumerate(lines) if (match := _bare_number(line))}
    known = {place for place in found if place + 1 < len(lines) and _begins_within(lines[place + 1])}
    last = 0
    counted = 0
    units = _counted_units(lines, found)
    for place, line in enumerate(lines):
        match = found.get(place)
        if match is not None and (place in units or (int(match[1]) == counted + 1 > 1 and is_wide(line.body.folded))):
            counted = int(match[1])
            yield replace(line, mark=Mark("1、", counted), body=line.body.cut(match.end()))
            continue
        if line.mark is not None and line.mark.form in ("1.", "1、") and line.mark.number is not None:
            counted = line.mark.number
        if known and match is not None and (place in known or int(match[1]) == last + 1):
            last = int(match[1])
            yield replace(line, mark=Mark("1.1", last), body=line.body.cut(match.end()))
        else:
            yield line


_ARTICLE = pattern(r"(\d{1,3})(?:-\d{1,2})? +(?=[\u4e00-\u9fff])")
_FEWEST_ARTICLES = 4


def _with_articles(lines: Sequence[Line]) -> Sequence[Line]:
    """Read the numbers of articles that count sentences from one on, behind a bullet or nothing: * 1 本队设两组。."""
    found: dict[int, re.Match[str]] = {}
    for place, line in enumerate(lines):
        is_free = (line.mark is None or line.mark.is_bullet) and not line.cells
        match = _ARTICLE.match(line.body.folded) if is_free and "。" in line.body.folded else None
        if match is not None and int(match[1]) in (len(found), len(found) + 1):
            found[place] = match
    if len(found) < _FEWEST_ARTICLES:
        return lines
    return [
        replace(line, mark=Mark("article", int(found[place][1])), body=line.body.cut(found[place].end()))
        if place in found
        else line
        for place, line in enumerate(lines)
    ]


def _bare_number(line: Line) -> re.Match[str] | None:
    return _BARE_NUMBER.match(line.body.folded) if line.mark is None and not line.cells else None


def _counted_units(lines: Sequence[Line], found: Mapping[int, re.Match[str]]) -> frozenset[int]:
    """Return the lines that count from one without a stop or a gap, if nearly all of them begin with a unit."""
    counted: list[int] = []
    for place, match in found.items():
        if int(match[1]) == len(counted) + 1:
            counted.append(place)
    units = sum(_begins_with_unit(lines[place].body.folded[found[place].end() :]) for place in counted)
    is_list = len(counted) >= _LEAST and len(counted) == len(found) and units >= _MOST * len(counted)
    return frozenset(counted if is_list else ())


_MOST = 0.8


def _begins_with_unit(folded: str) -> bool:
    name = re.split(r"[:,(]|[ ](?=[\u4e00-\u9fff])", folded, maxsplit=1)[0]
    return judge(name.strip()) is Sort.UNIT


def _begins_within(line: Line) -> bool:
    return line.mark is not None and line.mark.form == "1.1" and line.mark.depth == 2 and line.mark.number == 1


def without_codes(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines without the codes of departments before their names: D01 甲部, HR - Human Resources.

    Codes of growing length tell what stands below what, where nothing else does.
    """
    found = {place: match for place, line in enumerate(lines) if (match := _code(line))}
    if len(found) >= _LEAST and len({match["code"] for match in found.values()}) == len(found):
        named = sum(_is_name(lines[place], match) for place, match in found.items())
        if named >= 0.6 * len(found):
            depths = _depths(lines, found)
            return tuple(
                _cut(line, found[place], depths.get(place)) if place in found else line
                for place, line in enumerate(lines)
            )
    short = {place: match for place, line in enumerate(lines) if (match := _short(line))}
    if len(short) < _LEAST - 1 and not any(map(_is_plainly_short, short.values())):
        return tuple(lines)
    return tuple(_cut(line, short[place]) if place in short else line for place, line in enumerate(lines))


def _code(line: Line) -> re.Match[str] | None:
    return None if line.cells or (line.mark and line.mark.form == "#") else _CODE.match(line.body.folded)


def _is_name(line: Line, match: re.Match[str]) -> bool:
    name = read_notes(line.body.cut(match.end())).name.folded
    return judge(name) in STRONG or is_known_field(name)


def _short(line: Line) -> re.Match[str] | None:
    """Find the short form before the name that it stands for, or the initials of a person before a title."""
    match = None if line.cells else _SHORT.match(line.body.text)
    if match is None:
        return None
    code, rest = match["code"], read_notes(line.body.cut(match.end())).name
    if _stands_for(code.lower(), rest.folded):
        return match
    is_word = judge(code.lower()) in STRONG or is_known_field(code.lower())
    return match if code.isupper() and not is_word and judge(rest.folded) is Sort.POST else None


def _is_plainly_short(match: re.Match[str]) -> bool:
    """Whether a short form is three or more capitals: one is enough then in a document."""
    return match["code"].isupper() and len(match["code"]) >= _LEAST


def _stands_for(code: str, name: str) -> bool:
    """Tell whether a short form is made of the letters of a name, all but its class: its initials, or its beginning.

    >>> _stands_for("hr", "human resources"), _stands_for("ops", "operations"), _stands_for("ad", "sales")
    (True, True, False)
    """
    if code == name or not code.isalnum():
        return False
    words = [word for word in re.split(r"[\W_]+", name) if word]
    initials = "".join(word[0] for word in words)
    small = "".join(word[0] for word in words if word not in ("and", "of", "the", "for", "und", "der", "für"))
    if len(words) > len(code) > 1 and ends_as_unit(name):
        return _stands_for(code, name[: -len(words[-1])].rstrip())
    letters = iter(name)
    is_drawn = name[0] == code[0] and len(words) == 1 and len(name) > 5 and all(sign in letters for sign in code)
    return code in (initials, small) or (len(code) > 1 and (name.startswith(code) or is_drawn))


def _cut(line: Line, match: re.Match[str], depth: int | None = None) -> Line:
    body = line.body.cut(match.end())
    return replace(line, body=body, indent=line.indent if depth is None else 4 * depth)


def _depths(lines: Sequence[Line], found: Mapping[int, re.Match[str]]) -> Mapping[int, int]:
    """Return how deep each line stands by its code, where only the codes tell: 01, 0101, 0102, or 1000, 1100."""
    if len({lines[place].indent for place in found}) > 1 or any(lines[place].mark for place in found):
        return {}
    codes = {place: match["code"] for place, match in found.items()}
    if len(set(map(len, codes.values()))) == 1:
        codes = {place: code.rstrip("0") for place, code in codes.items()}
    known = set(codes.values())
    depths = {place: sum(code[:end] in known for end in range(len(code))) for place, code in codes.items()}
    return depths if any(depths.values()) and len(known) == len(codes) else {}


_CODE_BEHIND = pattern(r"(?P<name>[\u4e00-\u9fff]{2,14})(?P<code>\s+\d{3,6})(?=\s*(?:$|→|->|-|:|,))")


def without_codes_behind(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines without the codes behind names, where several have one, and each its own: 一公司 2010."""
    found = {place: _CODE_BEHIND.match(line.body.folded) for place, line in enumerate(lines) if not line.cells}
    codes = {place: match for place, match in found.items() if match and judge(match["name"]) in STRONG}
    if len(codes) < _FEWEST_BEHIND or len({match["code"] for match in codes.values()}) < len(codes):
        return tuple(lines)
    return tuple(
        replace(line, body=line.body.without([codes[place].span("code")])) if place in codes else line
        for place, line in enumerate(lines)
    )


_FEWEST_BEHIND = 3
