"""Take an English enumeration apart: its items, how many there should be, and what they are called as a class."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from orgviz.document.english.agents import agents, crews
from orgviz.document.english.comma_items import commas_within, read_named
from orgviz.document.english.completed import ended, in_singular, prefixed, renamed, suffixed
from orgviz.document.english.dividing import divided
from orgviz.document.english.held_in_list import held_behind, held_by_listed
from orgviz.document.english.phrases import NUMBER, Phrase, number_in, read_phrase
from orgviz.document.names.entry import masked
from orgviz.document.names.judging import STRONG, Sort, singular
from orgviz.document.text.passages import Passage
from orgviz.patterns import pattern

UNIT_CLASS = (
    "departments?|divisions?|teams?|groups?|units?|sections?|offices?|branches|branch|committees?|sub-?committees?|"
    "commissions?|ministries|"
    "councils?|boards?|chapters?|"
    "entities|arms|pillars|subdivisions|sub-?sections|corps|regiments|brigades|platoons|squadrons|squads?|tribes?|crews?|cent(?:re|er)s?|directorates?|bureaus?|faculties|faculty|schools?|institutes?|"
    "laborator(?:y|ies)|labs?|"
    "subgroups?|sub-?teams?|areas?|sub-?units?|wings?|battalions?|stations?|desks?|bodies|body|organs?|guilds?|"
    "circles?|pods?|"
    "programmes|programs|business lines|functions|streams?|agencies|companies|subsidiaries|clinics?|wards?|houses|parts"
)
_POST_CLASS = (
    "officers?|posts?|positions?|roles?|jobs?|employees|people|persons?|managers|directors|leads|leaders|principals|"
    "presidents|deans|deputies|secretaries|supervisors|coordinators|chiefs|commissioners|chancellors|provosts|"
    "executives|officials|figures|members|staff|individuals|professionals|specialists|experts|personnel|workers|creatives"
)
_CLASS = rf"(?:{UNIT_CLASS}|{_POST_CLASS})"
_LEAD = pattern(
    rf"\s*(?:(?:primarily|mainly|currently|also|each|only|the|an?|a total of|"
    rf"up of)\s+)*(?P<following>following\s+)?(?:(?P<count>{NUMBER})\s+)?"
    rf"(?P<adjectives>(?:[\w'-]+\s+){{0,5}}?)(?P<class>{_CLASS})(?:/(?:{_CLASS}|services))?"
    r"(?:,?\s+(?:also|often|sometimes|usually)\s+(?:called|known as)\s+[\w-]+)?"
    r"(?:\s+(?:(?:below|under|beneath|reporting to) (?:him|her|them|it)|below|here|within it|in total|in all))?"
    rf"(?:\s+of\s+{NUMBER}(?=:)|,?\s(?:who|which|that)\s[^:,;]{{3,70}}(?=:))?"
    r"\s*(?P<divider>:|-{1,2}(?=\s)|,(?:\s*(?:namely|including|such as|which are|these are|they are))?|;"
    r"|\((?=[^)]*(?:,|"
    r" and )[^)]*\))|such as|namely|including|are|called|named|known as)\s*"
)
_STOP = pattern(
    r"(?:and\s+|but\s+|or\s+)?(?:who|which|that|where|whose|each|while|when|with|all|both|it|they|he|she|we|there|"
    r"as (?:shown|described|listed|set out|outlined|follows)|also)\b"
    r"|(?:and|but)\s+(?:is|are|was|will|shall|may|must|can|has|have|\w+(?:ses|izes|ises|ates|ides|ages|orts|eets|"
    r"ooks|orks|ders|vides|ports|sees)|advises|plans|runs|reports|meets|works|leads|serves|helps|acts|supports|"
    r"employs|is|oversees)\b"
    r"|(?:is|are|was|were|will|shall|may|must|can|has|have|for|to|in order|since|based on|depending|in addition|"
    r"so that|because|although|led|headed|chaired|reporting|appointed|elected|working|responsible|in turn|under|"
    r"offering|providing|supported|assisted)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Enumeration:
    """What an enumeration holds.

    Args:
        class_word: what the items are called together, folded and in the singular; empty where nothing is said.
        is_post_class: whether that word says that they are posts or people.
        head: further words before the class word, such as ``supporting practice``.
        stopped: where in the text something begins that is no part of the list any more.
    """

    items: tuple[Phrase, ...]
    count: int | None = None
    class_word: str = ""
    is_post_class: bool = False
    head: str = ""
    stopped: int = 0

    @property
    def strong(self) -> float:
        """The share of items with a word that says unit or post."""
        return sum(item.sort in STRONG for item in self.items) / max(1, len(self.items))

    @property
    def proper(self) -> float:
        """The share of items that are written with capitals."""
        return sum(item.is_proper for item in self.items) / max(1, len(self.items))

    @property
    def has_titles(self) -> bool:
        """Whether it lists several titles and nothing else, which says enough of what is announced as posts."""
        return len(self.items) > 1 and all(
            item.sort is Sort.POST and (not item.rest.text or item.rest.folded.startswith("to the "))
            for item in self.items
        )


@lru_cache(maxsize=1 << 6)
def read_enumeration(text: Passage) -> Enumeration:
    """Take apart what stands behind a verb of composition."""
    colon = re.match(r"\s*:\s*", text.folded)
    text = text.cut(colon.end()) if colon else text
    lead = _LEAD.match(text.folded)
    told = Enumeration(items=())
    body = text
    if lead and _is_lead(lead, text):
        word = lead["class"]
        told = replace(
            told,
            count=number_in(lead["count"]) if lead["count"] else None,
            class_word=singular(word.removesuffix("ren")),
            is_post_class=bool(re.fullmatch(_POST_CLASS, word)),
            head=lead["adjectives"].strip(),
        )
        if lead["divider"] == "(":
            return _bracketed(text, lead, told)
        body = text.cut(lead.end())
    second = _SECOND_LEAD.search(body.folded)
    if second and not lead:
        return _in_two(body, second)
    items, stop = _items(body, told.count)
    items = _alike(crews(agents(suffixed(prefixed(_without_others(held_behind(items)))))))
    held = held_by_listed(items, f"{told.head} {told.class_word}".strip(), told.count) if told.is_post_class else None
    if held is not None:
        return Enumeration(items=held, stopped=stop + len(text) - len(body))
    return replace(told, items=items, stopped=stop + len(text) - len(body))


def _without_others(items: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """Leave out what a list ends with beside those that it names: a Chair, a Clerk and other members."""
    is_vague = len(items) > 2 and items[-1].before.endswith("other") and not items[-1].is_proper
    return items[:-1] if is_vague and items[-1].count is None else items


def _alike(items: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """Take one among fields of work for a field, too, though its word sorts elsewhere: Lending, Reference, Binding."""
    odd = sum(item.sort in (Sort.GENERIC, Sort.ABSTRACT) for item in items)
    are_names = all(_is_written_as_name(item) and item.sort is not Sort.SENTENCE for item in items)
    if not odd or 2 * odd >= len(items) or not are_names:
        return items
    return tuple(
        replace(item, sort=Sort.FIELD) if item.sort in (Sort.GENERIC, Sort.ABSTRACT) else item for item in items
    )


def _is_written_as_name(item: Phrase) -> bool:
    return item.has_capitals and not item.rest.text and item.count is None


def _is_lead(lead: re.Match[str], text: Passage) -> bool:
    """Whether a class word before a comma opens the list rather than being its first item."""
    if _ONE_FOR.match(text.folded, lead.end()):
        return False  # two deputies, one for schools and one for roads
    if not lead["divider"].startswith((",", ";", "(")) or lead["following"]:
        return True
    if lead["divider"] not in (",", ";", "("):
        return True
    is_plural = lead["class"].endswith(("s", "people", "staff", "body"))
    if lead["divider"] == "(" and is_plural and re.fullmatch(_POST_CLASS, lead["class"]):
        end = text.folded.index(")", lead.end())
        first, _ = _items(text.cut(lead.end(), end), None)
        if len(first) > 1 and all(item.sort is Sort.POST and item.is_proper for item in first):
            return True  # the officers (President, Clerk and Treasurer)
    return is_plural and bool(lead["count"]) and text.text[lead.start("class") : lead.start("class") + 1].islower()


def _bracketed(text: Passage, lead: re.Match[str], told: Enumeration) -> Enumeration:
    """Read `three battalions (North, Central and South) and the Dive Unit`."""
    end = text.folded.index(")", lead.end())
    inner, _ = _items(text.cut(lead.end(), end), told.count)
    ending = singular(lead["class"])
    first = tuple(ended(item, ending) if item.sort is Sort.FIELD else item for item in inner)
    rest, stop = _items(text.cut(end + 1), None)
    more = tuple(item for item in rest if item.sort in STRONG)
    return replace(told, items=(*first, *more), count=None, stopped=end + 1 + stop)


def _items(body: Passage, count: int | None) -> tuple[tuple[Phrase, ...], int]:
    """Return the items of a list, and where it stops."""
    pieces, stop = _pieces(body)
    pieces = commas_within(pieces)
    parts: list[Passage] = []
    has_oxford = len(pieces) > 2 and bool(re.match(r"(?:and|or|as well as|&)\s", pieces[-1].folded))
    for number, piece in enumerate(pieces):
        is_last = number == len(pieces) - 1
        wanted = count - (len(pieces) - 1) if count is not None and is_last else None
        parts.extend(divided(piece, is_last and not has_oxford, wanted, alone=len(pieces) == 1))
    phrases: list[Phrase] = []
    for part in parts:
        each = _ONE_FOR.match(part.folded)
        if each and phrases:
            phrases = _one_for(phrases, part.cut(each.end()))
        elif part.text:
            phrases.append(read_named(part))
    return tuple(phrase for phrase in phrases if phrase.name.text and phrase.name.folded not in _NO_ITEMS), stop


_NO_ITEMS = ("each", "all", "both")
_ONE_FOR = pattern(
    r"(?:and\s+)?(?:one|another|the other)\s+(?:for|of)\s+(?!each\b|every\b|all\b|whom\b|which\b|them\b)(?=\S)"
)


def _one_for(phrases: list[Phrase], field: Passage) -> list[Phrase]:
    """Read `two Associate Deans, one for Teaching and one for Research`: each is a post of its own."""
    last = phrases[-1]
    stem = in_singular(last).text.split(" for ")[0]
    made = replace(
        last, named=replace(last.named, name=renamed(field, f"{stem} for {field.text}")), count=None, sort=Sort.POST
    )
    return [*(phrases if last.count is None else phrases[:-1]), made]


def _pieces(body: Passage) -> tuple[list[Passage], int]:
    """Divide a list at its commas, or at its semicolons, up to what is no part of it."""
    outside = masked(body.folded)
    divider = ";" if ";" in outside.rstrip("; ") else ","
    pieces: list[Passage] = []
    begin = 0
    while begin <= len(outside):
        end = outside.find(divider, begin)
        end = len(outside) if end < 0 else end
        piece = body.cut(begin, end)
        if pieces and _STOP.match(piece.folded) and not _NAME_BEHIND.match(piece.text):
            if divider != "," or not _goes_on(piece, body.cut(end + 1)):
                return pieces, begin
            begin = end + 1
            continue
        if piece.text:
            pieces.append(piece)
        begin = end + 1
    return pieces, len(body)


_NAME_BEHIND = pattern(r"IT|(?:and|or) [A-Z]")  # and Streets: no verb, though it ends as meets does
_CLAUSE = pattern(r"(?:who|which|responsible|led|headed|chaired)\s")
_LAST = pattern(r"(?:(?:and|as well as)\s)?(?=(?:the|an?|our|its)\s)|(?:and|as well as)\s(?=[A-Z])")


def _goes_on(clause: Passage, behind: Passage) -> bool:
    """Whether a list goes on behind a clause: Line Cooks, who fry, and Prep Cooks, who chop."""
    last = _LAST.match(behind.text) if _CLAUSE.match(clause.folded) else None
    item = read_phrase(behind.cut(last.end())) if last else None
    return last is not None and item is not None and item.sort in STRONG and (last.end() > 0 or item.is_proper)


_SECOND_LEAD = pattern(
    rf",?;?\s+(?:and|as well as|along with|plus)\s+(?=(?:the following|{NUMBER})\s(?:[\w-]+\s){{0,3}}{_CLASS}:)"
)


def _in_two(body: Passage, second: re.Match[str]) -> Enumeration:
    """Read `the Office of the Chair and the following departments: A and B`."""
    first, rest = (read_enumeration(part) for part in (body.cut(0, second.start()), body.cut(second.end())))
    return replace(rest, items=(*first.items, *rest.items), count=None, stopped=second.end() + rest.stopped)
