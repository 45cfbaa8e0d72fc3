"""Read `check:`, what a file says about its own checks."""

from __future__ import annotations

from orgviz.build.fields import Fields
from orgviz.build.keys import CHECK
from orgviz.build.values import found_shape
from orgviz.checks.catalogue import CODES
from orgviz.diagnostics import Findings, Severity
from orgviz.model import CheckSettings
from orgviz.source.entries import Mapping, Scalar
from orgviz.wording import listed, nearest, quoted

WIDEST_SPAN = 99_999
OFF = "off"
LEVELS = (*(severity.value for severity in Severity), OFF)


def read_check_settings(top: Fields, findings: Findings) -> CheckSettings:
    """Return the settings of a file's checks; report unknown codes and words, each with the nearest."""
    pair = top.pairs.get("check")
    if pair is None or not isinstance(pair[1], Mapping):
        return CheckSettings()
    fields = Fields(pair[1], CHECK, findings)
    return CheckSettings(
        max_span=fields.number("max-span", WIDEST_SPAN), severities=_severities(fields.pairs.get("severity"), findings)
    )


def _severities(pair: tuple[Scalar, object] | None, findings: Findings) -> tuple[tuple[str, str], ...]:
    severity = pair[1] if pair is not None else None
    if not isinstance(severity, Mapping):
        return ()
    found: list[tuple[str, str]] = []
    for key, value in severity.pairs:
        code, word = key.text.strip(), value.text.strip().lower() if isinstance(value, Scalar) else ""
        if code not in CODES:
            _tell_unknown(key, findings)
        elif word in LEVELS:
            found.append((code, word))
        elif not (isinstance(value, Scalar) and value.told):
            near = nearest(word, LEVELS) if word else None
            findings.error(
                "unknown-severity",
                f"{quoted(code)} can be {listed(LEVELS)}, but here stands {found_shape(value)}",
                value.span,
                f"did you mean '{near}'?" if near else None,
            )
    return tuple(found)


def _tell_unknown(key: Scalar, findings: Findings) -> None:
    near = nearest(key.text, CODES)
    findings.error(
        "unknown-check",
        f"no check is called {quoted(key.text)}",
        key.span,
        f"did you mean '{near}'?" if near else f"those that can be set are {listed(CODES, 'and')}",
    )
