"""The lines of a document that carry meaning: each with its indent, its mark, and its text without markup."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from orgviz.document.marks import LEGAL, Mark, read_mark
from orgviz.document.markup import without_markup
from orgviz.document.passages import Passage
from orgviz.document.rows import cell_of, find_rows
from orgviz.document.skipped import kept_lines
from orgviz.folding import fold
from orgviz.text import SourceText

TREE = "tree"
LAST_BRANCH = 1  # the number of a branch in a drawn tree below which its line ends
_BRANCH = re.compile(r"[\s│┃║|]*[├└┣┗╠╚╰┝┕+|`\\](?:[─━═┄╌-]{1,}>?|__)\s*|[\s│┃║|]*[├└┣┗╠╚╰]\s*")
_RULE = re.compile(r"\s*([-=_*~#+])(?:\s*\1){2,}\s*$|[\s─━═—┌┐└┘├┤┬┴┼│↓↑→←▼▲|+-]+$")
_UNDERLINE = re.compile(r"(=|-|~|\^){3,}\s*$")
_ROW = re.compile(r"\s*\|(?=.*\|)")
_SEPARATOR = re.compile(r"\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?$")
_BOLD = re.compile(r"\s*(\*\*|__)(?=\S)(?:(?!\1).)+\1\s*[:：]?\s*(?:[(（][^()（）]*[)）])?\s*$")
_HTML_HEADING = re.compile(r"\s*<h([1-6])\b[^>]*>", re.IGNORECASE)
_QUOTE = re.compile(r"\s*>+\s?")
_PICTURE = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f\u200d\u20e3\U000e0020-\U000e007f]+\\s*")


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
        cells: what a table's row holds, else nothing.
    """

    number: int
    indent: int
    mark: Mark | None
    body: Passage
    is_bold: bool = False
    after_blank: bool = False
    cells: tuple[Passage, ...] = ()


def read_lines(source: SourceText) -> tuple[Line, ...]:
    """Return the lines of a document in order, without front matter, comments, code and rules."""
    lines: list[Line] = []
    after_blank = True
    kept = tuple(kept_lines(source.text.split("\n")))
    rows = find_rows(kept)
    for number, text in kept:
        if not text.strip():
            after_blank = True
            continue
        if number in rows:
            cells = rows[number]
            lines.append(Line(number, 0, None, cells[0], after_blank=after_blank, cells=cells))
            after_blank = False
            continue
        if lines and not after_blank and _UNDERLINE.match(text) and lines[-1].mark is None and not lines[-1].cells:
            lines[-1] = replace(lines[-1], mark=Mark("#", depth=1 if text[0] == "=" else 2))
            continue
        if ("|" in text and _SEPARATOR.match(text.strip())) or _RULE.match(text):
            continue
        line = _line(number, text, after_blank)
        if line is not None:
            lines.append(line)
        after_blank = False
    return tuple(_with_bare_numbers(tuple(_below_last_branches(lines))))


def _below_last_branches(lines: Sequence[Line]) -> Iterator[Line]:
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


def _branch_mark(branch: str) -> Mark:
    return Mark(TREE, LAST_BRANCH if re.search("[└┗╚╰┕`]", branch) else None)


_BARE_NUMBER = re.compile(r"(\d{1,2})\s+(?=[^\W\d])")


def _with_bare_numbers(lines: Sequence[Line]) -> Iterator[Line]:
    """Read numbers without a stop behind them, where the next item counts on within one: 1 甲部, 1.1 乙组."""
    found = {place: match for place, line in enumerate(lines) if (match := _bare_number(line))}
    known = {place for place in found if place + 1 < len(lines) and _begins_within(lines[place + 1])}
    last = 0
    for place, line in enumerate(lines):
        match = found.get(place)
        if known and match is not None and (place in known or int(match[1]) == last + 1):
            last = int(match[1])
            yield replace(line, mark=Mark("1.1", last), body=line.body.cut(match.end()))
        else:
            yield line


def _bare_number(line: Line) -> re.Match[str] | None:
    return _BARE_NUMBER.match(line.body.folded) if line.mark is None and not line.cells else None


def _begins_within(line: Line) -> bool:
    return line.mark is not None and line.mark.form == "1.1" and line.mark.depth == 2 and line.mark.number == 1


