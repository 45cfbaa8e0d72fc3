"""Make a unit or post of the subject of an English sentence, or name the organisation by it."""

from __future__ import annotations

from orgviz.document.english.completed import in_singular
from orgviz.document.english.members import WHOLE
from orgviz.document.english.phrases import Phrase
from orgviz.document.known.register import ROOT
from orgviz.document.known.state import GUESSED, LISTED, State, put
from orgviz.document.names.judging import Sort, singular
from orgviz.document.names.notes import Named
from orgviz.document.text.capitals import have_capitals
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind
from orgviz.patterns import pattern

IS_WHOLE = pattern(rf"(?:{WHOLE})(?: structure| organi[sz]ation)?")
_ENDS_WHOLE = pattern(rf"(?:.*\s)?(?<!working )(?<!interest )(?:{WHOLE})(?: (?:of|for) .*)?")
_OF = pattern(r"\s(?:of|at|in|for|within)\s")
_NO_NAME = pattern(
    r"\b(?:affairs|work|efforts|business|chapters|lines?|msc|bsc|degrees?|course|programme|plan|most|many|"
    r"each|questions?|decisions?)\b"
)


def _is_no_name(phrase: Phrase) -> bool:
    """Whether a phrase holds words that no name of a unit has, unless it is written as one: Academic Affairs."""
    words = phrase.name.text.split()
    return _NO_NAME.search(phrase.name.folded) is not None and not (len(words) > 1 and have_capitals(words))


# Bodies that a text calls by nothing but their class, with a capital: the Committee.
_BODY = pattern(r"committee|board|council|executive|secretariat|commission|assembly|cabinet|senate")
# Very large departments, Religiously affiliated hospitals: any of a sort, with a capital as the sentence begins so.
_ANY_OF_A_SORT = pattern(
    r"(?:(?:Very|Most|Larger?|Small(?:er)?|Major|Big(?:ger)?|Modern|Traditional|Different|Typical|Such)\s"
    r"|(?!Family|Supply|Assembly|Early|Daily|Weekly|Monthly)[A-Z][a-z]{3,}ly\s)(?:[a-z-]+\s){0,3}[a-z]{3,}s$"
)
_VAGUE = ("any", "some", "many", "several", "no", "each", "every", "other")


# A group for a field of work is a unit, not the organisation: our Product group.
_GROUP_AT_WORK = pattern(
    r"(?:\w+ (?:and )?)?(?:product|design|engineering|research|sales|marketing|operations|finance|technology|people|"
    r"data|legal|security) group"
)


def _is_at_work(phrase: Phrase) -> bool:
    """Whether a phrase names a group of people within an organisation: Safety working group, Incident group."""
    is_plain = phrase.name.text.endswith((" group", " team", " unit"))
    return is_plain or _GROUP_AT_WORK.fullmatch(phrase.name.folded) is not None


def call_the_whole(state: State, name: Passage) -> None:
    """Name the organisation by the subject of a sentence."""
    state.register.name_root(name)
    state.register.root_names.add(name.folded)
    state.tell(name, f"the organisation '{name.text}'", "subject of a sentence")


def new_subject(state: State, phrase: Phrase, scope: int, *, vouched: bool = True) -> tuple[int, ...]:
    """Make an entity of a subject that is no sorting word, or name the organisation by it."""
    register = state.register
    folded = phrase.name.folded
    is_meant = bool(state.whole) and phrase.before in ("the", "our") and folded.endswith(f" {state.whole}")
    is_first = not register.entities[ROOT].name.text and (
        is_meant or (scope == ROOT and not any(one.kind is NodeKind.UNIT for one in register.entities[1:]))
    )
    if (
        is_first
        and phrase.sort is not Sort.POST
        and _ENDS_WHOLE.fullmatch(folded)
        and not _is_at_work(phrase)
        and phrase.before in ("", "the", "our", "this")
    ):
        call_the_whole(state, phrase.name)
        return (ROOT,)
    if not phrase.is_proper or phrase.before.split(" ")[0] in _VAGUE or _ANY_OF_A_SORT.match(phrase.name.text):
        return ()
    if vouched and _BODY.fullmatch(folded) and phrase.before == "the" and scope == ROOT and not phrase.rest.text:
        return (put(state, NodeKind.UNIT, Named(name=phrase.name), scope, "subject of a sentence", GUESSED),)
    is_name = phrase.name.text[:1].isupper() or phrase.name.text[:1].isdecimal()
    if phrase.sort is Sort.UNIT or (
        phrase.sort is Sort.FIELD and len(folded.split()) <= 4 and is_name and vouched and not _is_no_name(phrase)
    ):
        if IS_WHOLE.fullmatch(folded):
            return (ROOT,)
        weight = LISTED if phrase.sort is Sort.UNIT and scope == ROOT else GUESSED
        return (put(state, NodeKind.UNIT, Named(name=phrase.name), scope, "subject of a sentence", weight),)
    if phrase.sort is Sort.POST and (phrase.count or 0) > 1 and phrase.before.startswith("the") and is_name:
        several = Named(name=in_singular(phrase), seats=phrase.count)
        return (put(state, NodeKind.POSITION, several, scope, "subject of a sentence", GUESSED),)
    if (
        phrase.sort is Sort.POST
        and phrase.count is None
        and singular(title := _OF.split(folded, maxsplit=1)[0]) == title
    ):
        return (put(state, NodeKind.POSITION, phrase.named, scope, "subject of a sentence", GUESSED),)
    return ()
