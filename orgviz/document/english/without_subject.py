"""Read what is said of a unit behind its name, without a subject: Includes Payroll, Treasury and Accounts."""

from __future__ import annotations

from orgviz.document.english.lists import read_enumeration
from orgviz.document.english.phrases import NUMBER
from orgviz.document.english.reworded import together, word
from orgviz.document.english.verbs import SECOND_PREDICATE
from orgviz.document.known.register import ROOT
from orgviz.document.known.state import State
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind
from orgviz.patterns import pattern

_STAFF = r"(?:(?:current|key|core)\s)?(?:staff|staffing|personnel|positions|roles|posts|crew)(?:\smembers)?:\s"
_HAS = pattern(
    r"(?:(?:also|which|it)\s)?(?:includes?|including|compris(?:es?|ing|ed\sof)|consist(?:s|ing)?\sof|"
    rf"has(?=\s{NUMBER}\s)|contains?|(?:is\s)?(?:made\sup|composed)\sof|(?:is\s)?(?:divided|split|organi[sz]ed|broken\sdown|grouped)\sinto)\s(?!both\b|but\b|all\b|everything\b)"
    rf"|{_STAFF}"
)
_STAFF_BEHIND = pattern(rf"(?<=[.;])\s(?={_STAFF})")
# Led by the Harbour Master, with two clerks.
_LED = pattern(
    r"(?:(?:it|which|this\s(?:unit|team|group|office|division|department))\s)?(?:is\s)?"
    r"(?P<verb>(?:led|lead|owned|headed(?:\sup)?|chaired|managed|run|directed|commanded|overseen|supervised|coordinated)\sby\s)"
)


def is_led(text: Passage) -> bool:
    """Whether a text behind the name of a unit begins with who leads it."""
    return _LED.match(text.folded) is not None


def behind_leader(text: Passage) -> Passage | None:
    """Return what a text that begins with who leads a unit says further on of what the unit does."""
    second = SECOND_PREDICATE.search(text.folded)
    return text.cut(second.start("said")) if second else None


def without_staff(text: Passage) -> tuple[Passage, Passage | None]:
    """Divide what stands behind the name of a unit: what it does, and the list of its staff behind that word."""
    match = _STAFF_BEHIND.search(text.folded)
    return (text, None) if match is None else (text.cut(0, match.start()), text.cut(match.end()))


def with_subject(state: State, text: Passage, scope: int) -> Passage:
    """Return a sentence below a unit that begins with of what it consists as one that begins with the unit."""
    entity = state.register.entities[scope]
    if scope == ROOT or entity.kind is not NodeKind.UNIT or not entity.name.text:
        return text
    led = _LED.match(text.folded)
    if led is not None:
        return together(word(text, f"The {entity.name.text} is"), text.cut(led.start("verb")))
    match = _HAS.match(text.folded)
    if match is None:
        return text
    items = read_enumeration(text.cut(match.end())).items
    if len(items) < _FEWEST or not all(item.is_proper or item.count for item in items):
        return text
    return together(word(text, f"The {entity.name.text} includes"), text.cut(match.end()))


_FEWEST = 2
