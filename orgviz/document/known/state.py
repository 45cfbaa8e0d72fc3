"""What is known while a document is read, and how what is found takes its place in it."""

from __future__ import annotations

from dataclasses import dataclass, field

from orgviz.document.known.meant import known_one, should_move
from orgviz.document.known.own_titles import unit_of_title
from orgviz.document.known.register import ROOT, Entity, Register
from orgviz.document.names.judging import Sort, judge
from orgviz.document.names.name_keys import key_of
from orgviz.document.names.notes import Named
from orgviz.document.text.passages import Passage, passage
from orgviz.found import Trace
from orgviz.model import EdgeKind, NodeKind, Status
from orgviz.patterns import pattern
from orgviz.text import Span

SURE, LISTED, GUESSED = 3, 2, 1
LONG_TITLE = 8  # no post is called as the organisation is, but a title may end in 人员


@dataclass(frozen=True, slots=True)
class Counted:
    """How many a text said there are, where another number of names followed; `made` are their entities."""

    place: Passage
    said: int
    made: tuple[int, ...]


@dataclass(slots=True)
class State:
    """The register, what is to be told of each line, and of whom the text speaks.

    Args:
        subject: the entity of which the last sentence spoke.
        whole: the word by which the text calls the organisation that it has not named yet: the project.
        listed_below: the entity below which the last sentence listed something.
        alone: the entity that the last sentence set up, where it was the only one.
        evidence: how much speaks for a structure at all.
        pending: relations (source, name of the target, kind, whether stated) whose other end may come later.
        single: the only unit so far of which nothing but a sentence on its work is known, with that work.
        tells_work: whether several headings are repeated below by a sentence on what their unit does.
        told_units: the names of units with which clauses of an article begin, where it tells of several in turn.
        led_fields: the folded names of which it says one after the other by whom each is led.
        last: the entity that was put in its place last.
        as_many: the units of lists that hold as many as a sentence said that there are.
        counted: who was said to have so many units without a name, of which class, and in which sentence.
        announced: who was said to have so many units of which class, that may be told by headings further on.
        each: of how many units that have no name yet it is said which posts lead each of them.
        told_of_each: posts of each unit of a sort that was not named yet: the words, where they stand, the posts.
        counts: lists with another number of names than the text says.
        several: what the last sentence that listed several units or posts named, and which sentence that was.
        led_last: of which units the last sentences said one after the other who leads them, and the last of these.
        at_work: the posts without capitals of which nothing but their work is told so far: where, and what they do.
        below_people: who is said to report to a person, whose post may be told elsewhere.
        about: of what the last sentence spoke that is not known yet, and which sentence that was.
        prose: every sentence with the entity that it stands below, for a second look at relations.
    """

    path: str
    register: Register = field(default_factory=Register)
    traces: list[Trace] = field(default_factory=list)
    subject: int | None = None
    whole: str = ""
    listed_below: int | None = None
    alone: int | None = None
    evidence: float = 0.0
    pending: list[tuple[int, Passage, EdgeKind, bool]] = field(default_factory=list)
    about: tuple[int, Passage] | None = None
    prose: list[tuple[int, Passage]] = field(default_factory=list)
    single: tuple[int, Passage] | None = None
    tells_work: bool = False
    told_units: frozenset[str] = frozenset()
    led_fields: frozenset[str] = frozenset()
    told_of_each: list[tuple[str, int, tuple[Named, ...]]] = field(default_factory=list)
    last: int | None = None
    counted: tuple[int, str, int] | None = None
    as_many: list[int] = field(default_factory=list)
    announced: list[tuple[int, str, int]] = field(default_factory=list)
    each: list[tuple[int, tuple[Named, ...]]] = field(default_factory=list)
    counts: list[Counted] = field(default_factory=list)
    several: tuple[int, tuple[int, ...]] = (0, ())
    led_last: tuple[int, tuple[int, ...]] = (0, ())
    at_work: dict[str, tuple[Named, int, Passage]] = field(default_factory=dict)
    below_people: list[tuple[int, str]] = field(default_factory=list)

    def span(self, place: Passage) -> Span:
        """Return where a passage stands."""
        return place.span(self.path)

    def tell(self, place: Passage, became: str | None, rule: str) -> None:
        """Note for the explanation what became of a passage."""
        self.traces.append(Trace(span=self.span(place), became=became, rule=rule))

    def name_of(self, place: int) -> str:
        """Return how an entity is called in the explanation."""
        return self.register.entities[place].name.text or "the organisation"


