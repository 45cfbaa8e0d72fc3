"""Find charts that are drawn as boxes with lines between them, and return their names as a tree."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from orgviz.document.names.judging import STRONG, Sort, judge
from orgviz.document.names.people import is_person
from orgviz.document.text.markup import without_markup
from orgviz.document.text.passages import Passage, joined, passage
from orgviz.patterns import pattern

Numbered = tuple[int, str]
Point = tuple[int, int]
_TOP = pattern(r"[┌╔╭┏+][─━═┬┴┼╤╧╦╩┷┯┳┻▼▲v+-]{2,}[┐╗╮┓+]")
_BOTTOM = pattern(r"[└╚╰┗+][─━═┬┴┼╤╧╦╩┷┯┳┻▼▲v+-]{2,}[┘╝╯┛+]")
_SIDES = "│┃║|├┤┣┫╠╣┝┥┼"
_LINES = frozenset("│┃║|├┤┬┴┼┌┐└┘╭╮╰╯─━═╔╗╚╝╠╣╦╩╬┏┓┗┛┣┫┳┻╋-+▼▲↓↑")
_STROKES = pattern(r"(?=.*[|│┃║+/\\\\┌┬┴┼├┤┐└┘])[\s|│┃║+/\\\\_─━═┌┬┴┼├┤┐└┘╭╮╰╯▼▲↓v-]+")
_NO_NAMES = pattern(r"[|│┃║├└┌=<>{};。]|^\s*[-*+#>]|[.:：,，]\s*$|--|\w[,.] \w")
_WORD = pattern(r"\S+(?: \S+)*")
_WIDE_WORD = pattern(r"\S+")
_PERSON = pattern(r"[A-Z][a-z]+ [A-Z][a-z]+")
_WIDEST = 240
_STEPS = ((-1, 0), (1, 0), (0, -1), (0, 1), (-1, -1), (-1, 1), (1, -1), (1, 1))
_NEAR = 2  # columns by which a side may stand off, where wide characters are drawn narrower than two
_TALLEST = 12
_MOST = 400  # boxes beyond which nobody draws


@dataclass(slots=True)
class Box:
    """A box: the rows of its borders, its columns, its lines of text; later what it hangs below."""

    top: int
    bottom: int
    left: int
    right: int
    texts: list[Passage]
    above: int | None = None
    below: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Drawn:
    """The names of a chart with their depth, from the top down, and the lines that the drawing takes."""

    names: tuple[tuple[int, Passage], ...]
    lines: frozenset[int]


def find_boxes(lines: Sequence[Numbered]) -> dict[int, Drawn]:
    """Return each chart of boxes, or of bare names with lines between them, by its first line."""
    found: dict[int, Drawn] = {}
    place = 0
    while place < len(lines):
        text = lines[place][1]
        if len(text) > _WIDEST:
            place += 1
            continue
        is_boxed = bool(_TOP.search(text))
        end = _end(lines, place) if is_boxed else _end_of_words(lines, place)
        block = lines[place:end]
        boxes = _boxes(block) if is_boxed else list(_words(block))
        if 2 < len(boxes) < _MOST and not _is_table(boxes):
            _connect(boxes, [_grid(text) for _, text in block])
            hung = sum(box.above is not None for box in boxes)
            if hung and (is_boxed or hung == len(boxes) - 1):
                numbers = frozenset(number for number, _ in block)
                found[block[0][0]] = Drawn(tuple(_in_order(boxes)), numbers)
        place = max(end, place + 1)
    return found


def _end_of_words(lines: Sequence[Numbered], place: int) -> int:
    """Return where a drawing of bare names ends that begins in a line: names, a line of strokes, names and so on."""
    if (
        place + 2 >= len(lines)
        or len(lines[place + 1][1]) > _WIDEST
        or not _STROKES.fullmatch(lines[place + 1][1])
        or not _is_names(lines[place][1])
    ):
        return place
    end = place
    while (
        end < len(lines)
        and len(lines[end][1]) < _WIDEST
        and (_STROKES.fullmatch(lines[end][1]) or _is_names(lines[end][1]))
    ):
        end += 1
    return end


def _is_names(text: str) -> bool:
    return bool(text.strip()) and len(text) < _WIDEST and not _NO_NAMES.search(text)


def _words(lines: Sequence[Numbered]) -> Iterator[Box]:
    """Yield the names that stand free in a drawing, each as if it had a box."""
    for row, (number, text) in enumerate(lines):
        if _STROKES.fullmatch(text):
            continue
        for match in (_WORD if text.isascii() else _WIDE_WORD).finditer(text):
            left, right = _columns(text, *match.span())
            yield Box(row, row, left, right, [passage(match[0], number, match.start() + 1)])


def _end(lines: Sequence[Numbered], place: int) -> int:
    """Return where a drawing ends: at the second line that has nothing of it, or at a line of text."""
    blank = 0
    for end in range(place, len(lines)):
        text = lines[end][1]
        if not text.strip():
            blank += 1
            if blank > 1:
                return end
        elif (
            _LINES.isdisjoint(text) or not re.search(r"[│┃║|─━═┌└▼↓+]", text) or text.lstrip().startswith(("# ", "- "))
        ):
            return end
        else:
            blank = 0
    return len(lines)


def _width(character: str) -> int:
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _grid(text: str) -> list[str]:
    """Return a line by its columns: a wide character takes two, of which the second is empty."""
    return [cell for character in text for cell in (character, "")[: _width(character)]]


def _columns(text: str, start: int, end: int) -> tuple[int, int]:
    before = sum(map(_width, text[:start]))
    return before, before + sum(map(_width, text[start:end])) - 1


def _boxes(lines: Sequence[Numbered]) -> list[Box]:
    """Return the boxes whose sides are drawn from their top to their bottom."""
    found: list[Box] = []
    for row, (_, text) in enumerate(lines):
        for match in _TOP.finditer(text):
            left, right = _columns(text, *match.span())
            box = _box(lines, row, left, right)
            if box is not None:
                found.append(box)
    return found


def _box(lines: Sequence[Numbered], top: int, left: int, right: int) -> Box | None:
    texts: list[Passage] = []
    for row in range(top + 1, min(len(lines), top + _TALLEST)):
        number, text = lines[row]
        for match in _BOTTOM.finditer(text):
            begin, end = _columns(text, *match.span())
            if abs(begin - left) <= 1 and abs(end - right) <= _NEAR and texts:
                return Box(top, row, left, right, texts)
        inner = _inner(text, left, right)
        if inner is None:
            return None
        start, stop = inner
        part = without_markup(text[start:stop], number, start + 1).cut(0)
        if part.text:
            texts.append(part)
    return None


def _inner(text: str, left: int, right: int) -> tuple[int, int] | None:
    """Return what stands between the two sides of a box in one of its lines."""
    column, start = 0, None
    for at, character in enumerate(text):
        if character in _SIDES:
            if start is None and abs(column - left) <= 1:
                start = at + 1
            elif start is not None and column > left + 1:
                return (start, at) if abs(column - right) <= _NEAR + 1 else None
        column += _width(character)
    return None


def _is_table(boxes: Sequence[Box]) -> bool:
    """Tell a table, whose boxes stand wall to wall, and boxes within boxes."""
    edges = {(box.top, box.left) for box in boxes}
    return any((box.top, box.right) in edges for box in boxes)


def _connect(boxes: Sequence[Box], grid: Sequence[list[str]]) -> None:
    """Hang each box below the one to whose bottom a line leads from its top, else below the only one above it."""
    line_of = _lines_between(boxes, grid)
    for child, box in enumerate(boxes):
        line = _touching(line_of, box.top - 1, box)
        above = [place for place, other in enumerate(boxes) if other.bottom < box.top]
        if line is not None:
            above = [one for one in above if _touching(line_of, boxes[one].bottom + 1, boxes[one]) == line] or above
        lowest = max((boxes[one].bottom for one in above), default=0)
        rows = [one for one in above if boxes[one].bottom == lowest]
        if rows and (line is not None or len(rows) == 1):
            box.above = min(rows, key=lambda one: abs(boxes[one].left + boxes[one].right - box.left - box.right))
            boxes[box.above].below.append(child)


def _lines_between(boxes: Sequence[Box], grid: Sequence[list[str]]) -> dict[Point, int]:
    """Number the lines that are drawn outside the boxes: each of their places with the number of its line."""
    inside = {
        (row, column)
        for box in boxes
        for row in range(box.top, box.bottom + 1)
        for column in range(box.left - 1, box.right + _NEAR + 1)
    }
    drawn = {
        (row, column)
        for row, cells in enumerate(grid)
        for column, cell in enumerate(cells)
        if cell and (cell in _LINES or cell in "/\\_") and (row, column) not in inside
    }
    numbers: dict[Point, int] = {}
    for number, begin in enumerate(sorted(drawn)):
        waiting = [begin] if begin not in numbers else []
        while waiting:
            row, column = waiting.pop()
            numbers[row, column] = number
            beside = [(row + down, column + right) for down, right in _STEPS]
            waiting.extend(place for place in beside if place in drawn and place not in numbers)
    return numbers


def _touching(line_of: Mapping[Point, int], row: int, box: Box) -> int | None:
    """Return the line that stands in a row right above or below a box."""
    columns = (*range(box.left, box.right + 1), box.left - 1, box.right + 1)
    return next((line_of[row, column] for column in columns if (row, column) in line_of), None)


def _in_order(boxes: Sequence[Box]) -> Iterator[tuple[int, Passage]]:
    waiting = [(0, place) for place, box in reversed(list(enumerate(boxes))) if box.above is None]
    while waiting:
        depth, place = waiting.pop()
        yield depth, _name(boxes[place].texts)
        waiting.extend((depth + 1, one) for one in reversed(boxes[place].below))


def _name(texts: Sequence[Passage]) -> Passage:
    """Join the lines of a box: a name on two of them, or a name and what is said of it."""
    if len(texts) == 1:
        return texts[0]
    whole = joined(texts, " " if texts[0].text.isascii() else "")
    held = _held(texts)
    if held is not None:
        return held
    is_broken = judge(texts[0].folded) not in STRONG and judge(whole.folded) in STRONG
    if is_broken or texts[1].text.startswith(("(", "（")):
        return whole
    colon = passage(":", texts[0].line, texts[0].places[0][2] + len(texts[0]))
    return joined((joined((texts[0], colon), ""), joined(texts[1:], "; ")), " ")


def _held(texts: Sequence[Passage]) -> Passage | None:
    """Return the post in the last line of a box with who holds it, where the lines above are the name of a person."""
    post, name = texts[-1], joined(texts[:-1], " ")
    if judge(post.folded) is not Sort.POST or judge(name.folded) in STRONG:
        return None
    if not (_PERSON.fullmatch(name.text) or is_person(name.text, name.folded)):
        return None
    line, column = name.line, name.places[0][2]
    signs = passage("(", line, column), passage(")", line, column + len(name))
    return joined((post, joined((signs[0], name, signs[1]), "")), " ")
