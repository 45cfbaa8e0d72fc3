"""Decide of an item whether it names a unit, a post, or neither: by its name, its list, and what was promised."""

from __future__ import annotations

import re

from orgviz.document.items.drawn_trees import are_names_of_tree
from orgviz.document.items.fields_below import are_fields_below_posts
from orgviz.document.items.latin_lists import (
    are_records,
    are_told_fields,
    count_plain,
    is_caption,
    is_field_in_topic_words,
    is_link,
    is_listed_name,
    is_role,
    is_role_listed,
    is_title_of_classes,
    is_titled_like_others,
    without_title,
)
from orgviz.document.items.odd_names import heads_posts_like_others, is_group, may_be_one_of_fields, names_its_people
from orgviz.document.items.shown_units import (
    has_fields_below,
    has_staff_in_bracket,
    is_counted,
    is_work_below_post,
    stands_below_counted,
    tells_people_of_team,
)
from orgviz.document.items.topics import is_topic
from orgviz.document.items.walked import HEADINGS, Verdict, Walk, entries_below, has_names_below, is_title_above
from orgviz.document.items.weighing import count_groups, leads_to, looks_like_field, sort_told, usual
from orgviz.document.known.evidence import is_led, kind_by_text_behind, kind_by_what_is_below, tells_its_people
from orgviz.document.known.register import ROOT
from orgviz.document.names.counted_posts import are_seats, is_desk
from orgviz.document.names.entry import Entry, duty_words
from orgviz.document.names.judging import STRONG, Sort, bare, ends_as_unit, is_known_field, is_wide
from orgviz.document.names.promises import Promise, is_of_gone
from orgviz.document.names.words import words
from orgviz.document.outline.announced_title import announces
from orgviz.document.outline.columns import Column, column_of
from orgviz.document.outline.lines import TREE
from orgviz.document.text.marks import LEGAL
from orgviz.model import NodeKind
from orgviz.patterns import pattern


def kind_of_item(walked: Walk, place: int, entry: Entry, above: int, promise: Promise) -> NodeKind | None:
    """Decide whether an item names a unit or a post, or neither."""
    form = walked.items[place].form
    is_title = is_title_of_classes(walked, place, entry) or (place == 0 and announces(walked.items[place]))
    if is_title or (form in HEADINGS and _joins_known(walked, entry)):
        return None
    if place in walked.counted:
        return NodeKind.UNIT
    if place in walked.repeated and entry.rest is None and entry.sort is not Sort.POST:
        return NodeKind.UNIT
    if form == TREE and entry.sort not in STRONG and _is_tree_of_names(walked, place):
        return _kind_in_tree(walked, place, entry)
    if is_field_in_topic_words(entry) and _is_team_here(walked, place, above, promise):
        return NodeKind.UNIT
    is_told = is_led(entry) or heads_posts_like_others(walked, place, entry)
    told = NodeKind.UNIT if is_told or tells_people_of_team(walked, place, entry) else kind_by_text_behind(entry)
    if told is not None:
        return told
    if entry.sort in (Sort.SENTENCE, Sort.ABSTRACT):
        is_listed = (
            is_listed_name(walked.items[place], entry, promise) and _verdict(walked, place, above, promise).are_names
        )
        is_one = may_be_one_of_fields(walked, place, entry, above, promise)
        is_one = is_one and _verdict(walked, place, above, promise).are_names
        return NodeKind.UNIT if is_listed or is_one or is_titled_like_others(walked, place, entry) else None
    if form in LEGAL and entry.name.folded.endswith(("机构", "机关", "组织")) and entry.rest is None:
        return None
    if entry.sort in (Sort.GENERIC, Sort.FIELD) and _is_role_here(walked, place, entry, promise):
        return NodeKind.POSITION
    if entry.sort is Sort.GENERIC:
        return NodeKind.UNIT if is_group(walked, place, entry, promise) else None
    if form in LEGAL and is_wide(entry.name.folded) and re.search("[和与及]", entry.name.folded):
        return None  # 第四章 股东和股东大会: a heading about both
    verdict = _verdict(walked, place, above, promise)
    if entry.sort in STRONG:
        return _kind_by_name(walked, place, entry, promise, verdict)
    return _kind_of_field(walked, place, entry, above, promise, verdict)


