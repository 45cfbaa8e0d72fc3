"""Nest the lines of a document by headings, numbering, indentation and blank lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from orgviz.document.names.judging import is_wide
from orgviz.document.outline.begins_anew import says_all, tells_beside, tells_of_others, tells_what_follows
from orgviz.document.outline.colon_titles import is_told_of, told_apart_by_colons
from orgviz.document.outline.crew_lines import is_crew_of_open, is_led_beside, is_unit_beside
from orgviz.document.outline.full_leads import close_classes, close_full, close_labelled
from orgviz.document.outline.lines import TREE, Line
from orgviz.document.outline.list_marks import LIST_FORMS, continues, goes_on_otherwise, is_bullet, is_same_form
from orgviz.document.outline.open_items import Nest, lists_what_is_open
from orgviz.document.outline.outer_items import has_outer, title_in_column
from orgviz.document.outline.paragraphs import Shape, shape_of
from orgviz.document.outline.resumed import resume
from orgviz.document.outline.unmarked import BARE, KEY, mark_of_unmarked
from orgviz.document.text.marks import LEGAL, Mark
from orgviz.document.text.passages import Passage
from orgviz.document.text.roman_marks import settled
from orgviz.patterns import pattern

_LEADS = pattern(r"(?::|如下[:。]?|(?:下列|以下)[^,。;]{1,8}[:。])$")
# Governing Body: Board of Trustees
_TWO_TITLES = pattern(r"[a-z][a-z &/-]{1,40}: [a-z][a-z&/-]*(?: [a-z&/-]+){0,4}")


@dataclass(frozen=True, slots=True)
class Item:
    """A line in its place.

    Args:
        mark: as written; `BOLD`, `BARE` and `LEAD` for titles and lead-ins without one; ``None`` for prose and tables.
        parent: the place of the item that it stands under; ``None`` at the top.
        children: the places of those that stand under it, in order.
    """

    line: Line
    mark: Mark | None
    parent: int | None
    children: tuple[int, ...] = ()

    @property
    def body(self) -> Passage:
        """Its text without the mark."""
        return self.line.body

    @property
    def form(self) -> str:
        """The form of its mark, empty for prose and rows of tables."""
        return self.mark.form if self.mark else ""

    @property
    def is_prose(self) -> bool:
        """Whether it is a paragraph rather than a heading or an item."""
        return self.mark is None and not self.line.cells


def nest(lines: Sequence[Line]) -> tuple[Item, ...]:
    """Return an item for each line."""
    nest = Nest(lines)
    for line in lines:
        close_labelled(nest, line)
        mark = settled(line.mark, nest.marks, nest.open) or mark_of_unmarked(line)
        mark = KEY if line.mark is None and is_crew_of_open(nest, line) else mark
        mark = None if mark is BARE and lists_what_is_open(nest, line) else mark
        if mark is None or (mark is KEY and not line.body.folded.endswith(":")):
            if mark is KEY:
                _close_to_key(nest, line)
            _add_prose(nest, line, mark)
        elif mark.form == "#":
            _close_to_heading(nest, mark)
            nest.push(mark)
        elif mark.form in LEGAL:
            _close_to_legal(nest, mark)
            nest.push(mark)
        else:
            _close_to_form(nest, line, mark)
            nest.push(mark)
    return tuple(
        Item(line, mark, parent, tuple(children))
        for line, mark, parent, children in zip(lines, nest.marks, nest.parents, nest.children, strict=True)
    )


def _close_to_heading(nest: Nest, mark: Mark) -> None:
    while nest.open:
        top = nest.marks[nest.open[-1]]
        if top is not None and top.form == "#" and top.depth < mark.depth:
            return
        nest.open.pop()


def _close_to_legal(nest: Nest, mark: Mark) -> None:
    rank = LEGAL.index(mark.form)
    while nest.open:
        form = nest.form(nest.open[-1])
        if form == "#" or (form in LEGAL and LEGAL.index(form) < rank):
            return
        nest.open.pop()


def _close_to_form(nest: Nest, line: Line, mark: Mark) -> None:
    """Close items until the one is open that a new one of this form stands under."""
    if mark.form == "key":
        _close_to_key(nest, line)
        return
    close_full(nest, line, mark)
    place = _sibling(nest, line, mark)
    if place is not None:
        del nest.open[nest.open.index(place) :]
        return
    resume(nest, line, mark)
    while nest.open and _is_closed_by(nest, nest.open[-1], line, mark):
        nest.open.pop()


def _close_to_key(nest: Nest, line: Line) -> None:
    """Hang a key and its value below the name that it says more of: behind the last key, or the open item."""
    close_classes(nest, line)
    keys = [place for place in nest.open if nest.form(place) == "key"]
    if keys:
        del nest.open[nest.open.index(keys[0]) :]
    while nest.open and nest.form(nest.open[-1]) in ("lead", "named"):
        nest.open.pop()
    while nest.open and line.indent < nest.indent(nest.open[-1]) and nest.form(nest.open[-1]) in LIST_FORMS:
        nest.open.pop()


def _sibling(nest: Nest, line: Line, mark: Mark) -> int | None:
    """Return the open item that a new one follows in the same list."""
    for place in _beside(nest, line, mark):
        other = nest.marks[place]
        if other is None or other.form == "#" or other.form in LEGAL:
            return None
        if is_same_form(other, mark) or goes_on_otherwise(other, mark):
            difference = line.indent - nest.indent(place)
            if mark.form in (TREE, "bare"):
                if difference == 0:
                    return place
                if difference > 0:
                    return None
                continue
            if difference >= 2 and not continues(other, mark):
                return None
            if difference <= -2 and has_outer(nest, place, line, mark):
                continue
            title = title_in_column(nest, place, line) if difference <= -2 and mark.form == "named" else None
            if title is not None:
                return title
            if _opens_within(nest, place, mark):
                return None
            return place
        if mark.form == "1.1" and other.form in ("1.", "1、") and not any(nest.form(one) == "1.1" for one in nest.open):
            return None
        if place == nest.open[-1] and line.indent >= nest.indent(place) + 2 and other.form != "lead":
            return None
    return None


def _beside(nest: Nest, line: Line, mark: Mark) -> list[int]:
    """Return the open items that a new one may stand beside, the innermost first."""
    if mark.form != "bare":
        return nest.open[::-1]
    folded = line.body.folded
    return [one for one in nest.open[::-1] if not told_apart_by_colons(nest.above(one), nest.title(one), folded)]


def _opens_within(nest: Nest, place: int, mark: Mark) -> bool:
    """Tell a list that begins anew right below an item that leads to it."""
    known = nest.marks[place]
    if known is None or mark.number != 1 or known.number is None or place != nest.open[-1]:
        return False
    return bool(_LEADS.search(nest.lines[place].body.folded)) and known.number >= 1


def _is_closed_by(nest: Nest, place: int, line: Line, mark: Mark) -> bool:
    """Tell whether an open item of another form ends where a new line begins."""
    form, indent = nest.form(place), nest.indent(place)
    if form == "#" or form in LEGAL:
        return False
    if mark.form == "named" and form in LIST_FORMS and indent >= line.indent and tells_of_others(line.body.folded):
        return not is_title_like(nest.title(place))
    if form == "1.1" and mark.form == "1.1":
        known = nest.marks[place]
        return known is not None and known.depth > mark.depth
    if form == "key":
        return mark.form in ("bare", "bold", "lead", "named")
    if (
        mark.form == "一、"
        and (mark.number or 1) > 1
        and (form == "lead" or form in LIST_FORMS)
        and indent >= line.indent
    ):
        return True
    if form == "lead":
        return mark.form in ("bare", "bold", "lead") and (mark.form == "lead" or bool(nest.children[place]))
    if form == "bold":
        return False
    if form == "bare" and mark.form == "named" and indent == line.indent and says_all(nest.lines[place].body):
        return True
    if form == "bare" and mark.form == "named" and is_unit_beside(nest.title(place), line.body.folded):
        return indent == line.indent
    if form == "bare" and mark.form == "named" and indent == line.indent:
        return is_told_of(nest.title(place), [nest.marks[child] for child in nest.children[place]])
    if mark.form in ("bare", "lead", "bold"):
        return _ends_list(nest, place, line, mark)
    if indent > line.indent:
        return form in (mark.form, TREE) or form in LIST_FORMS or is_bullet(form) or form == "bare"
    stands_alone = nest.lines[place].after_blank
    return (
        is_bullet(form) and not is_bullet(mark.form) and line.after_blank and indent == line.indent and not stands_alone
    )


def _ends_list(nest: Nest, place: int, line: Line, mark: Mark) -> bool:
    """Tell whether a title without mark stands behind an open item, not in it."""
    form, indent = nest.form(place), nest.indent(place)
    if line.indent > indent:
        return False
    if form == "bare":
        return line.indent < indent or mark.form == "bold" or (mark.form == "lead" and bool(nest.children[place]))
    if is_bullet(form) or form == TREE:
        return True
    if form not in LIST_FORMS:
        return False
    if mark.form == "bare" and not nest.children[place] and tells_what_follows(nest.title(place)):
        return line.indent < indent
    if line.indent < indent or form == "named":
        return True
    is_full = not is_title_like(nest.lines[place].body.folded)
    return is_full or (line.after_blank and not nest.lines[place].after_blank)


_NEAR = 40  # lines before an item among which those beside it are looked for
_FEW = 3


def _ends_bare_list(nest: Nest, place: int) -> bool:
    """Whether an item is the last of several below none of which anything stands: what follows is about the whole."""
    parent, form = nest.parents[place], nest.form(place)
    near = range(max(0, place - _NEAR), place)
    before = [one for one in near if nest.parents[one] == parent and nest.form(one) == form][-_FEW:]
    return form in LIST_FORMS and len(before) > 1 and not any(nest.children[one] for one in (*before, place))


def is_title_like(folded: str) -> bool:
    """Whether a text has no duty and no stop behind its name: what follows may say more of it."""
    return shape_of(folded) is Shape.TITLE and (":" not in folded[:-1] or bool(_TWO_TITLES.fullmatch(folded)))


_OF_OTHERS = pattern(r"(?:The|Each|Every|All|Both|Der|Die|Das|Jede[rs]?|Alle)\s")


def _leaves(nest: Nest, place: int, line: Line) -> bool:
    """Whether a paragraph tells of others than an open title or item: of a unit and who leads it, or of all."""
    if nest.form(place) == "named" and line.indent <= nest.indent(place) and _OF_OTHERS.match(line.body.text):
        return not is_wide(line.body.folded) and says_all(nest.lines[place].body)
    is_inner = nest.form(place) == "bare" or nest.form(place) in LIST_FORMS or is_bullet(nest.form(place))
    is_of_others = tells_beside(line.body.folded, nest.lines[place].body) or is_led_beside(line, nest.title(place))
    return is_inner and line.indent <= nest.indent(place) and is_of_others


def _add_prose(nest: Nest, line: Line, mark: Mark | None = None) -> None:
    """Hang a paragraph, a row of a table, or a key with its value below what it says more of."""
    while nest.open and nest.form(nest.open[-1]) == "lead" and nest.children[nest.open[-1]] and not line.cells:
        nest.open.pop()
    while nest.open and _leaves(nest, nest.open[-1], line):
        nest.open.pop()
    for place in reversed(nest.open):
        form = nest.form(place)
        if form in ("#", *LEGAL, "bold", "lead", "一、"):
            nest.add(mark, place)
            return
        is_full = not is_title_like(nest.lines[place].body.folded)
        if form == "bare" and line.indent <= nest.indent(place) and is_unit_beside(nest.title(place), line.body.folded):
            continue
        if (
            line.after_blank
            and line.indent <= nest.indent(place)
            and form in LIST_FORMS
            and _ends_bare_list(nest, place)
        ):
            continue
        if is_full and line.indent <= nest.indent(place) and tells_of_others(line.body.folded):
            continue
        is_inside = (line.indent > nest.indent(place) and not line.after_blank) or line.indent >= nest.indent(place) + 2
        says_more = not is_bullet(form) and is_title_like(nest.lines[place].body.folded)
        if is_inside or (line.indent >= nest.indent(place) and says_more):
            nest.add(mark, place)
            return
        if place == nest.open[-1] and not line.after_blank and line.indent >= nest.indent(place):
            nest.add(mark, place)
            return
    nest.add(mark, None)
