"""Read the clauses behind a unit's name that say who works in it: 部长李四, 经理空缺, Ann Lee (lead), 4 engineers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from orgviz.document.names.counted_posts import counted_post, is_post, may_be_post
from orgviz.document.names.crew_pieces import pieces
from orgviz.document.names.entry import masked
from orgviz.document.names.judging import is_wide
from orgviz.document.names.lists import read_listing
from orgviz.document.names.notes import Named, people_in
from orgviz.document.names.people import is_german_title, is_person
from orgviz.document.names.ranks import is_rank_only
from orgviz.document.names.several_holders import several_behind_post
from orgviz.document.text.passages import Passage
from orgviz.patterns import pattern

_LONGEST = 400
AMOUNT = pattern(
    r"(?:共|约|共计|编制|定员)?(?:\d{1,4}|[一二三四五六七八九十]{1,3})(?:人|名|位)|"
    r"(?:\d{1,4}|two|three|four|five|six|seven|eight|nine|ten)(?: (?:people|staff|members|fte))?"
)
VACANT = (
    r"(?:空缺|待定|暂缺|待聘|待招|待补|出缺|悬缺|缺员|vacant|tb[dhca]|unfilled|open(?: position| role)?"
    r"|to be (?:hired|filled|confirmed|appointed|announced|determined))"
)
_VACANT_HINT = pattern(r"[空待暂缺补尚]|vacan|tb[dhca]|unfil|open|to be")
_TO_FILL = pattern(rf"(?P<post>.{{2,24}}?)(?:一职|的?岗位)?(?:[:\s(-]|目前|现|暂时|is |仍|currently )*{VACANT}\)?")
_LACKS = pattern(r"(?:暂缺|暂无|尚缺|尚无)(?P<post>.{2,10})")
_HELD_HINT = pattern(r"[:(任兼理]|\s-")  # each of these four forms holds one of them
_TAKES = pattern(r"(?:现?由)?(?P<who>.{2,14}?)(?:同志)?(?:兼任|担任|出任|任|兼)(?P<post>.{2,14})")
_TAKEN = pattern(r"(?P<post>.{2,14}?)(?:一职)?(?:现|暂)?由(?P<who>.{2,14}?)(?:同志)?(?:兼任|担任|出任|代理|兼|任)")
_TITLED = pattern(r"(?P<who>[^()]{2,30}?)\s*\((?P<post>[^()]{2,30})\)")
_KEYED = pattern(r"(?P<post>[^:]{2,30}?)\s*(?::|\s-{1,2}\s)\s*(?P<who>[^:]{2,40})")
_NOTE = pattern(r"\s*\((?:兼|代|兼任|代理|暂代|acting|interim|part[- ]time|full[- ]time)\)$")


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


def read_whole_crew(text: Passage) -> Crew | None:
    """Return what a text tells of people where each of its clauses tells of some; nothing where any says more."""
    if len(text) > _LONGEST or (is_wide(text.folded) and not ends_with_crew(text)):
        return None
    told: list[tuple[Passage, Clause]] = []
    for start, end in pieces(text):
        clauses = _told_in(text, start, end)
        if not clauses:
            return None
        told.extend(clauses)
    return Crew(tuple(told), ()) if any(clause.is_sure for _, clause in told) else None


@lru_cache(maxsize=1 << 4)
def ends_with_crew(text: Passage) -> bool:
    """Whether the last clause of a text tells of people."""
    last = next(reversed(list(pieces(text))), None) if len(text) <= _LONGEST else None
    return last is not None and bool(_told_in(text, *last))


@lru_cache(maxsize=1 << 12)
def read_crew(text: Passage) -> Crew:
    """Divide a text into clauses that tell of people, and the rest as it is written."""
    if len(text) > _LONGEST:
        return Crew((), (text,))
    told: list[tuple[Passage, Clause]] = []
    left: list[tuple[int, int]] = []
    is_after = True
    for start, end in pieces(text):
        clauses = _told_in(text, start, end)
        if not clauses:
            left[-1:] = [*left[-1:], (start, end)] if is_after else [(left[-1][0], end)]
            is_after = False
        else:
            told.extend(clauses)
            is_after = True
    if not any(clause.is_sure for _, clause in told):
        return Crew((), (text,))
    return Crew(tuple(told), tuple(text.cut(start, end) for start, end in left))


_NOBODY = pattern(rf"\(?(?:{VACANT}|n\. ?n\.)\)?")


@lru_cache(maxsize=1 << 12)
def tells_who(text: Passage) -> bool:
    """Whether a text says who works somewhere, or that nobody does yet, and nothing else."""
    if _NOBODY.fullmatch(text.folded) or people_in(text):
        return True
    crew = read_crew(text)
    return crew.tells and not crew.left


# A verb between small words: such a clause says more than who works somewhere.
_SENTENCE = pattern(
    r"(?!.*\swho\s).*?[a-z]\s(?:(?:is|are|was|were|has|have|had|will|shall|must|should|can|may|which|includes?|comprises?|"
    r"contains?|oversees|provides)\s[a-z]|consists?\sof\s|(?:answers?|reports?)\sto\s)"
)


def _told_in(text: Passage, start: int, end: int) -> list[tuple[Passage, Clause]]:
    """Return what a clause of a text tells of people; a name alone does so only where the text begins with it."""
    if _SENTENCE.match(text.text, start, end) and not _VACANT_HINT.search(text.folded, start, end):
        return []
    clauses = _clauses_in(text.cut(start, end))
    is_no_first = bool(clauses) and bool(clauses[0][1].people) and (start > 0 or not may_be_named(text, end))
    return [] if is_no_first else clauses


_GOES_ON = pattern(
    r"[\s,;。:]*(?:$|负责|全面|主管|分管|主持|协助|联系|带领|牵头|兼|向|下设|设|共?\d|(?:副?[部科处组队店厂班]长|副?主任|副?经理|组员|成员))"
)


def may_be_named(text: Passage, end: int) -> bool:
    """Whether a text can begin with a person; two characters may be a word, as in 安全,环保."""
    return end != 2 or not is_wide(text.folded) or bool(_GOES_ON.match(text.folded, end))


def _clauses_in(piece: Passage) -> list[tuple[Passage, Clause]]:
    """Return what a piece tells of people, as one clause or as a list of posts: 主管1人、司机1人."""
    whole = clause_of(piece)
    if whole is not None:
        return [(piece, whole)]
    if "、" not in piece.folded:
        return []
    parts = [part for part in piece.split(one.span() for one in re.finditer("、", masked(piece.folded))) if part.text]
    clauses = [(part, clause_of(part) or _called(part)) for part in parts] if len(parts) > 1 else []
    known = [(part, clause) for part, clause in clauses if clause is not None and (clause.post or clause.people)]
    if len(known) == len(parts) and any(clause.post for _, clause in known):
        return known
    items = read_listing(piece).items if len(parts) > 1 and _EACH.search(piece.folded) else ()
    are_posts = all(may_be_post(item.name.folded) and item.seats is not None for item in items)
    return [(item.name, Clause(post=item)) for item in items] if are_posts else []


_FIRST_NAME = pattern(r"[A-Z][a-z]{1,11}")


def _called(part: Passage) -> Clause | None:
    """Return who is called by a first name in Latin letters beside others: 林小雨(组长)、Tony."""
    people = _first_name(part)
    return Clause(people=people, is_sure=False) if people else None


def _first_name(part: Passage) -> tuple[str, ...]:
    return (part.text,) if _FIRST_NAME.fullmatch(part.text) else ()


_EACH = pattern(r"各[一二两三四五六七八九十\d]+[人名位]$")


def clause_of(piece: Passage) -> Clause | None:
    """Return what a clause says of people, nothing where it says something else as well."""
    folded = piece.folded
    if AMOUNT.fullmatch(folded):
        return Clause()
    leads = None if folded.isascii() else _LEADS.fullmatch(folded)
    people = people_in(piece.cut(*leads.span("who")) if leads else piece)
    if people:
        return Clause(people=people, tells=True)
    if is_wide(folded):
        found = _vacancy(piece) or _held(piece) or _behind_post(piece) or several_behind_post(piece)
    else:
        found = _vacancy(piece) or _held(piece) or _named_in_words(piece)
    if found is not None:
        return Clause(post=found, also=_other_post(piece) if found.holders else None, tells=True)
    counted = counted_post(piece)
    if counted is None:
        return None
    return Clause(
        post=counted, tells=bool(counted.holders), is_sure=bool(counted.holders) or is_post(counted.name.folded)
    )


# 王磊带队, 由李敏负责: who leads, without a title.
_LEADS = pattern(
    r"(?:现|暂|目前)?由?(?P<who>[\u4e00-\u9fff]{2,4}?)\s*(?:同志|亲自|暂时|全面)?"
    r"(?:负责|带队|带领|牵头|主管|分管|领导|主持|总负责|管理|代管|兼管|统筹)"
)


def _vacancy(piece: Passage) -> Named | None:
    """Read that a post is vacant: 经理空缺, 暂缺组长, lead TBD."""
    if not _VACANT_HINT.search(piece.folded):
        return None
    match = _TO_FILL.fullmatch(_CREW.sub("", piece.folded)) or _LACKS.fullmatch(piece.folded)
    if match is None or not is_post(match["post"]):
        return None
    return Named(name=piece.cut(*match.span("post")), vacant=True)


def _held(piece: Passage) -> Named | None:
    """Read a person and a post: 张三任主任, 主任由李四兼任, 李四(经理), 部长:王五(兼)."""
    if not _HELD_HINT.search(piece.folded):
        return None
    body = _without_note(piece)
    for form in (_KEYED, _TITLED, _TAKES, _TAKEN):
        match = form.fullmatch(body.folded)
        if match is None or not (is_post(match["post"]) or _is_short_title(body, match, form)):
            continue
        who = body.cut(*match.span("who"))
        people = people_in(who) or _last_person(who) or (_first_name(who) if form is _KEYED else ())
        if people:
            return Named(name=body.cut(*match.span("post")), holders=people)
    return None


def _is_short_title(body: Passage, match: re.Match[str], form: re.Pattern[str]) -> bool:
    """Whether capitals stand before a person's name: EM: Ann Lee, QA: Tom."""
    return (
        form is _KEYED and re.fullmatch(r"[A-Z]{2,4}", body.text[match.start("post") : match.end("post")]) is not None
    )