def _is_team_here(walked: Walk, place: int, above: int, promise: Promise) -> bool:
    """Whether a word that is a topic elsewhere stands where units are listed, among some that are called so."""
    sorts = walked.sorts_beside(place)
    if walked.items[place].form == "#" or not sorts[Sort.FIELD] + sorts[Sort.UNIT]:
        return walked.items[place].form == "#" and promise is Promise.UNITS
    is_unit = promise is Promise.OPEN and above != ROOT and walked.state.register.entities[above].kind is NodeKind.UNIT
    return promise is Promise.UNITS or (is_unit and _verdict(walked, place, above, promise).are_names)


def _is_role_here(walked: Walk, place: int, entry: Entry, promise: Promise) -> bool:
    """Whether sorting words name a role: as a heading, or in a list of roles beside posts."""
    if walked.items[place].form in HEADINGS:
        return is_role(walked, place, entry, promise)
    posts = walked.sorts_beside(place)[Sort.POST] if entry.sort is Sort.GENERIC else 0
    return posts > 0 and (is_role_listed(entry, promise) or are_seats(entry.named))


_LONGEST_WORDS = 6


def _kind_in_tree(walked: Walk, place: int, entry: Entry) -> NodeKind | None:
    """Accept what stands in a drawn tree of an organisation, whatever it is called, unless it tells of a duty."""
    name = entry.name.folded
    is_long = len(name) > LONGEST_IN_TREE if is_wide(name) else len(name.split()) > _LONGEST_WORDS
    if is_long or _STOP.search(bare(name)) or words().duty_verbs.match(name):
        return None
    sorts = walked.sorts_beside(place)
    if sorts[Sort.SENTENCE] == sorts.total() or (duty_words(name) and 2 * sorts[Sort.SENTENCE] >= sorts.total()):
        return None
    if walked.items[place].children or (_is_latin_field(entry) and is_known_field(name.split()[-1])):
        return NodeKind.UNIT
    return NodeKind.POSITION if sorts[Sort.POST] > sorts[Sort.UNIT] else NodeKind.UNIT


LONGEST_IN_TREE = 16
_STOP = pattern(r"[。;!?]|, |^\W*$|=|@|https?:")


def _kind_by_name(walked: Walk, place: int, entry: Entry, promise: Promise, verdict: Verdict) -> NodeKind | None:
    """Accept a telling name by where it stands: as a heading always, in a list if the list is one of names."""
    form = walked.items[place].form
    kind = NodeKind.UNIT if entry.sort is Sort.UNIT else NodeKind.POSITION
    if entry.named.seats is not None and is_desk(entry.name.folded) and not walked.items[place].children:
        kind = NodeKind.POSITION  # 前台 2人
    if form in HEADINGS and entry.rest is None and _are_posts_below(walked, place, entry):
        return None
    if form in HEADINGS and kind is NodeKind.POSITION and is_of_gone(entry.name.folded):
        return None
    if form in HEADINGS and _SIT_TOGETHER.fullmatch(entry.name.folded) and names_its_people(walked, place):
        return NodeKind.UNIT
    if form == TREE:
        return kind if verdict.are_names else None
    if promise is Promise.UNITS and kind is NodeKind.POSITION and form in HEADINGS and " " not in entry.name.folded:
        kind = kind_by_what_is_below(entries_below(walked, place)) or kind  # Editor, a team with a lead
    if promise is Promise.NOTHING and verdict.strong_share < 0.6:
        return None
    if form == "bare" and is_caption(walked, place):
        return None
    if entry.divider == "." and not is_wide(entry.name.folded):
        return kind  # Records Office. This office keeps the rolls
    if tells_its_people(entry) and promise not in (Promise.NOTHING, Promise.DUTIES):
        return kind
    if form in HEADINGS:
        return kind
    is_outline = walked.is_outline and promise is not Promise.DUTIES
    return kind if verdict.are_names or is_outline else None


