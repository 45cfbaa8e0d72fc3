"""Read who stands beside the name of a unit: its head, its posts with their numbers, the people in them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from orgviz.document.known.register import ROOT
from orgviz.document.known.state import LISTED, SURE, State, put
from orgviz.document.names.crew import clause_of, read_whole_crew
from orgviz.document.names.entry import read_entry
from orgviz.document.names.judging import Sort, is_wide, judge, singular
from orgviz.document.names.keys import Key, read_key
from orgviz.document.names.lists import read_listing
from orgviz.document.names.name_keys import key_of
from orgviz.document.names.notes import Named, people_in, read_note
from orgviz.document.names.people import is_first_name, is_person
from orgviz.document.text.passages import Passage, joined
from orgviz.folding import fold
from orgviz.model import NodeKind
from orgviz.patterns import pattern

_SPACES = pattern(r"\s+")
_POST_AMOUNT = pattern(r"(?P<name>[^\d\s]{2,10})\s*(?P<count>\d{1,3})(?:人|名)?")
_AMOUNT = pattern(
    r"(?:约|共)?(\d{1,4})\s*(?:人|名|位|명|名様|fte|people|persons|positions?|posts?|employees|members"
    r"|staff)?(?:\(.*\))?"
)


def read_spaced_staff(state: State, place: int, rest: Passage) -> bool:
    """Read posts that stand side by side with their numbers: 店长1  导购5."""
    pieces = [piece for piece in rest.split(match.span() for match in _SPACES.finditer(rest.text)) if piece.text]
    counts = [_POST_AMOUNT.fullmatch(piece.folded) for piece in pieces]
    if state.register.entities[place].kind is not NodeKind.UNIT or not all(counts) or not pieces:
        return False
    for piece, match in zip(pieces, counts, strict=True):
        assert match is not None
        named = Named(name=piece.cut(0, match.end("name")), seats=int(match["count"]) or None)
        put(state, NodeKind.POSITION, named, place, "post with its number", SURE)
    return True


def read_staff(state: State, place: int, rest: Passage) -> bool:
    """Read a number of people, or a post with its holder, behind a name: 部门经理: 王敏, Provost, 5名."""
    entity = state.register.entities[place]
    amount = _AMOUNT.fullmatch(rest.folded)
    if amount:
        if entity.kind is NodeKind.POSITION and entity.seats is None:
            entity.seats = int(amount[1]) or None
        return True
    if entity.kind is not NodeKind.UNIT:
        return False
    post, _, holder = rest.text.partition(":") if ":" in rest.text else rest.text.partition("：")
    title = rest.cut(0, len(post))
    who = people_in(rest.cut(len(post) + 1)) if holder else ()
    if len(who) == 1 and judge(title.folded) is not Sort.POST and read_key(title.folded) is Key.HEAD:
        add_person(state, place, part_of(rest, who[0]), is_head=True)  # Leitung: Ida Roth
        return True
    if judge(title.folded) is not Sort.POST or (holder and not who) or len(title) > 40:
        return False
    if not holder and (_EVERYBODY.match(title.folded) or (is_wide(title.folded) and _are_posts(title))):
        return False  # 配音员和拟音师, all sales staff members
    named = read_entry(title).named
    child = put(
        state,
        NodeKind.POSITION,
        Named(name=named.name, holders=who or named.holders, vacant=named.vacant, seats=named.seats),
        place,
        "post behind a name",
        SURE,
    )
    title_alone = _OF_WHAT.split(named.name.folded, maxsplit=1)[0]
    is_one = bool(who) or is_wide(title_alone) or singular(title_alone) == title_alone
    state.register.entities[child].head = child != ROOT and not named.seats and is_one
    return True


_EVERYBODY = pattern(r"(?:all|any|every) ")
_OF_WHAT = pattern(r",| (?:of|for|in|at) ")


def _are_posts(text: Passage) -> bool:
    items = read_listing(text).items
    return len(items) > 1 and all(judge(item.name.folded) is Sort.POST for item in items)


def _post_and_holder(text: Passage) -> Named | None:
    """Read a title with who holds it: 总监:王敏, 팀장: 김민수, 总监:暂缺."""
    led = _LED_BY.match(text.folded)
    if led:
        return _leader(text.cut(led.end()))
    lacks = _LACKS.fullmatch(text.folded)
    if lacks and judge(lacks["post"]) is Sort.POST:
        return Named(name=text.cut(*lacks.span("post")), vacant=True)
    clause = clause_of(text)
    if clause is not None and clause.post is not None and clause.tells:
        return clause.post
    colon = text.folded.find(":")
    if colon < 1 or judge(text.folded[:colon]) is not Sort.POST:
        return None
    value = before_stop(text.cut(colon + 1))
    people = people_in(value)
    noted = read_note(Named(name=text.cut(0, colon)), value)
    if people:
        return Named(name=text.cut(0, colon), holders=people)
    return noted if noted is not None and (noted.vacant or noted.holders) else None


_LED_BY = pattern(r"(?:led|headed|managed|run|chaired|overseen|directed|owned) by:?\s(?:the |our |an? )?(?=\S)")


def _leader(text: Passage) -> Named | None:
    """Read who leads, by the person, the title, or both: Ann Lee, CTO; the CTO."""
    who, comma, _ = text.text.partition(",")
    person = text.cut(0, len(who))
    title = text.cut(len(who) + 1) if comma else text
    if judge(title.folded) is not Sort.POST:
        return None
    if comma and not is_person(person.text, person.folded):
        return None
    return Named(name=title, holders=(person.text,) if comma else ())


def add_staff(state: State, place: int, named: Named, staff: tuple[Named, ...]) -> None:
    """Put the posts and the head of a unit below it, that stand beside its name."""
    if place == ROOT or state.register.entities[place].kind is not NodeKind.UNIT:
        return
    for post in staff:
        is_unit = judge(post.name.folded) is Sort.UNIT or all(map(_is_field_in_latin, staff))
        if is_unit and post.seats is None:
            put(state, NodeKind.UNIT, post, place, "unit in brackets", LISTED)
            continue
        child = put(state, NodeKind.POSITION, post, place, "post in brackets", LISTED)
        if len(staff) == 1 and child != ROOT and post.seats is None:
            state.register.entities[child].head = True
    for one in named.holders:
        add_person(state, place, part_of(named.name, one), is_head=len(named.holders) == 1)
        state.register.entities[place].holders.clear()


def staff_in_bracket(named: Named) -> tuple[Named, tuple[Named, ...]]:
    """Take the posts out of a unit's bracket: 产品部(经理、专员2人)."""
    name = named.name
    opening = name.folded.rfind("(")
    if opening < 2 or not name.folded.endswith(")"):
        return named, ()
    inner = name.cut(opening + 1, len(name) - 1)
    uncounted = _without_counts(inner)
    if uncounted is not None:
        noted = read_note(replace(named, name=name.cut(0, opening)), uncounted)
        if noted is not None:
            return noted, ()
        inner = uncounted
    led = _LED_BY.match(inner.folded)
    people = people_in(inner.cut(led.end())) if led else ()
    if people:
        return replace(named, name=name.cut(0, opening), holders=people), ()
    told = _told_of_people(inner)
    if told:
        return replace(named, name=name.cut(0, opening)), told
    head = _post_and_holder(inner)
    if head is not None:
        return replace(named, name=name.cut(0, opening)), (head,)
    if ")" in inner.folded or _is_gloss(name.cut(0, opening), inner):
        return named, ()
    parts = _PARTS.match(inner.folded)
    items = () if _YEAR.match(inner.folded) else read_listing(inner.cut(parts.end()) if parts else inner).items
    if len(items) > (0 if parts else 1) and all(judge(item.name.folded) is Sort.UNIT for item in items):
        return replace(named, name=name.cut(0, opening)), tuple(items)
    if len(items) > 1 and all(map(_is_field_in_latin, items)):
        return replace(named, name=name.cut(0, opening)), tuple(items)
    posts = [item for item in items if judge(item.name.folded) is Sort.POST or item.seats is not None]
    fields = [item for item in items if judge(item.name.folded) is Sort.FIELD]
    if not posts or len(posts) + len(fields) < len(items) or len(posts) * 2 < len(items):
        is_remark = "、" in inner.folded or ":" in inner.folded
        return (replace(named, name=name.cut(0, opening)) if is_remark else named), ()
    return replace(named, name=name.cut(0, opening)), tuple(items)