def _without_note(piece: Passage) -> Passage:
    note = _NOTE.search(piece.folded) if piece.folded.endswith(")") else None
    return piece.cut(0, note.start()) if note else piece


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
        if cut > 1 and is_post(text.folded[:cut]) and is_person(text.text[cut:], text.folded[cut:]):
            return (text.text[cut:],)
    return ()


_CREW = pattern(r"\s+\d{1,3}\s*人$")  # how many work there stands behind who leads them


def _behind_post(piece: Passage) -> Named | None:
    """Read a post with the person right behind it, or the other way: 部长李四, 经理 孙七, 李四部长."""
    crew = _CREW.search(piece.folded) if piece.folded.endswith("人") else None
    body = _without_note(piece.cut(0, crew.start()) if crew else piece)
    for length in range(2, min(7, len(body) - 1)):
        cut = len(body) - length
        who = body.text[cut:].strip()
        if is_person(who, body.folded[cut:].strip()) and is_post(body.folded[:cut].strip()):
            return Named(name=body.cut(0, cut), holders=(who,))
    who, title = body.text[:3].strip(), body.folded[3:].strip()
    if len(title) > 1 and is_person(who, body.folded[:3].strip()) and is_rank_only(title):
        return Named(name=body.cut(3), holders=(who,))
    return None


def _named_in_words(piece: Passage) -> Named | None:
    """Read a title with the person behind it, without a sign between: Head custodian Al Dunn."""
    words = piece.text.split()
    for count in (2, 3):
        who, title = " ".join(words[-count:]), " ".join(words[:-count])
        if is_person(who, who.lower()) and (is_post(title.lower()) or is_german_title(title.lower())):
            return Named(name=piece.cut(0, len(title)), holders=(who,))
    return None
