"""Put comments behind their lines: two spaces away, or in the column that the author has aligned them in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from orgviz.fmt.printing import Line
from orgviz.fmt.tree import width

GAP = 2


def with_comments(lines: Sequence[Line]) -> str:
    """Return the text of all lines; comments that stood in one column stay in one."""
    groups = [_Group(lines, numbers) for numbers in _groups(lines)]
    known = Counter(group.column for group in groups if group.stays)
    columns: dict[int, int] = {}
    for group in groups:
        columns.update(group.columns(is_shared=group.stays and known[group.column] > 1))
    written: list[str] = []
    for number, line in enumerate(lines):
        if line.blank and written:
            written.append("")
        comment = line.comment
        if comment is None:
            written.append(line.text)
        else:
            written.append(line.text + " " * (columns[number] - width(line.text)) + comment.text)
    return "\n".join(written) + "\n"


def _groups(lines: Sequence[Line]) -> Iterator[list[int]]:
    """Yield the numbers of lines whose comments stood below each other; blank lines end a group."""
    group: list[int] = []
    column = 0
    for number, line in enumerate(lines):
        if group and (line.blank or (line.comment is not None and line.comment.column != column)):
            yield group
            group = []
        if line.comment is not None:
            column = line.comment.column
            group.append(number)
    if group:
        yield group


class _Group:
    """Comments that stood below each other: their lines, the column, and how far in each could stand."""

    def __init__(self, lines: Sequence[Line], numbers: Sequence[int]) -> None:
        comments = [comment for number in numbers if (comment := lines[number].comment) is not None]
        self.column = comments[0].column
        self.least = {number: width(lines[number].text) + GAP for number in numbers}
        self.is_apart = any(comment.gap > GAP for comment in comments)

    @property
    def stays(self) -> bool:
        """Whether the comments can stand where they stood, and not only by chance."""
        farthest = max(self.least.values())
        return farthest == self.column or (farthest < self.column and self.is_apart)

    def columns(self, *, is_shared: bool) -> dict[int, int]:
        """Return where the comments stand: one alone, in a column of its own, comes near to its line."""
        if self.is_apart and (len(self.least) > 1 or is_shared):
            return dict.fromkeys(self.least, max(self.column, *self.least.values()))
        return self.least
