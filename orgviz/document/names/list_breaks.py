"""Divide an enumeration into its pieces, and pieces at 和 and 及 where that gives names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from orgviz.document.names.amounts import leading_count
from orgviz.document.names.entry import masked
from orgviz.document.names.judging import STRONG, Sort, bare, is_wide, judge
from orgviz.document.text.passages import Passage
from orgviz.patterns import pattern

AMOUNT = pattern(
    r"(?:共计|共|各|约|计)?(?P<low>若干|\d{1,4}|[一二三四五六七八九十廿卅两]{1,5})\s*(?:人|名|位)?(?:\s*(?:至"
    r"|到|-|~)\s*(?:\d{1,4}"
    r"|[一二三四五六七八九十廿卅两]{1,5}))?\s*(?:人|名|位|员|个)(?:$|(?=[,、和及]))|若干$"
)
_COMMAS = pattern(r"[、,;]|\s*/\s*(?=[\u4e00-\u9fff])|(?<=[\d一二两三四五六七八九十][人名位])\s+(?=[\u4e00-\u9fff])")
_AND = pattern(r"以及|和|及|与|暨|或者|或")
_COUNTS_ON = pattern(r"(?:[一二三四五六七八九十两几数多]{1,3}[来多]?|\d{1,3})[个名位](?!人)")
_COUNTED = pattern(r"(?:[一二三四五六七八九十两]{1,3}|\d{1,3})[人名位]$")
_OPENING = pattern(r"各|其[他它余]|若干|一些|[多数几][个名位]|不同")


# No sentence lists more names than this; a longer one is something else.
MANY = 200


def breaks(body: Passage) -> Iterator[tuple[int, int]]:
    """Yield where the signs stand that keep the items of an enumeration apart."""
    outside = masked(body.folded)
    return (match.span() for match in _COMMAS.finditer(outside))


def split_last(pieces: Sequence[Passage], count: int | None) -> list[Passage]:
    """Divide pieces at 和, 及 and the like where that gives names, or the number that the text says."""
    options: list[list[Passage]] = []
    if len(pieces) > MANY:
        return list(pieces)
    for number, piece in enumerate(pieces):
        halves = _halves(piece, [other for other in pieces if other is not piece], is_last=number == len(pieces) - 1)
        options.append(halves)
    if count is not None and count > 1:
        return _fitting(pieces, options, count)
    return [part for number, piece in enumerate(pieces) for part in (options[number] or [piece])]


def _fitting(pieces: Sequence[Passage], options: list[list[Passage]], count: int) -> list[Passage]:
    """Choose which pieces to divide so that the number is right; the last first."""
    plain = [part for number, piece in enumerate(pieces) for part in (options[number] or [piece])]
    divided = [half for halves in options for half in halves]
    is_sure = bool(divided) and all(judge(bare(_plain(half.folded))) is Sort.UNIT for half in divided)
    if len(plain) == count or len(pieces) > count or is_sure:
        return plain  # 人事部和技术部 are two, also where the text has counted wrongly
    chosen: list[list[Passage]] = [[piece] for piece in pieces]
    for number in reversed(range(len(pieces))):
        if sum(map(len, chosen)) >= count:
            break
        halves = options[number] or _anywhere(pieces[number])
        missing = count - sum(map(len, chosen))
        if halves and len(halves) - 1 <= missing:
            chosen[number] = halves
    return [part for parts in chosen for part in parts] if sum(map(len, chosen)) == count else plain


def _anywhere(piece: Passage) -> list[Passage]:
    for match in _AND.finditer(piece.folded):
        left, right = piece.cut(0, match.start()), piece.cut(match.end())
        if len(left) > 1 and len(right) > 1:
            return [left, right]
    return []


def _halves(piece: Passage, others: Sequence[Passage], *, is_last: bool) -> list[Passage]:
    """Return the names that a piece joins by 和, nothing where the word is part of one name."""
    outside = masked(piece.folded)
    for match in _AND.finditer(outside):
        left, right = piece.cut(0, match.start()), piece.cut(match.end())
        if not left.text and right.text:
            return [right]
        if len(left) < 2 or len(right) < 2:
            continue
        if _COUNTS_ON.match(right.folded) or _COUNTED.search(left.folded):
            return [left, *(_halves(right, others, is_last=is_last) or [right])]
        if _OF_SEVERAL.fullmatch(right.folded):
            return [left, right]
        left_sort, right_sort = judge(bare(_plain(left.folded))), judge(bare(_plain(right.folded)))
        if left_sort is Sort.SENTENCE or (right_sort is Sort.SENTENCE and not _OPENING.match(right.folded)):
            continue
        if left_sort in STRONG:
            return [left, *(_halves(right, others, is_last=is_last) or [right])]
        if match[0] in ("或", "或者") and left_sort is not Sort.POST:
            continue  # one unit under either name: 市场或品牌部
        if match[0] == "以及" and left_sort is Sort.FIELD:
            return [left, right]
        others_strong = bool(others) and all(judge(bare(_plain(other.folded))) in STRONG for other in others)
        if right_sort in STRONG and (others_strong or not others) and not piece.folded.endswith("部门"):
            continue
        if is_last and (others or piece.folded.endswith("部门")):
            return [left, right]
    return []


_OF_SEVERAL = pattern(
    r"(?:各|相关|有关|其他)(?:职能|业务)?(?:部门|单位|科室|处室|班组)"
    r"(?:的?(?:主要)?(?:负责人|人员|主管|领导|代表))?"
)


def _plain(folded: str) -> str:
    """Return an item without its amount."""
    text = AMOUNT.sub("", folded)
    return text[leading_count(text)[1] :]


_SPACES = pattern(r"\s+")


def spaced_apart(pieces: Sequence[Passage]) -> list[Passage]:
    """Return the pieces with those divided that hold several names with spaces between: 硬件组 软件组 测试组."""
    kept: list[Passage] = []
    for piece in pieces:
        spaces = [match.span() for match in _SPACES.finditer(masked(piece.folded))] if " " in piece.folded else ()
        parts = list(piece.split(spaces)) if spaces and len(spaces) < MANY and is_wide(piece.folded) else []
        sorts = {judge(part.folded) for part in parts}
        are_names = len(parts) > 1 and sorts in ({Sort.UNIT}, {Sort.POST}) and all(len(part) > 1 for part in parts)
        kept.extend(parts if are_names else [piece])
    return kept
