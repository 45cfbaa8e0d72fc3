"""The date that builders of reproducible files ask for; the clock is never read."""

from __future__ import annotations

import os
from datetime import UTC, datetime

from orgviz.diagnostics import UsageError
from orgviz.wording import quoted

VARIABLE = "SOURCE_DATE_EPOCH"
_LAST = 253_402_300_799  # the last second of the year 9999, after which nobody can write a date


def source_date() -> datetime | None:
    """Return the date that SOURCE_DATE_EPOCH gives in seconds since 1970, in UTC; nothing where it is not set.

    Raises:
        UsageError: it is no such number. https://reproducible-builds.org/specs/source-date-epoch/ wants a build to fail
            then, as a date that is left out in silence is one that differs in the next build.
    """
    text = os.environ.get(VARIABLE, "")
    if not text:
        return None
    # A longer number is beyond the last second, and not read at all.
    if not (text.isascii() and text.isdigit() and len(text) < 20 and int(text) <= _LAST):
        raise UsageError(
            f"{VARIABLE}: {quoted(text)} is no number of seconds since 1970",
            "set it to one, such as that of the last commit: git log -1 --format=%ct; or unset it",
        )
    return datetime.fromtimestamp(int(text), UTC)