def _line(number: int, text: str, after_blank: bool) -> Line | None:
    branch = _BRANCH.match(text)
    if branch and branch.end() < len(text):
        body = without_markup(text[branch.end() :], number, branch.end() + 1)
        return Line(number, _columns(text[: branch.end()]), _branch_mark(branch[0]), body, after_blank=after_blank)
    if _ROW.match(text):
        cells = tuple(_cells(text, number))
        return Line(number, 0, None, cells[0], after_blank=after_blank, cells=cells) if cells else None
    text = _without_lone_bar(text)
    heading = _HTML_HEADING.match(text)
    start = heading.end() if heading else _indentation(text)
    body = without_markup(text[start:], number, start + 1)
    if not body.text:
        return None
    indent = _columns(text[:start])
    if heading:
        return Line(number, 0, Mark("#", depth=int(heading[1])), body, after_blank=after_blank)
    return _unadorned(_marked(Line(number, indent, None, body, bool(_BOLD.match(text)), after_blank), text[start:]))


def _unadorned(line: Line) -> Line:
    """Take away pictures that stand before a name."""
    picture = _PICTURE.match(line.body.text)
    if picture is None or picture.end() == len(line.body):
        return line
    return replace(line, body=line.body.cut(picture.end()))


def _marked(line: Line, text: str) -> Line:
    """Read the mark of a line; a number within a heading or a bold line goes, one within a bullet stays out."""
    read = read_mark(fold(text)) if text[:1] in "*_" else read_mark(line.body.folded)
    if read is None and text[:2] in ("**", "__"):
        return _marked_in_bold(line)
    if read is not None and text[:1] in "*_":
        # A bullet that is a star, not the beginning of emphasis.
        mark, end = read
        return replace(line, mark=mark, body=without_markup(text[end:], line.number, line.body.places[0][2] + end))
    if read is None:
        return line
    mark, end = read
    body = line.body.cut(end)
    if not body.text and mark.form in LEGAL:
        return replace(line, mark=mark)
    if mark.form == "#":
        body = body.cut(0, len(body.folded.rstrip("# ")))
        inner = read_mark(body.folded)
        if (
            inner is not None
            and inner[0].form not in ("o", "#")
            and inner[1] < len(body)
            and not _is_initial(inner[0], body.cut(inner[1]))
        ):
            body = body.cut(inner[1])
    elif mark.is_bullet:
        box = re.match(r"\[[ xX]\]\s+", body.text)
        body = body.cut(box.end()) if box else body
        counted = read_mark(body.folded)
        if (
            counted is not None
            and counted[0].number is not None
            and counted[0].form not in LEGAL
            and counted[1] < len(body)
        ):
            mark, body = counted[0], body.cut(counted[1])
    return replace(line, mark=mark, body=body) if body.text else line


def _marked_in_bold(line: Line) -> Line:
    """Read the number in bold type: it counts an item that goes on behind, and goes from a heading of its own line."""
    read = read_mark(line.body.folded)
    if read is None or read[0].number is None or _is_initial(read[0], line.body.cut(read[1])):
        return line
    mark, end = read
    if line.is_bold and mark.form not in (*LEGAL, "一、", "(一)"):
        return replace(line, body=line.body.cut(end))
    return replace(line, mark=mark, body=line.body.cut(end), is_bold=False)


def _is_initial(mark: Mark, behind: Passage) -> bool:
    """Whether a letter that looks like a number is the beginning of a person's name: A. Smith."""
    return mark.form == "a." and " " not in behind.text and behind.text.isascii()


def _without_lone_bar(text: str) -> str:
    """Return a line without the bar at its end, or at its beginning, that makes no row of a table."""
    if text.rstrip().endswith("|"):
        return text.rstrip()[:-1].rstrip()
    return text.lstrip()[1:] if text.count("|") == 1 and text.lstrip().startswith("|") else text


def _indentation(text: str) -> int:
    quote = _QUOTE.match(text)
    start = quote.end() if quote else 0
    return start + len(text[start:]) - len(text[start:].lstrip())


def _columns(text: str) -> int:
    column = 0
    for character in text:
        if character == "\t":
            column += 4 - column % 4
        else:
            column += 2 if character == "\u3000" else 1
    return column


def _cells(text: str, number: int) -> Iterator[Passage]:
    begin = text.index("|") + 1
    inner = text.rstrip()
    stop = len(inner) - 1 if inner.endswith("|") else len(inner)
    while begin <= stop:
        end = _bar(inner, begin, stop)
        yield cell_of(inner[begin:end], number, begin + 1)
        begin = end + 1


def _bar(text: str, begin: int, stop: int) -> int:
    end = text.find("|", begin, stop)
    while end > 0 and text[end - 1] == "\\":
        end = text.find("|", end + 1, stop)
    return stop if end < 0 else end
