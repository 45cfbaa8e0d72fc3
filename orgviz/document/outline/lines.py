"""The lines of a document that carry meaning: each with its indent, its mark, and its text without markup."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from orgviz.document.names.judging import STRONG, judge
from orgviz.document.outline.branches import below_last_branches, with_roots
from orgviz.document.outline.codes import with_bare_numbers, without_codes, without_codes_behind
from orgviz.document.outline.columns import is_header
from orgviz.document.outline.contact_data import without_contact
from orgviz.document.outline.front_matter import front_lines
from orgviz.document.outline.line import LAST_BRANCH, TREE, Line
from orgviz.document.outline.placed import Placed
from orgviz.document.outline.prepared import Raw, prepared
from orgviz.document.outline.rows import cell_of
from orgviz.document.outline.stray_indents import without_stray_indents
from orgviz.document.outline.technical import without_technical
from orgviz.document.text.marks import LEGAL, Mark, read_mark
from orgviz.document.text.markup import without_markup
from orgviz.document.text.passages import Passage, joined
from orgviz.document.text.skipped import kept_lines
from orgviz.document.text.spacing import close_up
from orgviz.folding import fold
from orgviz.patterns import pattern
from orgviz.text import SourceText

__all__ = ["LAST_BRANCH", "TREE", "Line", "read_lines"]

_BRANCH = pattern(r"[\s│┃║|]*[├└┣┗╠╚╰┝┕+|`\\](?:[─━═┄╌-]{1,}>?|__)\s*|(?:[\s│┃║|]*[├└┣┗╠╚╰]\s*){1,9}")
_RULE = pattern(r"\s*([-=_*~#+])(?:\s*\1){2,}\s*$|[\s─━═—┌┐└┘├┤┬┴┼│↓↑→←▼▲|+-]+$")
_UNDERLINE = pattern(r"(=|-|~|\^){3,}\s*$")
_ROW = pattern(r"\s*\|(?=.*\|)")
_SEPARATOR = pattern(r"\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?$")
_BOLD = pattern(r"\s*(\*\*|__)(?=\S)(?:(?!\1).)+\1\s*[:：]?\s*(?:[(（][^()（）]*[)）])?\s*[:：]?\s*$")
_BOLD_LEAD = pattern(
    r"(?:<p\b[^<>]{0,80}>\s*)?(?:(?P<mark>\*\*|__)|<(?P<tag>strong|b)>)(?P<lead>[A-Z](?:(?!\*\*|__|<).){1,60}?)"
    r"(?:(?P=mark)|</(?P=tag)>)(?=\s*[^\s<])"
)
_BEFORE_BOLD = pattern(r"(?:[-*+•]|\d{1,2}[.)])\s+(?=\*\*|__)")
_HTML_HEADING = pattern(r"\s*<h([1-6])\b[^>]*>", re.IGNORECASE)
_QUOTE = pattern(r"\s*>+\s?")
_PICTURE = pattern("[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f\u200d\u20e3\U000e0020-\U000e007f]+\\s*")
_PICTURE_BEHIND = pattern("[ \t]*[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f\u200d]+$")


def read_lines(source: SourceText) -> tuple[Line, ...]:
    """Return the lines of a document in order, with what front matter shows, without comments, code and rules."""
    written = source.text.split("\n")
    lines: list[Line] = []
    after_blank = True
    kept = prepared(tuple(kept_lines(written)))
    placed = Placed.of(tuple((raw.number, raw.text) for raw in kept))
    for raw in kept:
        number, text = raw.number, raw.text
        if not text.strip():
            after_blank = after_blank or number not in placed.taken  # within a table it parts nothing
            continue
        whole = placed.lines(number, after_blank)
        if whole is not None:
            lines.extend(whole)
            after_blank = after_blank and not whole
            continue
        if lines and not after_blank and _UNDERLINE.match(text) and lines[-1].mark is None and not lines[-1].cells:
            lines[-1] = replace(lines[-1], mark=Mark("#", depth=1 if text[0] == "=" else 2))
            continue
        if ("|" in text and _SEPARATOR.match(text.strip())) or _RULE.match(text):
            lines[-1:] = (_begins_table(line, after_blank=after_blank) for line in lines[-1:])
            continue
        line = _shifted(_line(number, text, after_blank), raw)
        if line is not None and _TRUNK.match(text) and lines and _goes_on(lines[-1], after_blank=after_blank):
            lines[-1] = replace(lines[-1], body=joined((lines[-1].body, line.body), " - "))
            continue
        if line is not None:
            lines.append(line)
        after_blank = False
    titled = 1 if lines and lines[0].mark is not None and lines[0].mark == Mark("#", depth=1) else 0
    lines[titled:titled] = front_lines(written)
    drawn = tuple(with_roots(tuple(below_last_branches(tuple(without_technical(lines))))))
    coded = without_codes_behind(tuple(without_codes(tuple(with_bare_numbers(drawn)))))
    return tuple(without_stray_indents(coded))


def _begins_table(line: Line, *, after_blank: bool) -> Line:
    """Return the line above a rule as the first of its table, also right below another, where it names columns."""
    is_first = not after_blank and is_header(line.cells)
    return replace(line, after_blank=True) if is_first else line


def _shifted(line: Line | None, raw: Raw) -> Line | None:
    """Return a line that stands on the right of another with its columns as they are in the document."""
    if line is None or not raw.shift:
        return line
    places = tuple((at, number, column + raw.shift) for at, number, column in line.body.places)
    return replace(line, body=replace(line.body, places=places))


def _branch_mark(branch: str) -> Mark:
    return Mark(TREE, LAST_BRANCH if re.search("[└┗╚╰┕`]", branch) else None)


def _line(number: int, text: str, after_blank: bool) -> Line | None:
    branch = _BRANCH.match(text)
    if branch and branch.end() < len(text):
        body = _with_remark(without_markup(text[branch.end() :], number, branch.end() + 1))
        mark = _branch_mark(branch[0])
        return _unadorned(Line(number, _columns(text[: branch.end()]), mark, body, after_blank=after_blank))
    if _ROW.match(text):
        cells = tuple(_cells(text, number))
        return Line(number, 0, None, cells[0], after_blank=after_blank, cells=cells) if cells else None
    text = _without_trunk(_without_lone_bar(text))
    heading = _HTML_HEADING.match(text)
    start = heading.end() if heading else _indentation(text)
    body = without_markup(text[start:], number, start + 1)
    body = _without_joint(close_up(_with_remark(body) if " ← " in text else body).cut(0))
    if not body.text:
        return None
    body = _with_one_space(body)
    indent = _columns(text[:start])
    marked = _BEFORE_BOLD.match(text, start)
    bold = _BOLD_LEAD.match(text, marked.end() if marked else start)
    lead = len(without_markup(bold["lead"], number, 1)) if bold else 0
    if heading:
        return Line(number, 0, Mark("#", depth=int(heading[1])), body, after_blank=after_blank)
    whole = Line(number, indent, None, body, bool(_BOLD.match(text)), after_blank, lead)
    return without_contact(_unadorned(_marked(whole, text[start:])))


# Pilot:  brings the ship in and out of the harbour: a typist's two spaces before a sentence, not a column.
_TWO_SPACES = pattern(r"[A-Za-z)]:(?P<more> {1,3}) (?=(?:[\w'’,()/&-]+ ){5})")


def _with_one_space(body: Passage) -> Passage:
    """Return a line with one space behind the colon before a sentence."""
    wide = _TWO_SPACES.search(body.text) if ":  " in body.text[:_LONGEST] else None
    return body.without([wide.span("more")]) if wide is not None else body


_JOINT = pattern(r"(?<=[A-Za-z][;,] )(?:and|or)$|(?<=[A-Za-z];)(?:and|or)$")
_LONGEST = 90  # columns of an item of a list


def _without_joint(body: Passage) -> Passage:
    """Leave out the word that leads from an item to the last: Purchasing Office; and."""
    joint = _JOINT.search(body.text[-8:]) if 8 < len(body) <= _LONGEST else None
    return body.cut(0, len(body) - len(joint[0])) if joint else body


_REMARK = pattern(r"(?<=\S)(?:\s+(?:#+|//|<-|←)\s+|\s{2,}--\s+)(?=\S)")


def _with_remark(body: Passage) -> Passage:
    """Join a branch of a drawn tree and the remark behind it, such as ``# twelve people``, by a dash."""
    remark = _REMARK.search(body.text)
    if remark is None:
        return body
    return joined((body.cut(0, remark.start()), body.cut(remark.end())), " - ")


