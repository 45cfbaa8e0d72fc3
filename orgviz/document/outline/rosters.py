"""Read the rosters of groups that were set up for something: 组长：王建国 局长, and below it who else is in the group.

What a person is elsewhere says nothing of the group: the people stay, each behind the role that they have in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from orgviz.document.names.entry import masked
from orgviz.document.names.judging import Sort, judge
from orgviz.document.names.people import is_person
from orgviz.document.names.ranks import is_rank_only
from orgviz.document.outline.line import Line
from orgviz.document.text.passages import Passage, behind, joined
from orgviz.patterns import pattern

_RANK = r"组长|总指挥|指挥长|主任(?:委员)?|主席|会长|理事长|队长|召集人|总召集"
_ROLE = pattern(
    rf"(?P<role>(?:第[一二三]|常务|执行|名誉|现场)?\s*副?\s*(?:{_RANK})|(?P<many>成员|组员|委员|队员))"
    r"(?P<sign>\s*:\s*|\s+|)(?P<rest>.*)"
)
_PERSON = r"[\u4e00-\u9fff]\s{1,4}[\u4e00-\u9fff]|[\u4e00-\u9fff]{2,4}"
_TITLED = pattern(rf"(?P<who>{_PERSON})(?:\s+|\s*(?P<bracket>\())(?P<title>[^\s:。;].{{1,60}})")
_RANKED = pattern(r"(?:[长理]|主任|书记|主席|委员|代表|助理|教授|院士|负责人|干部|领导)$")
_COMMA = pattern(r"\s*[、,;]\s*")
_FEWEST = 2  # roles, or people with their titles, from which on lines are a roster
_LONGEST = 80


def rosters(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines with all people of a role behind it, without what they are elsewhere."""
    lines = [part for line in lines for part in _apart(line)]
    found: list[Line] = []
    place = 0
    while place < len(lines):
        roster = _roster(lines, place)
        if roster is None:
            found.append(lines[place])
            place += 1
        else:
            found.extend(roster[0])
            place = roster[1]
    return tuple(found)


_BEGINS = pattern(rf"(?:第[一二三]|常务|执行|名誉)?\s*副?\s*(?:{_RANK}|组\s长|[成组委队]\s?员)\s*:")
# 组长:王敏 副组长:李静, also behind the sentence that sets up the group.
_NEXT_ROLE = pattern(rf"(?<=[\u4e00-\u9fff)。;])[\s。;,]*(?<![^\s。;,])(?={_BEGINS.pattern})")


def _apart(line: Line) -> Iterator[Line]:
    """Yield the parts of a line with several roles and their people, each as a line of its own."""
    if line.cells or line.body.folded.count(":") < _FEWEST:
        yield line
        return
    begins = _BEGINS.match(line.body.folded) is not None
    places = sorted({match.end() for match in _NEXT_ROLE.finditer(line.body.folded)})
    if len(places) + begins < _FEWEST:
        yield line
        return
    for begin, end in zip([0, *places], [*places, len(line.body)], strict=True):
        part = line.body.cut(begin, end)
        is_first = begin == 0
        signs = " " if is_first and not begins else " 。;,"  # the stop belongs to the sentence
        yield replace(line, body=part.cut(0, len(part.folded.rstrip(signs))), mark=line.mark if is_first else None)


def _roster(lines: Sequence[Line], start: int) -> tuple[list[Line], int] | None:
    """Return the lines of the roster that begins at a place, and the place behind it; nothing where none does."""
    if _role(lines[start]) is None:
        return None
    made: list[Line] = []
    titled, place = 0, start
    while place < len(lines) and (match := _role(lines[place])) is not None:
        end = place + 1
        while end < len(lines) and _goes_on(lines[end], match["rest"] == ""):
            end += 1
        people = [*_people(lines[place], match), *(_titled(line.body) or line.body for line in lines[place + 1 : end])]
        if people and (end - place > 1 or _is_shortened(lines[place].body.cut(match.start("rest")), people)):
            titled += end - place if match["rest"] else end - place - 1
            made.append(_with(lines[place], match, people))
        elif match["sign"].strip() == ":":
            made.append(lines[place])
        else:
            break
        place = end
    return (made, place) if titled and place - start >= _FEWEST else None


