"""Read how many there are of something, as documents write it: 12, 1,200, 三名, 3-5."""

from __future__ import annotations

from typing import Final

from orgviz.document.text.marks import chinese_number
from orgviz.patterns import pattern

_NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d{1,5}|[一二三四五六七八九十百两]{1,5})"
RANGE: Final = rf"(?P<low>{_NUMBER})(?:\s*(?:-|~|至|到|to)\s*(?P<high>{_NUMBER}))?"
_MOST = 10_000


def number_in(written: str | None) -> int | None:
    """Return the number that is written, in digits or Chinese; nothing for none, and for more than anybody has.

    >>> number_in("1,200"), number_in("十二"), number_in("")
    (1200, 12, None)
    """
    if not written:
        return None
    number = chinese_number(written.replace(",", ""))
    return number if number and number < _MOST else None


_LEADING_COUNT = pattern(rf"(?:约|共)?\s*{RANGE}\s*(?:(?:名|位|个|人|席)(?!民|事|力|才|资)|(?=\s*[a-z]))\s*")


def leading_count(folded: str) -> tuple[int | None, int]:
    """Return the number with which a text begins (``3-5 Managers``, ``三名专员``), and where what it counts begins.

    >>> leading_count("2-3 front desk supervisors")
    (2, 4)
    """
    match = _LEADING_COUNT.match(folded)
    if match is None or match.end() == len(folded) or folded[match.end() :].startswith(("st ", "nd ", "rd ", "th ")):
        return None, 0
    return number_in(match["low"]), match.end()