# Who is called so together is a body: Trustees, below it the Chair and the Treasurer.
_SIT_TOGETHER = pattern(r"(?:(?:the|our|board) )?(?:trustees|governors|elders|directors|councillors|commissioners)")
_CLASS_OF_POSTS = pattern(
    r"(?:[a-z&]+ ){0,3}(?:vice-)?(?:officer|director|manager|executive|leader|trustee|official|coordinator|lead|chair"
    r"|head|president)s"
)


def _are_posts_below(walked: Walk, place: int, entry: Entry) -> bool:
    """Whether a heading in the plural sorts the posts below it: Club Officers, below it the President and others."""
    if entry.sort is not Sort.POST or _CLASS_OF_POSTS.fullmatch(entry.name.folded) is None:
        return False
    below = entries_below(walked, place)
    posts = sum(one.sort is Sort.POST and one.rest is not None for one in below)
    titles = sum(one.sort is Sort.POST for one in below)
    return posts > 1 or (1 < titles == len(below)) or _has_posts_in_table(walked, place)


def _joins_known(walked: Walk, entry: Entry) -> bool:
    """Whether a heading names two posts together that were met before: Pastors and Elders."""
    halves = re.split(r" and | & ", entry.name.folded)
    if len(halves) != 2 or entry.rest is not None or entry.sort not in (Sort.POST, Sort.GENERIC):
        return False
    known = [walked.state.register.find(half) for half in halves]
    kinds = {walked.state.register.entities[one].kind for one in known if one not in (None, ROOT)}
    return None not in known and kinds == {NodeKind.POSITION}


def _has_posts_in_table(walked: Walk, place: int) -> bool:
    """Whether a table of posts stands below a heading, or below one right below it."""
    inner = walked.items[place].children
    below = (*inner, *(one for child in inner for one in walked.items[child].children))
    headers = (walked.items[one].line.cells for one in below)
    return any(column_of(cell.text) is Column.POST for header in headers for cell in header)


def _kind_of_field(
    walked: Walk, place: int, entry: Entry, above: int, promise: Promise, verdict: Verdict
) -> NodeKind | None:
    """Accept a field of work as a name where it was met before, or where its place says so."""
    name = entry.name.folded
    known = walked.state.register.find(name, below=above)
    if known is not None and walked.items[place].form == "bare" and _is_heading_of_another(walked, known, name):
        return None
    if known is not None and known != ROOT and promise is not Promise.DUTIES and entry.divider in ("", ":"):
        return walked.state.register.entities[known].kind
    if is_wide(name) and promise is not Promise.DUTIES and tells_its_people(entry):
        return NodeKind.UNIT
    if promise is not Promise.DUTIES and has_staff_in_bracket(entry):
        return NodeKind.UNIT
    if not is_wide(name) and not walked.is_outline:
        shown = kind_by_what_is_below(entries_below(walked, place))
        if shown is not None and promise is not Promise.DUTIES:
            return NodeKind.UNIT if _WORK_OF_MANY.search(name) and is_known_field(name) else shown
    if not verdict.are_names or is_topic(walked, place, entry, promise) or is_title_above(walked, place):
        return None
    if promise is Promise.OPEN and not walked.is_outline and is_link(walked, place, entry):
        return None
    if walked.items[place].children and (has_names_below(walked, place) or has_fields_below(walked, place)):
        return NodeKind.UNIT
    is_of_posts = verdict.usual is NodeKind.POSITION and promise is not Promise.POSTS
    if is_of_posts and (_is_latin_field(entry) or is_work_below_post(walked, above, entry)):
        return NodeKind.UNIT
    is_unit = promise is Promise.UNITS or stands_below_counted(walked, place)
    is_counted = entry.named.seats is not None and (is_wide(name) or not (is_unit or is_known_field(name)))
    return NodeKind.POSITION if is_counted else verdict.usual


def _is_heading_of_another(walked: Walk, known: int, name: str) -> bool:
    """Whether a known unit has a heading with more in its name: Awards, a topic of one team, and ## Awards Team."""
    entity = walked.state.register.entities[known]
    return entity.reason == "heading" and not is_wide(name) and entity.name.folded.startswith(f"{name} ")


