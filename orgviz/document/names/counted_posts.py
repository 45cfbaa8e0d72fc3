"""Read a post with the number of people who hold it: 会计2名, 主管1人(王敏), 4 engineers, two clerks."""

from __future__ import annotations

from dataclasses import replace

from orgviz.document.names.amounts import leading_count
from orgviz.document.names.judging import Sort, is_known_field, is_wide, judge, singular
from orgviz.document.names.notes import Named, read_note, read_notes
from orgviz.document.names.spelled_counts import leading_number, spelled_count
from orgviz.document.text.passages import Passage
from orgviz.patterns import pattern

_COUNTED = pattern(
    r"(?P<post>[^\d()]{2,12}?)\s*(?:各)?(?P<count>\d{1,3}|[一二两三四五六七八九十]{1,2}|若干)"
    r"(?:[-~—至到](?:\d{1,3}|[一二两三四五六七八九十]{1,2}))?(?:(?<=若干)|人|名|位|(?<=\d)(?=$|\())(?P<note>\([^()]{2,12}\))?"
)


def is_post(folded: str) -> bool:
    """Whether a text, or what it is the plural of, is the title of a post."""
    if judge(folded) is Sort.POST or not folded.isascii():
        return judge(folded) is Sort.POST
    one = singular(folded)
    return one != folded and judge(one) is Sort.POST


def counted_post(piece: Passage) -> Named | None:
    """Read a post with its number: 会计2名, 主管1人(王敏), 4 engineers, two clerks, an office manager."""
    if not is_wide(piece.folded):
        return _counted_in_words(piece)
    lead = _SETS_UP.match(piece.folded)
    piece = piece.cut(lead.end()) if lead else piece
    match = _COUNTED.fullmatch(piece.folded)
    if match is None or _NO_POST.fullmatch(match["post"]) or not may_be_post(match["post"]):
        return None
    named = read_notes(piece.cut(0, match.start("note")) if match["note"] else piece)
    if match["note"]:
        named = read_note(named, piece.cut(match.start("note") + 1, match.end("note") - 1)) or named
    if len(named.name) < len(piece):
        return named
    return replace(named, name=piece.cut(*match.span("post")), seats=leading_number(match["count"]))


_SETS_UP = pattern(r"(?:另|下)?(?:设有?|配备?)(?![计备施置])|其中|另有")
_NO_POST = pattern(
    r"(?:各|每个?)[部组科室处班队店].*|(?:核定|核编|编制|人数|员工|总共|合计|共计|其中|至少|最多|全体|全员|现有|职数|人|约|共)+"
)


def may_be_post(folded: str) -> bool:
    """Whether a text that a number stands beside may be a post."""
    sort = judge(folded)
    return sort in (Sort.POST, Sort.FIELD) or is_desk(folded) or (sort is Sort.GENERIC and is_known_field(folded))


_DESKS = pattern(r"[\u4e00-\u9fff]{0,4}(?:前台|总机|服务台|接待台|收银台|咨询台|导诊台)")


def is_desk(folded: str) -> bool:
    """Whether a place of work is called, with a number of people, for those who sit there: 前台2名, 客服前台3人."""
    return _DESKS.fullmatch(folded) is not None


_ARTICLE = pattern(r"(?:an?|one|the)\s+")
_TIMES = pattern(r"(?P<post>.+?)\s*(?:[x×]\s*(?P<count>\d{1,3})|\((?P<other>\d{1,3})\))")


def _counted_in_words(piece: Passage) -> Named | None:
    spelled = spelled_count(piece)
    if spelled is not None:
        return spelled
    count, begin = leading_count(piece.folded)
    article = _ARTICLE.match(piece.folded)
    if count is None and article is not None:
        count, begin = 1, article.end()
    times = _TIMES.fullmatch(piece.folded)
    if count is None and times is not None:
        count, piece = int(times["count"] or times["other"]), piece.cut(0, times.end("post"))
    if count is None:
        return None
    named = read_notes(piece.cut(begin))
    if not (is_post(named.name.folded) or _is_plain_word(piece, named, begin)):
        return None
    return replace(named, seats=count)


def _is_plain_word(piece: Passage, named: Named, begin: int) -> bool:
    """Whether a number stands before one small word, which is a post beside others: 2 aides."""
    is_word = begin > 0 and named.name.text.isalpha() and named.name.text.islower()
    return is_word and piece.text[:1].isdecimal() and judge(named.name.folded) is Sort.FIELD


# Who sits on a body without a title: six committee members.
_SEATS = pattern(
    r"(?:(?:ordinary|general|executive|elected|co-opted|other|additional)\s)*(?:committee|council|board|ordinary|general|"
    r"executive|elected|co-opted)\smembers?|members?[\s-]at[\s-]large"
)


def are_seats(named: Named) -> bool:
    """Whether a name stands for those on a body who have no title: committee members, six members."""
    folded = named.name.folded
    is_counted = named.seats is not None and folded in ("members", "other members")
    return is_counted or _SEATS.fullmatch(folded) is not None


def without_count(named: Named) -> Named:
    """Read the number before a post in Latin letters: 4 engineers."""
    count, begin = leading_count(named.name.folded)
    if not count or is_wide(named.name.folded):
        return named
    counted = replace(named, name=named.name.cut(begin), seats=count)
    return counted if judge(counted.name.folded) is Sort.POST or are_seats(counted) else named
