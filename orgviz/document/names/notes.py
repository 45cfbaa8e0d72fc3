"""What stands beside a name: seats, holders, vacancies, status; a name is given back without them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from orgviz.document.names.amounts import RANGE, number_in
from orgviz.document.names.judging import STRONG, Sort, is_wide, judge
from orgviz.document.names.listed_people import listed_people
from orgviz.document.text.passages import Passage
from orgviz.model import Status
from orgviz.patterns import pattern

# Longer texts are no names, whatever they end in.
LONGEST = 200
_PEOPLE = (
    r"(?:人|名|位|个人|席|员|个|명|名様"
    r"|(?:open )?(?:ftes?|employees|staff|positions?|posts?|people|persons?|seats?|members?|headcount"
    r"|executives|agents|stellen?))"
)
_SEATS = pattern(
    rf"(?:约|共|编制|定编|定员|人数|需|招聘?|各|headcount:?|seats?:?)?\s*:?\s*{RANGE}\s*{_PEOPLE}(?:\b|$|以上"
    rf"|左右)?(?:\s*(?:-"
    rf"|per\b|,).*)?"
)
_TIMES = pattern(
    r"\s*[x×*✕]\s*(?P<low>\d{1,5}|n)\s*(?:人|名)?$|(?<=[^\d\s])\s*(?:[总一]?共[有计]?|合计|现有)?(?P<count>\d{1,4}|[一二三四五六七八九十廿卅两]{1,3}"
    r"|若干)(?:(?<=\S)\s?[-~—至到]\s?(?:\d{1,4}|[一二三四五六七八九十两]{1,3}))?\s*(?:人|名|位|명)(?:\s*(?:至|到|-|~)\s*\S{1,4}(?:人|名|位))?$|若干$"
)
_COUNTS_END = "n人名位명干"
_VACANT = pattern(
    r"(?:currently |still |now )?"
    r"(?:空缺|待聘|待招|待定|招聘中|暂缺|缺|缺员|出缺|悬缺|vacant|tbd|tbh|tbc|to be (?:hired|filled|confirmed"
    r"|appointed)|open"
    r"|hiring|unfilled|공석|欠員|欠员|空席|unbesetzt|vakant|n\.\s?n\.)\s*(?P<count>\d*)(?:人|名)?"
)
_STATUS = (
    (
        Status.OUTSOURCED,
        pattern(
            r"(?:[^,;]{0,10}(?:全部|均|整体|已)外包|外包给.{2,16}|外包|外协|委外|派遣|外委|outsourced|contractors?|contracted|external|외주|業務委託)(?:团队|人员|服务)?"
        ),
    ),
    (
        Status.PLANNED,
        pattern(
            r"(?:筹|筹备|筹建|筹备中|筹建中|拟设|规划中|计划中|待建|待成立|新设|planned|proposed|future|예정"
            r"|予定|geplant)"
        ),
    ),
    (
        Status.TEMPORARY,
        pattern(r"(?:临时|临时性|阶段性|temporary|interim|한시|臨時|befristet)(?:机构|组织|团队|部门)?"),
    ),
    (Status.OPTIONAL, pattern(r"(?:可选|选设|视情况|optional|如有|if any|可不设)")),
    (Status.CLOSED, pattern(r"(?:已撤销|撤销|已裁撤|closed|disbanded|archived|已解散|停用)")),
)
# A short name is noted where the document gives it; it is no part of the name.
_SHORT = pattern(
    r"(?:以下|下文)?(?:简称|下称|合称|统称)|(?:hereinafter|hereafter|henceforth)\b"
    r"|(?:(?:also|formerly|previously|commonly|often|sometimes) )?(?:known as|called|referred to as) |a\.?k\.?a\.? "
)
_HOLDER = pattern(
    r"(?:负责人|负责|领导|牵头人?|姓名|任职者|现任|由|(?:(?:interim|acting|team|new) )*lead"
    r"|led by|leader|head|headed by|managed by|owner|chaired by|담당|責任者"
    r"|leitung)\s*[::]\s*(?P<who>.+)|(?:led|headed|chaired) by (?P<leader>.+)"
)
_CONCURRENT = pattern(
    r"(?:由)?(?P<who>.{2,12}?)\s*(?:兼任?|代理?|担任|\(兼\)|acting|interim)$|(?:兼任?|代理?|acting"
    r"|interim)\s*:?\s*(?P<also>.{2,20})$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A name and what stands beside it.

    Args:
        name: without the notes; codes and short forms in brackets stay.
        led: whether the holders are said to lead what is named.
    """

    name: Passage
    seats: int | None = None
    holders: tuple[str, ...] = ()
    vacant: bool = False
    status: Status = Status.ACTIVE
    led: bool = False


