"""Find the known units and posts in a sentence, also by shortened names: 采购部 for 采购及物流部."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice

from orgviz.document.known.register import ROOT, Register, in_order
from orgviz.document.names.judging import STRONG, judge, singular
from orgviz.document.names.name_keys import core_of
from orgviz.document.names.words import words
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind
from orgviz.patterns import pattern

LONGEST = 18
FEW = 8
_MOST = 12  # of the entities of one name, those among which the nearest is looked for
_SUFFIX = pattern(
    r"(?:职能部门|部门|小组|团队|中心|人员|员工|同事|同仁|部(?![门分署长件位])|组(?![织建成长装])|"
    r"科(?![长技学研目])|处(?![长理置分于])|室(?![内外])|岗(?![位前]))"
)
_DOES = pattern(r"(?:则|也|还|都)?(?:可以?|应|须|必须|需|负责|主要|积极|参与|协助|配合|支持|与|跟|向)")
_HEAD = pattern(r"(?:的)?(?:总经理|经理|主任|负责人|主管|总监|组长|部长|科长|处长|领导)")
_POST_BEHIND = pattern(r"(?:副|助理|专员|秘书|文员|工程师|总经理|经理|主任|负责人|主管|总监|组长|部长|科长|处长|领导)")
_ENDS_WEAK = pattern(
    r"$|[,。;:、()\s]|的(?!是)|等|和|与|及|或|跟|在|则|也|还|可|应|须|必须|需|要|将|会|能|负责|主要|人员|"
    r"员工|部门|团队|岗|工作|进行|完成|开展|做好|处理|"
    r"实施|制定|共同|一起|协助|配合|支持|参与|协同|协商|相互|互相|联络|对接|沟通|协作|协调|合作|联动|提供|"
    r"汇报|负责|为主|为依据|为基础|是|向|对|受|由|以"
)
_LATIN_SUFFIX = pattern(
    r"(?:department|dept|team|division|group|office|unit|section|committee|crew|desk|staff|folks|people|"
    r"colleagues|function|wg|sig)s?"
)
_LAST_ASCII = "\x7f"
_WORD = pattern(r"[a-z0-9à-þ][a-z0-9à-þ'’&/-]*|&")
_WORD_BEGINS = pattern(r"[a-z0-9&](?<![a-z0-9].)")
_NEXT_WORD = pattern(r"[ -](?:[a-z0-9à-þ][a-z0-9à-þ'’&/-]*|&)")


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a sentence names a known unit or post.

    Args:
        is_sure: whether the words can mean nothing else; 销售 may also be the work, 销售部 may not.
    """

    start: int
    end: int
    place: int
    is_sure: bool = True


