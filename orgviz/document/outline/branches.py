"""Set the branches of drawn trees right: what has lost its spaces, and the root above the first branch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from orgviz.document.names.judging import Sort, judge
from orgviz.document.names.notes import read_notes
from orgviz.document.outline.line import LAST_BRANCH, TREE, Line
from orgviz.document.text.marks import Mark


def with_roots(lines: Sequence[Line]) -> Iterator[Line]:
    """Make the line right above a tree its root, where the line above that leads to it: ``Oxford:``, ``Dean``, ``├ …``.

    Without that, the root would stand beside the title, and the roots of two trees would be one.
    """
    for place, line in enumerate(lines):
        is_root = 0 < place < len(lines) - 1 and _is_root(lines[place - 1], line, lines[place + 1])
        yield replace(line, mark=Mark(TREE), indent=lines[place + 1].indent - 1) if is_root else line


def _is_root(title: Line, line: Line, branch: Line) -> bool:
    if branch.mark is None or branch.mark.form != TREE or branch.after_blank or line.mark is not None or line.cells:
        return False
    if title.cells or not title.body.folded.endswith(":") or (title.mark is not None and title.mark.form == TREE):
        return False
    return judge(read_notes(line.body).name.folded) not in (Sort.SENTENCE, Sort.ABSTRACT)


def below_last_branches(lines: Sequence[Line]) -> Iterator[Line]:
    """Move in what follows a last branch in its column, in a drawing that has lost its spaces: ``└ A`` then ``├ B``.

    Nothing can stand beside a last branch; what is drawn there with a branch that goes on stands below it.
    """
    last: dict[int, int] = {}
    before: Line | None = None
    for line in lines:
        if line.mark is None or line.mark.form != TREE:
            last.clear()
            before = None
            yield line
            continue
        moved = last.get(line.indent, 0)
        if before is not None and before.indent > line.indent:
            last = {column: by for column, by in last.items() if column <= line.indent}
        elif before is not None and before.indent == line.indent and _is_last(before) and not _is_last(line):
            moved = last[line.indent] = moved + 1
        before = line
        yield replace(line, indent=line.indent + moved) if moved else line


def _is_last(line: Line) -> bool:
    return line.mark is not None and line.mark.number == LAST_BRANCH
