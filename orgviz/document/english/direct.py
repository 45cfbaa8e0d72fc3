"""Read English sentences that list what stands right below somebody: Her departments include A; his direct reports."""

from __future__ import annotations

import re
from dataclasses import replace

from orgviz.document.english.completed import in_singular, renamed
from orgviz.document.english.hang import hang, is_people, is_vague
from orgviz.document.english.lists import UNIT_CLASS, Enumeration, read_enumeration
from orgviz.document.english.phrases import NUMBER, Phrase
from orgviz.document.english.pronouns import stands_for
from orgviz.document.english.subjects import find_subjects
from orgviz.document.known.register import ROOT
from orgviz.document.known.state import LISTED, SURE, State, put
from orgviz.document.names.judging import STRONG, Sort
from orgviz.document.names.notes import Named
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind
from orgviz.patterns import pattern

_UNITS = rf"(?P<class>(?:{UNIT_CLASS})(?<=s))"
_ARE = r"(?:\s(?:currently|also))?\s(?:include|are|comprise|cover)\s?:?\s*"
# Her departments include: A, B and C.
_OWN_UNITS = pattern(
    rf"(?P<owner>her|his|their|its|our|the [a-z][\w' -]{{2,40}}?'s?)\s"
    rf"(?:own\s|main\s|current\s|standing\s|permanent\s|principal\s|{NUMBER}\s)?"
    rf"{_UNITS}{_ARE}"
)
# The divisions that report to her are: A, B and C.
_REPORTING = pattern(
    rf"(?:the|these|all|those|the following)?\s?(?:{NUMBER}\s)?(?:(?!and\b)[a-z-]+\s(?:and\s)?){{0,2}}?{_UNITS}"
    rf"(?:,?\sall\sof)?,?\s(?:(?:(?:which|that|whom|who)\s)?(?:directly\s|all\s)?report|reporting)"
    rf"(?:\sdirectly)?\sto\s(?P<owner>[^,:;]{{2,40}}?),?(?:{_ARE}|:\s)"
)
# The Dean has three direct reports: A, B and C. Reporting directly to the Dean are ...
_DIRECT = pattern(
    r"(?:(?P<owner>[^:;]{2,120}?)\s(?:also\s|now\s|currently\s)?(?:has|have)\s(?:\w+\s){0,3}?direct\sreports"
    r"(?:\sto\s(?:her|him|them|it))?|(?P<whose>her|his|their|the [a-z][\w' -]{2,40}?'s?)\s(?:\w+\s)?direct\sreports"
    r"(?:\s(?:on|in|for|at|from)\s[\w' -]{3,30}?)?"
    r"\s(?:include|are))\s?[:,]?\s*(?:namely\s)?"
)
_EACH_OF = pattern(
    rf"(?:the\s|an?\s)?(?P<post>[a-z][a-z -]{{2,40}}?)\s(?:for|of|in)\seach\sof(?:\s(?:the|its|our|these))?"
    rf"(?:\s(?:following|{NUMBER}))*(?:\s(?:{UNIT_CLASS}))?\s?:?\s*"
)
_HINT = pattern(r"direct reports|report(?:ing)?(?: directly)? to|^(?:her|his|their|its|our|the .{2,40}'s?) ")
_MOST_WORDS = 7


def read_direct(state: State, text: Passage, scope: int) -> bool:
    """Read what a sentence lists right below a post or unit; tell whether anything was understood."""
    if not _HINT.search(text.folded):
        return False
    return _read_units_of(state, text, scope) or _read_direct_reports(state, text, scope)


def _read_units_of(state: State, text: Passage, scope: int) -> bool:
    match = _OWN_UNITS.match(text.folded) or _REPORTING.match(text.folded)
    if match is None:
        return False
    owner = owner_of(state, text.cut(*match.span("owner")), scope)
    rest = text.cut(match.end())
    each = _EACH_OF.match(rest.folded)
    listing = read_enumeration(rest.cut(each.end()) if each else rest)
    if owner is None or not _are_names(listing):
        return False
    if each:
        made = _posts_for_each(state, rest.cut(*each.span("post")), listing, owner)
    else:
        made = [_put_with_parts(state, item, owner) for item in listing.items]
    state.evidence += 2
    if owner != ROOT:
        state.register.entities[owner].weight = max(state.register.entities[owner].weight, LISTED)
        state.subject = owner
    return bool(made)


