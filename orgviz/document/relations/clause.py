"""A clause of a Chinese sentence: whom it names, and who does what its verb says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from orgviz.document.known.register import ROOT
from orgviz.document.names.words import words
from orgviz.document.relations.names import Mention, name_length
from orgviz.document.relations.told import Told
from orgviz.patterns import pattern

_JOIN = pattern(r"\s*(?:、|和|与|及|以及|跟|同|或|合|,(?=[^,]{2,8}(?:和|及|以及)))\s*")
_SKIP = pattern(
    r"(?:所在的?|分管的?|主管的?|本|公司的?|网站的?|总部的?|我们的?|内部的?|相关的?(?!部门)|其|着|好|与|"
    r"对|上级)?"
)
_ADVERBS = pattern(
    r"(?:主要|则|也|还|可以?|应当?|应该|必须|须|需要?|积极|密切|共同|直接|全力|负责|要|会|将|均|都|分别|"
    r"各自|并且?|而且|同时|定期|随时|及时|进一步|能够?|有效|"
    r"业务上|工作上|日常|一起|主动|认真|是|又|再|做好|进行|协助|配合|辅助|,|有权|有义务|通常|一般|往往|"
    r"的职责是|的任务是|职责是|经常|有时|每[日天周月季年]|只|"
    r"重点|首先|其次|另外|此外|行政上|职能上|也要|负有|承担)*$"
)
_NO = pattern(r"(?:不|未|无需|无须|没有|避免|不再|停止|拒绝|毋须)(?:得|能|再|需|必|予)?(?:直接|主动)?$")
OPENING = pattern(
    r"(?:而且?|但是?|其中|同时|并且|此外|另外|例如|比如|因此|所以|那么|假如|如果|首先|其次|最后|再次|对于|"
    r"关于|以及|及|和|由|看|在|目前|即|如|:|\d+[.、])*"
)
_OTHERS = pattern(
    r"(?:其他|其它|其余|另外)(?:的)?(?:几|各|所有|[二三四五六七八九两]|\d)?(?:个|大)?(?:职能|"
    r"业务)?(?:部门|小组|组|团队|岗位|科室|中心|处室|部|职位)(?:则|都|均|主要|也|是|要|应|须)*$"
)
_VERB_FIRST = pattern(
    r"(?:并|且|也|还|负责|根据|按照|依据|在|通过|定期|做好|完成|每|对|为|以|及时|同时|此外|另外|积极|主动|"
    r"必要时|其中|从|随时|向|与|跟|全面|统一|当|由|经)"
)
_ANYBODY = pattern(r"(?:要求|请|让|由)?(?:各|每个|每位|所有|全体|任何|其他|其它|其余|有关|相关|某|员工|大家|他|她|你)")
_APPOINTS = pattern(r"(?:另|各|并|下|内|可|应|分|再)*(?:设有|设立|设置|设|置|配备|聘任|任命)(?=[^计备])")
_OWN = pattern(
    r"(?:本|我|全|该)(?:公司|企业|集团|校|院|馆|会|局|处|中心|所|部|店|厂|社|园|司|署|厅)|(?:公司|企业|"
    r"集团|学校|医院|学院|协会)(?![\u4e00-\u9fff]{0,4}部)"
)


_STOPS = pattern(r"[,;:。]")


def clauses(folded: str) -> Iterator[tuple[int, int]]:
    """Yield where the clauses of a sentence begin and end."""
    begin = 0
    for match in _STOPS.finditer(folded):
        if match.start() > begin:
            yield begin, match.start()
        begin = match.end()
    if begin < len(folded):
        yield begin, len(folded)


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of a sentence: what it names, and of whom the one before spoke."""

    told: Told
    begin: int
    end: int
    mentions: list[Mention]
    all: list[Mention]
    running: tuple[int, ...]

    def speaks_of(self) -> tuple[int, ...] | None:
        """Return of whom the clause speaks: the names it begins with, or nobody known; nothing where it goes on."""
        folded = self.told.folded
        if folded[max(self.begin - 1, 0)] == ":":
            return None
        opening = OPENING.match(folded, self.begin, self.end)
        begin = opening.end() if opening else self.begin
        own = _OWN.match(folded, begin, self.end)
        appointed = _APPOINTS.match(folded, own.end() if own else begin, self.end)
        places = self.listed(appointed.end() if appointed else begin)[0]
        if places:
            return places
        if own:
            return (ROOT,)
        end = begin + name_length(folded[begin : self.end])
        if end == begin:
            return None
        return tuple(one.place for one in self.mentions if one.end == end and one.is_sure)

    def starting(self, at: int) -> Mention | None:
        """Return the name that begins at a place."""
        return next((one for one in self.all if one.start == at), None)

    def listed(self, at: int, stop: int | None = None) -> tuple[tuple[int, ...], int]:
        """Return the names that stand in a row from a place on, and where they end; none behind `stop`."""
        places: list[int] = []
        end = at
        while True:
            mention = self.starting(at)
            if mention is None or (stop is not None and mention.end > stop):
                return tuple(places), end
            places.append(mention.place)
            end = mention.end
            joined = _JOIN.match(self.told.folded, end)
            if joined is None:
                return tuple(places), end
            at = joined.end()

    def objects(self, at: int) -> tuple[tuple[int, ...], int]:
        """Return the names behind a verb; a word such as 分管 may stand before them."""
        places, end = self.listed(at)
        if places:
            return places, end
        skipped = _SKIP.match(self.told.folded, at)
        return self.listed(skipped.end()) if skipped and skipped.end() > at else ((), at)

    def before(self, at: int) -> tuple[int, ...] | None:
        """Return the subject of a verb; nothing where somebody unknown is meant."""
        folded = self.told.folded
        stop = _ADVERBS.search(folded, self.begin, at)
        end = stop.start() if stop else at
        if _NO.search(folded, self.begin, at):
            return None
        opening = OPENING.match(folded, self.begin, end)
        begin = opening.end() if opening else self.begin
        if begin >= end:
            return self.running
        ending = self._ending(end)
        if ending:
            return ending
        first = self.listed(begin)[0]
        if first:
            return first
        if _ANYBODY.match(folded, begin, end):
            return None
        if _VERB_FIRST.match(folded, begin, end) or words().verbs.match(folded, begin, end):
            return self.running
        return None

    def _ending(self, end: int) -> tuple[int, ...]:
        """Return the names in a row that end at a place."""
        for mention in self.mentions:
            places, stop = self.listed(mention.start, end)
            if stop == end:
                return places
        return ()

    def are_others(self, at: int) -> bool:
        """Whether all others beside the object are the subject."""
        return bool(_OTHERS.search(self.told.folded, self.begin, at))

    def is_name(self, at: int) -> bool:
        """Whether a place lies within a name."""
        return any(one.start < at < one.end or (one.start == at and one.is_sure) for one in self.all)
