"""Read who leads a unit and who works there, told in one breath: 客房由客房主管负责，带领领班和服务员."""

from __future__ import annotations

from collections.abc import Sequence

from orgviz.document.known.register import ROOT
from orgviz.document.known.state import LISTED, State, put
from orgviz.document.names.held_posts import held_post
from orgviz.document.names.judging import Sort, is_known_field, judge
from orgviz.document.names.lists import POST_CLASS, read_listing
from orgviz.document.names.notes import Named
from orgviz.document.text.hinted import hinted
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind

_LED = hinted(
    "[由归]",
    r"(?:而|其中|至于)?(?P<unit>[^,。;:、由归]{2,10}?)(?:这边|这块|那边|方面|工作)?(?:则|主要|统一|一般|通常)*[由归](?P<who>[^,。;:、]{2,10}?)"
    r"(?:全面|具体|总|统一|直接)*(?:负责|带队|牵头|统管|主管|领导|管理|管)(?:工作|全面工作)?,"
    r"(?:[其他她]?(?:手底下|底下|手下|下面|下边|下)(?:还|共|一共|又)?(?:有|设有?|管着?|带着?)|带领着?|带着|领着|领导着?|管着)(?P<crew>[^。;:]{2,60})$",
)


def read_led_crew(state: State, text: Passage, scope: int) -> bool:
    """Read a sentence that says of a unit which post leads it and which others it leads; tell whether it did."""
    match = _LED.match(text.folded)
    if match is None:
        return False
    name, post = text.cut(*match.span("unit")), held_post(text.cut(*match.span("who")))
    crew = _posts(text.cut(*match.span("crew")))
    if judge(post.name.folded) is not Sort.POST or not crew or not _may_be_led(name.folded):
        return False
    unit = state.register.find(name.folded, NodeKind.UNIT, scope)
    unit = put(state, NodeKind.UNIT, Named(name=name), scope, "led with its crew", LISTED) if unit is None else unit
    if unit == ROOT:
        return False
    head = put(state, NodeKind.POSITION, post, unit, "leads the unit", LISTED)
    state.register.entities[head].head = head != ROOT
    for one in crew:
        put(state, NodeKind.POSITION, one, unit, "works in the unit", LISTED)
    state.evidence += 1.5
    state.subject = unit
    return True


def _posts(text: Passage) -> Sequence[Named]:
    """Return the posts that a text lists; a field of work is one beside posts, most of all where a class says so."""
    listing = read_listing(text)
    sorts = [judge(item.name.folded) for item in listing.items]
    posts, is_told = sorts.count(Sort.POST), bool(POST_CLASS.search(listing.class_word))
    are_posts = all(sort in (Sort.POST, Sort.FIELD) for sort in sorts)
    return listing.items if are_posts and posts and (is_told or 2 * posts >= len(sorts)) else ()


def _may_be_led(folded: str) -> bool:
    """Whether a name before the one who leads is that of a unit or a field; a crew behind vouches for the latter."""
    sort = judge(folded)
    return sort in (Sort.UNIT, Sort.FIELD) or is_known_field(folded)
