"""Read the clauses behind a unit's name that say who works in it: 部长李四, 经理空缺, Ann Lee (lead), 4 engineers."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from orgviz.document.names.crew_pieces import pieces
from orgviz.document.names.entry import masked
from orgviz.document.names.judging import Sort, is_known_field, is_wide, judge, singular
from orgviz.document.names.lists import read_listing
from orgviz.document.names.notes import Named, leading_count, people_in, read_note, read_notes
from orgviz.document.names.people import is_german_title, is_person
from orgviz.document.names.ranks import is_rank_only
from orgviz.document.names.spelled_counts import SMALL_NUMBERS, spelled_count
from orgviz.document.text.passages import Passage

_LONGEST = 400
AMOUNT = re.compile(
    r"(?:共|约|共计|编制|定员)?(?:\d{1,4}|[一二三四五六七八九十]{1,3})(?:人|名|位)|"
    r"(?:\d{1,4}|two|three|four|five|six|seven|eight|nine|ten)(?: (?:people|staff|members|fte))?"
)
VACANT = (
    r"(?:空缺|待定|暂缺|待聘|待招|待补|出缺|悬缺|缺员|vacant|tb[dhca]|unfilled|open(?: position| role)?"
    r"|to be (?:hired|filled|confirmed|appointed|announced|determined))"
)
_TO_FILL = re.compile(rf"(?P<post>.{{2,24}}?)(?:一职|的?岗位)?(?:[:\s(-]|目前|现|暂时|is |仍|currently )*{VACANT}\)?")
_LACKS = re.compile(r"(?:暂缺|暂无|尚缺|尚无)(?P<post>.{2,10})")
_TAKES = re.compile(r"(?:现?由)?(?P<who>.{2,14}?)(?:同志)?(?:兼任|担任|出任|任|兼)(?P<post>.{2,14})")
_TAKEN = re.compile(r"(?P<post>.{2,14}?)(?:一职)?(?:现|暂)?由(?P<who>.{2,14}?)(?:同志)?(?:兼任|担任|出任|代理|兼|任)")
_TITLED = re.compile(r"(?P<who>[^()]{2,30}?)\s*\((?P<post>[^()]{2,30})\)")
_KEYED = re.compile(r"(?P<post>[^:]{2,30}?)\s*(?::|\s-{1,2}\s)\s*(?P<who>[^:]{2,40})")
_NOTE = re.compile(r"\s*\((?:兼|代|兼任|代理|暂代|acting|interim|part[- ]time|full[- ]time)\)$")
_COUNTED = re.compile(
    r"(?P<post>[^\d()]{2,12}?)\s*(?:各)?(?P<count>\d{1,3}|[一二两三四五六七八九十]{1,2}|若干)(?:(?<=若干)|人|名|位|(?<=\d)(?=$|\())(?P<note>\([^()]{2,12}\))?"
)


def leading_number(amount: str) -> int | None:
    """Return the number in an amount of people.

    >>> leading_number("3人"), leading_number("two"), leading_number("若干")
    (3, 2, None)
    """
    digits = re.search(r"\d+", amount)
    word = amount.split(" ", maxsplit=1)[0]
    return int(digits[0]) if digits else SMALL_NUMBERS.index(word) + 1 if word in SMALL_NUMBERS else None


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause that tells of a unit's people.

    Args:
        post: the post with what is said of it; ``None`` where only people, or their number, are told.
        people: who is named without a post.
        also: the other post of who holds this one by office: the 副总经理 who is 部门经理, too.
        tells: whether it says who holds a post or that none does, not only which posts there are.
        is_sure: whether it can say nothing else: a field of work with a number is a post only beside others.
    """

    post: Named | None = None
    people: tuple[str, ...] = ()
    also: Named | None = None
    tells: bool = False
    is_sure: bool = True


@dataclass(frozen=True, slots=True)
class Crew:
    """The clauses of a text that tell of people, each with where it stands, and the pieces between them."""

    told: tuple[tuple[Passage, Clause], ...]
    left: tuple[Passage, ...]

    @property
    def tells(self) -> bool:
        """Whether any clause says who holds a post, or that nobody does."""
        return any(clause.tells for _, clause in self.told)


