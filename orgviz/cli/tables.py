"""Tables on standard output: drawn for people at a terminal, plain text for whatever reads a pipe."""

from __future__ import annotations

import io
import shutil
import sys
from collections.abc import Sequence

from orgviz.report import columns
from orgviz.stats.tables import Table

GAP = "  "


def show_tables(title: str | None, pairs: Sequence[tuple[str, str]], tables: Sequence[Table]) -> str:
    """Return a title, pairs of words, and tables as text: with lines and colours where a terminal shows them."""
    if sys.stdout.isatty():
        return _drawn(title, pairs, tables)
    parts = [f"{title}\n"] if title else []
    parts.append(_pairs(pairs))
    parts.extend(_plain(table) for table in tables)
    return "\n".join(parts)


def _pairs(pairs: Sequence[tuple[str, str]]) -> str:
    width = max(_width(word) for word, _ in pairs)
    return "".join(f"{_padded(word, width)}{GAP}{text}\n" for word, text in pairs)


def _plain(table: Table) -> str:
    """Return a table with columns of spaces: text to the left, numbers to the right."""
    rows = (table.columns, *table.rows)
    widths = [max(_width(row[place]) for row in rows) for place in range(len(table.columns))]
    lines = []
    for row in rows:
        cells = [_padded(row[0], widths[0])]
        cells.extend(" " * (width - _width(cell)) + cell for cell, width in zip(row[1:], widths[1:], strict=True))
        lines.append(GAP.join(cells).rstrip() + "\n")
    return "".join(lines) + (f"{table.note}\n" if table.note else "")


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _width(text))


def _width(text: str) -> int:
    return len(text) if text.isascii() else sum(map(columns, text))


def _drawn(title: str | None, pairs: Sequence[tuple[str, str]], tables: Sequence[Table]) -> str:
    """Return the same with rich, as wide as the terminal at most; long names end in an ellipsis."""
    from rich import box
    from rich.console import Console
    from rich.table import Table as Grid
    from rich.text import Text

    out = io.StringIO()
    size = shutil.get_terminal_size()
    console = Console(file=out, force_terminal=True, width=size.columns, height=size.lines, highlight=False)
    if title:
        console.print(Text(title, style="bold"))
    facts = Grid.grid(padding=(0, 2))
    facts.add_column(style="dim", no_wrap=True)
    facts.add_column()
    for word, text in pairs:
        facts.add_row(Text(word), Text(text))
    console.print(facts)
    for table in tables:
        grid = Grid(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold", caption_justify="left")
        grid.add_column(Text(table.columns[0]), no_wrap=True, overflow="ellipsis", min_width=12)
        for column in table.columns[1:]:
            grid.add_column(Text(column), justify="right", no_wrap=True)
        for row in table.rows:
            grid.add_row(*(Text(cell) for cell in row))
        console.print(grid)
        if table.note:
            console.print(Text(table.note, style="dim"))
    return out.getvalue()
