"""Put lines together that were broken in the middle of a sentence, and tell prose from titles."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum

from orgviz.document.names.bare_lists import bare_listing
from orgviz.document.names.comma_names import is_comma_name
from orgviz.document.names.judging import STRONG, Sort, judge
from orgviz.document.names.keys import goes_on_with_key, is_keyed
from orgviz.document.outline.begins_anew import BEGINS_ANEW
from orgviz.document.outline.lines import TREE, Line
from orgviz.document.outline.seams import goes_on_small, rejoined
from orgviz.document.text.marks import LEGAL, Mark
from orgviz.document.text.passages import Passage, joined
from orgviz.folding import fold_pattern
from orgviz.patterns import pattern

WRAPPED = 46  # columns from which on a line may have been broken by a margin
PAGE = 120  # characters that only running text has
_ENDS = pattern(r"[。.!?;:…)\]」』”\"'>】》]\s*$")
_STOPS = pattern(r"[。!?;,、](?:[\"'”’)]|\s)*$|(?<=[a-z0-9\"')%])\.\s*$")
_INNER_STOP = pattern(r"[。;!?]|[a-z]{3,}\. +[a-z0-9]|,.*,")
_LEADS = pattern(
    fold_pattern(
        r"(?:次の|次に掲げる|以下の|下記の).{0,30}(?:を置く|を設ける|を置きます|に分ける|を設置する|で構成する"
        r"|により構成する|とおりとする|とおりである|とおりです)。?$"
        r"|(?:次|以下|下記)のとおり(?:とする|である|です|定める)?。?$|다음(?:\s*각\s*호)?(?:의|과"
        r"|와)\s.{0,40}(?:둔다|둘 수 있다|같다|설치한다|구성한다|같습니다)\.?$"
    )
)
_CJK = pattern(r"[\u2e80-\u9fff\uac00-\ud7a3\u3040-\u30ff]")


_SEMICOLON = pattern(r"(?P<name>[^;:.]{4,70});(?:\s(?:and|or))?")


class Shape(StrEnum):
    """What an unmarked line looks like."""

    TITLE = "title"
    LEAD = "lead"
    PROSE = "prose"


_COMPOSED = pattern(
    r".*\w\s(?:consists? of|comprises?|includes?|composed of|made up of|divided into|following)\s?:$"
    r"|(?:the|our|these|its)\s.*\sare\s?:$"
)


# A sentence of composition with its list, also where it is short and without a stop: 公司下设三个部门:人事部、财务部
_LISTS = pattern(r"[^,。;:、()]{1,14}?(?:下设|下辖|内设|分设|共设|设有|分为|划分为|包括|包含)[^、]{2,24}、")


def shape_of(folded: str) -> Shape:
    """Tell a bare title from a sentence that leads to a list, and from prose.

    >>> shape_of("可以设立以下职能部门:"), shape_of("市场部"), shape_of("我们负责市场。")
    (<Shape.LEAD: 'lead'>, <Shape.TITLE: 'title'>, <Shape.PROSE: 'prose'>)
    """
    is_wide = bool(_CJK.search(folded))
    length = len(folded) if is_wide else folded.count(" ") + 1
    if folded.endswith(("如下。", "如下")) and length > 5:
        return Shape.LEAD
    if is_wide and _LEADS.search(folded):
        return Shape.LEAD
    if is_wide and _LISTS.match(folded) and not folded.endswith(":"):
        return Shape.PROSE
    if folded.endswith(":") and _COMPOSED.match(folded):
        return Shape.LEAD
    if folded.endswith(":"):
        return Shape.LEAD if length > (9 if is_wide else 4) else Shape.TITLE
    semicolon = _SEMICOLON.fullmatch(folded)
    if semicolon and not is_wide and judge(semicolon["name"]) in STRONG:
        return Shape.TITLE
    if _STOPS.search(folded) or _INNER_STOP.search(folded) or length > (26 if is_wide else 12):
        return Shape.PROSE
    return Shape.TITLE


def join_lines(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines with each broken sentence in one of them."""
    whole: list[Line] = []
    parts: list[Passage] = []
    between = ""
    last: Passage | None = None
    for line in lines:
        seam = _seam(whole[-1], last, line) if last is not None else None
        if seam is None:
            _close(whole, parts, between)
            whole.append(line)
            parts = [line.body]
        else:
            between = seam
            word = rejoined(parts[-1], line.body)
            parts[-1:] = [parts[-1], line.body] if word is None else [word]
        last = line.body
    _close(whole, parts, between)
    return tuple(whole)


def _close(whole: list[Line], parts: list[Passage], between: str) -> None:
    if whole and parts != [whole[-1].body]:
        whole[-1] = replace(whole[-1], body=joined(parts, between))


