"""Find the unit that a list or a heading names again: by its parts one by one, or by the word for its class."""

from __future__ import annotations

from collections import Counter

from orgviz.document.items.walked import Walk, settle
from orgviz.document.known.register import ROOT
from orgviz.document.names.judging import STRONG, Sort, singular
from orgviz.document.names.promises import Promise
from orgviz.model import NodeKind
from orgviz.patterns import pattern

_FEWEST = 3
_TITLES = 3  # items among which the title of the whole is
_SHARE = 0.6
_NEAR = 40


def unit_listed_again(walked: Walk, place: int, above: int) -> int:
    """Return the unit below which the items of a list are known already, most of them; else what they stand below.

    So a list of 主席, 副主席, 秘书处 at the top says more of those that the 执委会 was said to consist of.
    """
    key = (walked.items[place].parent, walked.items[place].form)
    known = walked.again.get(key)
    if known is None:
        known = walked.again[key] = _unit_of_all(walked, place, above)
    return above if known == ROOT else known


def _unit_of_all(walked: Walk, place: int, above: int) -> int:
    entries = [walked.entry(one) for one in walked.siblings(place)]
    names = [entry for entry in entries if entry.sort in STRONG]
    if len(names) < _FEWEST or len(names) < _SHARE * len(entries):
        return ROOT
    register = walked.state.register
    owners: Counter[int] = Counter()
    for entry in names:
        kind = NodeKind.UNIT if entry.sort is Sort.UNIT else NodeKind.POSITION
        parents = {
            register.entities[one].parent
            for one in register.candidates(entry.name.folded)
            if register.entities[one].kind is kind
        }
        owners.update(sorted(parents))
    if not owners:
        return ROOT
    owner, count = owners.most_common(1)[0]
    is_inside = owner not in (ROOT, above) and register.is_below(owner, above)
    return owner if is_inside and count >= _SHARE * len(names) and count >= _FEWEST else ROOT


_MANY = 3  # headings of one class from which on a title of that class stands beside them


def beside_its_class(walked: Walk, place: int, above: int) -> int:
    """Return where a title without a mark stands that is of the same class as the heading above it: beside that.

    So Kitchen Team, on a line of its own below the text of ## Garden Team, where other headings are teams as well.
    """
    item = walked.items[place]
    if item.form != "bare" or item.parent is None or above == ROOT or walked.made[item.parent] != above:
        return above
    word = _class_of(walked, place)
    if not word or _class_of(walked, item.parent) != word:
        return above
    beside = [one for one in walked.siblings(item.parent)[:_NEAR] if walked.items[one].form == "#"]
    if sum(_class_of(walked, one) == word for one in beside) + 1 < _MANY:
        return above
    outer = walked.items[item.parent].parent
    return ROOT if outer is None else walked.scopes[outer]


def _class_of(walked: Walk, place: int) -> str:
    entry = walked.entry(place)
    words = entry.name.folded.split() if entry.sort is Sort.UNIT and entry.rest is None else []
    return words[-1] if len(words) > 1 else ""


def unit_called_again(walked: Walk, place: int, above: int) -> int | None:
    """Return the unit that a heading calls by a part of its name; nothing where it names none again.

    That is the one above, by its class: Council membership below Town Council; or the one of which the text below
    speaks first: Stewards, below it The steward team, which is known.
    """
    item, entry = walked.items[place], walked.entry(place)
    if place < _TITLES and above == ROOT and entry.rest is not None and walked.state.register.is_root(item.body.folded):
        return ROOT  # Elm Works - Plant Organization, by which the whole was named
    if item.form != "#" or not entry.name.text.isascii() or entry.rest is not None:
        return None
    entities = walked.state.register.entities
    name = entry.name.folded
    people = _PEOPLE_OF.fullmatch(item.body.folded)
    if people is not None and (known := _known_unit(walked, people["who"])) is not None:
        return known
    if entry.sort is Sort.UNIT and " " not in name and above != ROOT and entities[above].kind is NodeKind.UNIT:
        return above if entities[above].name.folded.endswith(f" {name}") else None
    if entry.sort is not Sort.GENERIC or not item.children:
        return None
    told = _TOLD_OF.match(walked.items[item.children[0]].body.folded)
    if told is None or told["who"] not in (name, singular(name)):
        return None
    known = walked.state.register.find(f"{told['who']} {told['class']}")
    return known if known is not None and known != ROOT and entities[known].kind is NodeKind.UNIT else None


def _known_unit(walked: Walk, folded: str) -> int | None:
    """Return the unit that a name or its initials mean; nothing where it means none, or several."""
    register = walked.state.register
    known = register.find(folded) or register.find_by_initials(folded)
    return known if known and register.entities[known].kind is NodeKind.UNIT else None


_PEOPLE_OF = pattern(r"(?:(?:the|our|current|active) )*(?P<who>[^,:;]{2,40}?)(?:'s)? (?:members|membership|roster)")
_TOLD_OF = pattern(r"the (?P<who>[a-z ]{3,30}?) (?P<class>team|group|committee|council|board) ")


def read_heading_over_duties(walked: Walk, place: int, above: int) -> bool:
    """Read a heading such as 主任职责, which means the only post that is called so."""
    item, entry = walked.items[place], walked.entry(place)
    if entry.sort is not Sort.POST or entry.rest is not None or not _DUTIES.match(item.body.folded, len(entry.name)):
        return False
    register = walked.state.register
    found = [
        one
        for one in register.candidates(entry.name.folded)
        if register.entities[one].kind is NodeKind.POSITION and not register.entities[one].dropped
    ]
    if len(found) != 1 or not (above == ROOT or register.is_below(found[0], above)):
        return False
    walked.state.tell(item.body, f"'{walked.state.name_of(found[0])}', named before", "heading over duties")
    settle(walked, found[0], Promise.DUTIES, found[0])
    return True


_DUTIES = pattern(r"的?(?:岗位|工作|主要|具体)*(?:职责|职权)$")
