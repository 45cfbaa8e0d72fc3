"""Regular expressions that are compiled when they are first asked for something; imports nothing of ours.

To compile all that may be needed took a tenth of the time of a small chart, and most are for mistakes that it has not.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import Any, cast


class _Later:
    """Stands for a pattern, and keeps each method that it is asked for: the next call goes there directly."""

    def __init__(self, text: str, flags: int) -> None:
        self.pattern, self._flags = text, flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self._flags)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever a pattern has
        if name.startswith("__"):
            raise AttributeError(name)
        found = getattr(self._compiled, name)
        setattr(self, name, found)
        return found


def pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """Return what does as the pattern does.

    >>> pattern("[0-9]+").findall("5 of 12")
    ['5', '12']
    """
    return cast("re.Pattern[str]", _Later(text, flags))