def _seam(first: Line, last: Passage, line: Line) -> str | None:
    """Return what stands between two lines that are one, or nothing where they are two.

    `first` is the line that has been begun, `last` its last part so far.
    """
    if first.cells or line.cells or (first.mark is not None and first.mark.form in ("#", TREE)) or first.is_bold:
        return None
    if line.mark is not None:
        is_inside = len(last) > PAGE and not line.after_blank and not _ENDS.search(last.folded)
        is_page_number = line.mark.form in ("1、", "1.") and is_inside and not _counts_on(first.mark, line.mark)
        return "" if is_page_number and len(line.body) > PAGE / 4 else None
    if line.number > last.places[-1][1] + 1:
        return None  # something stands between them that is not read
    is_ended = _ENDS.search(last.folded) is not None and not _goes_on_listing(last, line)
    if line.after_blank or line.is_bold or is_ended or is_keyed(line.body.folded):
        return None
    if goes_on_with_key(first.body.folded, line.body.folded):
        return None
    if line.indent > first.indent + 1 and first.mark is None and line.body.text[:1].isupper():
        return None  # an outline by indentation, not a margin
    is_wide = bool(_CJK.search(last.text))
    if is_wide and BEGINS_ANEW.match(line.body.folded) and not _UNFINISHED.search(last.folded):
        return None
    if is_wide and (_is_name_alone(last, line) or _is_named(line) or is_counted_post(line.body.folded)):
        return None
    if not is_wide and first.body is last and (_is_title_alone(last, line) or _is_told_whole(last, line)):
        return None
    if _is_told_whole_by_signs(last, line, is_wide=is_wide):
        return None
    return ("" if is_wide else " ") if _goes_on(first, last, line) else None


def _counts_on(mark: Mark | None, following: Mark) -> bool:
    """Whether one item of a list stands behind another: by its number, or by the same one, as Markdown allows."""
    if mark is None or mark.form != following.form or mark.number is None or following.number is None:
        return False
    return following.number - mark.number in (0, 1)


def _goes_on(first: Line, last: Passage, line: Line) -> bool:
    """Whether a line goes on with what the last one left unfinished, or what a margin may have broken."""
    if rejoined(last, line.body) is not None:
        return True
    hangs = last.folded.endswith((",", "、")) and (not first.mark or line.indent > first.indent)
    if hangs or _width(last.text) < WRAPPED:
        return hangs
    if _is_beyond_margin(last, line):
        return False
    if first.mark is None or first.mark.form in LEGAL or line.indent > first.indent:
        return True
    return goes_on_small(first.body, last, line.body) or shape_of(line.body.folded) is not Shape.TITLE


def _is_beyond_margin(last: Passage, line: Line) -> bool:
    """Whether the next line is so much longer that no margin can have broken the last one, which ends as a whole."""
    is_wide = _CJK.search(last.text) is not None
    return is_wide and _UNFINISHED.search(last.folded) is None and _width(line.body.text) > _width(last.text) + _INDENT


_INDENT = 8  # columns by which the first line of a paragraph or of an item is shorter


def _goes_on_listing(last: Passage, line: Line) -> bool:
    """Whether a margin broke a sentence behind the colon before the names that it lists: Map Desk, Ice Desk, …."""
    is_full = last.folded.endswith(":") and _width(last.text) >= WRAPPED
    return is_full and _LISTS_NAMES.match(line.body.text) is not None


_LISTS_NAMES = pattern(r"[A-Z][\w'’&/-]*(?: [A-Z][\w'’&/-]*){0,4}, [A-Z][\w'’&/-]*(?: [A-Z][\w'’&/-]*){0,4}, [A-Z]")
_COUNTED_LAST = pattern(r"(?:\d|[一二两三四五六七八九十])[人名位]$|若干$")  # 后厨：厨师长1名，洗碗工2名
_FIGURES = pattern(r"[\u4e00-\u9fff]{2,8}:\s?\d[\d.,]*")  # 占地:4亩 门诊:696m2
_SEVERAL = 3
_COUNTED = pattern(
    r"(?P<name>[^\s,。;:、\d]{2,10}?)\s*(?:[x×*]\s*\d{1,3}(?:人|名)?|\d{1,3}\s*(?:人|名))\s*(?:\([^()]*\))?\s*(?::|-{1,2}|—+|–)\s*\S"
)


def is_counted_post(folded: str) -> bool:
    """Whether a line begins with a post, its number, and a divider: 运营助理×2：上下架, 主播3人 —— 两班倒."""
    match = _COUNTED.match(folded)
    return match is not None and judge(match["name"]) in (*STRONG, Sort.FIELD)


_UNFINISHED = pattern(r"[,、的和及与或由为在向对是以并及(]$")


def _is_name_alone(last: Passage, line: Line) -> bool:
    """Whether the name of a unit or post fills a line of its own behind one that ends as a sentence may."""
    name = line.body.folded
    return len(name) <= 10 and judge(name) in STRONG and not _UNFINISHED.search(last.folded)


_CAPITALS = pattern(
    r"(?:[A-Z][\w'’&/.-]*|of|and|for|the|in|on|to|&|-|–)(?:,?\s(?:[A-Z][\w'’&/.-]*|of|and|for|the|in|on|to|&|-|–))+"
)
_OPENS = pattern(r"(?:the|this|these|our|it|each|responsible for)\s")