_CLAUSES = pattern(r"\s*[,;]\s*")
_PEOPLE = r"(?:人|名|位|people|persons|staff|members|employees|fte)"
_COUNT_ONLY = pattern(rf"(?:共|约|共计|现有|编制|定员|人数:?|~|about )?\s*\d{{1,4}}\s*{_PEOPLE}?")


def _without_counts(inner: Passage) -> Passage | None:
    """Return a bracket without the clauses that only count the people of a unit: 5人,组长:李娜; else nothing."""
    clauses = [one for one in inner.split(sign.span() for sign in _CLAUSES.finditer(inner.folded)) if one.text]
    told = [one for one in clauses if _COUNT_ONLY.fullmatch(one.folded) is None]
    return joined(told, ", ") if 0 < len(told) < len(clauses) else None


def _told_of_people(inner: Passage) -> tuple[Named, ...]:
    """Return the posts in a bracket each clause of which tells of one: 主任1名，文员2名; PM: Ann, EM: Bob."""
    crew = read_whole_crew(inner)
    posts = tuple(clause.post for _, clause in crew.told if clause.post) if crew else ()
    are_told = crew is not None and len(posts) == len(crew.told) and all(one.seats or one.holders for one in posts)
    return posts if are_told and (len(posts) > 1 or posts[0].holders) else ()


