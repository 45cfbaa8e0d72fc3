"""Find the name of a unit or post beside what it works for: a duty behind it, or a motto before it."""

from __future__ import annotations

from orgviz.document.names.judging import STRONG, Sort, judge
from orgviz.document.text.passages import Passage
from orgviz.patterns import pattern

_BY_WHOM = pattern(r"[部科处室组心]由.{2,}$")  # 财务部由副总经理分管


_DOES = pattern(r"(?:主要|全面|具体)?负责|专注于|致力于|综理|承担|(?:主管|分管)(?=[^\s:(]{2,})|(?:is )?responsible for")


def verb_behind_name(folded: str) -> int | None:
    """Return where a duty begins that follows a name without a divider, as in 市场部负责推广."""
    for match in _DOES.finditer(folded[:40]):
        before = folded[: match.start()].rstrip()
        if match.start() > 1 and judge(before) in STRONG and not _BY_WHOM.search(before):
            return match.start()
        return None
    defined = _DEFINED.match(folded)
    return defined.end("name") + 1 if defined and judge(defined["name"]) in STRONG else None


# The Press Office is the team that answers reporters: what a name stands for, with its work.
_DEFINED = pattern(
    r"(?P<name>[^,.:;]{3,60}?) (?:is|are) (?:an?|the|our) (?:[a-z-]+ ){0,3}?"
    r"(?:team|group|body|committee|council|person|people|individual|volunteer)s? "
    r"(?:that|who|which|responsible|in charge|charged|tasked|accountable|entrusted|of [a-z]+ (?:that|who)) "
)


# Light the Coast - The Lamp Department
_MOTTO = pattern(r"(?P<motto>[\"“”']?[A-Z][\w’' ]{3,40}[\"”']?)(?: [-–—]|:) [Tt]he (?P<name>[A-Z][\w&’' -]{3,60})$")


def motto_before_name(body: Passage) -> int:
    """Return where the name of a unit begins that stands behind a motto and a dash; zero where none does."""
    match = _MOTTO.match(body.text)
    if match is None or judge(body.folded[: match.end("motto")]) in STRONG:
        return 0
    return match.start("name") if judge(body.folded[match.start("name") :]) is Sort.UNIT else 0
