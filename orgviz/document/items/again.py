"""Find the unit whose parts, named before in a sentence, a list names again one by one to say more of each."""

from __future__ import annotations

from collections import Counter

from orgviz.document.items.walked import Walk
from orgviz.document.known.register import ROOT
from orgviz.document.names.judging import STRONG, Sort
from orgviz.model import NodeKind

_FEWEST = 3
_SHARE = 0.6


def unit_listed_again(walked: Walk, place: int, above: int) -> int:
    """Return the unit below which the items of a list are known already, most of them; else what they stand below.

    So a list of 主席, 副主席, 秘书处 at the top says more of those that the 执委会 was said to consist of.
    """
    key = (walked.items[place].parent, walked.items[place].form)
    known = walked.again.get(key)
    if known is None:
        known = walked.again[key] = _unit_of_all(walked, place, above)
    return above if known == ROOT else known


def _unit_of_all(walked: Walk, place: int, above: int) -> int:
    entries = [walked.entry(one) for one in walked.siblings(place)]
    names = [entry for entry in entries if entry.sort in STRONG]
    if len(names) < _FEWEST or len(names) < _SHARE * len(entries):
        return ROOT
    register = walked.state.register
    owners: Counter[int] = Counter()
    for entry in names:
        kind = NodeKind.UNIT if entry.sort is Sort.UNIT else NodeKind.POSITION
        parents = {
            register.entities[one].parent
            for one in register.candidates(entry.name.folded)
            if register.entities[one].kind is kind
        }
        owners.update(sorted(parents))
    if not owners:
        return ROOT
    owner, count = owners.most_common(1)[0]
    is_inside = owner not in (ROOT, above) and register.is_below(owner, above)
    return owner if is_inside and count >= _SHARE * len(names) and count >= _FEWEST else ROOT
