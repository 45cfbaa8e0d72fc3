"""Tell a list of the people who sit on a body: Steering Committee, below it Ann Lee (Chair), Bo Ray, Orchard Ltd."""

from __future__ import annotations

from collections.abc import Sequence

from orgviz.document.items.walked import Walk
from orgviz.document.known.evidence import is_titled_person
from orgviz.document.known.register import ROOT
from orgviz.document.known.staff import add_person
from orgviz.document.known.state import SURE, put
from orgviz.document.names.judging import STRONG, Sort, is_wide, judge
from orgviz.document.names.notes import Named
from orgviz.document.names.people import is_first_name, is_person
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind
from orgviz.patterns import pattern

_FRONT = pattern(r"[^,(:;|–—]{3,40}?(?=\s*(?:[,(:;|–—]|\s-\s|$))")
_FEWEST = 3
_SHARE = 0.75
_EACH = 0.5


def read_listed_person(walked: Walk, place: int, above: int) -> bool:
    """Read an item that names one of the people who sit on a body, perhaps with an office: Ann Lee, Orchard (Chair)."""
    who = _listed_person(walked, place, above)
    if who is None:
        return False
    title = _title_behind(walked.items[place].body.cut(len(who)))
    if title is not None:
        post = put(walked.state, NodeKind.POSITION, Named(name=title), above, "person with a title", SURE)
        walked.state.register.hold(post, (who.text,))
    else:
        add_person(walked.state, above, who, is_head=False)
    walked.state.evidence += _EACH
    return True


_PARTS = pattern(r"[,(:;|)]|\s[-–—]\s")


def _title_behind(rest: Passage) -> Passage | None:
    """Return the first part of what stands behind a person that is the title of a post."""
    parts = rest.split(match.span() for match in _PARTS.finditer(rest.folded))
    return next((part for part in parts if part.text and judge(part.folded) is Sort.POST), None)


def _listed_person(walked: Walk, place: int, above: int) -> Passage | None:
    """Return whom an item names in a list of people right below a body; nothing in any other list."""
    item, entity = walked.items[place], walked.state.register.entities[above]
    is_below = item.parent is not None and (walked.made[item.parent] == above or above == ROOT)
    if not is_below or item.mark is None or not item.mark.is_bullet or item.children:
        return None
    if entity.kind is not NodeKind.UNIT or not entity.name.text or not _is_body(entity.name.folded):
        return None
    who = person_at_front(item.body)
    return who if who is not None and _are_people(walked, place) else None


def _is_body(folded: str) -> bool:
    """Whether a unit is called after a class of units or after those who sit on it: Quay Board, Trustees, Committee."""
    return judge(folded) in STRONG or folded.endswith("committee")


def person_at_front(body: Passage) -> Passage | None:
    """Return the person with whom a text begins, before what is said of this one: Ann Lee, Orchard Ltd."""
    match = _FRONT.match(body.text)
    who = body.cut(*match.span()) if match is not None and not is_wide(body.folded) else None
    return who if who is not None and " " in who.text and is_person(who.text, who.folded) else None


def _are_people(walked: Walk, place: int) -> bool:
    """Whether nearly all of a list are people, and a third of them surely so: by their first names or their titles."""
    key = (walked.items[place].parent, walked.items[place].form)
    if key not in walked.people:
        walked.people[key] = _all_are_people(walked, walked.siblings(place))
    return walked.people[key]


def _all_are_people(walked: Walk, beside: Sequence[int]) -> bool:
    people = [who for one in beside if (who := person_at_front(walked.items[one].body)) is not None]
    sure = sum(is_first_name(who.folded.split()[0]) for who in people)
    sure += sum(is_titled_person(walked.entry(one)) for one in beside)
    return len(people) >= max(_FEWEST, _SHARE * len(beside)) and 3 * sure >= len(people)
