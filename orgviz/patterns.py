"""Regular expressions that are compiled when they are first asked for something; imports nothing of ours.

To compile all that may be needed took a tenth of the time of a small chart, and most are for mistakes that it has not.
"""

from __future__ import annotations

import re
from typing import Any, cast

_HAS = (
    *("pattern", "flags", "groups", "groupindex"),
    *("search", "match", "fullmatch", "split", "findall", "finditer", "sub", "subn"),
)


class _Compiled:
    """Has what a pattern has as its own: that is found sooner than what `__getattr__` is asked for first."""


class _Later:
    """Stands for a pattern, and becomes one when it is first asked for something."""

    def __init__(self, text: str, flags: int) -> None:
        self.pattern, self._flags = text, flags

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever a pattern has
        if name.startswith("__"):
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self._flags)
        self.__dict__.update({one: getattr(compiled, one) for one in _HAS})
        self.__class__ = _Compiled  # type: ignore[assignment]  # which has no __getattr__
        return getattr(compiled, name)


def pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """Return what does as the pattern does.

    >>> pattern("[0-9]+").findall("5 of 12")
    ['5', '12']
    """
    return cast("re.Pattern[str]", _Later(text, flags))
