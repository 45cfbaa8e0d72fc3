"""The table of rules: each one's code, how severe it is unless the file says otherwise, and what it finds."""

from __future__ import annotations

from orgviz.diagnostics import Severity
from orgviz.lean import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule.

    Args:
        code: stable kebab-case name, with a section in ``docs/errors.md`` and a fixture in ``tests/errors``.
        severity: unless the file says otherwise.
        finds: what it finds, in a line.
    """

    code: str
    severity: Severity
    finds: str


RULES = (
    Rule("too-many-holders", Severity.WARNING, "more people hold a position than it has seats"),
    Rule("too-much-fte", Severity.WARNING, "a position is more full-time equivalents than it has seats"),
    Rule("unused-type", Severity.WARNING, "a type of the file's own is the type of nothing"),
    Rule("repeated-head", Severity.WARNING, "a unit has two heads with one name"),
    Rule("two-heads", Severity.WARNING, "a post beside a unit's head claims to be its head, too"),
    Rule("repeated-line", Severity.WARNING, "a link says again what the solid line says"),
    Rule("joined-names", Severity.WARNING, "several names were typed with signs that separate nothing"),
    Rule("look-alike-names", Severity.WARNING, "two names differ only in width, case, spaces or look-alike letters"),
    Rule("open-below-closed", Severity.WARNING, "something stands in a closed unit, and is not closed"),
    Rule("wide-span", Severity.WARNING, "more report to somebody than the file allows"),
    Rule("empty-unit", Severity.NOTE, "a unit holds nothing, while most units beside it hold something"),
    Rule("single-child-chain", Severity.NOTE, "level stands below level with only one thing on each"),
    Rule("tenure-overlap", Severity.WARNING, "more people hold a post on a day than it has seats"),
    Rule("outside-days", Severity.WARNING, "something is there on days on which what it stands in is not"),
    Rule("tenure-gap", Severity.NOTE, "nobody holds a post between two who do"),
    Rule("two-posts", Severity.NOTE, "one name holds two posts, and neither says that it is held beside another"),
)
CODES = tuple(rule.code for rule in RULES)
