"""Divide a piece of an English enumeration at its words for and, unless they stand within a name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from orgviz.document.english.phrases import read_phrase
from orgviz.document.names.entry import masked
from orgviz.document.names.judging import STRONG, Sort, judge
from orgviz.document.text.passages import Passage
from orgviz.patterns import pattern

_AND = pattern(r"\s+(?:and|as well as|plus|&|or)\s+")
_BY_ITSELF = pattern(r"(?:the|an?|its|one|two|three|four|\d+)\s")


def divided(piece: Passage, is_last: bool, wanted: int | None, *, alone: bool) -> list[Passage]:
    """Divide a piece of a list at the words for and, where they stand between items."""
    outside = masked(piece.folded)
    joints = [match for match in _AND.finditer(outside) if match.start() > 0 and (match[0].strip() != "&" or alone)]
    if not joints or (alone and _is_one_post_or(piece, joints)):
        return [piece]
    certain = [joint for joint in joints if "as well as" in joint[0] or _BY_ITSELF.match(piece.folded[joint.end() :])]
    if wanted is not None and wanted >= 1:
        chosen = certain if len(certain) + 1 == wanted else joints[len(joints) - wanted + 1 :] if wanted > 1 else []
        return list(piece.split(joint.span() for joint in chosen))
    if certain:
        return list(piece.split(joint.span() for joint in certain))
    if not is_last:
        return _two_posts(piece, joints)
    both_strong = [
        joint
        for joint in joints
        if all(judge(read_phrase(half).name.folded) in STRONG for half in _halves(piece, joint))
    ]
    if both_strong:
        return list(piece.split([both_strong[-1].span()]))
    if (
        alone
        and judge(read_phrase(piece).name.folded) in STRONG
        and not re.search(r"(?:s|people)$", read_phrase(piece).name.folded)
    ):
        return [piece]
    return list(piece.split([joints[-1 if not alone else 0].span()]))


def _two_posts(piece: Passage, joints: Sequence[re.Match[str]]) -> list[Passage]:
    """Divide a piece that is no last one where it names two posts by their whole titles: President and Clerk."""
    if len(joints) != 1 or joints[0][0].strip() != "and" or re.search(r",| of | for ", piece.folded):
        return [piece]
    halves = [read_phrase(half) for half in _halves(piece, joints[0])]
    are_titles = all(half.sort is Sort.POST and half.is_proper and not half.rest.text for half in halves)
    return list(piece.split([joints[0].span()])) if are_titles else [piece]


def _is_one_post_or(piece: Passage, joints: Sequence[re.Match[str]]) -> bool:
    """Whether a piece is one post with two names: the owner or CEO, not a clerk or a typist."""
    if len(joints) != 1 or joints[0][0].strip() != "or":
        return False
    left, right = (read_phrase(half) for half in _halves(piece, joints[0]))
    return left.sort is right.sort is Sort.POST and not left.rest.text and not right.before


def _halves(piece: Passage, joint: re.Match[str]) -> tuple[Passage, Passage]:
    return piece.cut(0, joint.start()), piece.cut(joint.end())
