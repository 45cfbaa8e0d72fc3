"""Divide what is told of people into its clauses: at commas, stops and wide spaces, and behind an amount."""

from __future__ import annotations

from collections.abc import Iterator

from orgviz.document.names.entry import masked
from orgviz.document.names.judging import is_wide
from orgviz.document.text.passages import Passage
from orgviz.patterns import pattern

_WIDE_BREAKS = pattern(
    r"[,;。\t\u3000]|(?<=[\d一二两三四五六七八九十][人名位])\s+(?=\S)|\s+(?=[^\s:,;。()]{2,6}:)|"
    r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff]{2,8}[x×]?\d{1,3}[人名位](?:[\s,;。]|$))|"
    r"(?<=\S)(?: {2,}|\s+-{1,2}\s+|-\s+)(?=\S)"
)


_LATIN_BREAKS = pattern(
    r"[,;]|\s+-{1,2}\s+|(?<!\b[dms]r)(?<!\bprof)(?<!\bmrs)(?<!\bst)\.(?=\s|$)|\s+(?:and|plus|as well as|&)\s+|\s*\+\s*"
)


def pieces(text: Passage) -> Iterator[tuple[int, int]]:
    """Yield where the clauses stand, without what parts them."""
    begin = 0
    breaks = _WIDE_BREAKS if is_wide(text.folded) else _LATIN_BREAKS
    for match in breaks.finditer(_written(text)):
        if text.folded[begin : match.start()].strip():
            yield begin, match.start()
        begin = match.end()
    if text.folded[begin:].strip():
        yield begin, len(text)


def _written(text: Passage) -> str:
    """Return the folded text less its brackets, with the tabs and wide spaces of which folding makes others."""
    outside = masked(text.folded)
    if "\t" not in text.text and "\u3000" not in text.text:
        return outside
    return "".join(one if one in "\t\u3000" else other for one, other in zip(text.text, outside, strict=True))
