"""Read Korean sentences of statutes and pages that say what is set up below whom, and who does what."""

from __future__ import annotations

import re

from orgviz.document.known.parts import Opening, find_part, hang_parts, mark_heads, units_called
from orgviz.document.known.register import ROOT, Link
from orgviz.document.known.state import SURE, State, give_duty, put, set_status
from orgviz.document.languages.korean_lines import read_directive
from orgviz.document.languages.korean_lists import items_of
from orgviz.document.languages.korean_placing import read_directly_below
from orgviz.document.names.judging import STRONG, Sort, judge
from orgviz.document.names.notes import Named
from orgviz.document.names.promises import Promise
from orgviz.document.text.marks import read_mark
from orgviz.document.text.passages import Passage
from orgviz.model import EdgeKind, NodeKind, Status
from orgviz.patterns import pattern

_HANGUL = pattern(r"[\uac00-\ud7a3]")
_SET_UP = pattern(
    r"(?:을|를)\s*(?:각각\s*|따로\s*|별도로\s*|부설로\s*|부설기관으로\s*|상설로\s*|직속으로\s*)*"
    r"(?P<verb>두지|두고|두며|두되|두어|둔다|둡니다|두었다|두고 있다|둘 수|설치하고|설치하며|"
    r"설치한다|설치할 수|설치합니다|설치하여|구성한다|편성한다|운영한다|운영하며|운영하고|갖추고|포함한다)"
    r"|(?<=[^\s])(?:이|가)\s*(?P<there>있다|있으며|있고|있습니다)"
)
_DENIED = pattern(r"\s*(?:있|하|두)?지(?:는|도)?\s*(?:않|못)")
_COMPOSED = pattern(
    r"(?P<subject>[^,。]{1,30}?)(?:은|는|이|가)\s+(?P<list>[^。]{2,160}?)(?:으로|로)\s*(?:이루어|구성(?!원)"
    r"|조직되|나뉘|나뉩|나누어|편성)"
)
_BELOW = pattern(
    r"\s*(?:밑에는?|아래에?는?|산하에는?|하에|소속으로|소속하에|소속 하에|직속으로|내에는?|안에|에는|에)(?=\s)"
)
_PURPOSE = pattern(r"^.*(?:위하여|위해|하기 위한|따라|의하여|관하여|존속하는|한시적으로)\s*")
_TEMPORARY = pattern(r"한시(?:조직|기구|적)|임시(?:조직|기구)")
_LIKE = pattern(r"^(?P<as>[^,]*?(?:조직|기구|기관|부서|기구|자문기구|보좌기관|하부조직))(?:으?로서?)\s+")
_DUTY = pattern(
    r"^(?P<subject>[^,]{2,24}?)(?:은|는)\s+(?P<duty>.{2,160}?(?:한다|합니다|맡는다|맡습니다|관장|담당|총괄|처리"
    r"|수행|돕는다|짠다|정한다))$"
)
_AIDS = pattern(r"(?:^|\s)(?P<whom>\S{2,20})(?:을|를)\s*보좌")
_APPOINTED = pattern(
    r"(?:^|,\s*)(?P<who>[^\s,]{2,20})(?:은|는)\s+[^,]*(?:보한다|임명한다|임용한다|위촉한다|선임한다|겸한다|선출한다)"
)
_ALIAS = pattern(
    r"(?P<name>\S[^()]{1,30})\(\s*이하\s*[\"'“”‘’「]*(?P<short>[^\"'“”‘’」()]{1,20}?)[\"'“”‘’」]*(?:이라|라)"
)
_EACH = pattern(r"^각\s*(?P<class>\S{1,8})$")
_LEAD = pattern(r"다음(?:\s*각\s*호)?(?:의|과|와)\s.*(?:둔다|둘 수 있다|같다|설치한다|구성한다|같습니다|이다)$")
_OWN = pattern(
    r"(?:이|본|우리|당)?\s*(?:회사|재단|법인|협회|기관|학교|센터|조합|공사|공단|병원|위원회|연구원|단체|대학)"
)


def is_korean(folded: str) -> bool:
    """Whether a text is in Korean script."""
    return bool(_HANGUL.search(folded))


def read_sentence(state: State, text: Passage, scope: int) -> bool:
    """Read one sentence that stands below an entity; tell whether anything was understood."""
    text = _plain(text)
    if text.folded.startswith("@"):
        return read_directive(state, text)
    if read_directly_below(state, text):
        return True
    _read_aliases(state, text)
    understood = _read_set_up(state, text, scope)
    understood = _read_composed(state, text, scope) or understood
    understood = _read_appointed(state, text) or understood
    return _read_duty(state, text, scope) or understood


