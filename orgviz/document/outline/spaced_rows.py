"""Find the rows of tables with but one space between their cells, as pages lose their columns when copied.

Only below a header of nothing but names of columns, and where nothing else is written with spaces.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from orgviz.document.names.judging import is_wide
from orgviz.document.outline.columns import Column, column_of
from orgviz.document.outline.empty_cells import with_nobody
from orgviz.document.text.markup import without_markup
from orgviz.document.text.passages import Passage
from orgviz.folding import fold
from orgviz.table.words import words as table_words

Cells = tuple[Passage, ...]
Numbered = tuple[int, str]
_NUMBERS = ("序号", "编号", "番号", "순번", "号", "no", "no.", "#")
# Columns that say nothing of an organisation.
_OTHERS = frozenset(
    (
        "牵头单位",
        "牵头部门",
        "责任单位",
        "配合单位",
        "备注",
        "电话",
        "联系电话",
        "联系方式",
        "手机",
        "邮箱",
        "性别",
        "年龄",
        "学历",
        "工号",
        "专业",
        "入职时间",
    )
)
_SUBJECTS = frozenset((Column.UNIT, Column.POST, Column.NAME, Column.PERSON))
_LONGEST_HEADER, _LONGEST_NAME = 60, 16
_FEWEST_ROWS = 2
_STOPS = frozenset(",。;:!?、")


def spaced_rows(lines: Sequence[Numbered], place: int) -> Mapping[int, Cells]:
    """Return the cells of the header at a line, and of the rows below it, by the number of the line."""
    number, text = lines[place]
    words = text.split()
    if len(words) < _FEWEST_ROWS or len(text) > _LONGEST_HEADER or not is_wide(fold(text)):
        return {}
    columns = [column_of(word) for word in words]
    is_counted = words[0].casefold() in _NUMBERS
    columns = [
        Column.UNIT if table_words().level(word) else column for word, column in zip(words, columns, strict=True)
    ]
    known = [
        column for column, word in zip(columns[is_counted:], words[is_counted:], strict=True) if word not in _OTHERS
    ]
    if None in known or not _SUBJECTS.intersection(columns):
        return {}
    found = {number: _cut(text, number, len(words))}
    for number, text in lines[place + 1 :]:
        cells = with_nobody(_cut(text, number, len(words)), columns)
        if len(cells) < len(words) or not _is_row(cells, columns, is_counted=is_counted):
            break
        found[number] = cells
    return found if len(found) > _FEWEST_ROWS else {}


def _is_row(cells: Cells, columns: Sequence[Column | None], *, is_counted: bool) -> bool:
    names = [cell for cell, column in zip(cells, columns, strict=True) if column in _SUBJECTS]
    are_names = all(len(name) <= _LONGEST_NAME and not _STOPS.intersection(name.folded) for name in names)
    return are_names and (not is_counted or cells[0].text.rstrip(".、").isdigit())


def _cut(text: str, number: int, width: int) -> Cells:
    """Cut a line at its first spaces; what stands behind the last of them is one cell."""
    cells: list[Passage] = []
    at = len(text) - len(text.lstrip())
    for word in text.split(maxsplit=width - 1):
        at = text.index(word, at)
        cells.append(without_markup(word.rstrip(), number, at + 1))
        at += len(word)
    return tuple(cells)