@lru_cache(maxsize=1 << 12)
def read_crew(text: Passage) -> Crew:
    """Divide a text into clauses that tell of people, and the rest as it is written."""
    if len(text) > _LONGEST:
        return Crew((), (text,))
    told: list[tuple[Passage, Clause]] = []
    left: list[tuple[int, int]] = []
    is_after = True
    for start, end in pieces(text):
        clauses = _clauses_in(text.cut(start, end))
        if not clauses or (clauses[0][1].people and (start or not may_be_named(text, end))):
            left[-1:] = [*left[-1:], (start, end)] if is_after else [(left[-1][0], end)]
            is_after = False
        else:
            told.extend(clauses)
            is_after = True
    if not any(clause.is_sure for _, clause in told):
        return Crew((), (text,))
    return Crew(tuple(told), tuple(text.cut(start, end) for start, end in left))


_GOES_ON = re.compile(
    r"[\s,;。:]*(?:$|负责|全面|主管|分管|主持|协助|联系|兼|向|下设|设|共?\d|(?:副?[部科处组队店厂班]长|副?主任|副?经理|组员|成员))"
)


def may_be_named(text: Passage, end: int) -> bool:
    """Whether a text can begin with a person; two characters may be a word, as in 安全,环保."""
    return end != 2 or not is_wide(text.folded) or bool(_GOES_ON.match(text.folded, end))


def _clauses_in(piece: Passage) -> list[tuple[Passage, Clause]]:
    """Return what a piece tells of people, as one clause or as a list of posts: 主管1人、司机1人."""
    whole = clause_of(piece)
    if whole is not None:
        return [(piece, whole)]
    parts = [part for part in piece.split(one.span() for one in re.finditer("、", masked(piece.folded))) if part.text]
    clauses = [(part, clause_of(part) or _first_name(part)) for part in parts] if len(parts) > 1 else []
    known = [(part, clause) for part, clause in clauses if clause is not None and (clause.post or clause.people)]
    if len(known) == len(parts) and any(clause.post for _, clause in known):
        return known
    items = read_listing(piece).items if len(parts) > 1 and _EACH.search(piece.folded) else ()
    are_posts = all(_may_be_post(item.name.folded) and item.seats is not None for item in items)
    return [(item.name, Clause(post=item)) for item in items] if are_posts else []


_FIRST_NAME = re.compile(r"[A-Z][a-z]{1,11}")


def _first_name(part: Passage) -> Clause | None:
    """Return who is called by a first name in Latin letters beside others: 林小雨(组长)、Tony."""
    return Clause(people=(part.text,), is_sure=False) if _FIRST_NAME.fullmatch(part.text) else None


_EACH = re.compile(r"各[一二两三四五六七八九十\d]+[人名位]$")


def clause_of(piece: Passage) -> Clause | None:
    """Return what a clause says of people, nothing where it says something else as well."""
    folded = piece.folded
    if AMOUNT.fullmatch(folded):
        return Clause()
    leads = _LEADS.fullmatch(folded)
    people = people_in(piece.cut(*leads.span("who")) if leads else piece)
    if people:
        return Clause(people=people, tells=True)
    if is_wide(folded):
        found = _vacancy(piece) or _held(piece) or _behind_post(piece)
    else:
        found = _vacancy(piece) or _held(piece) or _named_in_words(piece)
    if found is not None:
        return Clause(post=found, also=_other_post(piece) if found.holders else None, tells=True)
    counted = _counted(piece)
    if counted is None:
        return None
    return Clause(
        post=counted, tells=bool(counted.holders), is_sure=bool(counted.holders) or _is_post(counted.name.folded)
    )


# 王磊带队, 由李敏负责: who leads, without a title.
_LEADS = re.compile(
    r"(?:现|暂|目前)?由?(?P<who>[\u4e00-\u9fff]{2,4}?)\s*(?:同志|亲自|暂时|全面)?"
    r"(?:负责|带队|带领|牵头|主管|分管|领导|主持|总负责|管理|代管|兼管|统筹)"
)


def _is_post(folded: str) -> bool:
    return judge(folded) is Sort.POST or (folded.isascii() and judge(singular(folded)) is Sort.POST)


def _vacancy(piece: Passage) -> Named | None:
    """Read that a post is vacant: 经理空缺, 暂缺组长, lead TBD."""
    match = _TO_FILL.fullmatch(_CREW.sub("", piece.folded)) or _LACKS.fullmatch(piece.folded)
    if match is None or not _is_post(match["post"]):
        return None
    return Named(name=piece.cut(*match.span("post")), vacant=True)


def _held(piece: Passage) -> Named | None:
    """Read a person and a post: 张三任主任, 主任由李四兼任, 李四(经理), 部长:王五(兼)."""
    note = _NOTE.search(piece.folded)
    body = piece.cut(0, note.start()) if note else piece
    for pattern in (_KEYED, _TITLED, _TAKES, _TAKEN):
        match = pattern.fullmatch(body.folded)
        if match is None or not _is_post(match["post"]):
            continue
        who = body.cut(*match.span("who"))
        people = people_in(who) or _last_person(who)
        if people:
            return Named(name=body.cut(*match.span("post")), holders=people)
    return None