def _role(line: Line) -> re.Match[str] | None:
    """Return what a line without cells says where it begins with a role in a group."""
    if line.cells or len(line.body) > _LONGEST or (line.mark is not None and line.mark.form == "#"):
        return None
    match = _ROLE.fullmatch(line.body.folded)
    is_run_in = match is not None and match["sign"] == "" and match["rest"] != ""
    return None if match is None or (is_run_in and _titled(line.body.cut(match.start("rest"))) is None) else match


def _goes_on(line: Line, is_alone: bool) -> bool:
    """Whether a line below a role names one more person: with a title, or alone where the role stands alone."""
    if line.cells or line.mark is not None or line.after_blank or len(line.body) > _LONGEST or _role(line) is not None:
        return False
    return _titled(line.body) is not None or (is_alone and _is_person(line.body))


def _people(line: Line, match: re.Match[str]) -> list[Passage]:
    """Return who stands behind a role, as written where it is no person; nothing where no person is named at all."""
    rest = line.body.cut(match.start("rest"))
    whole = _titled(rest)
    if whole is not None:
        return [whole]
    parts = [part for part in rest.split(one.span() for one in _COMMA.finditer(masked(rest.folded))) if part.text]
    people = [_titled(part) or _behind_title(part) for part in parts]
    if not match["many"] and not all(one or _is_person(part) for one, part in zip(people, parts, strict=True)):
        return []
    return [one or part for one, part in zip(people, parts, strict=True)] if any(people) else []


def _is_shortened(rest: Passage, people: Sequence[Passage]) -> bool:
    return len(rest) > sum(map(len, people)) + len(people) - 1


def _titled(text: Passage) -> Passage | None:
    """Return the person whom a text names before the person's title."""
    match = _TITLED.fullmatch(text.folded)
    if match is None or (match["bracket"] and match["title"].find(")") != len(match["title"]) - 1):
        return None
    title = match["title"].removesuffix(")")
    who = text.cut(*match.span("who"))
    last = _COMMA.split(title)[-1]
    is_post = judge(last) is Sort.POST or is_rank_only(last) or (_RANKED.search(last) is not None and _is_person(who))
    return _close(who) if is_post and (_is_person(who) or _may_be_person(who)) else None


def _behind_title(text: Passage) -> Passage | None:
    """Return the person whom a text names behind the person's title: 总工齐国强, 矿长 谢丰."""
    for length in (4, 3, 2):
        cut = len(text) - length
        who = text.cut(max(cut, 0))
        before = text.folded[: max(cut, 0)].strip()
        if len(before) > 1 and len(who) == length and judge(before) in (Sort.POST, Sort.UNIT) and _is_person(who):
            return who
    return None


def _is_person(who: Passage) -> bool:
    compact = _close(who)
    return is_person(compact.text, compact.folded)


def _may_be_person(who: Passage) -> bool:
    """Whether a text of two or three characters is no unit and no sentence: a name with a rare surname, or 王保安."""
    compact = "".join(who.folded.split())
    sort = judge(compact)
    return len(compact) in (2, 3) and (sort is Sort.FIELD or (sort is Sort.POST and len(compact) > len("保安")))


def _close(text: Passage) -> Passage:
    """Return a text without the spaces by which it was set to a width."""
    return joined(text.split(one.span() for one in re.finditer(r"\s+", text.folded)), "")


def _with(line: Line, match: re.Match[str], people: Sequence[Passage]) -> Line:
    role = _close(line.body.cut(*match.span("role")))
    return replace(line, body=joined((role, behind(role, ":"), *_listed(people)), ""))


def _listed(people: Sequence[Passage]) -> Iterator[Passage]:
    for place, one in enumerate(people):
        if place:
            yield behind(one, "、")
        yield one
