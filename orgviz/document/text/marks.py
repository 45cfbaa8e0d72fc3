"""Numbering, bullets and headings at the beginning of a line, in every usual form."""

from __future__ import annotations

import re
from dataclasses import dataclass

from orgviz.patterns import pattern

_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "两": 2,
    "廿": 20,
    "卅": 30,
    "十": 10,
}
_ROMAN = {"i": 1, "v": 5, "x": 10}
_CN = "[一二三四五六七八九十百廿〇零]{1,5}"
# Folded text: half-width, lower case. The order matters: the longer forms first.
HEAVY, LIGHT = "■", "•"
_FORMS: tuple[tuple[str, str], ...] = (
    ("part", rf"第\s*(?:{_CN}|\d{{1,3}})\s*(?:编|部分|篇|卷)"),
    (
        "chapter",
        (
            rf"第\s*(?:{_CN}|\d{{1,3}})\s*章|제\s*\d{{1,3}}\s*장|(?:chapter|part|kapitel|teil)\s+(?:\d{{1,3}}"
            rf"|[ivx]{{1,6}})\b[.:]?"
        ),
    ),
    ("section", rf"第\s*(?:{_CN}|\d{{1,3}})\s*[节款]|제\s*\d{{1,3}}\s*절"),
    (
        "article",
        (
            rf"(?:编辑\s*)?第\s*(?:{_CN}|\d{{1,4}})\s*[条條](?:之[一二三四五六七八九十\d]+)?(?:\s*[:、.](?!\d))?"
            rf"|제\s*\d{{1,4}}\s*조(?:의\d+)?(?:\([^)]*\))?"
            rf"|§+\s*\d+[a-z]?|(?:article|section|art\.|sec\.)\s*(?:\d{{1,4}}(?:\.\d+)*|[ivx]{{1,6}})\b(?:[.:]|\s+[–—-](?=\s))?"
        ),
    ),
    ("一、", rf"{_CN}\s*[、,](?!\d)|{_CN}\s*[.:](?!\d)|[一二三四五六七八九十]{{1,3}}\s+(?=[\u4e00-\u9fff])"),
    ("(一)", rf"\(\s*{_CN}\s*\)[、.,:]?|[㈠-㈩]"),
    ("甲", r"\([甲乙丙丁戊己庚辛壬癸]\)[、.,:]?|[甲乙丙丁戊己庚辛壬癸][、.]"),
    ("1.1", r"\d{1,3}(?:\.\d{1,3})+\.?(?=[\s\u4e00-\u9fff(:、])[、:]?|\d{1,2}(?= {2,}[^\W\d])"),
    ("1、", r"\d{1,3}\s*、"),
    ("1.", r"\d{1,3}\s*\.(?![\d])|\d{1,3}:(?=\s*\D)(?!\d)"),
    ("(1)", r"\(\s*\d{1,3}\s*\)[、.,:]?|[⑴-⒇]"),
    ("1)", r"\d{1,3}\s*\)[、.]?"),
    ("①", r"[①-⑳❶-❿➀-➉][、.:]?"),
    (
        "i.",
        (
            r"\((?:i{2,3}|iv|vi{1,3}|ix|xi{1,3}|xiv|xv)\)"
            r"|(?:i{1,3}|iv|vi{0,3}|ix|xi{0,3}|xiv|xv)[.)、](?=\s|[\u4e00-\u9fff])|[Ⅰ-Ⅻⅰ-ⅻ][.)、]?"
        ),
    ),
    ("(a)", r"\([a-z]\)"),
    ("a.", r"[a-z][.)、](?=\s|[^\x00-\x7f])"),
    ("가.", r"[가나다라마바사아자차카타파하]\.(?=\s)"),
    ("-", r"-(?=\s|[^\x00-\x7f-])"),
    ("*", r"\*(?=\s)"),
    ("+", r"\+(?=\s)"),
    (HEAVY, r"[▍▎▌■◆●★▶►◎❖⚫⬛]\ufe0f?"),  # these stand above the lighter ones where a text has both
    (LIGHT, r"、|(?!○○)[•○◦◇□▪▫☆▸➢➤✓✔·‧∙※〇🔹🔸👉]\ufe0f?|(?:->|=>|→|↳|»)(?=\s+[^\W\d])"),
    ("o", r"o(?=\s[^\s])"),
)
_MARK = pattern("|".join(f"(?P<f{number}>{form})" for number, (_, form) in enumerate(_FORMS)))
_HEADING = pattern(r"(#{1,6})(?:\s+|(?=[^\x00-\x7f]))(?=\S)")
_FIRST = pattern(
    r"[#、第编제甲乙丙丁戊己庚辛壬癸\d(一二三四五六七八九十百廿§a-zⅠ-ⅻ①-⑳❶-❿➀-➉⑴-⒇㈠-㈩가나다라마바사아자차카타파하*+•▍▎▌●○◦◆◇■□▪▫◎★☆►▶▸➢➤✓✔·‧∙※〇❖⚫⬛🔹🔸👉=→↳»-]"
)