_OFFICER = pattern(r"c[a-z]{1,2}o")


def _is_gloss(name: Passage, inner: Passage) -> bool:
    """Whether a bracket says a name again in another script: 运维部（SRE）, Brand Office (브랜드)."""
    is_other = is_wide(name.folded) != is_wide(inner.folded)
    is_word = inner.folded.replace(" ", "").isalpha() and _OFFICER.fullmatch(inner.folded) is None
    return is_other and is_word and not people_in(inner)


def _is_field_in_latin(item: Named) -> bool:
    """Whether a name in a bracket is a field of work with a capital: Public Works (Streets, Water, Parks)."""
    name = item.name
    is_name = name.text[:1].isupper() and name.text.isascii() and len(name.text.split()) <= 3 and len(name) > 2
    return is_name and judge(name.folded) in (Sort.FIELD, Sort.UNIT, Sort.ABSTRACT) and not _is_called(item)


def _is_called(item: Named) -> bool:
    name = item.name
    return is_first_name(name.folded) or is_person(name.text, name.folded) or item.seats is not None


_LACKS = pattern(r"(?:暂缺|暂无|尚缺|尚无|缺)(?P<post>.{2,8})")  # 暂缺组长
_PARTS = pattern(r"(?:其中)?(?:包含|包括|内含|下设|下辖|内设|辖|含|包)(?:有|了)?|including |incl\. |includes ")
_YEAR = pattern(r"(?:19|20)\d\d\b")


def part_of(text: Passage, part: str) -> Passage:
    """Return the part of a text that says something, or that part at the text's place where it stands elsewhere."""
    start = text.text.find(part)
    return text.cut(start, start + len(part)) if start >= 0 else Passage(part, fold(part), text.places[:1])


def add_person(state: State, parent: int, name: Passage, *, is_head: bool) -> int:
    """Put a person without a named post below a unit."""
    known = _person_below(state, parent, name)
    if known is not None:
        return known
    place = state.register.add(NodeKind.PERSON, Named(name=name), parent, "person", SURE)
    state.register.entities[place].head = (
        is_head and state.register.entities[parent].kind is NodeKind.UNIT and parent != ROOT
    )
    state.tell(name, f"{'head' if is_head else 'member'} of '{state.name_of(parent)}'", "name of a person")
    return place


def add_people(state: State, place: int, people: Sequence[str], told: Passage) -> None:
    """Add the people whom a text behind a name tells: holders of a post, or those of a unit, led by the only one."""
    if state.register.entities[place].kind is NodeKind.POSITION:
        state.register.hold(place, people)
        return
    for one in people:
        add_person(state, place, part_of(told, one), is_head=len(people) == 1)


_NEAR = 60  # of those who stand below a unit, the last; looking at all would take ever longer


def _person_below(state: State, parent: int, name: Passage) -> int | None:
    """Return who is called so below a unit: a person without a post, else the post that the person holds."""
    register = state.register
    below = register.children.get(parent, ())
    called_so = register.by_key.get(key_of(name.folded), ())
    for place in min(below, called_so, key=len):  # a name that all units share would be looked through for each
        entity = register.entities[place]
        if entity.kind is NodeKind.PERSON and entity.parent == parent and entity.name.text == name.text:
            return place
    near = below[-_NEAR:]
    return next((place for place in near if name.text in register.entities[place].holders), None)


def before_stop(value: Passage) -> Passage:
    """Return a text up to its first stop or turn."""
    stop = re.search(r"[,;。(]|\. | and | with | for | on ", value.folded)
    return value.cut(0, stop.start()) if stop and stop.start() > 1 else value
