"""The verbs with which an English or German sentence tells a relation, and which relation each tells."""

from __future__ import annotations

from orgviz.document.text.word_beginnings import at_words
from orgviz.model import EdgeKind
from orgviz.patterns import pattern

_HOW = (
    r"(?:\s+(?:very|closely|directly|regularly|together|hand|in|side|by|and|day|to|week|often|also|"
    r"frequently|jointly|actively|weekly|daily|monthly|"
    r"administratively|twice|once|a|year|month|periodically|partnership|alongside|eng|mainly|primarily))*?"
)
_TO = r"\s+(?:to|into)\s+"
FORMS: tuple[tuple[EdgeKind, str], ...] = (
    (
        EdgeKind.DOTTED,
        (
            rf"(?:reports?\s+\(dotted[- ]line\)|functionally\s+reports?|(?:has|have|with|keeps?|"
            rf"holds?)\s+an?\s+(?:\w+\s+)?dotted[- ]line(?:\s+\w+)?|dotted[- ]line\s+reports?|reports?\s+(?:on|"
            rf"with|in|by|via)\s+a\s+dotted[- ]line|reports?\s+functionally|dotted[- ]line){_TO}"
        ),
    ),
    (
        EdgeKind.DOTTED,
        (
            r"(?:advises?|counsels?|gives?\s+(?:\w+\s+)?advice\s+to|provides?\s+(?:\w+\s+)?(?:advice|"
            r"guidance)\s+to|berät|beraten)\s+"
        ),
    ),
    (
        EdgeKind.REPORTS,
        (
            rf"(?:reports?|answers?|(?:is|are)\s+(?:directly\s+|jointly\s+)?(?:accountable|answerable|responsible)|"
            rf"accountable|berichtet|untersteht){_HOW}(?:{_TO}|\s+an\s+|\s+(?=dem|der))"
        ),
    ),
    (
        EdgeKind.COLLABORATES,
        (
            rf"(?:works?|working|cooperates?|co-operates?|liaises?|liaising|coordinates?|co-ordinates?|"
            rf"coordinating|collaborates?|collaborating|partners?|partnering|interfaces?|meets?|consults?|"
            rf"negotiates?|aligns?|teams\s+up){_HOW}\s+(?:with|alongside)\s+"
        ),
    ),
    (
        EdgeKind.COLLABORATES,
        (
            r"(?:coordinates?|co-ordinates?|agrees?|shares?|exchanges?|discusses|"
            r"aligns?)\s+(?:[\w-]+\s+){1,4}?with\s+"
        ),
    ),
    (
        EdgeKind.COLLABORATES,
        (
            r"(?:(?:in|through)\s+(?:close\s+|direct\s+|regular\s+|constant\s+)?(?:collaboration|coordination|"
            r"co-ordination|cooperation|co-operation|partnership|consultation|conjunction|contact|tandem)|jointly|"
            r"together|hand\s+in\s+hand)\s+with\s+"
        ),
    ),
    (
        EdgeKind.COLLABORATES,
        (
            r"(?:indicates?|signals?|escalates?|refers?|forwards?|(?:hands?|passes?)(?:\s+\w+){0,3}\s+(?:over|off|"
            r"on))(?:\s+\w+){0,3}?\s+to\s+"
        ),
    ),
    (EdgeKind.COLLABORATES, r"(?:notifies|notify|informs?|alerts?)\s+"),
    (
        EdgeKind.SUPPORTS,
        (
            r"(?:supports?|assists?|helps?|serves?|aids?|deputi[sz]es?\s+for|stands?\s+in\s+for|acts?\s+for|"
            r"unterstützt|unterstützen)\s+"
        ),
    ),
    (
        EdgeKind.SUPPORTS,
        (
            r"(?:provides?|gives?|offers?|lends?|renders?)\s+(?:[\w-]+\s+){0,4}?(?:support|assistance|services|"
            r"help|backing)\s+(?:to|for)\s+|in\s+support\s+of\s+"
        ),
    ),
)
PASSIVE: tuple[tuple[EdgeKind, str], ...] = (
    (
        EdgeKind.SUPPORTS,
        (
            r"(?:(?:is|are|be)\s+(?:\w+\s+)?)?(?:supported|assisted|helped|aided|backed|"
            r"served)\s+(?:[\w-]+\s+){0,3}?by\s+"
        ),
    ),
    (EdgeKind.DOTTED, r"(?:(?:is|are|be)\s+(?:\w+\s+)?)?(?:advised|counselled|counseled)\s+(?:[\w-]+\s+){0,8}?by\s+"),
)
_GUIDED = (
    r"(?:(?:is|are|be)\s+)?(?:guided\s+by|(?:works?|acts?|operates?)\s+under\s+the\s+guidance\s+of|"
    r"under\s+the\s+(?:guidance|technical\s+direction)\s+of)\s+"
)
_STEMS = (
    "function has have with keep hold dotted report advis counsel giv provid berät berat answer is are be accountable "
    "berichtet untersteht work co-op coop liais coordinat co-ordinat collaborat partner interface meet consult "
    "negotiat align team agree share exchange discuss in through jointly together hand indicate signal escalate refer "
    "forward pass notif inform alert support assist help serve aid deputi stand act unterstütz offer lend render "
    "backed guided operate under"
)
_EACH = "|".join(
    [
        *(f"(?P<a{number}>{form})" for number, (_, form) in enumerate(FORMS)),
        *(f"(?P<p{number}>{form})" for number, (_, form) in enumerate(PASSIVE)),
        f"(?P<g>{_GUIDED})",
    ]
)
VERB = pattern(f"{at_words(_STEMS)}(?:{_EACH})")