BULLETS = frozenset(("-", "*", "+", LIGHT, HEAVY, "o"))
LEGAL = ("part", "chapter", "section", "article")


@dataclass(frozen=True, slots=True)
class Mark:
    """What a line begins with.

    Args:
        form: ``#`` for a heading, else the form of the numbering or the bullet, as in ``一、`` or ``-``.
        number: what it counts, where it does.
        depth: the level of a heading, or how many parts a number such as ``1.2.3`` has.
    """

    form: str
    number: int | None = None
    depth: int = 1

    @property
    def is_bullet(self) -> bool:
        """Whether it does not count."""
        return self.form in BULLETS


def read_mark(folded: str) -> tuple[Mark, int] | None:
    """Return the mark with which a folded line without indentation begins, and how many characters it takes."""
    if not folded or not _FIRST.match(folded):
        return None
    heading = _HEADING.match(folded)
    if heading:
        return Mark("#", depth=len(heading[1])), heading.end()
    match = _MARK.match(folded)
    if match is None or match.lastgroup is None:
        return None
    form = _FORMS[int(match.lastgroup[1:])][0]
    end = match.end()
    if end == len(folded.rstrip()) and form not in LEGAL:
        return None
    while end < len(folded) and folded[end] == " ":
        end += 1
    written = _ZEROS.sub("", match[0]) if form == "1.1" else match[0]
    return Mark(form, _number(form, written), written.strip(".、: ").count(".") + 1 if form == "1.1" else 1), end


_FIGURES = pattern(r"\d+")
_ZEROS = pattern(r"(?:\.0{1,2})+(?=[.、: ]*$)")  # 2.0, and below it 2.1


def _number(form: str, written: str) -> int | None:
    if form in BULLETS:
        return None
    if form == "甲":
        return "甲乙丙丁戊己庚辛壬癸".index(written.lstrip("( ")[0]) + 1
    if form in {"①", "(1)", "(一)"}:
        for first in "①❶➀⑴㈠":
            if first <= written[0] <= chr(ord(first) + 19):
                return ord(written[0]) - ord(first) + 1
    digits = _FIGURES.findall(written)
    if digits:
        return int(digits[-1])
    if form in ("a.", "(a)"):
        return ord(written.strip("().、 ")[0]) - ord("a") + 1
    if form == "i.":
        return _roman(written.strip("().、 "))
    chinese = re.search(_CN, written)
    return chinese_number(chinese[0]) if chinese else None


def chinese_number(written: str) -> int | None:
    """Return the value of a number such as 二十四, or of digits.

    >>> chinese_number("二十四")
    24
    """
    if written.isdecimal():
        return int(written)
    total, last = 0, 0
    for character in written:
        value = _DIGITS.get(character, 100 if character == "百" else None)
        if value is None:
            return None
        if value in (10, 100):
            total, last = total + max(last, 1) * value, 0
        else:
            total, last = total + (value if value >= 20 else 0), 0 if value >= 20 else value
    return total + last


def _roman(written: str) -> int | None:
    if "Ⅰ" <= written[:1] <= "Ⅻ":
        return ord(written[0]) - ord("Ⅰ") + 1
    if "ⅰ" <= written[:1] <= "ⅻ":
        return ord(written[0]) - ord("ⅰ") + 1
    values = [_ROMAN.get(letter, 0) for letter in written]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < after else value for value, after in pairs) or None
