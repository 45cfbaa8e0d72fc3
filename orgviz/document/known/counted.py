"""Read posts with their numbers that stand in a text behind a unit's name: 经理1名，负责…；业务员2名."""

from __future__ import annotations

import re
from collections.abc import Iterator

from orgviz.document.known.register import ROOT
from orgviz.document.known.state import SURE, State, give_duty, put
from orgviz.document.names.counted_posts import is_desk
from orgviz.document.names.entry import masked
from orgviz.document.names.judging import Sort, judge
from orgviz.document.names.notes import Named, read_notes
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind
from orgviz.patterns import pattern

_FEWEST_FIELDS = 2  # fields of work with numbers, from the beginning of a text on, are posts too
_STOP = pattern(r"[,;、]")
_LEAD = pattern(r"(?:其中|包括|包含|分别为|分别是|设有?|配备?|置|有|含|内设|编制|:)+")
_AMOUNT = pattern(
    r"(?P<name>[^\d¤:]{2,10}?)(?:各|共)?(?P<count>\d{1,3}|[一二两三四五六七八九十]{1,2}|若干)"
    r"(?:[-~—至到](?:\d{1,3}|[一二两三四五六七八九十]{1,2}))?(?:(?<=若干)|人|名|位)(?P<note>¤*)$"
)
_NO_POST = pattern(
    r"(?:核定|核编|编制|人数|员工|总共|合计|共计|其中|至少|最多|不少于|不超过|约|全体|人员编制|职数|人)+"
)


# What a unit is made of, or where another belongs, said behind its posts.
_COMPOSES = pattern(r"(?:下设|下辖|内设|另设|辖|分为|设有|还有)|[^,。;]{2,12}(?:也|都|均)?(?:归|隶属)[^,。;]{2,12}")


def read_counted_posts(state: State, unit: int, text: Passage) -> tuple[Passage, ...] | None:
    """Put the posts that a text counts below a unit, and give each the clauses behind it as its duty.

    Return what is left that says of what the unit is composed; ``None``, and nothing is read, where the text names
    no post with a number.
    """
    if unit == ROOT or state.register.entities[unit].kind is not NodeKind.UNIT:
        return None
    left: list[Passage] = []
    read = [_parts(sentence) for sentence in sentences_of(text)]
    posts = [named for parts in read for _, named in parts if named is not None]
    is_told = any(judge(named.name.folded) is Sort.POST for named in posts)
    if not is_told and (len(posts) < _FEWEST_FIELDS or not read or read[0][0][1] is None):
        return None
    for sentence, parts in zip(sentences_of(text), read, strict=True):
        owner = unit
        for part, named in parts:
            if named is not None:
                owner = put(state, NodeKind.POSITION, named, unit, "post with its number", SURE, anew=True)
                state.evidence += 0.3
            elif _COMPOSES.match(part.folded):
                left.append(sentence.cut(_start(sentence, part)))
                break
            elif owner != ROOT:
                give_duty(state, owner, part)
    return tuple(left)


def _start(sentence: Passage, part: Passage) -> int:
    """Return where a part begins in its sentence."""
    return max(0, sentence.folded.find(part.folded))


def sentences_of(text: Passage) -> Iterator[Passage]:
    """Yield the sentences of a text: what stands in one of them behind a post is said of that post."""
    for sentence in text.split(match.span() for match in re.finditer("。", masked(text.folded))):
        if sentence.text:
            yield sentence


def _parts(sentence: Passage) -> list[tuple[Passage, Named | None]]:
    """Divide a sentence into posts with their numbers, and what is said between them as it is written."""
    stops = [match.span() for match in _STOP.finditer(masked(sentence.folded))]
    spans = list(zip([0, *(end for _, end in stops)], [*(start for start, _ in stops), len(sentence)], strict=True))
    parts: list[tuple[Passage, Named | None]] = []
    begin: int | None = None
    for start, end in spans:
        piece = sentence.cut(start, end)
        lead = _LEAD.match(piece.folded)
        named = _post(piece.cut(lead.end()) if lead else piece) if piece.text else None
        if named is None:
            begin = start if begin is None else begin
            continue
        if begin is not None:
            parts.append((sentence.cut(begin, start), None))
        parts.append((piece, named))
        begin = None
    if begin is not None:
        parts.append((sentence.cut(begin), None))
    return [(part, named) for part, named in parts if part.text]


def _post(piece: Passage) -> Named | None:
    """Return the post that a clause names with a number; 核定编制9名 names none."""
    match = _AMOUNT.fullmatch(masked(piece.folded))
    if match is None or _NO_POST.fullmatch(match["name"]):
        return None
    named = read_notes(piece.cut(0, match.start("note")))
    is_name = (
        judge(named.name.folded) in (Sort.POST, Sort.FIELD) or is_desk(named.name.folded)
    ) and named.name.folded != piece.folded
    return named if is_name else None
