"""Read the answer behind a question: 答：公司下设三个部门."""

from __future__ import annotations

from orgviz.document.items.walked import Walk, settle
from orgviz.document.languages.prose import read_prose
from orgviz.document.names.entry import Entry
from orgviz.document.names.promises import Promise


def read_answer(walked: Walk, entry: Entry, above: int) -> bool:
    """Read the text behind 答:."""
    if entry.rest is None or entry.name.folded not in _ANSWERS:
        return False
    read_prose(walked.state, entry.rest, above)
    settle(walked, above, Promise.OPEN, None)
    return True


_ANSWERS = frozenset(("答", "回答", "解答"))
