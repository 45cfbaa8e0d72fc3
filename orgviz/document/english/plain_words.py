"""What English texts say for leading, for having parts and for belonging somewhere, as pieces of patterns."""

from __future__ import annotations

from orgviz.document.english.phrases import NUMBER
from orgviz.patterns import pattern

UNITS = "departments|divisions|units|offices|sections|teams|branches|bureaus|groups|committees"
MANY = rf"{UNITS}|areas|positions|posts|officers"
CLASS = (
    r"departments?|divisions?|units?|offices?|sections?|teams?|branch|branches|bureaus?|groups?|committees?|arms?|"
    r"directorates?|parts?"
)
_KIND = (
    r"(?:overall|direct|administrative|executive|primary|full|general|supervisory|line|operational|managerial|"
    r"functional|ultimate|immediate|strategic|day-to-day|daily|effective|efficient|sole|joint|the|and)"
)
# What somebody has over those whom he or she leads.
_LEADERSHIP = (
    r"(?:supervision|oversight|authority|leadership|direction|control|management|administration|responsibility|"
    r"jurisdiction|command|supervisory responsibilit(?:y|ies))"
)
# What there is of a unit that somebody looks after as its leader.
_RUNNING = (
    r"(?:operations?|supervision|oversight|management|direction|leadership|administration|activities|work|"
    r"coordination|functioning|performance|running)"
)
_LEADING = r"(?:supervising|overseeing|managing|leading|directing|coordinating|administering|heading)"
_AND = r"(?:,?\s(?:and|or)\s|,\s)"
BE = r"(?:is|are|(?:shall|will|must)\sbe)"
ADV = r"(?:\s(?:also|currently|directly|administratively|organi[sz]ationally|both|all|each|in\sturn))*"
LED = (
    rf"(?:(?:has|have|exercises?|provides?|holds?|maintains?|assumes?|retains?)(?:\s{_KIND})*\s{_LEADERSHIP}"
    rf"(?:{_AND}(?:{_KIND}\s)*{_LEADERSHIP})*\s(?:over|of|for|to)"
    rf"|{BE}{ADV}\s(?:responsible|accountable|in\scharge|answerable)\s(?:for|of)\s(?:{_KIND}\s)*"
    rf"(?:{_RUNNING}(?:{_AND}(?:{_KIND}\s)*{_RUNNING})*\sof|{_LEADING}(?:{_AND}{_LEADING})*)"
    rf"|(?:directs?|coordinates?|manages?|oversees?|supervises?|leads?)\sthe\s(?:{_KIND}\s)*{_RUNNING}"
    rf"(?:{_AND}(?:{_KIND}\s)*{_RUNNING})*\sof"
    rf"|{BE}{ADV}\sin\s(?:charge|command|control)\sof)"
)
LED_STEMS = (
    "has have exercis provid hold maintain assum retain is are shall will must direct coordinat manage oversee "
    "supervis lead"
)
PARTS_STEMS = "encompass embrac incorporat is are operat work carries"
PARTS = (
    r"(?:encompass(?:es)?|embraces?|incorporates?|is\sconstituted\s(?:by|of)|operates?\s(?:through|with|via)|"
    r"works?\sthrough|carries\sout\sits\s(?:work|functions|duties|mandate)\sthrough|is\sserved\sby|(?:is|are)\shome\sto)"
)
WITHIN = (
    rf"(?:{BE}{ADV}\s(?:located|housed|situated|placed|lodged|based)\s(?:within|in|under)|"
    rf"(?:resides?|operates?|exists?)\s(?:within)|{BE}{ADV}\sunder(?!\sthe\s(?:\w+\s)?"
    r"(?:direction|leadership|guidance|supervision|management|authority|command|control|oversight)\b)|comes?\sunder|"
    rf"{BE}\s(?:an?|one)\s(?:of\s(?:the\s)?)?(?:{NUMBER}\s)?(?:[a-z]+\s){{0,2}}(?:{CLASS})\s(?:of|within|in|under)|"
    rf"are\s(?:the\s)?(?:{NUMBER}\s)?(?:[a-z]+\s){{0,2}}(?:{MANY})\s(?:of|within))"
)
HEADS = r"(?:serves?|acts?|functions?)\sas\s(?:the\s)?(?:head|leader|commander|administrative\shead|chief)\sof"
BESIDES = r"(?:(?:in\saddition\sto|apart\sfrom|aside\sfrom|besides|alongside|other\sthan)\s[^,]{3,60},\s)?"
_RANKS = (
    r"directors|managers|deputies|chiefs|heads|leads|coordinators|supervisors|people|executives|roles|leaders|"
    r"staff|employees|personnel"
)
ONES = rf"(?:(?:the|these|its|their)\s)?(?:following\s)?(?:[\w-]+\s){{0,2}}?(?:{MANY}|{_RANKS})"
UNDER = (
    r"(?:reporting\s(?:directly\s)?to|report(?:s)?\s(?:directly\s)?to|under(?:\sthe\s(?:direct\s)?(?:supervision|"
    r"direction|authority|leadership)\sof)?|supervised\sby|overseen\sby|assigned\sto|attached\sto|within)"
)
PRONOUN = pattern(r"him|her|them|it|him or her|her or him|him/her")
# The following departments report to the A: fields of work are units by what they are called together.
OF_UNITS = pattern(rf"{BESIDES}(?:the\sfollowing|these)\s(?:\w+\s)?(?:departments|divisions|units|offices|sections)\s")
