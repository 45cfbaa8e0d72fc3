"""Run the rules over an organisation; the one place in which the file's own severities are applied."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from orgviz.checks.catalogue import RULES
from orgviz.checks.heads import find_repeated_heads, find_two_heads
from orgviz.checks.issue import Issue
from orgviz.checks.lines import find_repeated_lines
from orgviz.checks.names import find_joined_names, find_look_alikes
from orgviz.checks.posts import find_too_many_holders, find_too_much_fte, find_two_posts
from orgviz.checks.structure import find_chains, find_empty_units, find_open_below_closed, find_wide_spans
from orgviz.checks.time import find_gaps, find_outside_days, find_overlaps
from orgviz.checks.types import find_unused_types
from orgviz.diagnostics import Diagnostic, Findings, Severity
from orgviz.model import CheckSettings, Org

OFF = "off"

FINDERS: Mapping[str, Callable[[Org], Iterator[Issue]]] = MappingProxyType(
    {
        "too-many-holders": find_too_many_holders,
        "too-much-fte": find_too_much_fte,
        "unused-type": find_unused_types,
        "repeated-head": find_repeated_heads,
        "two-heads": find_two_heads,
        "repeated-line": find_repeated_lines,
        "joined-names": find_joined_names,
        "look-alike-names": find_look_alikes,
        "open-below-closed": find_open_below_closed,
        "wide-span": find_wide_spans,
        "empty-unit": find_empty_units,
        "single-child-chain": find_chains,
        "tenure-overlap": find_overlaps,
        "outside-days": find_outside_days,
        "tenure-gap": find_gaps,
        "two-posts": find_two_posts,
    }
)


def check_org(org: Org, findings: Findings) -> None:
    """Add what every rule finds, as severe as the file wants it."""
    for code, severity in severities(org.checks).items():
        if severity is not None:
            for issue in FINDERS[code](org):
                findings.items.append(
                    Diagnostic(code=code, severity=severity, message=issue.message, span=issue.span, hint=issue.hint)
                )


def severities(settings: CheckSettings) -> dict[str, Severity | None]:
    """Return how severe each rule is; ``None`` for one that is switched off."""
    levels: dict[str, Severity | None] = {rule.code: rule.severity for rule in RULES}
    for code, word in settings.severities:
        levels[code] = None if word == OFF else Severity(word)
    return levels
