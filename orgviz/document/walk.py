"""Walk through the outline of a document in order, and have each item read where it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence

from orgviz.document.deciding import is_outline
from orgviz.document.english_headings import repeated_headings
from orgviz.document.items import read_item
from orgviz.document.languages import grammar_of
from orgviz.document.latin_names import is_german_name
from orgviz.document.leads import read_lead
from orgviz.document.names import Sort, judge
from orgviz.document.notes import Named
from orgviz.document.outline import Item
from orgviz.document.promises import Promise
from orgviz.document.prose import read_prose
from orgviz.document.register import ROOT
from orgviz.document.state import GUESSED, State, put
from orgviz.document.statutes import front_length, is_signature
from orgviz.document.tables import read_table_rows
from orgviz.document.walked import Walk, settle
from orgviz.model import NodeKind


def walk(items: Sequence[Item], state: State, scope: int = ROOT) -> None:
    """Read all items into the state."""
    walked = Walk(items, state, is_outline(items), front_length(items), repeated_headings(items))
    state.tells_work = state.tells_work or bool(walked.repeated)
    place = 0
    while place < len(items):
        item = items[place]
        above = scope if item.parent is None else walked.scopes[item.parent]
        above = walked.records.get(item.parent, above)
        promise = Promise.OPEN if item.parent is None else walked.promises[item.parent]
        if item.line.cells:
            rows = _rows(items, place)
            read_table_rows(state, [items[row].line for row in rows], above, promise)
            for _ in rows:
                settle(walked, above, Promise.OPEN, None)
            place += len(rows)
            continue
        _visit(walked, place, above, promise)
        place += 1


def _rows(items: Sequence[Item], place: int) -> range:
    end = place
    while end < len(items) and items[end].line.cells and (end == place or not items[end].line.after_blank):
        end += 1
    return range(place, end)


def _visit(walked: Walk, place: int, above: int, promise: Promise) -> None:
    item = walked.items[place]
    if item.mark is None:
        above = _behind_duties(walked, item, above)
        made = None if item.parent is None else walked.made[item.parent]
        read_prose(
            walked.state,
            item.body,
            above,
            is_duty=made is not None and made == above and promise is not Promise.NOTHING,
        )
        settle(walked, above, Promise.OPEN, None)
    elif place < walked.front and is_signature(walked.entry(place)):
        walked.state.tell(item.body, None, "signature before the articles")
        settle(walked, above, Promise.NOTHING, None)
    elif _opens(walked, place, above):
        return
    elif item.mark.form == "lead":
        read_lead(walked, place, above)
    elif item.mark.form == "article":
        _article(walked, place, above)
    else:
        read_item(walked, place, above, promise)


def _behind_duties(walked: Walk, item: Item, above: int) -> int:
    """Return where text stands that follows a list of duties: beside whoever has these, not below."""
    if item.parent is None or not item.line.after_blank or walked.promises[item.parent] is not Promise.DUTIES:
        return above
    lead = walked.items[item.parent]
    if lead.mark is None or lead.mark.form != "lead" or walked.state.register.entities[above].kind is NodeKind.UNIT:
        return above
    return ROOT if lead.parent is None else walked.scopes[lead.parent]


def _opens(walked: Walk, place: int, above: int) -> bool:
    """Read a sentence that leads to a list in a language with a grammar of its own."""
    body = walked.items[place].body
    grammar = grammar_of(body.folded) if walked.items[place].children else None
    opening = grammar.opening(walked.state, body, above) if grammar else None
    if opening is None:
        return False
    walked.state.tell(body, None, f"leads to a list of {opening.promise}")
    settle(walked, opening.scope, opening.promise, None if opening.scope == ROOT else opening.scope)
    return True


def _article(walked: Walk, place: int, above: int) -> None:
    """Read an article of a statute: its text stands behind its number or below it."""
    body = walked.items[place].body
    walked.state.subject = None
    heading = re.fullmatch(r"[^。;:,]{0,30}", re.sub(r"^(?:第[^条]{1,8}条|§+ *\d+\w?|제\d+조)\s*", "", body.folded))
    if heading is None or re.search(r"다\.?$|。$", body.folded):
        if body.folded.endswith(":"):
            read_lead(walked, place, above)
            return
        read_prose(walked.state, body, above)
    elif is_german_name(body.folded) and judge(body.folded) is Sort.UNIT:
        # § 9 Vorstand: what stands below it is said of the Vorstand.
        above = put(walked.state, NodeKind.UNIT, Named(name=body), above, "subject of a sentence", GUESSED)
    settle(walked, above, Promise.OPEN, None)
