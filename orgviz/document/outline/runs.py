"""Divide a line in which several numbered items run on: 1. 甲部:… 2. 乙部:… as if each stood on its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from orgviz.document.outline.bullet_runs import split_bullets
from orgviz.document.outline.glued import split_glued
from orgviz.document.outline.lines import Line
from orgviz.document.text.marks import Mark, read_mark
from orgviz.document.text.passages import Passage
from orgviz.patterns import pattern

LONG = 12
_SHORT = 60  # a longer last item of a run goes on in sentences of its own
# Where an item may begin within a line: behind a stop, or behind a space.
_PLACES = pattern(
    r"(?<=[。;:,.!?)\s、])(?=(?:第\s?[一二三四五六七八九十百\d]{1,5}\s?[章节条])|[一二三四五六七八九十]{1,3}\s?[、.]"
    r"|\([一二三四五六七八九十\d]{1,3}\)(?!\s*(?:[,;、]|$))|\d{1,2}\s?[、.)](?!\d)|[①-⑳])"
    r"|(?<=[\u4e00-\u9fff])(?=第[一二三四五六七八九十百]{1,4}[条章]|\([一二三四五六七八九十]{1,3}\)|[①-⑳]"
    r"|(?<!第)[一二三四五六七八九十]{1,3}、|\d{1,2}[、.](?!\d))"
)
_NUMBER = pattern(r"[一二三四五六七八九十百\d①-⑳]")
# An article of another law: 依高级中学法第二十条规定.
_CITED_BEHIND = pattern(
    r"第\s?[^\s条章]{1,5}\s?条\s?(?:第\s?[^\s,。]{1,8}?[款项]|之?规定|所(?=[定列称述规])|的|及|和|与|、(?=第)|至(?=第)|或(?=第)"
    r"|之(?![一二三四五]))|第\s?[^\s条章]{1,4}\s?章(?:第[^,]{1,4}[条节]|之|所[定列称述规]|规定|的)"
)
_CITED_BEFORE = pattern(
    r"(?:法|条例|规程|章程|准则|细则|办法|标准|依|照|据|违反|本|及|和|与|、|至|或|第[^,。]{1,4}章)\s?$"
)
_TITLE = pattern(r"[^。,;:、第]{4,40}(?:章程|条例|规程|规则|细则|办法|准则|简则|制度)\s?(?:\([^()]*\))?\s?")
_ALONE = ("article", "chapter")


def split_runs(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines with those that hold a counted run divided at its numbers."""
    apart = (part for line in lines for part in split_bullets(line))
    return split_glued(tuple(part for line in apart for part in _parts(line)))


def _parts(line: Line) -> Iterator[Line]:
    if len(line.body) < LONG or line.cells:
        yield line
        return
    found = _runs(line)
    if not found:
        yield line
        return
    begin = 0
    mark: Mark | None = line.mark
    for at, end, next_mark in found:
        body = line.body.cut(begin, at)
        if body.text or (mark is not None and mark.form in _ALONE):
            body = _without_joint(body) if mark is not None else body
            yield replace(line, mark=mark, body=body if body.text else line.body.cut(begin, end))
        begin, mark = end, next_mark
        line = replace(line, after_blank=False, is_bold=False)
    yield from _last(line, line.body.cut(begin), mark)


_JOINT = pattern(r"[;,]\s*(?:and|or)?\s*$")
_NEXT_SENTENCE = pattern(r"(?<=[a-z]{2})\.\s+(?=[A-Z])")


def _without_joint(body: Passage) -> Passage:
    """Leave out what joins a numbered piece of an English sentence to the next: `Training; and`."""
    joint = _JOINT.search(body.folded) if body.folded.isascii() else None
    return body.cut(0, joint.start()) if joint else body


def _last(line: Line, body: Passage, mark: Mark | None) -> Iterator[Line]:
    """Yield the last numbered piece of an English sentence, and what follows it as text of its own."""
    stop = _NEXT_SENTENCE.search(body.text) if body.folded.isascii() else None
    if stop is None or stop.start() > _SHORT:
        yield replace(line, mark=mark, body=body)
        return
    yield replace(line, mark=mark, body=body.cut(0, stop.start()))
    yield replace(line, mark=None, after_blank=True, body=body.cut(stop.end()))


def _runs(line: Line) -> list[tuple[int, int, Mark]]:
    """Return (start, end, mark) of each number that continues or begins a run of its form."""
    found: list[tuple[int, int, Mark]] = []
    if not _NUMBER.search(line.body.folded):
        return []
    counts = _COUNT_AT_END.search(line.body.folded) is not None
    for match in _PLACES.finditer(line.body.folded):
        if counts and _GLUED.match(line.body.folded, max(0, match.end() - 1)):
            continue
        read = read_mark(line.body.folded[match.end() :])
        if is_person_end(line.body.folded, match.end()):
            continue
        if read is not None and not read[0].is_bullet and read[0].number is not None:
            found.append((match.end(), match.end() + read[1], read[0]))
    begins = {at for at, _, _ in found}
    found = [one for one in found if one[1] not in begins]  # 一、二、三车间: signs of units, and no item between
    cited = {at for at, _, _ in found if _is_cited(line.body.folded, at)}
    spoken_of = {at for at in cited if _CITED_BEHIND.match(line.body.folded, at)}
    return _counted([one for one in found if one[0] not in spoken_of], line.mark, cited)


# 经理1、文员2、司机2: how many there are of each, not a number before the next.
_COUNT_AT_END = pattern(r"[\u4e00-\u9fff]\d{1,3}$")
_GLUED = pattern(r"[\u4e00-\u9fff]\d{1,3}、")
_NUMBERED_PEOPLE = pattern(r"[张李王赵钱孙周吴郑冯陈刘杨马]$")


def is_person_end(folded: str, at: int) -> bool:
    """Whether what looks like a number ends the name of a person: 孙七、周八."""
    is_name = _NUMBERED_PEOPLE.search(folded[max(0, at - 1) : at]) is not None
    return is_name and (at < _SECOND or folded[at - _SECOND] in "、,:;(和及 为是任由")


_SECOND = 2


def _is_cited(folded: str, at: int) -> bool:
    """Whether a number is one of an article that the text only speaks of."""
    if not folded.startswith("第", at) or _TITLE.fullmatch(folded[:at]):
        return False
    return bool(_CITED_BEHIND.match(folded, at) or _CITED_BEFORE.search(folded[max(0, at - 7) : at]))


def _counted(found: list[tuple[int, int, Mark]], first: Mark | None, cited: Set[int]) -> list[tuple[int, int, Mark]]:
    """Keep the numbers that count on from one, or from the mark of the line, at least to two."""
    kept: list[tuple[int, int, Mark]] = []
    last: dict[str, int] = {}
    if first is not None and first.number is not None:
        last[first.form] = first.number
    following = {(mark.form, mark.number) for _, _, mark in found}
    is_statute = "article" in last or any(mark.form == "article" and at not in cited for at, _, mark in found)
    for at, end, mark in found:
        number = mark.number or 0
        goes_on = (mark.form, number + 1) in following and (number == 1 or (mark.form, number + 2) in following)
        starts = goes_on and (number == 1 or mark.form not in last)
        if (
            starts
            or (mark.form in last and number == last[mark.form] + 1)
            or (mark.form in _ALONE and is_statute and at not in cited and number > last.get(mark.form, 0))
        ):
            kept.append((at, end, mark))
            last[mark.form] = number
    return kept