def opening_of(state: State, text: Passage, scope: int) -> Opening | None:
    """Return what a sentence opens that leads to a list: the teams that an office has, say."""
    text = _plain(text)
    if not _LEAD.search(text.folded):
        return None
    match = re.search("다음", text.folded)
    assert match is not None
    before = text.cut(0, match.start())
    subject = _subject(state, before, scope, may_be_new=True)
    is_set_up = not text.folded.endswith(("같다", "같습니다", "이다"))
    promise = Promise.MIXED if is_set_up or re.search(r"조직|기구|부서|구성", before.folded) else Promise.OPEN
    return Opening(scope if subject is None else subject, promise)


def _plain(text: Passage) -> Passage:
    """Return a sentence without its number, its stop and the notes of amendments."""
    mark = read_mark(text.folded)
    body = text.cut(mark[1]) if mark and mark[0].form in ("①", "(1)", "1.", "가.") else text
    end = re.search(r"(?:[.。\s]|<[^<>]*>|\((?:개정|신설|전문개정)[^()]*\))*$", body.folded)
    return body.cut(0, end.start()) if end else body


def _read_aliases(state: State, text: Passage) -> None:
    for match in _ALIAS.finditer(text.folded):
        name = match["name"].split(" ")[-1]
        name = re.split(r"(?:은|는)$", name)[0]
        place = state.register.find(name)
        if state.register.is_root(name) or (
            place is None and judge(name) is Sort.UNIT and not state.register.entities[ROOT].name.text
        ):
            start = match.start("name") + match["name"].rfind(name)
            state.register.name_root(text.cut(start, start + len(name)), match["short"])
        elif place is not None:
            state.register.call(place, match["short"])


def _read_set_up(state: State, text: Passage, scope: int) -> bool:
    """Read what a sentence sets up, clause by clause: who stands below whom, and what each office has."""
    understood = False
    begin = 0
    last: int | str | None = None
    for match in _SET_UP.finditer(text.folded):
        clause = text.cut(begin, match.start())
        begin = _clause_end(text.folded, match.end())
        verb = match["verb"] or ""
        if verb == "두지" or _DENIED.match(text.folded, match.end()) or (match["there"] and not _is_strong(clause)):
            continue
        parent, listed = _divided(state, clause, scope)
        made = _hang(state, listed, last if parent is None and last is not None else parent, scope, verb)
        if made:
            understood = True
            above = parent if isinstance(parent, int) and parent != ROOT else None
            state.subject = made[0] if len(made) == 1 else above
            last = parent
    return understood


def _is_strong(clause: Passage) -> bool:
    """Whether what there is in a place are units or posts: 본부에는 인사팀과 재무팀이 있다."""
    below = _BELOW.search(clause.folded)
    items = list(items_of(clause.cut(below.end()))) if below else []
    return bool(items) and all(judge(item.name.folded) in STRONG for item in items)


def _clause_end(folded: str, end: int) -> int:
    comma = folded.find(",", end)
    return comma + 1 if 0 <= comma - end <= 6 else end


def _divided(state: State, clause: Passage, scope: int) -> tuple[int | str | None, Passage]:
    """Divide a clause into the entity below which something is set up, and the list of that."""
    for match in reversed(list(_BELOW.finditer(clause.folded))):
        before, listed = clause.cut(0, match.start()), clause.cut(match.end())
        if not listed.text or not before.text:
            continue
        each = _EACH.fullmatch(_last_clause(before).folded)
        if each:
            return each["class"], listed
        subject = _subject(state, before, scope, may_be_new=True)
        if subject is not None:
            return subject, listed
        if _is_own(state, before):
            return ROOT, listed
    return None, clause


def _is_own(state: State, before: Passage) -> bool:
    """Whether a clause ends with a word for the organisation itself: 본부에, 도서관에."""
    name = _last_clause(before).folded
    root = state.register.entities[ROOT].name.folded
    return judge(name) is Sort.GENERIC or bool(_OWN.fullmatch(name)) or (len(name) > 1 and root.endswith(name))


def _last_clause(before: Passage) -> Passage:
    purpose = _PURPOSE.match(before.folded)
    body = before.cut(purpose.end()) if purpose else before
    return body.cut(body.folded.rfind(",") + 1)


def _subject(state: State, before: Passage, scope: int, *, may_be_new: bool) -> int | None:
    """Return the entity that a clause ends with: 행정혁신부 디지털정부실, or a word for the organisation itself."""
    body = _last_clause(before)
    body = body.cut(
        0,
        len(
            re.sub(
                r"(?:의|에|은|는|이|가)?\s*(?:조직|기구|하부조직|부서|구성|업무)?(?:은|는|에|으로)?$", "", body.folded
            )
        )
        or None,
    )
    starts = [0, *(match.end() for match in re.finditer(r"\s+", body.folded))]
    for start in starts:
        name = body.cut(start)
        found = find_part(state, name, scope, may_be_new=False)
        if found is not None:
            return found
    name = body.cut(starts[-1])
    root = state.register.entities[ROOT].name.folded
    if _OWN.fullmatch(name.folded) or (len(name) > 1 and root.endswith(name.folded)):
        return ROOT
    name = _without_root(state, name)
    found = find_part(state, name, scope, may_be_new=False)
    return found if found is not None else find_part(state, name, scope, may_be_new=may_be_new)


