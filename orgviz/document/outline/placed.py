"""Find what is read as more than lines: the rows of tables, and charts of boxes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from orgviz.document.outline.boxes import Drawn, find_boxes
from orgviz.document.outline.component_rows import find_component_rows
from orgviz.document.outline.html_tables import find_html_rows
from orgviz.document.outline.line import TREE, Line
from orgviz.document.outline.rows import Cells, find_rows
from orgviz.document.text.marks import Mark


@dataclass(frozen=True, slots=True)
class Placed:
    """The lines that are read as more than lines: rows of tables, and drawings of boxes."""

    rows: Mapping[int, tuple[Cells, ...]]
    charts: Mapping[int, Drawn]
    taken: frozenset[int]

    @staticmethod
    def of(lines: Sequence[tuple[int, str]]) -> Placed:
        """Find them among the lines of a document."""
        charts = find_boxes(lines)
        drawn = frozenset(number for chart in charts.values() for number in chart.lines)
        tagged, in_tags = find_html_rows(lines)
        called, in_components = find_component_rows(lines)
        in_tags |= in_components
        others = [line for line in lines if line[0] not in drawn and line[0] not in in_tags]
        rows = {number: (cells,) for number, cells in find_rows(others).items()}
        return Placed({**rows, **tagged, **called}, charts, drawn | in_tags)

    def lines(self, number: int, after_blank: bool) -> list[Line] | None:
        """Return what begins in a line; nothing of its own where it is a part of what began before."""
        if number in self.rows:
            rows = self.rows[number]
            return [Line(number, 0, None, cells[0], after_blank=after_blank, cells=cells) for cells in rows]
        if number in self.charts:
            names = self.charts[number].names
            return [Line(body.line, 4 * depth + 4, Mark(TREE), body, after_blank=False) for depth, body in names]
        return [] if number in self.taken else None
