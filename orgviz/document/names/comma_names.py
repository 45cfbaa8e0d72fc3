"""Tell a name that holds commas from an enumeration: Bureau of Roads, Rails and Ports."""

from __future__ import annotations

from orgviz.document.names.notes import people_in
from orgviz.document.text.passages import Passage
from orgviz.patterns import pattern

_WORD = r"[A-Z][\w’'.&/-]*"
_WORDS = rf"{_WORD}(?: (?:{_WORD}|of|for|the|&|and))*"
_CLASS = (
    r"(?:Branch|Division|Department|Office|Bureau|Section|Unit|Directorate|Committee|Service|Agency|Commission|Centre|Center|"
    r"Group|Team|Council|Board|Institute|Ministry|School|Faculty|Subcommittee|Administration)"
)
_LISTED = rf"{_WORDS}(?:, {_WORDS}){{0,6}}?,? (?:and|&) {_WORDS}"
_SHORT = r"(?: \([A-Z][A-Za-z&]{1,7}\))?"  # as it is called for short, before its class or behind
_NAME = pattern(
    rf"(?:{_LISTED}{_SHORT} (?:{_CLASS}|{_CLASS.upper()}){_SHORT}"
    rf"|(?:{_WORD} ){{0,3}}{_CLASS} (?:of|for|on) (?:the )?{_LISTED})"
)


# A field of work that is told by several words, without a word for a unit: Roads, Rails & Ports (RRP).
_FIELDS = pattern(rf"{_WORD}(?: {_WORD})?(?:, {_WORD}(?: {_WORD})?){{1,4}},? (?:and|&) {_WORD}(?: {_WORD})?{_SHORT}")


def is_comma_field(text: str) -> bool:
    """Whether a text is what one field of work may be called, with commas and written with capitals throughout."""
    return "," in text and len(text) < _LONGEST and _FIELDS.fullmatch(text) is not None


def is_comma_name(text: str) -> bool:
    """Whether a text is one name with commas, written with capitals throughout.

    >>> is_comma_name("Criminal, Cyber, and Services Branch"), is_comma_name("Bureau of Roads, Rails and Ports")
    (True, True)
    >>> is_comma_name("Roads, Rails & Ports (RRP) Unit"), is_comma_name("ROADS, RAILS & PORTS UNIT")
    (True, True)
    >>> is_comma_name("Parks, Water and Roads Departments")
    False
    """
    return "," in text and len(text) < _LONGEST and "  " not in text and _NAME.fullmatch(text) is not None


_LONGEST = 120


_RANKS = pattern(
    r"(?:senior |associate |assistant |deputy |vice )?(?:manager|director|vp|svp|evp|vice president|head|lead"
    r"|chief|president|officer|supervisor|coordinator|dean)"
)


ENDS_IN_RANK = pattern(rf"(?:[a-z]+ ){{0,2}}(?:{_RANKS.pattern})")


def led_by(body: Passage) -> int | None:
    """Return where the comma stands behind which it is said who leads what is named: Boats, led by Ann Lee."""
    match = _LED_BY.search(body.text)
    return match.start() if match is not None and people_in(body.cut(match.end())) else None


_LED_BY = pattern(r", (?:led|headed|run|chaired|coordinated) by (?=[A-ZÀ-Þ])")
