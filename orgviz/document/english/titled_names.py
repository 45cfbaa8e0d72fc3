"""Tell a person in an English text, also behind the title: Managing Director Ann Lee."""

from __future__ import annotations

from orgviz.document.names.judging import Sort, is_known_field, judge
from orgviz.document.names.notes import Named
from orgviz.document.names.people import is_first_name, is_person
from orgviz.document.text.passages import Passage
from orgviz.patterns import pattern

_NO_PERSON = pattern(
    r"(?:.*\s)?(?:\w+(?:ment|tion|tions|ics|ity|ance|ence|ness|ship|ware|ing|ings|ology|ures?|ials?|als|ies|ers)|"
    r"data|order|customer|digital|product|business|web|mobile|core|general|team|sales|art|life|human|north|south|"
    r"east|west|new|old|affairs|students?|academic|public|community|client|people|talent|field|legal|finance|risk|supply|policy|"
    r"research|internal|external)(?:\s.*)?"
)
_WORDS_OF_NAME = (2, 3)


def is_name_of_person(name: Passage) -> bool:
    """Whether a text is the name of a person and none of its words is one of work."""
    is_name = is_person(name.text, name.folded)
    return is_name and (_NO_PERSON.fullmatch(name.folded) is None or _has_such_surname(name.folded))


def _has_such_surname(folded: str) -> bool:
    """Whether a surname behind a known first name ends as words of work do: Ann King, Bob Davies, Tom Rogers."""
    first, *others = folded.split()
    is_surname = len(others) + 1 in _WORDS_OF_NAME and _OF_WORK.fullmatch(others[-1]) is None
    return is_surname and is_first_name(first) and not any(map(is_known_field, others))


# These are no surnames, whoever stands before them.
_OF_WORK = pattern(
    r"\w{4,}(?:ment|tion|tions|ics|ity|iance|ness|ship|ware|ology|ures?|ials?|als)|(?:ship|train|account|market|plann|"
    r"engineer|purchas|test|hous|nurs|licens|manufactur|consult|trad|hold|build|bank|cater|clean|clear|learn|advertis|"
    r"brand|pack|produc|network|publish|recruit|report|schedul|teach|writ|coach|pric|broadcast|bill)ings?|"
    r"(?:insur|fin|govern|complian|mainten|perform|assur|surveill|intelli|sci|experi|audi|confer|resid)[a-z]*(?:ance|ence)|"
    r"(?:partn|custom|volunte|manag|develop|design|engine|offic|work|teach|cent|membe|us)ers|"
    r"(?:facilit|util|librar|commun|industr|suppl|stud|deliver|securit|inventor|polic|compan|agenc|propert|activit|ministr)ies|"
    r"data|new|core|web|mobile|general|team|sales|services|life|human|affairs|students?|academic|public|community|people|"
    r"legal|policy|research|internal|external|product|business|digital"
)


_PRONOUN = pattern(r"(?:it|this|that|these|he|she|they|we|you|who|there|here|everyone|nobody|one|each|all|both)")


def is_called_person(name: Passage) -> bool:
    """Whether a text is the name of a person, or the one word by which colleagues call one: Lena.

    For places where only a person, a post or a unit may stand, since many words can be a name.
    """
    if is_name_of_person(name) or (is_first_name(name.folded) and name.text[:1].isupper()):
        return True
    is_word = name.text.isalpha() and name.text[:1].isupper() and not name.text.isupper() and len(name) > _LEAST_LETTERS
    is_open = is_word and not _PRONOUN.fullmatch(name.folded) and not _NO_PERSON.fullmatch(name.folded)
    return is_open and judge(name.folded) is Sort.FIELD and not is_known_field(name.folded)


_LEAST_LETTERS = 1
# Behind these a field of work may stand: VP Customer Success.
_RANK = pattern(
    r"(?:(?:senior|executive|deputy|vice|associate|assistant|regional|global)[ -])*(?:vp|svp|evp|avp|head|"
    r"director|manager|president|lead|leader|officer|specialist|coordinator|engineer|supervisor|chief)"
)
_ADDRESS = pattern(
    r"(?:(?:dr|prof|professor|mr|mrs|ms|miss|mx|sir|dame|capt|col|lt|sgt|rev|sister|father)\.?|"
    r"(?:captain|commander|colonel|lieutenant|sergeant|major|inspector|judge|bishop|chef)(?! [a-z'’-]+ [a-z'’-]+$)) "
)
_SHORTEST, _LONGEST = 3, 6
_TITLE_BEHIND = pattern(r"(?P<who>[^()]{3,40}) \((?P<title>[^()]{2,50})\)")  # Ann Lee (Lead Designer)


def with_title(name: Passage) -> Named | None:
    """Return the post and its holder of a name with a title before it or in brackets behind it; nothing for any other.

    >>> from orgviz.document.text.passages import passage
    >>> with_title(passage("Managing Director Ann Lee", 1, 1)).holders
    ('Ann Lee',)
    """
    bracket = _TITLE_BEHIND.fullmatch(name.text)
    if bracket is not None:
        person, title = name.cut(0, bracket.end("who")), name.cut(*bracket.span("title"))
        is_post = judge(title.folded) is Sort.POST and is_name_of_person(person)
        return Named(name=title, holders=(person.text,)) if is_post else None
    words = name.text.split(" ")
    if _ADDRESS.match(name.folded) or not _SHORTEST <= len(words) <= _LONGEST or is_first_name(words[0].lower()):
        return None
    for count in (2, 3):
        length = len(name.text) - sum(len(word) + 1 for word in words[-count:])
        title, person = name.cut(0, max(length, 0)), name.cut(max(length, 0) + 1)
        if (
            length <= 0
            or words[-count - 1] in ("of", "for", "in", "and", "at", "the", "&")
            or judge(title.folded) is not Sort.POST
            or not is_name_of_person(person)
        ):
            continue
        if is_first_name(person.folded.split(" ", 1)[0]) or not _RANK.fullmatch(title.folded):
            return Named(name=title, holders=(person.text,))
    return None