def _is_title_alone(last: Passage, line: Line) -> bool:
    """Whether a line is a name with capitals, and the next one another, or a sentence on it."""
    if not _is_name_in_capitals(last) or not line.body.text[:1].isupper():
        return False
    if _OPENS.match(line.body.folded):
        return shape_of(line.body.folded) is Shape.PROSE
    return _is_name_in_capitals(line.body) and " " in line.body.text


_KEYED = pattern(r"(?:[A-Z][\w'’&/-]*)(?:\s(?:[A-Z][\w'’&/-]*|of|and|&)){0,3}:\s")
_ANY_KEYED = pattern(r"[A-ZÄÖÜ][\w'’&/-]*(?:\s[\w'’&/-]+){0,3}(?:\s\([^()]*\))?:\s")
_OPEN_END = pattern(r"(?:[,&]|\s(?:and|or|of|for|the|an?|to|in|with|by|on))$")


def _is_told_whole_by_signs(last: Passage, line: Line, *, is_wide: bool) -> bool:
    """Whether a line ends with a number of people behind a colon, or the next is a name and a colon over a list."""
    if is_wide:
        is_counted = ":" in last.folded and _COUNTED_LAST.search(last.folded) is not None
        is_new = _COMPOSES.match(line.body.folded) is not None and _UNFINISHED.search(last.folded) is None
        is_counted = is_counted or is_new
        is_counted = is_counted or len(_FIGURES.findall(last.folded)) >= _SEVERAL
        return is_counted or _is_whole_list(last, line)
    tells_who = _TELLS_WHO.search(last.text) is not None and not _OPEN_END.search(last.folded)
    if tells_who and _width(last.text) < _MARGIN and _NAME_AND_MORE.match(line.body.text):
        return True
    if _ANY_KEYED.match(last.text) and _ANY_KEYED.match(line.body.text) and not _OPEN_END.search(last.folded):
        return True
    is_counted = _COUNTS.match(last.text) is not None and not _OPEN_END.search(last.folded)
    is_new = _LEADS_ON.fullmatch(line.body.text) is not None or _COUNTS.match(line.body.text) is not None
    return is_new or (is_counted and line.body.text[:1].isupper())


def _is_whole_list(last: Passage, line: Line) -> bool:
    """Whether a line is a list of names, the last one whole, and the next line a sentence, a class or a title."""
    listed = last.cut(last.folded.find(":") + 1)
    sentence = _SENTENCE.match(line.body.folded)
    if "、" not in listed.folded or sentence is None or bare_listing(line.body.cut(0, sentence.end() - 1)).items:
        return False
    items = bare_listing(listed).items
    return bool(items) and judge(items[-1].name.folded) in STRONG


# 临床科室设有内科、外科, below a line that ends in a name or a class.
_COMPOSES = pattern(
    r"[\u4e00-\u9fff]{1,6}(?:科室|部门|机构|单位|车间)(?:现|共|又|还)?(?:设有|下设|内设|下辖|分设|包括|包含)[^、]{2,12}、"
)
_SENTENCE = pattern(r"[^、等:][^:,。]*[,。]|[^、等:,。;][^:,。;、]{1,11}:|[\u4e00-\u9fff]{2,8}$")


def _is_told_whole(last: Passage, line: Line) -> bool:
    """Whether a short name, a colon and what is told of it fill a line, and the next begins with a capital."""
    is_whole = bool(_KEYED.match(last.text)) and not _OPEN_END.search(last.folded) and _width(last.text) < _MARGIN
    return (
        is_whole
        and bool(_SENTENCE_OF_ALL.match(line.body.text))
        and judge(last.folded.partition(":")[0]) is not Sort.SENTENCE
    )


_SENTENCE_OF_ALL = pattern(r"(?:The|Each|All|Every|Both|Our|Everyone|Note|Der|Die|Das|Jede[rs]?|Alle)\s")
_COUNTS = pattern(r"[A-ZÄÖÜ][\w &/-]{2,30}(?: \(\d{1,3}\))?: \d{1,3} [a-zA-ZÄÖÜ]")  # Cashiers: 3 full-time
_LEADS_ON = pattern(r"[A-ZÄÖÜ][\w-]+(?: [\w-]+){0,2}:")  # Abteilungen: over a list
_TELLS_WHO = pattern(r": .*(?:\d|[A-ZÄÖÜ][\w-]+ [A-ZÄÖÜ])")
# Atemschutz (Leiter: …, Verwaltung: …, Jugend – …
_NAME_AND_MORE = pattern(r"[A-ZÄÖÜ][\w-]+(?:\s(?:&\s)?[A-ZÄÖÜ][\w-]*){0,3}(?:\s\(|:\s|\s[–-]\s)(?=\S)")
_MARGIN = 66  # columns that a line broken by a margin fills


def _is_name_in_capitals(text: Passage) -> bool:
    if is_comma_name(text.text):
        return True
    return _CAPITALS.fullmatch(text.text) is not None and judge(text.folded) in STRONG


def _is_named(line: Line) -> bool:
    """Whether a line begins with the name of a unit or post and a colon: 设计部:出图."""
    name, colon, _ = line.body.folded.partition(":")
    return bool(colon) and len(name) <= 12 and judge(name) in STRONG


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)
