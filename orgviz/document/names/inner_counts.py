"""Complete names in an enumeration by the number and class in its middle: 教务、训导、总务三处、图书馆."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from orgviz.document.names.judging import Sort, judge
from orgviz.document.names.notes import Named
from orgviz.document.text.marks import chinese_number
from orgviz.document.text.passages import Passage, joined, passage
from orgviz.patterns import pattern

_WITHIN = pattern(
    r"(?P<name>[^\d]{2,8}?|[甲乙丙丁戊己庚辛a-h一二三四五六七八九])(?:等|共计|共|计)?(?P<count>[二两三四五六七八九十]{1,3}|\d{1,2})个?(?P<class>处|科|组|室|课|股|部|系|所|司|中心|委员会|队|馆|班|车间|班组|工段)"
)


def completed(pieces: Sequence[Passage]) -> list[Passage]:
    """Return the pieces with the class word behind each name that it was said for."""
    kept = list(pieces)
    done = 0
    for place, piece in enumerate(pieces):
        match = _WITHIN.fullmatch(piece.folded)
        count = chinese_number(match["count"]) if match else None
        first = place + 1 - (count or 0)
        if match is None or count is None or count < 2 or first < done:
            continue
        if any(one.folded.endswith(match["class"]) for one in pieces[first:place]):
            if match["name"].endswith(match["class"]):
                kept[place] = piece.cut(0, match.end("name"))  # 甲系、乙系两个系以及丙部
            continue
        ending = piece.text[slice(*match.span("class"))]
        kept[place] = with_ending(piece.cut(0, match.end("name")), ending)
        kept[first:place] = [with_ending(one, ending) for one in pieces[first:place]]
        done = place + 1
    return kept


_SIGN = pattern(r"第?[甲乙丙丁戊己庚辛a-h一二三四五六七八九\d]")
_SIGN_AND_CLASS = pattern(
    r"第?[甲乙丙丁戊己庚辛a-h一二三四五六七八九\d](?P<class>车间|班组|小组|大队|中队|分队|支队|病区|支部|分厂|工段|工区|[班组队科部厂店室])"
)
_SIGNS = pattern(r"[甲乙丙丁戊己庚辛]{2,8}|[a-h]{2,8}|早中晚|早晚")


def signs_apart(pieces: Sequence[Passage], count: int | None) -> list[Passage]:
    """Return the pieces with signs apart that stand as one for units, as many as are said: 甲乙丙, with 三个班 behind.

    Where only the last sign has the class behind it, all get it: 一、二、三车间.
    """
    if len(pieces) == 1 and len(pieces[0]) == count and _SIGNS.fullmatch(pieces[0].folded):
        return [pieces[0].cut(place, place + 1) for place in range(len(pieces[0]))]
    kept = list(pieces)
    for place, piece in enumerate(pieces):
        match = _SIGN_AND_CLASS.fullmatch(piece.folded)
        first = place
        while match is not None and first > 0 and _SIGN.fullmatch(kept[first - 1].folded):
            first -= 1
            kept[first] = with_ending(kept[first], match["class"])
    return kept


def with_deputies(items: Sequence[Named]) -> Iterator[Named]:
    """Yield both posts where 正副 or 正、副 stands for two: 正副总务各一人."""
    place = 0
    while place < len(items):
        item = items[place]
        after = items[place + 1] if place + 1 < len(items) else None
        if item.name.folded == "正" and after is not None and after.name.folded.startswith("副"):
            yield replace(after, name=after.name.cut(1))
        elif item.name.folded.startswith("正副") and len(item.name) > 3:
            yield replace(item, name=item.name.cut(2))
            yield replace(item, name=item.name.cut(1))
        else:
            yield item
        place += 1


def with_shared_counts(items: Sequence[Named], shares: Sequence[bool]) -> list[Named]:
    """Return the names with the number that a later one shares with those right before it: 会长、副会长各一人.

    Args:
        shares: for each item, whether its number is said of each.
    """
    kept = list(items)
    for place in reversed(range(1, len(kept))):
        is_shared = shares[place] and kept[place].seats is not None and kept[place - 1].seats is None
        if is_shared and judge(kept[place - 1].name.folded) is Sort.POST:
            kept[place - 1] = replace(kept[place - 1], seats=kept[place].seats)
            shares = [*shares[: place - 1], True, *shares[place:]]
    return kept


def with_ending(name: Passage, ending: str) -> Passage:
    """Return a name with a class word behind it, which stands elsewhere in the text."""
    _, line, column = name.places[0]
    return joined((name, passage(ending, line, column)), "")
