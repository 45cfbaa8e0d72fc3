"""Find where the work of a unit or post begins that stands behind its name without a divider."""

from __future__ import annotations

import re

from orgviz.document.names.judging import STRONG, judge


def verb_behind_name(folded: str) -> int | None:
    """Return where a duty begins that follows a name without a divider, as in 市场部负责推广."""
    for match in re.finditer(
        r"主要负责|全面负责|具体负责|负责|专注于|致力于|综理|承担|(?:主管|分管)(?=[^\s:(]{2,})|responsible for"
        r"|is responsible for",
        folded[:40],
    ):
        if match.start() > 1 and judge(folded[: match.start()].rstrip()) in STRONG:
            return match.start()
        return None
    defined = _DEFINED.match(folded)
    return defined.end("name") + 1 if defined and judge(defined["name"]) in STRONG else None


# The Press Office is the team that answers reporters: what a name stands for, with its work.
_DEFINED = re.compile(
    r"(?P<name>[^,.:;]{3,60}?) (?:is|are) (?:an?|the|our) (?:[a-z-]+ ){0,3}?"
    r"(?:team|group|body|committee|council|person|people|individual|volunteer)s? "
    r"(?:that|who|which|responsible|in charge|charged|tasked|accountable|entrusted|of [a-z]+ (?:that|who)) "
)
