"""Divide the text of an article at numerals without a stop behind them that count its items: 一內科… 二外科…."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from orgviz.document.outline.lines import Line
from orgviz.document.text.marks import LEGAL, Mark, chinese_number
from orgviz.patterns import pattern

_NUMERAL = pattern(r"(?:^|(?<=[。;:,)\s]))(?P<n>[一二三四五六七八九十廿○〇]{1,3})(?=[\u4e00-\u9fff《「\"])")
# What begins with a numeral and counts no item.
_NO_ITEM = pattern(
    r"一(?:般|切|定|律|致|些|直|旦|时|并|概|经|同|样|起|级|次|体|线|流|半|方面|票|期)|[一二三四五六七八九十]+(?:人(?![文事力才民员口类身体])|名(?![誉称册])|位(?!置)|年(?![度轻鉴])"
    r"|月|日|届|次|天|周|个|分之|成|级|学期|者|倍|票)"
)
_ENOUGH, _ENOUGH_BEHIND_LEAD = 3, 2

Found = tuple[int, int, int, int]  # line, where its numeral begins and ends, what it counts


@dataclass(slots=True)
class _Chains:
    """The numerals that count on from one, in each article."""

    kept: dict[int, list[tuple[int, int, int]]] = field(default_factory=dict)
    chain: list[Found] = field(default_factory=list)
    is_behind_lead: bool = False

    def close(self) -> None:
        if len(self.chain) >= (_ENOUGH_BEHIND_LEAD if self.is_behind_lead else _ENOUGH):
            for line, start, end, number in self.chain:
                self.kept.setdefault(line, []).append((start, end, number))
        self.chain = []

    def add(self, line: int, start: int, written: str, *, is_behind_lead: bool) -> None:
        wanted = self.chain[-1][3] + 1 if self.chain else 1
        for length in range(len(written), 0, -1):
            if number_without_stop(written[:length]) == wanted:
                self.is_behind_lead = is_behind_lead if wanted == 1 else self.is_behind_lead
                self.chain.append((line, start, start + length, wanted))
                return
        if written[0] == "一" and number_without_stop(written) == 1:
            self.close()
            self.is_behind_lead = is_behind_lead
            self.chain.append((line, start, start + 1, 1))


def split_glued(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines with those divided that hold such items."""
    chains = _Chains()
    is_statute = False
    for place, line in enumerate(lines):
        if line.cells or (line.mark is not None and not line.mark.is_bullet):
            chains.close()
        if line.mark is not None and line.mark.form in LEGAL:
            is_statute = True
        elif line.cells or (line.mark is not None and not line.mark.is_bullet):
            continue
        for match in _NUMERAL.finditer(line.body.folded) if is_statute else ():
            if not _NO_ITEM.match(line.body.folded, match.start()):
                before = line.body.folded[: match.start()].rstrip() or (lines[place - 1].body.folded if place else "")
                chains.add(place, match.start(), match["n"], is_behind_lead=before.endswith(":"))
    chains.close()
    return (
        tuple(part for place, line in enumerate(lines) for part in _divided(line, chains.kept.get(place, ())))
        if chains.kept
        else tuple(lines)
    )


def _divided(line: Line, found: Sequence[tuple[int, int, int]]) -> list[Line]:
    if not found:
        return [line]
    first = line.body.cut(0, found[0][0])
    parts = [replace(line, body=first)] if first.text or line.mark is not None else []
    ends = [start for start, _, _ in found[1:]] + [len(line.body)]
    for (_, end, number), stop in zip(found, ends, strict=True):
        body = line.body.cut(end, stop)
        parts.append(replace(line, mark=Mark("一、", number), body=body, after_blank=False, is_bold=False))
    return parts


def number_without_stop(written: str) -> int | None:
    """Return the value of a numeral, be it written by places as in 一○ and 一二.

    >>> number_without_stop("十二"), number_without_stop("一二"), number_without_stop("一○")
    (12, 12, 10)
    """
    if len(written) > 1 and "十" not in written and "廿" not in written:
        digits = ["○〇一二三四五六七八九".find(one) for one in written]
        return int("".join(str(max(0, digit - 1)) for digit in digits))
    return chinese_number(written)
