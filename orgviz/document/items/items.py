"""Read an item that may name a unit or post: a name, a key with its value, a record, or none of these."""

from __future__ import annotations

from dataclasses import replace

from orgviz.classify import built_in_lexicon
from orgviz.document.chinese.classed_lists import is_outsiders, read_names_behind
from orgviz.document.english.hang import call_halves
from orgviz.document.facts.facts import first_sentence, read_key_value, read_rest
from orgviz.document.items.again import beside_its_class, read_heading_over_duties, unit_called_again, unit_listed_again
from orgviz.document.items.answers import read_answer
from orgviz.document.items.deciding import kind_of_item
from orgviz.document.items.each_holder import held_by_one, put_of_holder
from orgviz.document.items.holders import is_told_post, read_crew_line, read_held
from orgviz.document.items.no_names import read_no_name
from orgviz.document.items.overseen import read_overseen
from orgviz.document.items.people_and_titles import read_title_beside
from orgviz.document.items.promised import names_several, promise_below, promise_of_title
from orgviz.document.items.record_labels import own_key, post_of_page
from orgviz.document.items.reporting_people import read_person
from orgviz.document.items.shown_units import is_shown_by_numbers_or_members
from orgviz.document.items.walked import HEADINGS, Walk, entries_below, has_names_below, settle
from orgviz.document.items.work_of_people import read_work_of_person
from orgviz.document.known.evidence import (
    are_fields_alike,
    is_led,
    is_level_of_people,
    is_titled_person,
    kind_by_text_behind,
    tells_units,
)
from orgviz.document.known.register import ROOT
from orgviz.document.known.staff import add_staff, staff_in_bracket
from orgviz.document.known.state import LISTED, SURE, put
from orgviz.document.languages.prose import read_prose
from orgviz.document.names.crew import read_crew
from orgviz.document.names.entry import Entry
from orgviz.document.names.judging import STRONG, Sort, is_wide, judge
from orgviz.document.names.keys import SAY_NO_MORE, Key, read_key
from orgviz.document.names.lists import read_listing
from orgviz.document.names.notes import Named, people_in, read_notes
from orgviz.document.names.promises import Promise, promise_of, promise_of_key
from orgviz.document.names.ranks import is_top_rank
from orgviz.document.names.whole_titles import whole_title
from orgviz.document.outline.lines import TREE
from orgviz.document.outline.nesting import Item
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind
from orgviz.patterns import pattern

_DRAWN, _HEADING, _LISTED = SHOWN = ("item of a drawn tree", "heading", "item of a list")


def read_item(walked: Walk, place: int, above: int, promise: Promise) -> None:
    """Read an item that may name a unit or a post."""
    state, item, entry = walked.state, walked.items[place], walked.entry(place)
    if read_held(walked, place, entry, above) or read_crew_line(walked, place, above):
        return
    if read_answer(walked, entry, above):
        return
    key = _key_of(walked, place, entry, above)
    if key is not None:
        if entry.rest is not None and _REMARK.fullmatch(entry.name.folded):
            state.prose.append((above, entry.rest))
        above = open_record(walked, item, key, entry, above)
        above = above if above != ROOT else post_of_page(walked, place, key)
        read_key_value(state, key, entry.rest, above)
        settle(walked, above, promise_of_key(key), above if above != ROOT else None)
        return
    if read_person(walked, place, entry, above, promise):
        return
    if read_work_of_person(walked, place, above) or read_title_beside(walked, place, entry, above):
        return
    if _outsiders(walked, place, entry, above) or _several(walked, place, entry, above, promise):
        return
    if read_overseen(walked, place, above):
        return
    above = beside_its_class(walked, place, unit_listed_again(walked, place, above))
    again = unit_called_again(walked, place, above)
    if again is not None:
        state.tell(item.body, f"'{state.name_of(again)}', named before", "heading")
        settle(walked, again, promise_of(item.body.folded), again)
        return
    if read_heading_over_duties(walked, place, above):
        return
    kind = kind_of_item(walked, place, entry, above, promise)
    if kind is None:
        read_no_name(walked, place, entry, above, promise)
    else:
        _read_name(walked, place, kind, above, promise)


_REMARK = pattern(r"notes?|备注|注|说明")  # what it says of two that are known is read with the sentences