@dataclass(slots=True)
class Names:
    """The names of a document's entities, in the shapes in which sentences use them.

    Args:
        longest: for the first two characters (the first word) of a name or its core, how far names go.
        cores: units by their cores.
        beginnings: units by all that their cores begin with; no more than a few for each, for many mean none.
    """

    register: Register
    longest: dict[str, int] = field(default_factory=dict)
    cores: dict[str, list[int]] = field(default_factory=dict)
    beginnings: dict[str, list[int]] = field(default_factory=dict)

    def mention(self, text: Passage, start: int, scope: int) -> Mention | None:
        """Return the name that begins at a place, the longest there is."""
        folded = text.folded
        exact = self._exact(folded, start, scope)
        if exact is not None or not folded[start : start + 1].isascii():
            return exact or self._by_core(folded, start, scope)
        return self._latin(text, start, scope)

    def mentions(self, text: Passage, scope: int) -> list[Mention]:
        """Return all names in a text from left to right."""
        found: list[Mention] = []
        end = 0
        for start in self._beginnings(text.folded):
            mention = self.mention(text, start, scope) if start >= end else None
            if mention is not None:
                found.append(mention)
                end = mention.end
        return found

    def _beginnings(self, folded: str) -> Iterator[int]:
        """Yield the places where a name may begin: not within a word of Latin letters."""
        if folded.isascii():
            yield from (match.start() for match in _WORD_BEGINS.finditer(folded))
            return
        before, names, cores = " ", self.longest, self.beginnings
        for start, sign in enumerate(folded):
            if sign > _LAST_ASCII:
                two = folded[start : start + 2]
                if two in names or two in cores:
                    yield start
            elif not (before.isascii() and before.isalnum()):
                yield start
            before = sign

    def _exact(self, folded: str, start: int, scope: int) -> Mention | None:
        if folded.isascii():
            return None
        longest = self.longest.get(folded[start : start + 2], 0)
        for length in range(min(longest, len(folded) - start), 1, -1):
            text = folded[start : start + length]
            if text not in self.register.by_key and text not in self.register.root_names:
                continue
            end = start + length
            place = self.choose(text, scope)
            if place is None:
                return None
            is_sure = judge(text) in STRONG or length > 4
            if not is_sure and not _ENDS_WEAK.match(folded, end):
                return None
            return self._with_head(folded, Mention(start, end, place, is_sure))
        return None

    def _with_head(self, folded: str, mention: Mention) -> Mention | None:
        """Read 市场部经理 as the head of the known 市场部; not another post of it."""
        is_unit = self.register.entities[mention.place].kind is NodeKind.UNIT
        if not is_unit or not _POST_BEHIND.match(folded, mention.end):
            return mention
        head = _HEAD.match(folded, mention.end)
        if head is None or mention.place == ROOT:
            return None
        children = self.register.children.get(mention.place, ())
        places = [place for place in children if self.register.entities[place].head]
        return Mention(mention.start, head.end(), places[0] if len(places) == 1 else mention.place)

    def _by_core(self, folded: str, start: int, scope: int) -> Mention | None:
        """Find a unit by a name that is shorter than its own, or has another ending."""
        if folded[start : start + 2] not in self.beginnings:
            return None
        for length in range(min(LONGEST, len(folded) - start), 1, -1):
            stop = start + length
            if folded[start:stop] not in self.beginnings:
                continue
            suffix = _SUFFIX.match(folded, stop)
            if suffix is None and not _ENDS_WEAK.match(folded, stop):
                continue
            may_be_short = suffix is not None or bool(_DOES.match(folded, stop))
            place = self._whose_core(folded[start:stop], scope, may_be_short=may_be_short)
            if place is not None:
                end = suffix.end() if suffix else stop
                return self._with_head(folded, Mention(start, end, place, suffix is not None))
        return None

    def _whose_core(self, core: str, scope: int, *, may_be_short: bool) -> int | None:
        same = self.cores.get(core)
        if same:
            return self._nearest(same, scope)
        longer = self.beginnings[core] if may_be_short else []
        return longer[0] if len(longer) == 1 else self._topmost(longer)

    def _topmost(self, places: list[int]) -> int | None:
        """Return the one above all others."""
        if len(places) > FEW:
            return None
        return next((one for one in places if all(self.register.is_below(other, one) for other in places)), None)

    def choose(self, key: str, scope: int) -> int | None:
        """Return the entity of a key: the only one, else the nearest."""
        if key in self.register.root_names:
            return ROOT
        return self._nearest(self._kept(self.register.by_key.get(key, ())), scope)

    def _kept(self, places: Sequence[int], *, are_units: bool = False) -> list[int]:
        """Return the first of some entities, without those that were let go of; all would take ever longer."""
        if not places:
            return []
        entities = self.register.entities
        kept = (
            one
            for one in places
            if not entities[one].dropped and (not are_units or entities[one].kind is NodeKind.UNIT)
        )
        return list(islice(kept, _MOST))

    def _nearest(self, found: list[int], scope: int) -> int | None:
        if len(found) < 2:
            return found[0] if found else None
        entities, place = self.register.entities, scope
        for _ in range(12):
            within = [one for one in found[:_MOST] if entities[one].parent == place]
            if len(within) == 1 or place == ROOT:
                return within[0] if len(within) == 1 else None
            place = entities[place].parent
        return None

    def _latin(self, text: Passage, start: int, scope: int) -> Mention | None:
        folded = text.folded
        first = _WORD.match(folded, start)
        if first is None:
            return None
        count = self.longest.get(first[0], 0) or self.longest.get(singular(first[0]), 0)
        if not count:
            return None
        ends = [first.end()]
        while len(ends) <= count:
            word = _NEXT_WORD.match(folded, ends[-1])
            if word is None:
                break
            ends.append(word.end())
        is_capital = text.text[start].isupper()
        for end in reversed(ends):
            mention = self._latin_exact(folded, start, end, scope, is_capital=is_capital)
            if mention is not None:
                return mention
        return None

    def _latin_exact(self, folded: str, start: int, end: int, scope: int, *, is_capital: bool) -> Mention | None:
        """Find a name, or the name of a unit with another ending; a single word must be written as a name."""
        words = folded[start:end].split(" ")
        key = " ".join([*words[:-1], singular(words[-1])])
        is_plain = len(words) == 1 and judge(key) not in STRONG
        if is_plain and (not is_capital or (start == 0 and folded.startswith(" of ", end))):
            return None
        place = self.choose(key, scope)
        if place is not None:
            return Mention(start, end, place, not is_plain)
        has_suffix = len(words) > 1 and _LATIN_SUFFIX.fullmatch(words[-1])
        kept = words[:-1] if has_suffix else words
        core = " ".join([*kept[:-1], singular(kept[-1])])
        if not (has_suffix or is_capital):
            return None
        place = self._nearest(self._kept(self.register.by_core.get(core, ()), are_units=True), scope)
        return None if place is None else Mention(start, end, place, bool(has_suffix))


@lru_cache(maxsize=1 << 12)
def name_length(folded: str) -> int:
    """Return how long the name is with which a clause begins, known or not; 0 where it begins with none."""
    if words().verbs.match(folded):
        return 0
    lengths = range(min(14, len(folded)), 1, -1)
    return next((one for one in lengths if _ENDS_WEAK.match(folded, one) and judge(folded[:one]) in STRONG), 0)


def known_names(register: Register) -> Names:
    """Return the names of all entities, ready to be found."""
    names = Names(register)
    for key in (*register.by_key, *sorted(register.root_names)):
        _index(names, key)
    for place in in_order(register):
        entity = register.entities[place]
        if entity.dropped or entity.kind is not NodeKind.UNIT:
            continue
        core = core_of(entity.name.folded.replace(" ", ""))
        if core.isascii():
            continue
        names.cores.setdefault(core, []).append(place)
        for length in range(2, min(len(core), LONGEST) + 1):
            known = names.beginnings.setdefault(core[:length], [])
            if len(known) <= FEW:
                known.append(place)
    return names


def _index(names: Names, key: str) -> None:
    beginning, size = key[:2], len(key)
    if key.isascii():
        beginning, size = key.split(" ", maxsplit=1)[0], key.count(" ") + 2
    names.longest[beginning] = max(names.longest.get(beginning, 0), min(size, LONGEST))
    if not key.isascii() and key[:1].isascii():
        names.longest.setdefault(key[:2], size)
