"""Find what is counted by its class and named in brackets: 5个科室（办公室、技术科）和8个车队（一队、二队）."""

from __future__ import annotations

from orgviz.document.text.passages import Passage
from orgviz.patterns import pattern

_ONE = (
    r"(?:\d{1,3}|[一二三四五六七八九十两]{1,3})[个家支大]"
    r"[^、,()和及与\d]{1,8}\((?:[^()]{2,30}?(?:、|和)){1,30}[^()]{2,30}\)"
)
_ALL = pattern(rf"(?:共)?{_ONE}(?:\s*(?:、|,|和|及|与|以及)\s*{_ONE}){{0,6}}[。;]?")
_INNER = pattern(r"\(([^()]+)\)")


def counted_groups(text: Passage) -> tuple[Passage, ...]:
    """Return what stands in the brackets, where a text is nothing but classes with their numbers and their names.

    >>> from orgviz.document.text.passages import passage
    >>> [one.text for one in counted_groups(passage("2个科室(甲科、乙科)和2个车队(一队、二队)", 1, 1))]
    ['甲科、乙科', '一队、二队']
    """
    if _ALL.fullmatch(text.folded) is None:
        return ()
    return tuple(text.cut(*one.span(1)) for one in _INNER.finditer(text.folded))