def _key_of(walked: Walk, place: int, entry: Entry, above: int) -> Key | None:
    """Return the key that an item begins with, unless it is a name for all that."""
    item = walked.items[place]
    key = read_key(entry.name.folded) if entry.divider in (":", "-", " ", "") else None
    if key is None:
        return own_key(walked, item, entry, above)
    if key is Key.OTHER and entry.sort is Sort.UNIT and entry.rest is not None and read_crew(entry.rest).tells:
        return None  # Office: Mary Cole (office manager), 2 clerks
    if key is Key.MEMBERS and is_led(entry):
        return None  # People - Head: Ann Lee
    if item.form == TREE and item.children and entry.rest is None:
        return None  # Office, in a drawn tree, with what stands below it
    if key is Key.OTHER and entry.divider == "" and _has_people_below(walked, place):
        return None  # Floor, and below it the people who work there
    is_alone = entry.rest is None and not item.children
    is_top = key is Key.HEAD and is_top_rank(entry.name.folded)  # 总经理, below 董事会
    if is_alone and ((entry.name.text.isascii() and key in (Key.UNITS, Key.HEAD, Key.MEMBERS)) or is_top):
        return None  # Committees, Manager: an item of a list that says no more
    is_titled = entry.rest is None and (item.form in HEADINGS or _is_wide_alone(item))
    if key is Key.HEAD and is_titled and _is_told(walked, item) and not _has_people_below(walked, place):
        return None  # Chair, a heading with text below
    if key is Key.HEAD and entry.sort is Sort.POST and has_names_below(walked, place):
        return None  # 总经理　王敏, with what stands below the post
    if (
        key is Key.HEAD
        and entry.sort is Sort.POST
        and entry.rest is not None
        and not people_in(first_sentence(entry.rest))
        and is_told_post(walked, place, entry.rest)
    ):
        return None  # 总经理：全面负责… is a post with its duty
    if (
        key is Key.HEAD
        and entry.sort is Sort.POST
        and above == ROOT
        and entry.name.folded not in (*_ANY_HEAD, *SAY_NO_MORE)
    ):
        return None  # 主任：王敏, Chair: Ann Lee, where no unit is open
    is_title = walked.is_outline and entry.rest is None and item.form != "key"
    return None if is_title and key is not Key.DUTY else key


def _is_wide_alone(item: Item) -> bool:
    return is_wide(item.body.folded) and not item.body.folded.endswith(":")


def _is_told(walked: Walk, item: Item) -> bool:
    """Whether a sentence stands right below a heading."""
    first = walked.items[item.children[0]] if item.children else None
    return first is not None and first.is_prose and first.body.folded.endswith((".", "。"))


def _has_people_below(walked: Walk, place: int) -> bool:
    below = entries_below(walked, place)
    return any(map(is_titled_person, below)) or (bool(below) and all(entry.sort in STRONG for entry in below))


_ANY_HEAD = ("负责人", "领导", "牵头人", "带头人", "主要负责人", "总负责人", "主管领导")


def _read_name(walked: Walk, place: int, kind: NodeKind, above: int, promise: Promise) -> None:
    """Put the unit or post that an item names in its place, with what the item says of it."""
    state, item, entry = walked.state, walked.items[place], walked.entry(place)
    named, staff = staff_in_bracket(entry.named) if kind is NodeKind.UNIT else (entry.named, ())
    if kind is NodeKind.UNIT and above == ROOT and _names_whole(walked, place, named):
        _settle_whole(walked, entry, Promise.UNITS)
        return
    weight = SURE if entry.sort in STRONG else LISTED
    made = put_of_holder(walked, place, kind, named, above, _rule(item), weight)
    if made == ROOT:
        _settle_whole(walked, entry, promise_of_title(item.body.folded, entry))
        return
    entity = state.register.entities[made]
    entity.guess = entity.guess or (None if entry.sort in STRONG else "kind by its place in a list")
    group = built_in_lexicon().group_type(entry.name.folded)
    entity.type = entity.type or group
    is_class = names_several(entry.name.folded) and not tells_units(entries_below(walked, place))
    is_told = entry.sort in STRONG or kind_by_text_behind(entry) is not None
    told = 0.1 if is_class or is_level_of_people(entry) else 1 if is_told else 0.5 if promise is Promise.UNITS else 0.4
    state.evidence += told * (1 if item.mark and item.mark.form != "bare" else 0.8)
    if entry.sort in (Sort.FIELD, Sort.ABSTRACT) and is_shown_by_numbers_or_members(walked, place, entry):
        state.evidence += 0.7
    if entry.sort is Sort.GENERIC and kind is NodeKind.POSITION:
        state.evidence += 0.6  # a role that the text tells of
    if place in walked.repeated:
        state.register.call(made, walked.repeated[place])
        state.evidence += 0.6
    if place in walked.counted:
        state.as_many.append(made)
        state.evidence += 0.6
    call_halves(state, made, named.name.folded if kind is NodeKind.POSITION else "")
    add_staff(state, made, named, staff)
    if entry.rest is not None:
        read_rest(state, made, entry.rest, entry.divider)
    below = promise_below(item.body.folded, entry, group)
    goes_on = below is Promise.OPEN and (promise is Promise.UNITS or is_led(entry)) and kind is NodeKind.UNIT
    below = Promise.UNITS if goes_on and are_fields_alike(entries_below(walked, place)) else below
    settle(walked, made, below, made)


def _settle_whole(walked: Walk, entry: Entry, promise: Promise) -> None:
    """Read what stands behind the organisation's name and a word for its structure, on the same line."""
    state, rest = walked.state, entry.rest
    if rest is not None and is_wide(rest.folded):
        state.evidence += 1 if read_names_behind(state, ROOT, rest) or read_prose(state, rest, ROOT) else 0
    settle(walked, ROOT, promise, ROOT)


