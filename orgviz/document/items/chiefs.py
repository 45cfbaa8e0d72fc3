"""Tell that what stands right below a chief in an outline are the fields of work of those who report to him or her."""

from __future__ import annotations

from orgviz.document.items.walked import Walk, entries_below
from orgviz.document.names.judging import is_known_field
from orgviz.patterns import pattern

_FEWEST = 2


def are_fields_below_chief(walked: Walk, parent: int | None) -> bool:
    """Whether in an outline right below a chief are known fields of work, nothing else.

    Whom everything else in the outline stands below is a chief whatever the title, where it goes on below the fields,
    of which a third may be of other work then: Library Director, below it Public Services, below these Lending.
    """
    if not walked.is_outline or parent is None:
        return False
    chief, below = walked.entry(parent), entries_below(walked, parent)
    is_over_all = all((item.parent or 0) >= parent for item in walked.items[parent + 1 :])
    goes_on = is_over_all and any(walked.items[child].children for child in walked.items[parent].children)
    if len(below) < _FEWEST or not (goes_on or _CHIEF.fullmatch(chief.name.folded)):
        return False
    are_short = all(entry.rest is None and len(entry.name.folded.split()) <= _MOST_WORDS_BELOW for entry in below)
    known = sum(is_known_field(entry.name.folded) for entry in below)
    return are_short and known >= (_MOST_OF_THEM * len(below) if goes_on else len(below))


_MOST_OF_THEM = 2 / 3
_MOST_WORDS_BELOW = 3
_CHIEF = pattern(
    r"(?:(?:managing|executive|general|company|plant|hotel|club|school) )?(?:director|manager|president|principal|head)"
    r"|ceo|chief executive(?: officer)?|chair(?:man|woman|person)?|owner|founder|geschäftsführ(?:er|erin|ung)"
    r"|总经理|董事长|总裁|[院校厂店会园馆所]长|老板"
)
