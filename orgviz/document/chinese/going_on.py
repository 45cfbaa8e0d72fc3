"""Read what goes on with a list: behind a semicolon, in the next sentence, or with the work of each name."""

from __future__ import annotations

import re

from orgviz.document.chinese.asides import HEADCOUNT
from orgviz.document.chinese.claims import AMOUNTS, first_clauses
from orgviz.document.chinese.hanging import hang
from orgviz.document.known.state import LISTED, State, give_duty, put
from orgviz.document.names.judging import STRONG, Sort, judge
from orgviz.document.names.lists import Listing, read_listing
from orgviz.document.names.notes import Named
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind
from orgviz.patterns import pattern


def read_more(state: State, text: Passage, scope: int) -> bool:
    """Read a list that goes on behind a semicolon, and counted posts without a verb: 馆长一名，主持…."""
    if state.listed_below is not None and _read_next_with_duty(state, text, state.listed_below):
        return True
    among = _OF_THE_STAFF.search(text.folded)
    text = text.cut(among.end()) if among else text
    is_counted = bool(AMOUNTS.match(text.folded)) and not text.folded.startswith(("各", "每"))
    is_listed = "、" in text.folded and not re.search(r"[的是在为由]|负责", text.folded)
    if not is_counted and (state.listed_below is None or not is_listed):
        return False
    listed = None if HEADCOUNT.match(text.folded) else first_clauses(text)
    listing = read_listing(listed) if listed is not None else Listing(items=())
    counted = [item for item in listing.items if item.seats is not None or judge(item.name.folded) in STRONG]
    if not counted or len(counted) < len(listing.items):
        return False
    posts = sum(judge(item.name.folded) is Sort.POST for item in counted)
    units = sum(judge(item.name.folded) is Sort.UNIT for item in counted)
    if state.listed_below is None and (units or posts < 0.6 * len(counted)):
        return False
    parent = scope if state.listed_below is None else state.listed_below
    state.listed_below = parent
    state.evidence += 0.5
    children = hang(state, listing, parent, "list that goes on", None)
    state.alone = children[0] if len(children) == 1 else None
    return bool(children)


# Of how many there are, those that are told one by one: 核定编制21名,其中馆长1名.
_OF_THE_STAFF = pattern(r"(?:编制|职工|员工|人员|在编|在岗)[^,。;]{0,6}?\d+(?:人|名|个),(?:其中|包括)[:,]?")


_NEXT = pattern(
    r"(?:以及|还有|和|及|与)?(?P<name>(?:(?!原名|原称|原为|又名|简称|改名)[^,。;、:的是]){2,14}),(?P<duty>[^、]{4}.*)?$"
)


def _read_next_with_duty(state: State, text: Passage, parent: int) -> bool:
    """Read the next name of a list in which each is told with its work: …;以及审计部,作为独立的监督者."""
    match = _NEXT.match(text.folded)
    name = text.cut(*match.span("name")) if match else None
    if match is None or name is None or judge(name.folded) is not Sort.UNIT or state.register.is_root(name.folded):
        return False
    place = put(state, NodeKind.UNIT, Named(name=name), parent, "list that goes on", LISTED)
    if match["duty"]:
        give_duty(state, place, text.cut(*match.span("duty")))
    state.evidence += 0.5
    return True