# 首页 » 关于我们 » 组织机构
_PATH = pattern(
    r"(?:(?:您现在的位置|当前位置)\s?:\s?)?(?:首页|home)\s?(?:»|>{1,2}|›|/)\s?(?:[^»>›/。;]{1,20}\s?(?:»|>{1,2}|›)\s?){0,4}"
)


def _unadorned(line: Line) -> Line:
    """Take away pictures that stand before a name, and behind it, and the path of a page that leads to its title."""
    path = _PATH.match(line.body.folded) if line.body.folded[:2] in ("首页", "当前", "您现", "ho") else None
    if path is not None and path.end() < len(line.body):
        line = replace(line, body=line.body.cut(path.end()))
    behind = _PICTURE_BEHIND.search(line.body.text[-12:])
    if behind is not None and len(behind[0]) < len(line.body.text):
        line = replace(line, body=line.body.cut(0, len(line.body) - len(behind[0])))
    picture = _PICTURE.match(line.body.text)
    if picture is None or picture.end() == len(line.body):
        return line
    return replace(line, body=line.body.cut(picture.end()))


_SECOND = pattern(r"(?:[A-Z]|\([a-z]\)|[a-z]\))[.)]?\s+(?=[A-Z]\w)")  # 2. A. Repair Branch


def _marked(line: Line, text: str) -> Line:
    """Read the mark of a line; a number within a heading or a bold line goes, one within a bullet stays out."""
    read = read_mark(fold(text)) if text[:1] in "*_" else read_mark(line.body.folded)
    if read is None and text[:2] in ("**", "__"):
        return _marked_in_bold(line)
    if read is not None and text[:1] in "*_":
        # A bullet that is a star, not the beginning of emphasis.
        mark, end = read
        column = line.body.places[0][2] + end
        return replace(line, mark=mark, body=without_markup(text[end:].rstrip(), line.number, column))
    if read is None:
        return line
    mark, end = read
    body = line.body.cut(end)
    second = _SECOND.match(body.text) if mark.number is not None else None
    if second and judge(body.folded[second.end() :].rstrip(" ;,.")) in STRONG:
        body = body.cut(second.end())
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


_TRUNK = pattern(r"[\s│┃║]*[│┃║](?=[\s│┃║]*[^\s│┃║─━└├┗┣╚╠])")


def _goes_on(branch: Line, *, after_blank: bool) -> bool:
    """Whether what stands behind the trunk below a branch, with no blank line between, says more of that branch."""
    return branch.mark is not None and branch.mark.form == TREE and not after_blank and " - " not in branch.body.text


def _without_trunk(text: str) -> str:
    """Return what is written behind the trunk of a drawn tree, below a branch of it, with its columns."""
    trunk = _TRUNK.match(text)
    return re.sub("[│┃║]", " ", trunk[0]) + text[trunk.end() :] if trunk else text


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