def _outsiders(walked: Walk, place: int, entry: Entry, above: int) -> bool:
    """Leave out those who have to do with a text or an event: 抄送:办公室、财务科."""
    if entry.divider != ":" or not is_outsiders(entry.name.folded):
        return False
    walked.state.tell(walked.items[place].body, None, "who has to do with a text or an event")
    settle(walked, above, Promise.NOTHING, None)
    return True


def _several(walked: Walk, place: int, entry: Entry, above: int, promise: Promise) -> bool:
    """Read an item that names several posts or units at once, such as 中餐厅经理和西餐厅经理."""
    folded = entry.name.folded
    is_told = _TELLS.match(folded) is not None
    if not is_wide(folded) or is_told or not _BESIDE.search(folded) or promise in (Promise.NOTHING, Promise.DUTIES):
        return False
    strokes = folded.count("/")
    if 0 < strokes < _FEWEST_BESIDE:
        return False  # 总裁/总经理: one post under either title
    items = list(read_listing(entry.name).items)
    if items and entry.named.seats is not None and items[-1].seats is None and any(item.seats for item in items):
        items[-1] = replace(items[-1], seats=entry.named.seats)
    items, is_one = held_by_one(items)
    sorts = {judge(item.name.folded) for item in items}
    are_names = {Sort.UNIT} if strokes > folded.count(" / ") else set(STRONG)
    if len(items) < 2 or len(sorts) != 1 or not sorts <= are_names:
        return False
    kind = NodeKind.UNIT if Sort.UNIT in sorts else NodeKind.POSITION
    anew = not strokes or walked.state.register.entities[above].kind is kind
    all_made = [put(walked.state, kind, item, above, _rule(walked.items[place]), SURE, anew=anew) for item in items]
    for made in all_made:
        walked.state.evidence += 0.5
        if entry.rest is not None and made != ROOT:
            read_rest(walked.state, made, entry.rest, entry.divider)
    settle(walked, all_made[0] if is_one else above, Promise.DUTIES, all_made[0] if is_one else None)
    return True


_BESIDE = pattern(r"[、和及与/]|[人名位]\s+(?=[\u4e00-\u9fff])")  # 会计2人 出纳1人
_TELLS = pattern(r"[^:、]{2,}(?:下面|手下|底下|下)(?:有|设|是|辖)[^:、]*:")  # 总经理下面有三位副总:生产副总、营销副总
_FEWEST_BESIDE = 2  # strokes between names beside each other: 直销部 / 渠道部 / 大客户部
_STRUCTURE = pattern(r"(?:组织[架结机]构|机构设置|架构)图?|organi[sz]ation(?:al)? (?:chart|structure)|org chart")


def _names_whole(walked: Walk, place: int, named: Named) -> bool:
    """Whether a heading such as 研发团队组织架构 names the organisation that the document is about."""
    register = walked.state.register
    tail = walked.items[place].body.folded[len(named.name) :]
    if register.entities[ROOT].name.text or register.children.get(ROOT) or not _STRUCTURE.search(tail):
        return False
    if any(one != place and _STRUCTURE.search(walked.items[one].body.folded) for one in walked.siblings(place)):
        return False  # one of several
    register.name_root(named.name)
    walked.state.tell(named.name, f"the organisation '{named.name.text}'", "heading over a structure")
    return True


_LONGEST_TITLE = 50
_WITH_FIELD = pattern(r"(?P<title>[A-Z][^,;:.]{2,30}), [A-Z][^,;:.]{2,30}")


def _title_with_field(value: Passage) -> Named | None:
    """Return the post that a key for titles names with any words behind a comma: Warden, River Programme."""
    match = _WITH_FIELD.fullmatch(value.text)
    return Named(name=value) if match and judge(match["title"].lower()) is Sort.POST else None


def open_record(walked: Walk, item: Item, key: Key, entry: Entry, above: int) -> int:
    """Open a record at a key such as 岗位名称：销售总监; what follows beside it is said of that post."""
    if key is not Key.NAME or entry.rest is None or len(entry.rest) > _LONGEST_TITLE:
        return above
    whole = whole_title(entry.rest) or _title_with_field(entry.rest)
    named = whole or read_notes(entry.rest)
    sort = judge(named.name.folded) if whole is None else Sort.POST
    is_same = walked.state.register.entities[above].name.folded == named.name.folded
    if sort not in STRONG or is_same:
        return above
    outer = ROOT if item.parent is None else walked.scopes[item.parent]
    kind = NodeKind.UNIT if sort is Sort.UNIT else NodeKind.POSITION
    made = put(walked.state, kind, named, outer, "key and value", LISTED)
    walked.state.evidence += 1
    if made != ROOT:
        walked.records[item.parent] = made
    return made


def _rule(item: Item) -> str:
    form = item.form
    if form == "tree":
        return _DRAWN
    return _HEADING if form in HEADINGS else _LISTED
