"""Walk through the outline of a document in order, and have each item read where it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence

from orgviz.document.chinese.claims import AMOUNTS, subject_of
from orgviz.document.chinese.class_of_list import completed_items, told_class, told_posts
from orgviz.document.chinese.in_each import read_each_told_before
from orgviz.document.chinese.statutes import front_length, is_signature
from orgviz.document.chinese.told_units import told_units
from orgviz.document.english.openings import COMPOSED, MEMBERS_FOLLOW, opening_of_superior
from orgviz.document.items.english_headings import repeated_headings
from orgviz.document.items.fields_led import fields_led
from orgviz.document.items.groups_set_up import group_set_up_before
from orgviz.document.items.holders import held_places
from orgviz.document.items.items import read_item
from orgviz.document.items.leads import is_named_lead, read_lead, says_two, sentence_behind_title
from orgviz.document.items.listed_posts import read_listed_posts
from orgviz.document.items.outlines import is_all_names, is_outline
from orgviz.document.items.record_labels import record_labels
from orgviz.document.items.reporting_people import reporting_people
from orgviz.document.items.told_in_lists import with_names_told
from orgviz.document.items.told_numbers import places_counted
from orgviz.document.items.walked import Walk, settle
from orgviz.document.items.whole_names import whole_names
from orgviz.document.known.parts import Opening
from orgviz.document.known.register import ROOT
from orgviz.document.known.state import GUESSED, LISTED, State, put
from orgviz.document.languages.grammars import grammar_of
from orgviz.document.languages.prose import read_prose
from orgviz.document.languages.romance import opening_in_romance
from orgviz.document.names.judging import STRONG, Sort, is_wide, judge
from orgviz.document.names.latin_names import is_german_name
from orgviz.document.names.notes import Named
from orgviz.document.names.promises import Promise, is_of_gone, promise_of
from orgviz.document.outline.nesting import Item
from orgviz.document.tables.reading import read_table_rows
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind
from orgviz.patterns import pattern


def walk(items: Sequence[Item], state: State, scope: int = ROOT) -> None:
    """Read all items into the state."""
    items = with_names_told(completed_items(items))
    walked = Walk(
        items,
        state,
        is_outline(items),
        front=front_length(items),
        repeated=repeated_headings(items),
        counted=places_counted(items),
        whole=whole_names(items),
        labels=record_labels(items),
        held=held_places(items),
        reporting=reporting_people(items),
    )
    state.tells_work = state.tells_work or bool(walked.repeated)
    state.told_units = told_units(items)
    state.led_fields = fields_led(items)
    place = 0
    while place < len(items):
        item = items[place]
        above = scope if item.parent is None else walked.scopes[item.parent]
        above = walked.records.get(item.parent, above)
        above = group_set_up_before(walked, place, above)
        promise = Promise.OPEN if item.parent is None else walked.promises[item.parent]
        if item.line.cells:
            rows = _rows(items, place)
            if item.parent is None or not is_of_gone(items[item.parent].body.folded):
                read_table_rows(state, [items[row].line for row in rows], above, promise)
            for _ in rows:
                settle(walked, above, Promise.OPEN, None)
            place += len(rows)
            continue
        _visit(walked, place, above, promise)
        place += 1
    read_each_told_before(state)
    state.evidence += _EVIDENCE_OF_NAMES if is_all_names(walked) else 0


_EVIDENCE_OF_NAMES = 1.0  # an outline of nothing but names is one of an organisation, however short


def _rows(items: Sequence[Item], place: int) -> range:
    end = place
    while end < len(items) and items[end].line.cells and (end == place or not items[end].line.after_blank):
        end += 1
    return range(place, end)


def _visit(walked: Walk, place: int, above: int, promise: Promise) -> None:
    item = walked.items[place]
    if item.mark is None and read_listed_posts(walked, place, above):
        settle(walked, above, Promise.OPEN, None)
    elif item.mark is None:
        above = _behind_duties(walked, item, above)
        made = None if item.parent is None else walked.made[item.parent]
        read_prose(
            walked.state,
            item.body,
            above,
            is_duty=made is not None and made == above and promise is not Promise.NOTHING,
            goes_on=_goes_on(walked, place),
        )
        settle(walked, above, Promise.OPEN, None)
    elif place < walked.front and is_signature(walked.entry(place)):
        walked.state.tell(item.body, None, "signature before the articles")
        settle(walked, above, Promise.NOTHING, None)
    elif _opens(walked, place, above) or _leads_to_class(walked, place, above):
        return
    elif place in walked.labels:
        walked.state.tell(item.body, None, "label of a record")
        settle(walked, above, Promise.NOTHING, None)
    elif is_named_lead(walked, place):
        read_item(walked, place, above, promise)
    elif (
        item.mark.form == "lead" or (item.children and _SHORT_LEAD.fullmatch(item.body.folded)) or _leads(walked, place)
    ):
        read_lead(walked, place, above)
    elif item.mark.form == "article":
        _article(walked, place, above)
    else:
        read_item(walked, place, above, promise)


def _leads(walked: Walk, place: int) -> bool:
    """Whether a numbered sentence leads to a list of what something is composed of: 4.2 The Mill has these sections."""
    item = walked.items[place]
    folded = item.body.folded
    if not item.children or _SHORT_LEAD.fullmatch(folded):
        return bool(item.children)
    if MEMBERS_FOLLOW.match(folded):
        return True
    is_told = item.form != "#" and folded.endswith(":") and folded.isascii() and COMPOSED.search(folded) is not None
    return is_told and (walked.entry(place).sort is Sort.SENTENCE or sentence_behind_title(walked, place) is not None)


_SHORT_LEAD = pattern(r"[^,。;:]{2,8}(?:下设|分设|内设|设有|设立|设|下辖|包括|分为)[^,。;:]{0,4}:")
# A sentence without its stop, and no heading of an article.
_SAYS = pattern(
    r".{2}(?:(?<![建假附开铺常])设(?![计备施置立于在])|(?<![处安配装购设布])置(?![换业])|由.{2,}(?:组成|产生))"
)


def _goes_on(walked: Walk, place: int) -> bool:
    """Whether a line counts more posts behind those that its article has just counted."""
    item = walked.items[place]
    before = walked.items[place - 1] if place else None
    if before is None or item.parent is None or walked.items[item.parent].form != "article":
        return False
    is_beside = before.parent == item.parent or place - 1 == item.parent
    return is_beside and not item.line.after_blank and bool(AMOUNTS.match(item.body.folded))


_OF_PARTS = (Promise.UNITS, Promise.POSTS, Promise.MIXED)
# A paragraph behind a list that tells of something by a name of its own: Product is led by Ann Lee.
_OF_ANOTHER = pattern(
    r"(?:The )?(?!(?:It|They|He|She|We|Each|All|Both|This|These|Those|Every|Our|There)\b)"
    r"[A-Z][\w&-]+(?: [A-Z][\w&-]+){0,3} "
    r"(?:is (?:led|headed|run|managed|split|divided|organi[sz]ed|made up)|has|consists|reports) "
)


def _behind_duties(walked: Walk, item: Item, above: int) -> int:
    """Return where text stands that follows a list of duties: beside whoever has these, not below."""
    if item.parent is None or not item.line.after_blank:
        return above
    lead = walked.items[item.parent]
    if lead.form == "lead" and walked.promises[item.parent] in _OF_PARTS and _OF_ANOTHER.match(item.body.text):
        return ROOT if lead.parent is None else walked.scopes[lead.parent]
    if walked.promises[item.parent] is not Promise.DUTIES:
        return above
    if lead.mark is None or lead.mark.form != "lead" or walked.state.register.entities[above].kind is NodeKind.UNIT:
        return above
    return ROOT if lead.parent is None else walked.scopes[lead.parent]


def _opens(walked: Walk, place: int, above: int) -> bool:
    """Read a sentence that leads to a list in a language with a grammar of its own."""
    body = walked.items[place].body
    grammar = grammar_of(body.folded) if walked.items[place].children else None
    opening = grammar.opening(walked.state, body, above) if grammar else _opening_of_superior(walked, place, above)
    if opening is None:
        return False
    walked.state.tell(body, None, f"leads to a list of {opening.promise}")
    walked.state.evidence += 1 if grammar is None and opening.promise is not Promise.NOTHING else 0
    settle(walked, opening.scope, opening.promise, None if opening.scope == ROOT else opening.scope)
    return True


def _opening_of_superior(walked: Walk, place: int, above: int) -> Opening | None:
    """Read an English line below which those stand who report to somebody, with a list or deeper headings below it."""
    item = walked.items[place]
    if not item.children or is_wide(item.body.folded) or says_two(item.body):
        return None
    told = opening_in_romance(walked.state, item.body, above)
    return told if told is not None else opening_of_superior(walked.state, item.body, above)


def _leads_to_class(walked: Walk, place: int, above: int) -> bool:
    """Read a text that says which units stand below it, and more of them: 设下列各组，每组置组长一人，职掌如下."""
    body = walked.items[place].body
    if told_posts(walked.items[place]) is not None:
        walked.state.tell(body, None, "leads to a list of posts")
        settle(walked, above, Promise.POSTS, None if above == ROOT else above)
        return True
    told = told_class(walked.items[place])
    is_all = told is not None and len(body) - told.end() < 4 and promise_of(body.folded) is Promise.UNITS
    if told is None or is_all or not body.folded.endswith((":", "如下", "如下。")):
        return False
    walked.state.subject = None
    clause = body.cut(body.folded.rfind("。", 0, told.start()) + 1, told.start())
    subject = subject_of(walked.state, clause, above) if clause.text else None
    read_prose(walked.state, body, above)
    settle(walked, above if subject is None else subject, Promise.UNITS, subject)
    return True


def _article(walked: Walk, place: int, above: int) -> None:
    """Read an article of a statute: its text stands behind its number or below it."""
    body = walked.items[place].body
    walked.state.subject = None
    named = walked.entry(place)
    if named.sort in STRONG and is_wide(body.folded) and named.name.folded == body.folded.rstrip(": "):
        read_item(walked, place, above, Promise.OPEN)
        return
    heading = re.fullmatch(r"[^。;:,]{0,30}", re.sub(r"^(?:第[^条]{1,8}条|§+ *\d+\w?|제\d+조)\s*", "", body.folded))
    if heading is None or re.search(r"다\.?$|。$", body.folded) or _SAYS.search(heading[0]):
        if body.folded.endswith(":"):
            read_lead(walked, place, above)
            return
        read_prose(walked.state, body, above)
    elif is_german_name(body.folded) and judge(body.folded) is Sort.UNIT:
        # § 9 Vorstand: what stands below it is said of the Vorstand.
        above = put(walked.state, NodeKind.UNIT, Named(name=body), above, "subject of a sentence", GUESSED)
    elif (unit := _unit_in_brackets(body)) is not None:
        above = put(walked.state, NodeKind.UNIT, unit, above, "heading of an article", LISTED)
    settle(walked, above, Promise.OPEN, None)


_HEADED = pattern(r"\(([^()]{3,16}?)之?(?:职务|职掌|职责|任务|业务)\)")


def _unit_in_brackets(body: Passage) -> Named | None:
    """Return the unit of whose duties the heading of an article speaks: 第六條（財務部之職務）."""
    heading = _HEADED.fullmatch(body.folded)
    name = body.cut(*heading.span(1)) if heading else None
    return Named(name=name) if name is not None and judge(name.folded) is Sort.UNIT else None
