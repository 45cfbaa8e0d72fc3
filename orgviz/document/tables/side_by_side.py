"""Put the parts of a table below each other that are set side by side: 职务 | 姓名 | 职务 | 姓名."""

from __future__ import annotations

from collections.abc import Sequence

from orgviz.document.text.passages import Passage

Row = Sequence[Passage]
_NARROWEST = 2  # columns of a part


def one_below_the_other(rows: Sequence[Row]) -> list[Row]:
    """Return the rows of a table, those of each row's parts in a row of their own where its header repeats itself."""
    header = [cell.folded for cell in rows[0]]
    width = next((one for one in range(_NARROWEST, len(header) // 2 + 1) if _repeats(header, one)), None)
    if width is None:
        return list(rows)
    parts = [row[begin : begin + width] for row in rows[1:] for begin in range(0, len(row), width)]
    return [rows[0][:width], *(part for part in parts if any(cell.text for cell in part))]


def _repeats(header: Sequence[str], width: int) -> bool:
    """Whether a header is the same names of so many columns again and again, all of them told."""
    first = header[:width]
    is_whole = len(header) % width == 0 and all(first) and len(set(first)) == width
    return is_whole and all(header[place] == first[place % width] for place in range(len(header)))