def _without_root(state: State, name: Passage) -> Passage:
    root = state.register.entities[ROOT].name.folded
    is_longer = bool(root) and name.folded.startswith(root) and len(name) > len(root) + 1
    return name.cut(len(root)) if is_longer else name


def _hang(state: State, listed: Passage, parent: int | str | None, scope: int, verb: str) -> list[int]:
    like = _LIKE.match(_last_purpose(listed).folded)
    body = _last_purpose(listed)
    body = body.cut(like.end()) if like else body
    items = list(items_of(body))
    is_maybe = verb.endswith("수")
    if isinstance(parent, str):
        return [one for unit in _units_of(state, parent, scope) for one in _each(state, items, unit, is_maybe)]
    made = hang_parts(state, items, scope if parent is None else parent, is_maybe=is_maybe)
    mark_heads(state, made, "장")
    if _TEMPORARY.search(listed.folded):
        for one in made:
            set_status(state, one, Status.TEMPORARY)
    return made


def _each(state: State, items: list[Named], unit: int, is_maybe: bool) -> list[int]:
    made = hang_parts(state, items, unit, is_maybe=is_maybe)
    mark_heads(state, made, "장")
    return made


def _last_purpose(listed: Passage) -> Passage:
    purpose = _PURPOSE.match(listed.folded)
    return listed.cut(purpose.end()) if purpose else listed


def _units_of(state: State, class_word: str, scope: int) -> list[int]:
    """Return the units below an entity whose names end in a word, for 각 팀."""
    return [place for place in units_called(state, class_word) if state.register.is_below(place, scope)]


def _read_composed(state: State, text: Passage, scope: int) -> bool:
    """Read 이사회는 이사장 1명과 이사 8명으로 구성한다."""
    match = _COMPOSED.search(text.folded)
    if match is None or _SET_UP.search(text.folded):
        return False
    items = list(items_of(_last_purpose(text.cut(*match.span("list")))))
    strong = sum(judge(item.name.folded) in STRONG for item in items)
    if not items or 2 * strong < len(items):
        return False
    parent = _subject(state, text.cut(*match.span("subject")), scope, may_be_new=True)
    made = hang_parts(state, items, scope if parent is None else parent)
    mark_heads(state, made, "장")
    return bool(made)


def _read_appointed(state: State, text: Passage) -> bool:
    """Read who is appointed: 교장은 이사장이 임명한다 tells that the unit named last has a 교장."""
    match = _APPOINTED.search(text.folded)
    if match is None or judge(match["who"]) is not Sort.POST:
        return False
    name = text.cut(*match.span("who"))
    if state.register.find(name.folded) is not None:
        return False
    unit = _led_by(state, name.folded)
    if unit is None or state.register.entities[unit].kind is not NodeKind.UNIT:
        return False
    place = put(state, NodeKind.POSITION, Named(name=name), unit, "who is appointed", SURE)
    mark_heads(state, [place], "장")
    return True


def _led_by(state: State, title: str) -> int | None:
    """Return the unit of 총무과장, or the one named last for 교장."""
    unit = state.register.find(title[:-1]) if title.endswith("장") else None
    if unit is not None and unit != ROOT and len(title) > 3:
        return unit
    is_short = len(title) <= 3 and state.subject not in (None, ROOT)
    return state.subject if is_short else None


def _read_duty(state: State, text: Passage, scope: int) -> bool:
    """Read what a known unit or post does: 대변인은 … 장관을 보좌한다."""
    match = _DUTY.match(text.folded)
    if match is None or _SET_UP.search(text.folded) or _COMPOSED.search(text.folded) or _APPOINTED.search(text.folded):
        return False
    subject = find_part(state, text.cut(*match.span("subject")), scope, may_be_new=False)
    if subject is None or subject == ROOT:
        return False
    give_duty(state, subject, text.cut(*match.span("duty")))
    aids = _AIDS.search(text.folded)
    whom = find_part(state, text.cut(*aids.span("whom")), ROOT, may_be_new=False) if aids else None
    if whom not in (None, ROOT, subject):
        assert whom is not None
        state.register.links.append(Link(subject, whom, EdgeKind.SUPPORTS, text, True))
    state.evidence += 0.5
    return True
