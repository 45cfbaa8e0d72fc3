"""Cut an English sentence at the verbs that relate units, posts and people; tell what stands before and behind each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from orgviz.document.english.plain_words import UNITS
from orgviz.document.names.entry import masked
from orgviz.document.text.passages import Passage
from orgviz.document.text.word_beginnings import at_words
from orgviz.patterns import pattern


class Verb(StrEnum):
    """What a verb says."""

    PARTS = "has as its parts"
    HAS = "has, among other things"
    LED = "is led by"
    LEADS = "leads"
    HELPED = "is assisted by"
    REPORTS = "reports to"
    BELONGS = "is part of"
    IS = "is"
    DOES = "does"


_BE = r"(?:(?:shall|will|may|must|can|should)\s+be|is|are|was|were|has been|have been|had been|being)"
_ADV = (
    r"(?:\s(?:also|currently|further|primarily|mainly|broadly|internally|usually|normally|typically|generally|"
    r"directly|jointly|hereby|now|each|all|both|only|formally|then|itself|in turn|at present|always|ultimately))*"
)
_LED = (
    r"(?:led|lead(?=\sby)|headed(?: up)?|chaired|managed|run|directed|commanded|overseen|supervised|presided over|"
    r"governed|owned|controlled|coordinated|co-ordinated|administered|steered|looked after)"
)
_IN_CLASSES = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2}|several|the\sfollowing|these)\s(?:[a-z-]+\s){0,2}?"
    rf"(?:{UNITS}|directorates)"
)
# What somebody does is no part of anything: the work includes supervising the crews.
_NO_WORK = (
    r"(?!\s(?:supervising|managing|overseeing|leading|directing|coordinating|ensuring|providing|maintaining)\s"
    r"(?!and\b))"
)
_SHALL = r"(?:(?:shall|will|may|must|can|should|would|might)\s)?"
_VERBS: tuple[tuple[Verb, str], ...] = (
    (
        Verb.LED,
        (
            rf"(?:{_BE}{_ADV}\s)?{_LED}(?:,?\s(?:and\s)?{_LED}){{0,3}}(?:\s(?:jointly|directly))?\sby|{_BE}{_ADV}\s(?:run|managed|governed)\sthrough|(?:{_BE}{_ADV}\s)?"
            rf"under\sthe\s(?:(?:overall|direct|immediate|general|administrative)\s){{0,2}}(?:direction|"
            rf"leadership|guidance|supervision|management|authority|command)\sof|(?<=each\s)under(?=\san?\s)|(?:{_BE}{_ADV}\s)?(?:placed\s)?(?:in|under)\s"
            r"the\s(?:charge|care)\sof|(?:whose\s(?:head|chief|leader|director)|the\s(?:head|chief|leader|director)\sof\swhich)\s"
            r"(?:is|(?:shall|will)\sbe)"
        ),
    ),
    (Verb.HELPED, rf"(?:{_BE}{_ADV}\s)?(?:assisted|supported|aided|advised|helped)(?:\s[a-z0-9-]+){{0,8}}?\sby"),
    (
        Verb.PARTS,
        (
            rf"{_SHALL}(?:(?:generally|usually|normally|typically)\s)?consists?{_ADV}\sof|consisting{_ADV}\sof|{_SHALL}compris(?:es?|ing)(?:\sof)?|contains?\sof|"
            rf"(?:{_BE}{_ADV}\s)?(?:composed|comprised|made\sup|formed)\sof|(?:{_BE}{_ADV}\s)staffed\s(?:by|with)"
            rf"|(?:{_BE}{_ADV}\s|(?<=\sand\s))(?:further\s)?(?:sub)?(?:divided|organi[sz]ed|structured|split|grouped|broken\sdown|separated|segmented|"
            rf"arranged){_ADV}\s(?:up\s)?(?:(?:along|by|according\sto)\s[a-z -]{{3,30}}?\s(?=into))?"
            rf"(?:into|in|around|under)(?!\s(?:the|a)\sway)|(?:breaks\sdown|splits?|falls?)\sinto"
            rf"|(?:operates?|works?|runs?|functions?)\s(?:under|in|with|across)(?=\s{_IN_CLASSES}\b)"
        ),
    ),
    (
        Verb.REPORTS,
        (
            rf"{_SHALL}(?:all\s|also\s|each\s|then\s)?reports?(?:\s(?:directly|back|in\sturn|administratively|"
            rf"functionally|straight))*\s(?:in)?to|reporting(?:\sdirectly)?\s(?:in)?to|(?:has|"
            rf"have)\sa\sreporting\sline\sto"
            rf"|(?:works?|serves?|operates?)(?:\sdirectly)?\s(?:under|beneath|below)(?:\sthe\s(?:overall\s|direct\s)?"
            r"(?:direction|supervision|authority|leadership|guidance|oversight|command)\sof)?"
            rf"|{_BE}{_ADV}\s(?:responsible|accountable|answerable|subordinate)\sto|(?:all\s|both\s|each\s)?answers?(?:\sdirectly)?\sto|comes?\sdirectly\sunder|"
            rf"accountable\sto|(?:is|(?:serves?|acts?)\sas)\s(?:the\s)?second[\s-]in[\s-]command\sto"
        ),
    ),
    (
        Verb.BELONGS,
        (
            rf"{_BE}{_ADV}\s(?:an?\s)?(?:integral\s)?part\sof|belongs?\sto|sits?\s(?:within|under)|"
            rf"{_BE}{_ADV}\s(?:attached|assigned|subordinated)\sto|falls?\sunder"
        ),
    ),
    (
        Verb.DOES,
        (
            rf"{_BE}{_ADV}\s(?:responsible|accountable|in\scharge|tasked|charged)\s(?:for|of|with)|(?:looks?|"
            rf"is\slooking)\safter|{_BE}{_ADV}\s(?:dedicated|committed|devoted)\sto|(?:takes?"
            rf"|is\staking)\scare\sof|(?:has|have)\s(?:overall\s)?(?:responsibility|"
            rf"authority)\s(?:for|over)"
            r"|the\s(?:main\s)?(?:responsibility|responsibilities|duty|duties|role|task|tasks|purpose)\sof|"
            r"works?\s(?:closely\s)?with|(?:shall|will|may|must)\snot"
        ),
    ),
    (
        Verb.LEADS,
        (
            rf"(?<!by\s)(?<!the\s)(?<!of\s)(?<!\sa\s)(?<!team\s)(?<!tech\s){_SHALL}(?:(?:also|currently)\s)?(?:leads|heads(?!\sof)(?:\sup)?|"
            rf"chairs|manages|oversees?|supervises?|directs|commands|presides\sover|runs)(?=\s)(?!\s(?:at|in|of|and|or|"
            rf"to|for|by|with|are|is|from|on|as)\b)|(?:will|shall|would)\s(?:lead|head|manage|oversee|supervise|run)(?=\s)|{_BE}\s(?:the\s(?:executive\s|administrative\s)?)?(?:head|leader|chair|manager|director|"
            rf"lead)\sof(?=\s)"
        ),
    ),
    (
        Verb.HAS,
        (
            rf"(?:(?:includes?|contains?|has|have)\s(?:(?:the|key|other|common|various|typical)\s){{0,2}})?"
            rf"(?:roles|positions|posts|functions|bodies|committees|teams|departments)\s(?:such\sas|like)(?=\s)|"
            rf"there(?:'s|\s(?:is|are|shall\sbe|will\sbe))(?:\salso)?|{_SHALL}(?:(?:also|currently|now|presently|already|today)\s)?(?:has|have|includes?|contains?|"
            rf"houses|hosts|operates|covers|spans|employs?|elects?|appoints?|maintains|sets?\sup|(?:has|have)\sset\sup|"
            rf"establish(?:es|ed)?|have\sat\sleast)(?=\s)|(?<=,\s)including(?=\s)|oversees"
        ),
    ),
    (
        Verb.DOES,
        (
            r"(?:shall|will|may|must|can|should)(?:\salso)?(?=\s[a-z])(?!\s(?:establish|appoint|elect|employ|form|create|"
            r"set\sup|have|include|be\s(?:the|an?|their|its|as\sfollows))\b|\sbe:)"
        ),
    ),
    (Verb.IS, rf"{_BE}{_ADV}(?=\s(?:the|their|its|our|an?)\s|:)"),
)
_STEMS = (
    "is are was were has have had being shall will may might must can should would led head chair manage run direct "
    "control command overse supervis presid govern owned coordinat co-ordinat administer steer look under assisted "
    "supported aided advised helped general usual normal typical consist compris contain composed made formed divided "
    "subdivided organi structured split group broken separat segment arranged break fall report all also each then "
    "work serve operate answer accountable run function act part belong sit take the lead includ role position post "
    "bodies committee team department there house host employ elect appoint maintain set establish cover span placed "
    "in whose come currently now presently already today"
)
_EACH = "|".join(rf"(?P<v{number}>(?:{form})(?!\w))" for number, (_, form) in enumerate(_VERBS))
_PATTERN = pattern(rf"{at_words(_STEMS)}(?:{_EACH})")


@dataclass(frozen=True, slots=True)
class Claim:
    """A verb with its surroundings.

    Args:
        subject: what stands before the verb in its clause; empty where the clause has no subject of its own.
        of_object: whether it speaks of what the verb before named: a committee *consisting of*, *who* reports to.
        behind: what stands behind it, up to the next clause.
        rest: what stands behind it, up to the end of the sentence.
        word: the verb itself, folded.
    """

    verb: Verb
    subject: Passage
    of_object: bool
    behind: Passage
    rest: Passage
    word: str


_PARTICIPLE = pattern(
    r"[a-z]+ing\b|(?:led|headed|chaired|managed|run|made up|composed|formed|assisted|supported|advised|under|whose|"
    r"the (?:head|chief|leader|director) of which)\b"
)
_JOINT = pattern(
    r"(?P<joint>,?\s*\b(?:(?:all|each|both|most)\sof\s(?:whom|which)|and|but|who|which|that|also|then|both|"
    r"in turn)|,)*\s*$"
)
_CLAUSE = pattern(r",?\s+(?:and|but|while|where)\s+|[,;]\s+(?:while\s+|where\s+)?|\s-{1,2}\s")


def claims(text: Passage) -> Iterator[Claim]:
    """Yield the claims of a sentence in order."""
    outside = masked(text.folded)
    matches = list(_PATTERN.finditer(outside))
    matches = [match for match in matches if not (_is_thing(outside, match) or _is_in_title(text.text, match))]
    if any(word in outside for word in ("no", "n't", "never")):
        matches = [match for match in matches if not _is_denied(outside, match)]
    subject, of_object = text.cut(0, matches[0].start()) if matches else text, False
    for number, match in enumerate(matches):
        kind = _VERBS[int(str(match.lastgroup)[1:])][0]
        rest = text.cut(match.end())
        if number + 1 == len(matches):
            second = SECOND_PREDICATE.search(rest.folded) if kind is Verb.LED else None
            second = _ALSO_DOES.search(rest.text) if kind is Verb.REPORTS else second
            yield Claim(kind, subject, of_object, rest.cut(0, second.start()) if second else rest, rest, match[0])
            return
        between = outside[match.end() : matches[number + 1].start()]
        end, begin, next_of_object = _boundary(between, matches[number + 1][0])
        yield Claim(kind, subject, of_object, text.cut(match.end(), match.end() + end), rest, match[0])
        subject = text.cut(match.end() + begin, matches[number + 1].start())
        of_object = next_of_object


# What a unit does, behind who leads it: is led by Ann Lee and keeps the quays, is led by Ann Lee, keeps the quays.
SECOND_PREDICATE = pattern(r"(?:,\s|,?\sand\s(?:also\s)?)(?P<said>[a-z]{3,}[^\Wsui]s\s(?:the|all|our|its|an?|their)\s)")
# What else somebody does who reports to another: reports to that board and gives advice; never Roads and Ports.
_ALSO_DOES = pattern(
    r",?\sand\s(?:also\s)?(?:[a-z]+(?:ses|izes|ates|ides|ages|orts|eets|ooks|orks|ders|sees|ures|ains|ops|dles|nds)|"
    r"advises|plans|runs|leads|serves|helps|acts|makes|sets|takes|keeps|gives|has|holds|carries|directs)\s"
)
_DENIED = pattern(r"(?:\bnot|n't|\bnever|\bno longer)\s+(?:directly\s+|formally\s+)?$")


# A report that somebody writes: submits an annual report to the owners.
_WRITTEN = pattern(
    r"\b(?:an?|the|its|their|annual|yearly|monthly|quarterly|weekly|daily|regular|periodic|written|oral|verbal|brief|"
    r"full|final|formal|financial|progress|status|detailed)\s$"
)


def _is_thing(outside: str, match: re.Match[str]) -> bool:
    before = outside[max(0, match.start() - 12) : match.start()]
    return match[0].startswith("report") and _WRITTEN.search(before) is not None


def _is_in_title(written: str, match: re.Match[str]) -> bool:
    """Whether what looks like a verb is a word of a title, with its capital: Engineering Leads report to the CTO."""
    return match.start() > 0 and written[match.start()].isupper() and not written.isupper()


_NOT = pattern(r"\s{1,3}not\b")


def _is_denied(outside: str, match: re.Match[str]) -> bool:
    before = outside[max(0, match.start() - 24) : match.start()]
    return bool(_NOT.match(outside, match.end()) or _DENIED.search(before))


def _boundary(between: str, verb: str) -> tuple[int, int, bool]:
    """Return where the object of a verb ends, where the next subject begins, and whether it is that object."""
    joint = _JOINT.search(between)
    start = joint.start() if joint else len(between)
    words = between[start:].replace(",", " ").split()
    if words:
        return start, len(between), any(word in ("who", "which", "that", "whom") for word in words)
    if _PARTICIPLE.match(verb):
        return start, len(between), True
    clauses = list(_CLAUSE.finditer(between))
    last = clauses[-1] if clauses else None
    if last is not None and last.start() > 0:
        return last.start(), last.end(), False
    return len(between), len(between), True
