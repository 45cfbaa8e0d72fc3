"""Read a list behind a name that its signs show to be one: Designers + Researchers, [Clerk, Cashier], Cook · Baker."""

from __future__ import annotations

from dataclasses import replace

from orgviz.document.known.state import LISTED, SURE, State, put
from orgviz.document.names.amounts import leading_count
from orgviz.document.names.crew import clause_of
from orgviz.document.names.judging import STRONG, Sort, is_known_field, judge_listed
from orgviz.document.names.notes import Named, read_notes
from orgviz.document.text.capitals import have_capitals
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind
from orgviz.patterns import pattern

_PLUS = pattern(r"\s+[+·•]\s+|\s*＋\s*")
_SLASH = pattern(r"\s*[/／]\s*")
_COMMA = pattern(r"\s*[、,，;；/|]\s*")
_ARROW = pattern(r"(?:→|=>|->|⇒|➜|-+)\s*")
_CODE = pattern(r"[a-z]_[a-z]|[\[ ]:[a-z]|[{}<>=]")
_MOST = 30


def read_plus_list(state: State, place: int, rest: Passage) -> bool:
    """Put each unit or post of such a list below the one that it stands behind; tell whether it was one."""
    body, is_bracketed = _inside(_behind_arrow(rest))
    if _put_fields(state, place, body) or _put_titles(state, place, body):
        return True
    for sign, share in ((_COMMA, 0.5), (_PLUS, 0.5)) if is_bracketed else ((_PLUS, 0.5), (_SLASH, 0.99)):
        pieces = [part for part in body.split(match.span() for match in sign.finditer(body.text)) if part.text]
        if len(pieces) == 1 and body.text == rest.text:
            continue  # no list, as most of what stands behind names
        parts = list(map(_counted, pieces))
        is_one = len(parts) == 1 and (is_bracketed or parts[0].seats is not None) and body.text != rest.text
        if (is_one or 1 < len(parts) <= _MOST) and _are_names(parts, share):
            for part in parts:
                kind = NodeKind.POSITION if _is_post(state, place, part) else NodeKind.UNIT
                put(state, kind, part, place, "list behind a name", SURE, anew=True)
            return True
    return False


def _put_fields(state: State, place: int, body: Passage) -> bool:
    """Put fields of work below a unit where all behind it is a list of these, each with capitals: Sales, Legal."""
    parts = [part for part in body.split(match.span() for match in _COMMAS.finditer(body.text)) if part.text]
    if (
        state.register.entities[place].kind is not NodeKind.UNIT
        or not 1 < len(parts) <= _MOST
        or not body.text.isascii()
    ):
        return False
    words = [part.text.split() for part in parts]
    known = sum(is_known_field(part.folded) for part in parts)
    are_names = all(have_capitals(one) and one[0] not in ("The", "A") and len(one) <= _MOST_WORDS for one in words)
    is_class = _ENDS_AS_UNITS.search(state.register.entities[place].name.folded) is not None
    if not are_names or (known * 3 < 2 * len(parts) and not is_class) or not _are_fields(parts):
        return False
    for part in parts:
        put(state, NodeKind.UNIT, Named(name=part), place, "list behind a name", LISTED, anew=True)
    return True


_AGENT = pattern(r"(?:[a-z-]+ )?[a-z]{2,}(?:er|or|ist|hand|man|woman|keeper)")


def _put_titles(state: State, place: int, body: Passage) -> bool:
    """Put titles below a unit, some of them known, the others words for who does something: Cook, Splicer."""
    parts = [part for part in body.split(match.span() for match in _COMMAS.finditer(body.text)) if part.text]
    is_unit = state.register.entities[place].kind is NodeKind.UNIT
    if not is_unit or not 1 < len(parts) <= _MOST or not body.text.isascii():
        return False
    posts = [judge_listed(part) is Sort.POST for part in parts]
    others = (part for part, is_post in zip(parts, posts, strict=True) if not is_post)
    are_titles = any(posts) and all(
        _AGENT.fullmatch(part.folded) and not is_known_field(part.folded) for part in others
    )
    if not are_titles or all(posts) or not all(have_capitals(part.text.split()) for part in parts):
        return False
    for part in parts:
        put(state, NodeKind.POSITION, Named(name=part), place, "list behind a name", LISTED, anew=True)
    return True


def _are_fields(parts: list[Passage]) -> bool:
    """Whether all parts are fields of work or units, but for one in three whose word sorts elsewhere: People."""
    sorts = [judge_listed(part) for part in parts]
    odd = sorts.count(Sort.GENERIC)
    return odd * 3 <= len(parts) and sum(sort in _UNITS for sort in sorts) + odd == len(parts)


_ENDS_AS_UNITS = pattern(r"\s(?:teams|departments|divisions|committees|squads|offices|bureaus|units)$")
_COMMAS = pattern(r"\s*,\s*(?:and\s+)?")
_MOST_WORDS = 4
_UNITS = (Sort.FIELD, Sort.UNIT)


def _behind_arrow(rest: Passage) -> Passage:
    arrow = _ARROW.match(rest.folded)
    return rest.cut(arrow.end()) if arrow else rest


def _inside(rest: Passage) -> tuple[Passage, bool]:
    """Return what stands in the brackets around a text, and whether they are those of a list."""
    opening, last = rest.folded[:1], len(rest) - 1
    closing = {"(": ")", "[": "]"}.get(opening, "")
    if last > 1 and closing and rest.folded.find(closing) == last and not _CODE.search(rest.text):
        return rest.cut(1, last), opening == "["
    return rest, False


def _counted(part: Passage) -> Named:
    """Return what one part names, with its number where it has one: 5 agents."""
    clause = clause_of(part)
    if clause is not None and clause.post is not None:
        return clause.post
    named = read_notes(part)
    count, begin = leading_count(named.name.folded)
    return replace(named, name=named.name.cut(begin), seats=count) if count else named


def _are_names(parts: list[Named], share: float) -> bool:
    sorts = [judge_listed(part.name) for part in parts]
    likely = sum(
        sort in STRONG or (share < 0.9 and sort is Sort.FIELD and is_known_field(part.name.folded))
        for sort, part in zip(sorts, parts, strict=True)
    )
    return likely >= share * len(parts) and not any(sort in (Sort.SENTENCE, Sort.ABSTRACT) for sort in sorts)


def _is_post(state: State, place: int, part: Named) -> bool:
    """Whether an item is a post: by its name, or as all below a post are that say nothing else."""
    sort = judge_listed(part.name)
    return sort is Sort.POST or (sort is not Sort.UNIT and state.register.entities[place].kind is NodeKind.POSITION)
