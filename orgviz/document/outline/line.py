"""One line of a document that carries meaning: its indent, its mark, and its text without markup."""

from __future__ import annotations

from dataclasses import dataclass, replace

from orgviz.document.text.marks import Mark
from orgviz.document.text.passages import Passage

TREE = "tree"
LAST_BRANCH = 1  # the number of a branch in a drawn tree below which its line ends


@dataclass(frozen=True, slots=True)
class Line:
    """A line, or a row of a table.

    Args:
        number: 1-based.
        indent: columns before the mark or the text; a tab goes to the next multiple of four, a full-width
            character takes two. In a drawn tree, where the name begins.
        body: the text behind the mark.
        is_bold: whether the whole line is in bold type.
        after_blank: whether an empty line stands above.
        lead: how many characters at the beginning are in bold type, where the line goes on in plain type.
        cells: what a table's row holds, else nothing.
    """

    number: int
    indent: int
    mark: Mark | None
    body: Passage
    is_bold: bool = False
    after_blank: bool = False
    lead: int = 0
    cells: tuple[Passage, ...] = ()

    def item_below(self, body: Passage) -> Line:
        """Return an item of a list below this line, made of what the line tells."""
        below = replace(self, mark=_BULLET, indent=self.indent + _STEP, body=body)
        return replace(below, is_bold=False, lead=0, after_blank=False)


_BULLET, _STEP = Mark("•"), 2