def _other_post(piece: Passage) -> Named | None:
    """Return the post that the new holder of another has: the 副总经理 in 经理由副总经理马超兼任."""
    match = _TAKEN.fullmatch(piece.folded) or _TAKES.fullmatch(piece.folded)
    who = piece.cut(*match.span("who")) if match else piece.cut(0, 0)
    last = _last_person(who)
    return Named(name=who.cut(0, len(who) - len(last[0])), holders=last) if last else None


def _last_person(text: Passage) -> tuple[str, ...]:
    """Return the person behind a post of theirs: 副总经理马超."""
    for length in (4, 3, 2):
        cut = len(text) - length
        if cut > 1 and _is_post(text.folded[:cut]) and is_person(text.text[cut:], text.folded[cut:]):
            return (text.text[cut:],)
    return ()


_CREW = re.compile(r"\s+\d{1,3}\s*人$")  # how many work there stands behind who leads them


def _behind_post(piece: Passage) -> Named | None:
    """Read a post with the person right behind it, or the other way: 部长李四, 经理 孙七, 李四部长."""
    crew = _CREW.search(piece.folded)
    piece = piece.cut(0, crew.start()) if crew else piece
    note = _NOTE.search(piece.folded)
    body = piece.cut(0, note.start()) if note else piece
    for length in range(2, min(7, len(body) - 1)):
        before, behind = body.cut(0, len(body) - length), body.cut(len(body) - length)
        if _is_post(before.folded) and is_person(behind.text, behind.folded):
            return Named(name=before, holders=(behind.text,))
    before, behind = body.cut(0, 3), body.cut(3)
    if len(behind) > 1 and is_rank_only(behind.folded) and is_person(before.text, before.folded):
        return Named(name=behind, holders=(before.text,))
    return None


def _named_in_words(piece: Passage) -> Named | None:
    """Read a title with the person behind it, without a sign between: Head custodian Al Dunn."""
    words = piece.text.split()
    for count in (2, 3):
        who, title = " ".join(words[-count:]), " ".join(words[:-count])
        if (_is_post(title.lower()) or is_german_title(title.lower())) and is_person(who, who.lower()):
            return Named(name=piece.cut(0, len(title)), holders=(who,))
    return None


def _counted(piece: Passage) -> Named | None:
    """Read a post with its number: 会计2名, 主管1人(王敏), 4 engineers, two clerks, an office manager."""
    if not is_wide(piece.folded):
        return _counted_in_words(piece)
    lead = _SETS_UP.match(piece.folded)
    piece = piece.cut(lead.end()) if lead else piece
    match = _COUNTED.fullmatch(piece.folded)
    if match is None or _NO_POST.fullmatch(match["post"]) or not _may_be_post(match["post"]):
        return None
    named = read_notes(piece.cut(0, match.start("note")) if match["note"] else piece)
    if match["note"]:
        named = read_note(named, piece.cut(match.start("note") + 1, match.end("note") - 1)) or named
    if len(named.name) < len(piece):
        return named
    return replace(named, name=piece.cut(*match.span("post")), seats=leading_number(match["count"]))


_SETS_UP = re.compile(r"(?:另|下)?(?:设有?|配备?)(?![计备施置])|其中|另有")
_NO_POST = re.compile(r"(?:核定|核编|编制|人数|员工|总共|合计|共计|其中|至少|最多|全体|全员|现有|职数|人|约|共)+")


def _may_be_post(folded: str) -> bool:
    sort = judge(folded)
    return sort in (Sort.POST, Sort.FIELD) or folded == "前台" or (sort is Sort.GENERIC and is_known_field(folded))


_ARTICLE = re.compile(r"(?:an?|one|the)\s+")
_TIMES = re.compile(r"(?P<post>.+?)\s*(?:[x×]\s*(?P<count>\d{1,3})|\((?P<other>\d{1,3})\))")


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
    named = read_notes(piece.cut(begin))
    if count is None or not (_is_post(named.name.folded) or _is_plain_word(piece, named, begin)):
        return None
    return replace(named, seats=count)


def _is_plain_word(piece: Passage, named: Named, begin: int) -> bool:
    """Whether a number stands before one small word, which is a post beside others: 2 aides."""
    is_word = begin > 0 and named.name.text.isalpha() and named.name.text.islower()
    return is_word and piece.text[:1].isdecimal() and judge(named.name.folded) is Sort.FIELD
