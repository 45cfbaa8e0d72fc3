"""Read who leads what line by line: 张三　局长　主持全面工作, 李四（副总经理）：分管生产部, 副行长 王五 分管营业室."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from orgviz.document.names.judging import Sort, is_wide, judge
from orgviz.document.names.people import is_person
from orgviz.document.outline.line import Line
from orgviz.document.text.passages import Passage, behind, joined, linked
from orgviz.patterns import pattern

_FEWEST = 2  # people with their titles and fields from which on lines are a list of them
_LONGEST = 400
_LONGEST_HEAD = 36
_DUTY = pattern(
    r"(?:全面|主要|具体|直接|统一|现|并)*(?:主持|负责|分管|分工|主管|协助|配合|联系|协管|统筹|主抓|领导|带领|统管|牵头)"
)
# What somebody does once, as minutes and news tell it: 主持会议.
_EVENT = pattern(
    r"(?:主持|负责|协助|统筹)(?:了|召开|本次|此次|这次)?[^,。;]{0,8}?(?:会议|会(?=[,。;]|$)|座谈|仪式|讨论|签约|论坛|演练|比赛)"
)
_STOP = pattern(r"[。;]\s*")
_HEAD_END = " ,:、"
_WHO = r"[\u4e00-\u9fff]\s{1,4}[\u4e00-\u9fff]|[\u4e00-\u9fff]{2,4}"
_WHO_FIRST = pattern(
    rf"(?P<who>{_WHO})(?:同志)?(?:\s+|\s*,\s*|\s*:\s*|\s*(?P<bracket>\()\s*)(?P<titles>[^();。:]{{2,30}}?)\)?"
)
_WHO_LAST = pattern(rf"(?P<titles>[^();。]{{1,28}}?[\u4e00-\u9fffa-z])(?P<gap>\s*:\s*|\s*)(?P<who>{_WHO})(?:同志)?")
_BETWEEN = pattern(r"\s*[、,/]\s*|\s+|(?<=[长理任记席])兼(?=..)")
_MEMBER = pattern(r".{1,8}(?:成员|委员|党员)")


@dataclass(frozen=True, slots=True)
class _Told:
    """Somebody with the titles, and what the person does."""

    who: Passage
    titles: tuple[Passage, ...]
    duty: Passage


def duty_rosters(lines: Sequence[Line]) -> Sequence[Line]:
    """Return the lines with each title, its holder and the field in one order, where several lines tell them."""
    told = {place: found for place, line in enumerate(lines) if (found := _told(line))}
    if sum(map(len, told.values())) < _FEWEST:
        return lines
    return tuple(_written(lines, told))


def _written(lines: Sequence[Line], told: dict[int, tuple[_Told, ...]]) -> Iterator[Line]:
    for place, line in enumerate(lines):
        if place not in told:
            yield line
        for one in told.get(place, ()):
            *others, title = one.titles
            for other in others:
                yield replace(line, body=linked(other, ":", one.who), lead=0)
            body = joined((title, behind(title, ":"), one.who, behind(one.who, ","), one.duty), "")
            yield replace(line, body=body, lead=0)


def _told(line: Line) -> tuple[_Told, ...]:
    """Return of whom a line says what they are and do; nothing where a part of it says something else."""
    is_heading = line.mark is not None and line.mark.form == "#"
    if line.cells or is_heading or len(line.body) > _LONGEST or not is_wide(line.body.folded):
        return ()
    whole = _person_and_duty(line.body)
    if whole is None or _STOP.search(whole.duty.folded) is None:
        return () if whole is None else (whole,)
    parts = [part for part in line.body.split(stop.span() for stop in _STOP.finditer(line.body.folded)) if part.text]
    each = [_person_and_duty(part) for part in parts]
    several = tuple(one for one in each if one is not None)
    return several if len(several) == len(each) else (whole,) if line.mark or _is_short(each) else ()


def _is_short(each: Sequence[_Told | None]) -> bool:
    """Whether only the first sentence of a line speaks of a person by the title: the others go on about that one."""
    return sum(one is not None for one in each) == 1


def _person_and_duty(text: Passage) -> _Told | None:
    for verb in _DUTY.finditer(text.folded, 0, _LONGEST_HEAD):
        head = text.cut(0, verb.start())
        head = head.cut(0, len(head.folded.rstrip(_HEAD_END)))
        if _EVENT.match(text.folded, verb.start()):
            return None
        read = _who_first(head) or _who_last(head) if len(head) > _LEAST_HEAD else None
        if read is not None:
            return _Told(read[0], read[1], text.cut(verb.start()))
    return None


_LEAST_HEAD = 3


def _who_first(head: Passage) -> tuple[Passage, tuple[Passage, ...]] | None:
    match = _WHO_FIRST.fullmatch(head.folded)
    if match is None or bool(match["bracket"]) != head.folded.endswith(")"):
        return None
    return _checked(head.cut(*match.span("who")), head.cut(*match.span("titles")))


def _who_last(head: Passage) -> tuple[Passage, tuple[Passage, ...]] | None:
    """Return the person behind the titles."""
    for length in (3, 2, 4):
        match = _WHO_LAST.fullmatch(head.folded)
        if match is None:
            return None
        if not match["gap"]:
            end = match.end("who")
            who, titles = head.cut(end - length, end), head.cut(0, max(end - length, 0))
        else:
            who, titles = head.cut(*match.span("who")), head.cut(0, match.end("titles"))
        checked = _checked(who, titles)
        if checked is not None:
            return checked
    return None


def _checked(who: Passage, titles: Passage) -> tuple[Passage, tuple[Passage, ...]] | None:
    """Return a person and the titles but those of a mere member; nothing where they are no person and no titles."""
    compact = joined(who.split(gap.span() for gap in re.finditer(r"\s+", who.folded)), "")
    if not is_person(compact.text, compact.folded):
        return None
    parts = [part for part in titles.split(one.span() for one in _BETWEEN.finditer(titles.folded)) if part.text]
    posts = tuple(part for part in parts if not _MEMBER.fullmatch(part.folded))
    posts = posts or tuple(parts[-1:])
    return (compact, posts) if posts and all(judge(part.folded) is Sort.POST for part in posts) else None