def read_notes(text: Passage) -> Named:
    """Take the notes off the end of a name: brackets, ``×12``, a person behind a space."""
    named = Named(name=_stripped(text))
    if len(text) > LONGEST:
        return named
    for _ in range(4):
        shorter = _without_bracket(named) or _without_count(named)
        if shorter is None:
            break
        named = shorter
    return _without_person(named)


def _stripped(text: Passage) -> Passage:
    folded = text.folded
    start, end = 0, len(folded)
    while end > start and folded[end - 1] in " 。;,.:、\"“”'" and not _ends_in_quotes(folded, start, end):
        end -= 1
    while start < end and folded[start] in " 、,:\"“”'。;":
        start += 1
    if folded[end - 1 : end] == "?" and _is_doubted(folded[start:end]):
        end -= 1
    return text if end - start == len(folded) == len(folded.strip()) else text.cut(start, end)


def _ends_in_quotes(folded: str, start: int, end: int) -> bool:
    """Whether the sign at the end closes what is quoted within a name: Paper on "Safe Boats"."""
    opening = {'"': '"', "”": "“"}.get(folded[end - 1])
    return opening is not None and folded.find(opening, start + 1, end - 1) > 0 and folded[start] != opening


def _is_doubted(folded: str) -> bool:
    return _DOUBTED.fullmatch(folded) is not None and judge(folded[:-1].rstrip()) is Sort.POST


_DOUBTED = pattern(r"[^?!,.;:]{4,60}\?")  # Deputy Director?: a post that is not settled yet


def _without_bracket(named: Named) -> Named | None:
    """Read the bracket at the end, if it is a note."""
    folded = named.name.folded
    if not folded.endswith((")", "]", "】")):
        return None
    start = _opening(folded)
    if start <= 0:
        return None
    inner = named.name.cut(start + 1, len(folded) - 1)
    noted = read_note(named, inner) or (named if _is_remark(inner.folded) else None)
    return None if noted is None else replace(noted, name=_stripped(named.name.cut(0, start)))


def _is_remark(folded: str) -> bool:
    """Whether a bracket holds a sentence, and no list and nobody of those who work there."""
    is_list = _LIST.match(folded) or _AMOUNT.search(folded)
    says = len(folded) > 5 and judge(folded) is Sort.SENTENCE
    return not is_list and is_wide(folded) and (says or _DUTY.match(folded) is not None)


_LIST = pattern(r"[^:,]{1,12}:|[^、]{1,10}、")
_DUTY = pattern(r"(?:主要|全面|具体|专门|共同)*(?:负责(?!人)|承担|从事)(?=..)")
_AMOUNT = pattern(r"(?:\d|[一二两三四五六七八九十])[人名位](?:$|[,;、])")  # 主任1名,文员2名: who works there


def _opening(folded: str) -> int:
    """Return where the bracket begins that ends a text, which may hold one itself: Diving (Lead: Will (Bo) Day)."""
    opening = {")": "(", "]": "[", "】": "【"}[folded[-1]]
    depth = 0
    for at in range(len(folded) - 1, -1, -1):
        depth += (folded[at] == folded[-1]) - (folded[at] == opening)
        if not depth:
            return at
    return folded.rfind(opening)


def read_note(named: Named, note: Passage) -> Named | None:
    """Return the name with what a note says of it; nothing where the note is no such thing."""
    folded = note.folded.strip()
    if _SHORT.match(folded) or folded in ("兼", "兼任"):
        return named
    for status, form in _STATUS:
        if form.fullmatch(folded):
            return replace(named, status=status)
    vacant = _VACANT.fullmatch(folded)
    if vacant:
        return replace(named, vacant=True, seats=int(vacant["count"]) if vacant["count"] else named.seats)
    if folded.isdecimal() and len(folded) <= 3 and not is_wide(named.name.folded):
        return replace(named, seats=number_in(folded))
    seats = _SEATS.fullmatch(folded)
    if seats:
        return _with_more(replace(named, seats=number_in(seats["low"])), note)
    holder = _HOLDER.fullmatch(folded)
    if holder and _VACANT.fullmatch(holder["who"] or ""):
        return None
    if holder:
        who = note.cut(*holder.span("who" if holder["who"] else "leader"))
        counted = _COUNTED_TOO.search(who.folded)
        who = who.cut(0, counted.start()) if counted else who
        people = listed_people(who)
        if not people and not holder["who"]:
            return None
        return replace(named, holders=people or named.holders, led=bool(people))
    concurrent = _CONCURRENT.fullmatch(folded)
    if concurrent:
        group = "who" if concurrent["who"] else "also"
        people = listed_people(note.cut(*concurrent.span(group)))
        if people:
            return replace(named, holders=people)
    person, comma, title = note.folded.partition(", ")
    if comma and judge(title) is Sort.POST and not is_wide(folded):
        people = listed_people(note.cut(0, len(person)))  # Ultrasound (Dr. Ann Lee, Chief)
        return replace(named, holders=people, led=True) if people else None
    people = listed_people(note)
    return replace(named, holders=people) if people else None


