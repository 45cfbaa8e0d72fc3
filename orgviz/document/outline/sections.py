"""Find several organisations in one document by titles that count them: 方案篇1, 方案篇2."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from orgviz.document.outline.nesting import Item
from orgviz.document.text.marks import chinese_number
from orgviz.patterns import pattern

_COUNTED = pattern(
    r"(?P<stem>.*?(?:篇|之|方案|案例|范文|范例|例|示例|模板|模式|版本|组织|公司|option|example|case|scenario"
    r"|organi[sz]ation|company"
    r"|variant|model|appendix|beispiel|事例))"
    r"\s*(?:第)?(?P<number>[一二三四五六七八九十]{1,3}|\d{1,2}|[a-h])(?:[篇章节])?\s*(?:[::].*)?$"
)
_BARE = ("#", "bare", "bold", "chapter", "part")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a document that describes an organisation of its own.

    Args:
        title: the place of its title in the document's items.
        stop: the place behind its last item.
    """

    title: int
    stop: int


def find_parts(items: Sequence[Item]) -> tuple[Part, ...]:
    """Return the parts that counted titles make, in order; nothing where there are fewer than two."""
    titles: dict[str, list[tuple[int, int]]] = {}
    for place, item in enumerate(items):
        if item.form not in _BARE or (item.parent is not None and item.form != "#"):
            continue
        match = _COUNTED.fullmatch(item.body.folded)
        if match and len(item.body) <= 40:
            written = match["number"]
            number = ord(written) - 96 if written.isascii() and written.isalpha() else chinese_number(written)
            if number is not None:
                titles.setdefault(match["stem"].strip(), []).append((number, place))
    for counted in titles.values():
        if len(counted) > 1 and [number for number, _ in counted] == list(range(1, len(counted) + 1)):
            places = [place for _, place in counted]
            return tuple(Part(place, stop) for place, stop in zip(places, [*places[1:], len(items)], strict=True))
    return ()