def new_state(path: str) -> State:
    """Return the state before the first line."""
    state = State(path)
    root = Entity(NodeKind.UNIT, passage("", 1, 1), ROOT, "the organisation", SURE)
    state.register.entities.append(root)
    return state


def put(
    state: State, kind: NodeKind, named: Named, parent: int, reason: str, weight: int, *, anew: bool = False
) -> int:
    """Return the entity of a name below a parent: the one that is known, or a new one.

    Args:
        anew: whether the place in an outline shows that an entity of this name elsewhere is another one.
    """
    register = state.register
    folded = named.name.folded
    if register.is_root(folded) and (kind is NodeKind.UNIT or len(folded) > LONG_TITLE):
        return ROOT
    known = known_one(register, kind, folded, parent, anew=anew)
    if known is None:
        is_said = kind is NodeKind.POSITION and reason in _SAID
        parent = unit_of_title(register, folded, parent) if is_said else parent
        place = state.last = register.add(kind, named, parent, reason, weight)
        state.tell(named.name, f"{kind} '{named.name.text}'{_below(state, parent)}", reason)
        return place
    entity = register.entities[known]
    state.last = known
    register.note(known, named)
    if len(key_of(folded)) > len(key_of(entity.name.folded)) and judge(entity.name.folded) is Sort.FIELD:
        register.rename(known, named.name)
    register.call(known, folded)
    moving = register.unit_or_head(known, parent)
    if entity.parent != parent and should_move(register, moving, parent, weight):
        register.move(moving, parent)
        entity.weight, entity.reason = max(entity.weight, weight), reason
        state.tell(named.name, f"'{entity.name.text}' moves{_below(state, parent)}", reason)
    else:
        entity.weight = max(entity.weight, weight) if entity.parent == parent else entity.weight
        state.tell(named.name, f"'{entity.name.text}', named before", reason)
    return known


# Of a title that a sentence names in passing, nothing else tells where it stands.
_SAID = ("named as the one above", "subject of a sentence")


def _below(state: State, parent: int) -> str:
    return "" if parent == ROOT and not state.register.entities[ROOT].name.text else f" below '{state.name_of(parent)}'"


def give_duty(state: State, place: int, text: Passage) -> None:
    """Add what a unit or post does."""
    duty = text.text.strip(" ，,。；;：:、-–—")
    entity = state.register.entities[place]
    if place != ROOT and duty:
        state.prose.append((place, text))
    if _APPEALS.match(text.folded) or _UNTOLD.fullmatch(text.folded) or duty == entity.name.text:
        return  # said of no duty; or no more than the name says
    if place != ROOT and duty and duty not in entity.duties and sum(map(len, entity.duties)) < 240:
        entity.duties.append(duty)


_UNTOLD = pattern(r"(?:tbd|tba|tbc|todo|n/?a|待定)\W*")
# What is said to the readers of a document is nobody's duty.
_APPEALS = pattern(
    r"(?:希望|请|望)(?:各|大家|全体|广大|相关|按|于|在)|各(?:部门|单位|科室|办公室|位)[^,。]{0,8}?[要应须需](?!求)|特此|"
    r"(?:如有|若有)[^,。]{0,6}(?:疑问|问题)|(?:投诉|联系|咨询)(?:电话|方式|人)|please\s|all (?:are|were) welcome|"
    r"(?:for )?(?:any )?questions?\b|お問い?合わせ|ご(?:不明|質問)|bitte\s|rückfragen"
)


def mark_head(state: State, place: int) -> None:
    """Say that a post leads the unit that it stands in."""
    entity = state.register.entities[place]
    parent = state.register.entities[entity.parent]
    if entity.kind is not NodeKind.UNIT and parent.kind is NodeKind.UNIT:
        entity.head = True


def has_head(state: State, unit: int) -> bool:
    """Whether a post is known to lead a unit."""
    return any(state.register.entities[child].head for child in state.register.children.get(unit, ()))


def set_status(state: State, place: int, status: Status) -> None:
    """Say that a unit or post is optional, temporary and the like, unless more is known."""
    entity = state.register.entities[place]
    if entity.status is Status.ACTIVE:
        entity.status = status


def stands_below(state: State, child: int | None, parent: int | None) -> bool:
    """Hang an entity below another because a sentence says so; tell whether it named two that can stand so."""
    if child is None or child in (ROOT, parent) or parent is None:
        return False
    if parent != ROOT and state.register.move(child, parent):
        state.register.entities[child].weight = SURE + 1
    state.evidence += 1
    return True
