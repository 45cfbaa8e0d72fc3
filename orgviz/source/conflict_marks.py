"""Find the marks that git leaves in a file whose versions were never joined."""

from __future__ import annotations

import re

from orgviz.diagnostics import Findings
from orgviz.patterns import pattern
from orgviz.text import SourceText, Span
from orgviz.wording import quoted

_CONFLICT = pattern(r"^(<{7}|>{7})(?: .*)?$", re.MULTILINE)


def find_conflict_marks(source: SourceText, findings: Findings) -> bool:
    """Report the marks that git leaves in a file with an unsolved conflict; tell whether there are any."""
    if "<<<<<<<" not in source.text and ">>>>>>>" not in source.text:
        return False
    marks = list(_CONFLICT.finditer(source.text))
    for mark in marks:
        line = source.text.count("\n", 0, mark.start()) + 1
        findings.error(
            "conflict-mark",
            f"git's conflict mark {quoted(mark[1])} stands here",
            Span(source.path, line, 1, 7),
            "choose one of the two versions and take the marks away",
        )
    return bool(marks)