def _read_direct_reports(state: State, text: Passage, scope: int) -> bool:
    match = _DIRECT.match(text.folded)
    if match is None:
        return False
    owner = owner_of(state, text.cut(*match.span("owner" if match["owner"] else "whose")), scope)
    listing = read_enumeration(text.cut(match.end()))
    kept = [item for item in listing.items if _is_direct_report(item)]
    if owner is None or owner == ROOT or not kept or len(kept) < len(listing.items):
        return False
    made = hang(state, replace(listing, items=tuple(kept)), (owner,), "said to report there")
    state.evidence += 1.5 if made else 0
    state.register.entities[owner].weight = max(state.register.entities[owner].weight, LISTED)
    return bool(made)


def _is_direct_report(item: Phrase) -> bool:
    """Whether an item is a unit or post of its own; the five team leads are those that were named elsewhere."""
    is_again = item.before.startswith("the") and item.count is not None and not item.is_proper
    return item.sort in STRONG and not is_again and not is_vague(item) and not is_people(item)


def owner_of(state: State, text: Passage, scope: int) -> int | None:
    """Return whom a list belongs to: her, the Dean's, the Chief of Staff."""
    one = stands_for(state, "he", scope) if text.folded in ("her", "his", "him") else None
    if one is not None and one != ROOT:
        return one
    if text.folded in ("her", "his", "their", "its", "him", "them", "it"):
        return state.subject if state.subject is not None else scope if scope != ROOT else None
    if text.folded == "our":
        return ROOT
    front = re.match(r"(?:in addition to|besides|apart from|as well as)\s.*\s(?=the\s)", text.folded)
    text = text.cut(front.end()) if front else text
    end = re.search(r"'s?$", text.folded)
    found = find_subjects(state, text.cut(0, end.start()) if end else text, scope, may_be_new=True)
    return found[0] if len(found) == 1 else None


def _are_names(listing: Enumeration) -> bool:
    """Whether a list that is announced as one of units holds short names throughout."""
    odd = sum(item.sort is Sort.GENERIC for item in listing.items)
    if odd * 3 > len(listing.items) or (odd and listing.proper < 1):
        return False
    return len(listing.items) > 1 and not any(
        item.sort is Sort.SENTENCE
        or is_people(item)
        or is_vague(item)
        or len(_without_bracket(item).folded.split()) > _MOST_WORDS
        for item in listing.items
    )


def _without_bracket(item: Phrase) -> Passage:
    opening = item.name.folded.find("(")
    return item.name.cut(0, opening) if opening > 0 and _parts_in_bracket(item) is not None else item.name


def _parts_in_bracket(item: Phrase) -> Passage | None:
    """Return the list that stands in brackets behind a name: critical care (wards, stations and labs)."""
    folded = item.name.folded
    opening = folded.find("(")
    if opening < 2 or not folded.endswith(")"):
        return None
    inner = item.name.cut(opening + 1, len(folded) - 1)
    return inner if re.search(r",| and ", inner.folded) else None


def _put_with_parts(state: State, item: Phrase, owner: int) -> int:
    """Put a unit below its owner, and below it the units in brackets behind its name."""
    inner = _parts_in_bracket(item)
    named = replace(item.named, name=_without_bracket(item))
    kind = NodeKind.POSITION if item.sort is Sort.POST else NodeKind.UNIT
    place = put(state, kind, named, owner, "listed as units", SURE if item.sort in STRONG else LISTED)
    if inner is not None and place != ROOT:
        parts = read_enumeration(inner)
        if _are_names(parts):
            for part in parts.items:
                put(state, NodeKind.UNIT, part.named, place, "listed in brackets", LISTED, anew=True)
    return place


def _posts_for_each(state: State, post: Passage, listing: Enumeration, owner: int) -> list[int]:
    """Read `Associate Directors for each of: A, B and C`: each field has one."""
    stem = in_singular(replace(listing.items[0], named=Named(name=post))).text
    return [
        put(
            state,
            NodeKind.POSITION,
            Named(name=renamed(item.name, f"{stem} for {item.name.text}")),
            owner,
            "one for each",
            LISTED,
        )
        for item in listing.items
    ]
