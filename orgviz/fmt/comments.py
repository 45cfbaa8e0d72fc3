"""Put comments behind their lines: two spaces away, or in the column that the author has aligned them in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from orgviz.fmt.printing import Line
from orgviz.fmt.tree import width

GAP = 2


def with_comments(lines: Sequence[Line]) -> str:
    """Return the text of all lines; comments below each other that stood in one column stay in one."""
    columns: dict[int, int] = {}
    for group in _groups(lines):
        columns.update(_columns(lines, group))
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


def _columns(lines: Sequence[Line], group: Sequence[int]) -> dict[int, int]:
    """Return where the comments of a group stand: where they were, if that is far enough and was meant."""
    least = {number: width(lines[number].text) + GAP for number in group}
    comments = [comment for number in group if (comment := lines[number].comment) is not None]
    if all(comment.gap <= GAP for comment in comments):
        return least
    return dict.fromkeys(group, max(comments[0].column, *least.values()))
