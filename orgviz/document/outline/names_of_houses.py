"""Take the first line of a document for the organisation where it is called as houses and clubs are: Seaview Hotel."""

from __future__ import annotations

from collections.abc import Sequence

from orgviz.document.outline.nesting import Item
from orgviz.document.text.passages import Passage
from orgviz.patterns import pattern

_HOUSE = pattern(
    r"(?!(?:Our|My|Your|This|A|An|Each|Every|About|Welcome|Book|Night|Fan)\s)[A-Z][\w'’.-]*(?:\s(?:[A-Z][\w'’.-]*|&|and|of|the)){0,5}?\s"
    r"(?:Club|Hotel|Restaurant|Inn|Resort|Bakery|Brewery|Caf[eé]|Kindergarten|Preschool|Nursery|Hostel|Choir|Orchestra|"
    r"Theatre|Theater|Museum|Bistro|Lodge|Spa|Zoo|Winery)"
)


def name_of_house(items: Sequence[Item]) -> Passage | None:
    """Return the first line where it is the name of one house or club, and other lines stand apart from it."""
    if not items[1:] or items[0].mark is None or items[0].mark.form not in ("bare", "bold"):
        return None
    first = items[0]
    others = (one for one in items[1:] if one.mark is not None and one.form == first.form)
    if not _HOUSE.fullmatch(first.body.text) or any(_HOUSE.fullmatch(one.body.text) for one in others):
        return None
    return first.body
