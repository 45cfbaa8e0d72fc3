"""Tell how deep departments stand where no column says it: by their codes, or by how far their names are indented."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from orgviz.table.items import Item

_FEWEST = 3
_CODE = re.compile(r"[A-Za-z]{0,4}\d[\dA-Za-z]*(?:[-._/][\dA-Za-z]+)*")
_SIGNS = re.compile(r"[-._/]")
_LONGEST = 40
_SHARE = 0.7  # of the codes that may begin as another one does


def hang_by_code(units: Sequence[Item]) -> bool:
    """Hang each unit below the one with whose code its own begins: 0102 below 01, 2110 below 2100; tell whether any."""
    known = {unit.id: unit for unit in units if unit.id and len(unit.id) <= _LONGEST and _CODE.fullmatch(unit.id)}
    if len(units) < _FEWEST or len(known) < len(units):
        return False
    widths = sorted({len(code) for code in known})
    if len(widths) == 1:
        parents = [_by_zeros(code, known) for code in known]
    elif any(map(_SIGNS.search, known)) or all(wider - width > 1 for width, wider in pairwise(widths)):
        parents = [_by_beginning(code, known) for code in known]
    else:
        return False  # 9 is followed by 10
    sizes = [len(code.rstrip("0") if len(widths) == 1 else code) for code in known]
    least = min(sizes)
    may_hang = [parent for size, parent in zip(sizes, parents, strict=True) if size > least]
    if sum(parent is not None for parent in may_hang) < _SHARE * len(may_hang) or not any(parents) or _counts(known):
        return False
    for unit, parent in zip(units, parents, strict=True):
        unit.parent = parent
    return True


def _counts(codes: Mapping[str, Item]) -> bool:
    """Whether codes are one number after the other, and tell nothing: 100, 101, 102."""
    numbers = sorted(int(code) for code in codes if code.isdecimal())
    return len(numbers) == len(codes) and numbers[-1] - numbers[0] == len(numbers) - 1


def _by_beginning(code: str, known: Mapping[str, Item]) -> Item | None:
    return next((known[code[:end]] for end in range(len(code) - 1, 0, -1) if code[:end] in known), None)


def _by_zeros(code: str, known: Mapping[str, Item]) -> Item | None:
    """Return the unit whose code has the same digits further to the left, and zeros behind them."""
    stem = code.rstrip("0")
    wider = (stem[:end].ljust(len(code), "0") for end in range(len(stem) - 1, 0, -1))
    return next((known[one] for one in wider if one in known), None)


def hang_by_indent(units: Sequence[Item]) -> bool:
    """Hang each unit below the last one that is indented less; tell whether any is indented."""
    columns = [unit.name.span.column for unit in units]
    if len(units) < _FEWEST or columns[0] != 1 or len(set(columns)) == 1:
        return False
    open_units: list[Item] = []
    for unit in units:
        while open_units and open_units[-1].name.span.column >= unit.name.span.column:
            open_units.pop()
        unit.parent = open_units[-1] if open_units else None
        open_units.append(unit)
    return True