_COUNTED_TOO = pattern(r"[,;]\s*(?:共|约|共计|编制)?\s*\d{1,4}\s*(?:人|名|位|people|members|staff)$")
_TELLS_MORE = pattern(
    r":|^[组队班部科店站]长|^(?:主任|经理|主管|负责人|总监)|\b(?:lead|led|head|headed|managed|chaired)\b"
)


def _with_more(named: Named, note: Passage) -> Named | None:
    """Read what stands behind a number: 2人,王敏、李静; nothing where more is told than a note does: 5人,组长:李娜."""
    comma = next((at for at, sign in enumerate(note.folded) if sign in ",;"), None)
    if comma is None:
        return named
    rest = note.cut(comma + 1)
    people = listed_people(_stripped(rest)) if rest.text else ()
    if people:
        return replace(named, holders=people)
    return None if _TELLS_MORE.search(rest.folded) else named


def people_in(text: Passage) -> tuple[str, ...]:
    """Return the people whom a text names and nothing else, such as ``王敏、李四``."""
    return listed_people(_stripped(text))


def _without_count(named: Named) -> Named | None:
    last = named.name.folded[-1:]
    match = _TIMES.search(named.name.folded) if last in _COUNTS_END or last.isdecimal() else None
    if match is None:
        return _with_bare_count(named)
    if match.start() < 2:
        return None
    written = match["low"] or match["count"]
    seats = None if written in ("n", "若干") else number_in(written)
    return replace(named, name=_stripped(named.name.cut(0, match.start())), seats=seats or named.seats)


_BARE_COUNT = pattern(r"(?<=[\u4e00-\u9fff])\s*(?P<count>\d{1,2})$")


def _with_bare_count(named: Named) -> Named | None:
    """Read a number alone behind a post, 领班2, 服务员 12, unless it was said how many there are: 领班2(1人)."""
    if named.seats is not None:
        return None
    match = _BARE_COUNT.search(named.name.folded) if named.name.folded[-1:].isdecimal() else None
    if match is None or judge(named.name.folded[: match.start()]) is not Sort.POST:
        return None
    return replace(
        named, name=_stripped(named.name.cut(0, match.start())), seats=number_in(match["count"]) or named.seats
    )


def _without_person(named: Named) -> Named:
    """Read a person behind a space or a stroke: 市场部经理 王敏."""
    text, folded = named.name, named.name.folded
    is_ascii = folded.isascii()
    if named.holders or (is_ascii and not _ENDS_VACANT.search(folded)):
        return named
    for match in reversed(list(_BEFORE_PERSON.finditer(folded))):
        after = folded[match.end() :].strip()
        people = () if is_ascii else listed_people(text.cut(match.end()))
        vacant = _VACANT.fullmatch(after) is not None and after not in ("open", "缺")
        before = folded[: match.start()].strip() if people or vacant else ""
        if len(before) < 2:
            continue
        counted = _without_count(Named(name=text.cut(0, match.start()))) if people and is_wide(folded) else None
        if counted is not None and judge(counted.name.folded) is Sort.POST:
            return replace(counted, holders=people, vacant=named.vacant, status=named.status)
        sort = judge(before)
        if people and sort in STRONG:
            return replace(named, name=_stripped(text.cut(0, match.start())), holders=people)
        if vacant and sort in _WITHOUT_HOLDER:
            return replace(named, name=_stripped(text.cut(0, match.start())), vacant=True)
    return named


_ENDS_VACANT = pattern(rf"[\s/-]{_VACANT.pattern}\s*$")
_BEFORE_PERSON = pattern(r"\s*[·•]\s*|\s+|\s*/\s*|[-—]+")
_WITHOUT_HOLDER = (*STRONG, Sort.FIELD)
