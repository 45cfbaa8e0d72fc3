"""Divide a title that holds the name of its unit: 财务组组长 is the 组长 of the 财务组."""

from __future__ import annotations

from orgviz.document.names.judging import Sort, judge
from orgviz.document.names.notes import Named
from orgviz.document.text.passages import Passage
from orgviz.patterns import pattern

_DOUBLED = pattern(r".{1,12}?(?P<class>组|部|处|科|室|股|课|系|局|队|团|班|所|站|馆)(?P<rank>正?副?(?P=class)长)")


def split_head(name: Passage) -> tuple[Named, Passage] | None:
    """Return the unit and the rank in a title in which the word for the unit stands twice; nothing for other titles."""
    match = _DOUBLED.fullmatch(name.folded)
    if match is None or judge(name.folded[: match.start("rank")]) is not Sort.UNIT:
        return None
    return Named(name=name.cut(0, match.start("rank"))), name.cut(match.start("rank"))


def is_deputy_in(folded: str, unit: str) -> bool:
    """Whether a title is that of the deputy of the one who leads a unit: 副组长 behind 财务组组长."""
    return folded == f"副{unit[-1:]}长"
