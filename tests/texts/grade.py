"""Compare what was read from a document with its label: which boxes and lines are there, and which were invented.

A box is one of the label's if it has its name, most surely with the same parent; a unit and the post that leads it
are the same parent. What the label calls `optional`, `group` or `ignore` costs nothing either way.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from tests.texts.label import Box, Drawing, Label, Relation, relation_named, type_named
from tests.texts.match import Match, reframed, same_name, same_sort, same_stem
from tests.texts.names import folded, shares_text, spellings, stem

# Kinds of links that say the same from either end.
SYMMETRIC = {"collaboration", "project"}
REVERSIBLE = {"supervises", "guidance"}


@dataclass(frozen=True, slots=True)
class Hits:
    """How many were found, how many too much, how many are missing."""

    right: int
    wrong: int
    missing: int

    @property
    def precision(self) -> float:
        found = self.right + self.wrong
        return self.right / found if found else float(not self.missing)

    @property
    def recall(self) -> float:
        wanted = self.right + self.missing
        return self.right / wanted if wanted else float(not self.wrong)

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Share:
    """How many of those that could be judged are right."""

    right: int
    of: int

    @property
    def value(self) -> float | None:
        return self.right / self.of if self.of else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How well a document was read.

    Args:
        nodes: units and posts.
        edges: of those in the right place: the parent of each.
        kinds: types that the text says, told right; `guesses` those that only the name suggests.
        links: nothing where there are none on either side.
        posts: units told from posts.
        invented: boxes that the text does not speak of.
        traps: boxes that the text invites, and that are no units or posts.
        notes: one line for each difference.
    """

    nodes: Hits
    edges: Hits
    kinds: Share = Share(0, 0)
    guesses: Share = Share(0, 0)
    duties: Share = Share(0, 0)
    links: Hits | None = None
    posts: Share = Share(0, 0)
    invented: int = 0
    traps: int = 0
    notes: tuple[str, ...] = field(default=())


NOTHING_READ = Score(nodes=Hits(0, 0, 1), edges=Hits(0, 0, 1))


def grade(label: Label, drawn: Drawing) -> Score:
    """Return the score of a drawing; of a document without structure, right is to draw nothing."""
    if label.drawing is None:
        boxes = drawn.boxes()
        hits = Hits(0, len(boxes), 0)
        return Score(nodes=hits, edges=hits, invented=len(boxes))
    drawn = reframed(label, label.drawing, drawn)
    match = Match(label, label.drawing, drawn)
    match.find_all()
    return _score(match)


def same_type(drawn: str, wanted: str) -> bool:
    """Tell whether a type is the wanted one; who governs may count as executive."""
    have, want = type_named(drawn), type_named(wanted)
    return have == want or (want == "governance" and have == "executive")


def _score(match: Match) -> Score:
    needed = [box for box in match.boxes if not box.is_free]
    there = [box for box in needed if box in match.found]
    right = [box for box in there if match.hangs_right(box, match.found[box])]
    invented = match.invented
    root, top = match.wanted.top, match.drawn.top
    is_root_needed = bool(root.name) and not match.label.implied
    is_root_there = is_root_needed and (same_name(root, top) or same_stem(root, top))
    missing = len(needed) - len(there) + (is_root_needed and not is_root_there)
    return Score(
        nodes=Hits(len(there) + is_root_there, len(invented), missing),
        edges=Hits(len(right), len(there) + len(invented) - len(right), len(needed) - len(right)),
        kinds=_types_told(match, "kind"),
        guesses=_types_told(match, "guess"),
        duties=_share(shares_text(box.duty, match.found[box].duty) for box in there if box.duty),
        links=_link_hits(match),
        posts=_share(same_sort(box, match.found[box]) for box in there),
        invented=len(invented),
        traps=sum(folded(drawn.name) in match.label.must_not for drawn in match.drawn_boxes),
        notes=tuple(_notes(match, needed, there, right, invented)),
    )


def _share(judgements: Iterable[bool]) -> Share:
    all_of_them = list(judgements)
    return Share(sum(all_of_them), len(all_of_them))


def _types_told(match: Match, key: str) -> Share:
    judged = [
        box
        for box in match.boxes
        if box in match.found and box.says(key) and not box.is_post and (not box.is_free or box.says("group"))
    ]
    return _share(same_type(match.found[box].type, str(box.said[key])) for box in judged)


@dataclass(frozen=True, slots=True)
class _End:
    """All names of what a link of the label begins or ends at, as they may be drawn."""

    names: frozenset[str]
    stems: frozenset[str]

    def is_named(self, name: str) -> bool:
        return bool(spellings(name) & self.names) or stem(name) in self.stems


def _end(match: Match, written: Iterable[str]) -> _End:
    names = {spelling for name in written for spelling in spellings(name)}
    stems = {stem(name) for name in written}
    for box in (*match.boxes, match.wanted.top):
        if box.names & names:
            names |= box.names
            stems |= box.stems
            if box in match.found:
                names |= match.found[box].names
    return _End(frozenset(names), frozenset(stems))


def _link_hits(match: Match) -> Hits | None:
    """Count links whose ends are right, of any kind; a label's report may also be drawn as the tree's own line."""
    drawn = match.drawn.relations
    taken: set[int] = set()
    right = needed = 0
    for relation in match.wanted.relations:
        ends = (_end(match, relation.source), _end(match, relation.target))
        kinds = {relation_named(kind) for kind in relation.kinds}
        place = _drawn_link(drawn, taken, ends, kinds)
        taken |= {place} if place is not None else set()
        if not relation.optional:
            needed += 1
            right += place is not None or ("reports" in kinds and _is_in_tree(match, ends))
    return Hits(right, len(drawn) - len(taken), needed - right) if needed or drawn else None


def _drawn_link(drawn: tuple[Relation, ...], taken: set[int], ends: tuple[_End, _End], kinds: set[str]) -> int | None:
    """Return the place of the link with these ends, best of all one of these kinds."""
    found = None
    for place, link in enumerate(drawn):
        if place in taken:
            continue
        kind = relation_named(link.kinds[0])
        if _joins(link, ends) or (_joins(link, ends[::-1]) and (kinds & SYMMETRIC or kind in REVERSIBLE)):
            found = place
            if kind in kinds:
                break
    return found


def _joins(link: Relation, ends: tuple[_End, ...]) -> bool:
    return ends[0].is_named(link.source[0]) and ends[1].is_named(link.target[0])


def _is_in_tree(match: Match, ends: tuple[_End, _End]) -> bool:
    return any(
        ends[0].is_named(box.name) and box.above is not None and ends[1].is_named(box.above.name)
        for box in match.drawn_boxes
    )


def _notes(match: Match, needed: list[Box], there: list[Box], right: list[Box], invented: list[Box]) -> Iterator[str]:
    yield from (f"missing: {_path(box)}" for box in needed if box not in match.found)
    yield from (f"invented: {_path(drawn)}" for drawn in invented)
    for box in there:
        drawn = match.found[box]
        if box not in right:
            above, wanted = drawn.above, box.above
            yield f"parent: {box.name} hangs from {above.name if above else '?'}, not {wanted.name if wanted else '?'}"
        if not same_sort(box, drawn):
            yield f"sort: {box.name} is a {'post' if box.is_post else 'unit'}"


def _path(box: Box) -> str:
    names = []
    place: Box | None = box
    while place is not None and place.above is not None:
        names.append(place.name)
        place = place.above
    return " < ".join(names)
