"""Read the visible text of a web page, also within a program that draws one, as headings, lists and paragraphs."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from orgviz.patterns import pattern

Numbered = tuple[int, str]
Shifted = tuple[int, str, int]
_VALUE = r"\"[^\"]{0,400}+\"|'[^']{0,400}+'|\{(?:[^{}]|\{[^{}]{0,200}+\}){0,400}+\}"
_TAG = pattern(
    rf"<(?P<close>/?)(?P<name>[A-Za-z][\w.:-]{{0,40}}+)(?P<rest>(?:[^<>{{}}\"']|{_VALUE}){{0,800}}+)>|</?>|<![^>]{{0,400}}>"
)
_BLOCK = pattern(
    r"address|article|aside|blockquote|body|br|caption|center|dd|details|div|dl|dt|fieldset|figcaption|figure|form|h[1-6]"
    r"|header|hr|html|label|legend|li|main|ol|p|section|summary|table|tbody|td|th|thead|tr|ul"
)
_INLINE = pattern(r"a|abbr|b|big|cite|code|em|font|i|mark|q|s|small|span|strong|sub|sup|time|u")
_UNSEEN = pattern(r"button|footer|head|iframe|nav|noscript|option|script|select|style|svg|textarea")
_EMPTY = frozenset(("br", "hr"))
_BEGINS = pattern(r"\s*<(?:!doctype html|[a-z]|/|!--)", re.IGNORECASE)
_SHOWN = pattern(r"</(?:p|li|h[1-6]|div)>", re.IGNORECASE)
_PROGRAM = pattern(r"\s*(?:import\b.*\bfrom\b|export\b|const\b|let\b|var\b|function\b|return\s*\(|<>|['\"]use )")
_EXPRESSION = pattern(r"\{[^{}]*\}|\{[^{}]*$|^[^{}]*\}")
_FEWEST = 3  # closing tags of blocks from which on a text is a page
_DEEPEST = 50  # lists within lists that are told apart
_SHARE = 0.5  # of its lines have tags


@dataclass(slots=True)
class _Page:
    """The tags that are open, the text since the last block began, and the lines so far.

    Args:
        open: the names of the tags of blocks and of what is not seen, and of each how many there are.
        is_item: whether an item is open whose text has not begun.
    """

    is_program: bool
    open: list[str] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    unseen: int = 0
    texts: list[tuple[int, int, str]] = field(default_factory=list)
    is_item: bool = False
    lines: list[Shifted] = field(default_factory=list)

    def tag(self, name: str, *, is_close: bool, is_alone: bool) -> None:
        """Take in a tag; one of a component ends what is written before it, and says no more."""
        if not _BLOCK.fullmatch(name) and not _UNSEEN.fullmatch(name):
            if not _INLINE.fullmatch(name):
                self.end()
            return
        self.end()
        if self.counts["head"] and _BLOCK.fullmatch(name):
            self._close("head")  # its end may be left out
        if is_close:
            self._close(name)
        elif not is_alone and name not in _EMPTY:
            if name in ("li", "p", "dt", "dd") and self.open[-1:] == [name]:
                self._close(name)  # so may theirs
            self.open.append(name)
            self.counts[name] += 1
            self.unseen += _UNSEEN.fullmatch(name) is not None
        if name in ("li", "dt"):
            self.is_item = not is_close

    def _close(self, name: str) -> None:
        """Close the last tag of a name, and what was opened in it."""
        while self.counts[name]:
            last = self.open.pop()
            self.counts[last] -= 1
            self.unseen -= _UNSEEN.fullmatch(last) is not None
            if last == name:
                return

    def text(self, number: int, column: int, written: str) -> None:
        """Take in what stands between two tags."""
        is_seen = not self.unseen and (bool(self.open) or not self.is_program)
        if is_seen and (written.strip() or self.texts):
            self.texts.append((number, column, written))

    def end(self) -> None:
        """End a block, and put its text behind the mark of what it is."""
        if not self.texts:
            return
        number, column, _ = self.texts[0]
        whole = "".join(text for _, _, text in self.texts)
        if self.is_program:
            whole = _EXPRESSION.sub(" ", whole)
        shown = " ".join(html.unescape(whole).split())
        self.texts = []
        if any(character.isalnum() for character in shown):
            sign = self._sign()
            if not sign.startswith(" ") and not sign.endswith("- "):
                self.lines.append((number, "", 0))
            self.lines.append((number, sign + shown, column - len(sign)))

    def _sign(self) -> str:
        """Return the mark of a heading or an item; what goes on in an item stands below its name."""
        lists = min(sum(self.counts[name] for name in ("ul", "ol", "dl")), _DEEPEST)
        if self.is_item:
            self.is_item = False
            return "  " * (lists - 1) + "- "
        heading = next((level for level in range(1, 7) if self.counts[f"h{level}"]), 0)
        return "#" * heading + " " if heading and not lists else "  " * lists


def page_lines(lines: Sequence[Numbered]) -> list[Shifted]:
    """Return the lines of a web page as a reader sees it, with its tables as they are; nothing where it is none."""
    lines = _without_slashes(lines)
    is_program = any(_PROGRAM.match(text) for _, text in lines)
    return blocks_of_page(lines, is_program=is_program) if _is_page(lines, is_program) else []


def blocks_of_page(lines: Sequence[Numbered], *, is_program: bool = False) -> list[Shifted]:
    """Return what lines with tags show, each block behind the mark of what it is."""
    page = _Page(is_program)
    for is_table, block in _tables_apart(lines):
        if is_table:
            page.end()
            page.lines.extend((number, text, 0) for number, text in block)
        else:
            _read(page, block)
    page.end()
    return page.lines


def _is_page(lines: Sequence[Numbered], is_program: bool) -> bool:
    """Whether a text begins with a tag, or is a program that draws a page, and much of it is tags."""
    first = next((text for _, text in lines if text.strip()), "")
    if not is_program and not _BEGINS.match(first):
        return False
    if sum(len(_SHOWN.findall(text)) for _, text in lines) < _FEWEST:
        return False
    filled = [text for _, text in lines if text.strip()]
    return is_program or sum("<" in text for text in filled) >= _SHARE * len(filled)


def _without_slashes(lines: Sequence[Numbered]) -> Sequence[Numbered]:
    """Take the sign of a comment off a part of a program that is nothing else."""
    filled = [text for _, text in lines if text.strip()]
    if not filled or not all(text.lstrip().startswith("//") for text in filled):
        return lines
    return [(number, text.replace("//", "  ", 1)) for number, text in lines]


def _tables_apart(lines: Sequence[Numbered]) -> Iterator[tuple[bool, Sequence[Numbered]]]:
    """Yield the lines in parts, each with whether a table stands in it."""
    start, depth = 0, 0
    for place, (_, text) in enumerate(lines):
        opened, closed = text.lower().count("<table"), text.lower().count("</table")
        if depth == 0 and opened:
            yield False, lines[start:place]
            start = place
        was, depth = depth, max(0, depth + opened - closed)
        if depth == 0 and (was or opened):
            yield True, lines[start : place + 1]
            start = place + 1
    yield depth > 0, lines[start:]


def _read(page: _Page, block: Sequence[Numbered]) -> None:
    """Read the tags of some lines, and the text between them."""
    whole = "\n".join(text for _, text in block)
    ends = list(accumulate((len(text) + 1 for _, text in block), initial=0))
    at = 0
    for match in _TAG.finditer(whole):
        _take(page, block, ends, whole, at, match.start())
        name, at = match["name"] or "", match.end()
        page.tag(
            name if page.is_program else name.lower(), is_close=bool(match["close"]), is_alone=match[0].endswith("/>")
        )
    _take(page, block, ends, whole, at, len(whole))


def _take(page: _Page, block: Sequence[Numbered], ends: Sequence[int], whole: str, start: int, stop: int) -> None:
    """Hand on the text between two tags with the place at which it begins."""
    for first, last in _pieces(whole, start, stop, page):
        written = whole[first:last]
        begin = first + len(written) - len(written.lstrip())
        line = min(bisect_right(ends, begin), len(block)) - 1
        if last < stop and _MARKED.match(written) and not page.unseen:
            page.end()
            page.lines.append((block[line][0], written.rstrip(), 0))
        else:
            page.text(block[line][0], begin - ends[line], written)


# Markdown within a page: a heading or an item of a list on a line of its own.
_MARKED = pattern(r"[ \t]{0,12}(?:#{1,6}|[-*+]|\d{1,2}\.)[ \t]+\S")


def _pieces(whole: str, start: int, stop: int, page: _Page) -> Iterator[tuple[int, int]]:
    """Yield where a text between two tags begins and ends, its lines apart where some are marked as in Markdown."""
    lines = () if page.is_program else tuple(match.span() for match in _LINE.finditer(whole, start, stop))
    marked = sum(begin > start and _MARKED.match(whole, begin, end) is not None for begin, end in lines)
    if marked >= _FEWEST_MARKED:
        yield from lines
    elif start < stop:
        yield start, stop


_LINE = pattern(r"[^\n]+")
_FEWEST_MARKED = 2
