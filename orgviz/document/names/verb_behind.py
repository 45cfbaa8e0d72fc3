"""Find where what somebody does begins right behind a name, without a divider: 市场部|负责推广."""

from __future__ import annotations

import re

from orgviz.document.names.judging import STRONG, judge

_BY_WHOM = re.compile(r"[部科处室组心]由.{2,}$")  # 财务部由副总经理分管


def verb_behind_name(folded: str) -> int | None:
    """Return where a duty begins that follows a name without a divider, as in 市场部负责推广."""
    for match in re.finditer(
        r"主要负责|全面负责|具体负责|负责|专注于|致力于|综理|承担|(?:主管|分管)(?=[^\s:(]{2,})|responsible for"
        r"|is responsible for",
        folded[:40],
    ):
        before = folded[: match.start()].rstrip()
        if match.start() > 1 and judge(before) in STRONG and not _BY_WHOM.search(before):
            return match.start()
        return None
    return None