# A field of work in the plural is done by a team, to whomever it is said to report: IT Services.
_WORK_OF_MANY = pattern(r"(?:services|operations|affairs|systems|relations|facilities|logistics)$")


def _is_latin_field(entry: Entry) -> bool:
    """Whether a name in Latin letters is no title but a field of work, which a team does: Finance among officers."""
    return not is_wide(entry.name.folded) and entry.named.seats is None and is_known_field(entry.name.folded)


def _verdict(walked: Walk, place: int, above: int, promise: Promise) -> Verdict:
    item = walked.items[place]
    key = (item.parent, item.form)
    if key not in walked.verdicts:
        walked.verdicts[key] = _judge_list(walked, place, above, promise)
    return walked.verdicts[key]


def _judge_list(walked: Walk, place: int, above: int, promise: Promise) -> Verdict:
    """Weigh the items of a list: what is promised of them, and what they look like."""
    entries = without_title(walked, place, [walked.entry(one) for one in walked.siblings(place)])
    if len(entries) > 1 and all(map(is_counted, entries)) and promise is not Promise.DUTIES:
        return Verdict(are_names=True, usual=NodeKind.POSITION, strong_share=1.0)
    sorts = list(map(sort_told, entries))
    count = len(sorts)
    posts, units = sorts.count(Sort.POST), sorts.count(Sort.UNIT)
    fields = sum(looks_like_field(entry) for entry in entries if kind_by_text_behind(entry) is None)
    fields += (
        sum(entry.sort is Sort.GENERIC and ends_as_unit(entry.name.folded) for entry in entries)
        if promise is Promise.UNITS
        else 0
    )
    fields += sum(entry.sort is Sort.GENERIC and is_role_listed(entry, promise) for entry in entries)
    fields += count_plain(entries) if promise is Promise.UNITS and leads_to(walked, place) else 0
    groups = count_groups(walked, place, entries, promise)
    strong = 1.0 if are_records(walked, place) else (posts + units + groups) / count
    names = min(1.0, (posts + units + fields) / count)
    kind = usual(promise, posts, units, count)
    is_post = above != ROOT and walked.state.register.entities[above].kind is NodeKind.POSITION
    if is_post and promise is Promise.OPEN and (are_told_fields(entries) or are_fields_below_posts(walked, place)):
        return Verdict(are_names=True, usual=NodeKind.UNIT, strong_share=strong)
    if walked.items[place].form == TREE:
        are_names = _is_tree_of_names(walked, place) or (promise is Promise.UNITS and names >= 0.7)
    elif promise in (Promise.UNITS, Promise.POSTS, Promise.MIXED):
        are_names = names > 0.5 or (names == 0.5 and (strong > 0 or walked.items[place].form not in HEADINGS))
    elif walked.is_outline:
        is_nothing = promise is Promise.NOTHING and not any(is_wide(entry.name.folded) for entry in entries)
        may_be = promise is not Promise.DUTIES and not is_nothing
        are_names = (may_be and not (is_post and strong < 0.3)) or strong >= (0.6 if is_nothing else 0.5)
    elif promise is Promise.DUTIES:
        are_names = strong >= 0.8 and count > 1
    elif promise is Promise.NOTHING:
        are_names = strong >= 0.6
    else:
        are_names = strong >= (0.6 if is_post else 0.5) or (strong >= 0.3 and names >= 0.99 and not is_post)
    return Verdict(are_names, kind, strong)


def _is_tree_of_names(walked: Walk, place: int) -> bool:
    """Tell a drawn tree of an organisation from one of files or figures, by all of its items."""
    known = walked.trees.get(place)
    if known is None:
        first = last = place
        while first > 0 and walked.items[first - 1].form == TREE:
            first -= 1
        while last + 1 < len(walked.items) and walked.items[last + 1].form == TREE:
            last += 1
        known = are_names_of_tree([walked.entry(one) for one in range(max(0, first - 1), last + 1)])
        walked.trees.update(dict.fromkeys(range(first, last + 1), known))
    return known
