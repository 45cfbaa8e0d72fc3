"""Read Japanese sentences of rules and pages that say what is set up below whom, and who does what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from orgviz.document.known.parts import Opening, find_part, hang_parts, mark_heads, units_called
from orgviz.document.known.register import ROOT
from orgviz.document.known.state import State, give_duty, stands_below
from orgviz.document.names.judging import STRONG, Sort, judge
from orgviz.document.names.notes import Named, read_notes
from orgviz.document.names.promises import Promise
from orgviz.document.text.marks import chinese_number, read_mark
from orgviz.document.text.passages import Passage
from orgviz.folding import fold_pattern
from orgviz.model import NodeKind
from orgviz.patterns import pattern


def _folded(written: str) -> re.Pattern[str]:
    return pattern(fold_pattern(written))


_KANA = _folded(r"[\u3041-\u3096\u30a1-\u30fa]")
_SET_UP = _folded(
    r"を(?:それぞれ|各|別に|併せて|常設で)?(?P<verb>置くことができる|設けることができる|設置することができる"
    r"|置くものとする|置かない|置いて|置いた|置いている|置いています|置きます|置く|置き|"
    r"設けない|設ける|設けて|設け|設置する|設置し|設置している|設置しています|配置する|配置し|有する|擁する)"
    r"|(?<=[^\s])が(?P<there>ある|あります|あり|置かれ|"
    r"設置され|設けられ)|(?P<pair>を)(?=、?[^、。を]{1,12}に[^、。を]{1,20}を)"
)
_COMPOSED = _folded(
    r"(?P<subject>[^、。]{1,24}?)は、?(?P<list>[^。]{2,160}?)(?:をもって(?:組織|構成)|で(?:組織|構成)(?:する"
    r"|され|し)|により(?:組織|構成)|"
    r"から(?:成|なる|なり|構成)|の(?:[二三四五六七八九十\d]+)?(?:つの)?(?:部門|部署|部|課|係|グループ|チーム|班)?(?:に"
    r"|で|から)(?:分かれ|構成|成|なる|なり)|に分かれ|からなります)"
)
_BELOW = _folded(r"(?:の下に|のもとに|の中に|内に|には|に)、?")
_PURPOSE = _folded(r"^.*(?:ため|ために|により|に基づき|に応じ|処理させるため|とき|ときは)、?")
_BETWEEN = _folded(
    r"、|,|及び|および|並びに|ならびに|又は|または|若しくは|・|\s+と\s*|"
    r"(?<=[\u4e00-\u9fff名人\)])と(?=[\u4e00-\u9fff\u30a1-\u30fa])|\s*/\s*"
)
_COUNT = _folded(
    r"\s*(?P<each>各)?(?P<low>\d{1,4}|[一二三四五六七八九十]{1,4}|若干)\s*(?:人|名|員|つ)(?:以内|以上|程度|ずつ)?$"
)
_PLACED = _folded(
    r"(?P<child>[^、。]{2,20}?)は、?(?P<parent>[^、。]{2,20}?)(?:の所管と|の所管に属|に属|の下部組織と|の管轄と"
    r"|に置|直属と|の直属と)"
)
_DUTY = _folded(
    r"^(?P<subject>[^、。]{2,20}?)(?:は|では)、?(?P<duty>.{2,160}?(?:つかさどる|担当する|担当します"
    r"|担当している|行う|行います|所掌する|"
    r"処理する|総括する|統括する|担う|担います|補佐する|掌理する|管理する))$"
)
_LEAD = _folded(
    r"(?:次の|次に掲げる|以下の|下記の)[^。]{0,30}(?:を置く|を設ける|を置きます|に分ける|を設置する"
    r"|により構成する|で構成する|とおりとする|とおりである|"
    r"とおりです|とする|があります|です)$|(?:次|以下|下記)のとおり(?:とする|である|です|定める)?$"
)
_OWN = _folded(
    r"(?:当|本|この|弊)?(?:社|会社|会|法人|組合|市|町|村|区|県|校|院|館|役場|市役所|協会|財団|学会|学校|病院"
    r"|団体|機構|組織)"
)
_EACH = _folded(r"各?(?P<class>課|係|部|室|班|局|センター|支店|店|委員会|グループ|チーム|事務所|支所|科|館)$")
_SETS_UP, _STRUCTURE = _folded("置|設|分け|構成"), _folded("組織|部署|構成|体制|機構")
_TAIL = _folded(r"(?:の下に|のもとに|内に|には|に|は|の(?:組織|構成|部署|体制|事務分掌|分掌事務|事務)は?)?[、,]?$")
_THEM = _folded(r"(?:それぞれ|各々|おのおの)(?:の[部課係室班])?に(?:は)?、?")
_EACH_BEHIND = _folded(r"(?:って)?、?(?=それぞれ|各々|おのおの)")
_LEADERS = ("長", "长", "リーダー", "マネージャー")


def is_japanese(folded: str) -> bool:
    """Whether a text is in Japanese script: it has kana."""
    return bool(_KANA.search(folded))


def read_sentence(state: State, text: Passage, scope: int) -> bool:
    """Read one sentence that stands below an entity; tell whether anything was understood."""
    text = _plain(text)
    composed = _read_composed(state, text, scope)
    understood = _read_set_up(state, text.cut(composed), scope) or bool(composed)
    understood = _read_placed(state, text) or understood
    return _read_duty(state, text, scope) or understood


def opening_of(state: State, text: Passage, scope: int) -> Opening | None:
    """Return what a sentence opens that leads to a list: 総務部に、次の課を置く."""
    text = _plain(text)
    lead = _LEAD.search(text.folded)
    if lead is None or re.search(r"。.", text.folded):
        return None
    before = text.cut(0, lead.start())
    subject = _subject_before(state, before, scope)
    sets_up = _SETS_UP.search(lead[0]) is not None
    is_listed = sets_up or _STRUCTURE.search(before.folded)
    return Opening(scope if subject is None else subject, Promise.MIXED if is_listed else Promise.OPEN)


def _plain(text: Passage) -> Passage:
    mark = read_mark(text.folded)
    start = mark[1] if mark and mark[0].form in ("(1)", "1.", "①", "article") else 0
    number = re.match(r"\d{1,2}\s+(?=\S)", text.folded[start:])
    start += number.end() if number else 0
    heading = re.match(r"\([^()]{1,20}\)\s*", text.folded[start:])
    start += heading.end() if heading else 0
    return text.cut(start, len(text.folded.rstrip(" 。:")))


def _subject_before(state: State, before: Passage, scope: int) -> int | None:
    clause = before.cut(0, len(_TAIL.sub("", before.folded)))
    return _subject(state, clause, scope, may_be_new=True)


def _read_set_up(state: State, text: Passage, scope: int) -> bool:
    """Read what a sentence sets up, clause by clause: 町に保健センターを置き、公民館に館長1人を置く."""
    understood = False
    begin = 0
    for match in _SET_UP.finditer(text.folded):
        clause = text.cut(begin, match.start())
        begin = match.end()
        verb = match["verb"] or ""
        if match["there"] and not _is_strong(clause):
            continue
        if verb.endswith("ない"):
            continue
        understood = _hang(state, clause, scope, is_maybe="できる" in verb) or understood
    return understood


def _is_strong(clause: Passage) -> bool:
    """Whether what there is in a place are units or posts: 営業部には第一営業課と第二営業課がある."""
    below = _BELOW.search(clause.folded)
    items = list(items_of(clause.cut(below.end()))) if below else []
    return bool(items) and all(judge(item.name.folded) in STRONG for item in items)


def _hang(state: State, clause: Passage, scope: int, *, is_maybe: bool) -> bool:
    body = clause.cut(len(clause.folded) - len(clause.folded.lstrip("、, ")))
    them = _THEM.match(body.folded)
    if them is not None:
        return _put_in_all(state, body.cut(them.end()), list(state.several[1]), is_maybe)
    for match in _BELOW.finditer(body.folded):
        before, listed = body.cut(0, match.start()), body.cut(match.end())
        if not listed.text or not before.text or _PURPOSE.match(listed.folded):
            continue
        each = _EACH.fullmatch(_last_clause(before).folded)
        if each and state.register.find(before.folded) is None:
            units = units_called(state, each["class"])
            return _put_in_all(state, listed, units, is_maybe)
        subject = _subject(state, before, scope, may_be_new=True)
        if subject is not None:
            return _put(state, listed, subject, is_maybe)
    purpose = _PURPOSE.match(body.folded)
    return _put(state, body.cut(purpose.end()) if purpose else body, scope, is_maybe)


def _put(state: State, listed: Passage, parent: int, is_maybe: bool) -> bool:
    made = hang_parts(state, items_of(listed), parent, is_maybe=is_maybe)
    for ending in _LEADERS:
        mark_heads(state, made, ending)
    if len(made) == 1:
        state.subject = made[0]
    _note_several(state, made)
    return bool(made)


def _note_several(state: State, made: Sequence[int]) -> None:
    """Keep the units of which `それぞれに` may speak next."""
    units = tuple(place for place in made if state.register.entities[place].kind is NodeKind.UNIT)
    if len(units) > 1:
        state.several = (len(state.prose), units)


def _put_in_all(state: State, listed: Passage, units: list[int], is_maybe: bool) -> bool:
    for unit in units:
        _put(state, listed, unit, is_maybe)
    return bool(units)


def _last_clause(before: Passage) -> Passage:
    purpose = _PURPOSE.match(before.folded)
    body = before.cut(purpose.end()) if purpose else before
    return body.cut(max(body.folded.rfind(","), body.folded.rfind("、")) + 1)


def _subject(state: State, before: Passage, scope: int, *, may_be_new: bool) -> int | None:
    name = _last_clause(before)
    if not name.text:
        return None
    if _OWN.fullmatch(name.folded):
        return ROOT
    inner = name.folded.rfind("の")
    for part in (name, name.cut(inner + 1) if inner > 0 else name):
        found = find_part(state, part, scope, may_be_new=False)
        if found is not None:
            return found
    return find_part(state, name, scope, may_be_new=may_be_new)


def items_of(text: Passage) -> Iterator[Named]:
    """Yield the names in an enumeration, with their numbers."""
    for piece in text.split(match.span() for match in _BETWEEN.finditer(text.folded)):
        if not piece.text:
            continue
        count = _COUNT.search(piece.folded)
        if count and count.start() > 0:
            number = None if count["low"] == "若干" else chinese_number(count["low"])
            yield replace(read_notes(piece.cut(0, count.start())), seats=number)
        else:
            yield read_notes(piece)


def _read_composed(state: State, text: Passage, scope: int) -> int:
    """Read 理事会は、理事長及び理事をもって組織する; return where that ends, zero where nothing of it is said."""
    match = _COMPOSED.search(text.folded)
    behind = _EACH_BEHIND.match(text.folded, match.end()) if match else None
    if match is None or (_SET_UP.search(text.folded) and behind is None):
        return 0
    items = list(items_of(text.cut(*match.span("list"))))
    strong = sum(judge(item.name.folded) in STRONG for item in items)
    if not items or 2 * strong < len(items):
        return 0
    parent = _subject(state, text.cut(*match.span("subject")), scope, may_be_new=True)
    made = hang_parts(state, items, scope if parent is None else parent)
    for ending in _LEADERS:
        mark_heads(state, made, ending)
    _note_several(state, made)
    return match.end() if made else 0


def _read_placed(state: State, text: Passage) -> bool:
    """Read where a unit belongs: 保健センターは住民福祉課の所管とする."""
    match = None
    for match in _PLACED.finditer(text.folded):
        child = find_part(state, _last_clause(text.cut(*match.span("child"))), ROOT, may_be_new=False)
        parent = find_part(state, text.cut(*match.span("parent")), ROOT, may_be_new=False)
        if stands_below(state, child, parent):
            return True
    return False


def _read_duty(state: State, text: Passage, scope: int) -> bool:
    """Read what a known unit or post does: 総務課は、文書を担当する."""
    match = _DUTY.match(text.folded)
    if match is None or _SET_UP.search(text.folded):
        return False
    name = text.cut(*match.span("subject"))
    subject = find_part(state, name, scope, may_be_new=judge(name.folded) is Sort.UNIT)
    if subject is None or subject == ROOT:
        return False
    give_duty(state, subject, text.cut(*match.span("duty")))
    state.evidence += 0.5
    return True
