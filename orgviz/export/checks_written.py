"""What a file says about its own checks, as YAML lines and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from orgviz.model import CheckSettings


def check_lines(checks: CheckSettings) -> Iterator[str]:
    """Yield the lines of `check:`; none where nothing is set."""
    if checks == CheckSettings():
        return
    yield "check:"
    if checks.max_span is not None:
        yield f"  max-span: {checks.max_span}"
    if checks.severities:
        yield "  severity:"
    for code, word in checks.severities:
        # Other readers of YAML take a bare 'off' for false.
        yield f'    {code}: "{word}"' if word == "off" else f"    {code}: {word}"


def check_keys(checks: CheckSettings) -> dict[str, int | Mapping[str, str]]:
    """Return the keys of `check` that are set."""
    keys: dict[str, int | Mapping[str, str]] = {}
    if checks.max_span is not None:
        keys["max-span"] = checks.max_span
    if checks.severities:
        keys["severity"] = dict(checks.severities)
    return keys
