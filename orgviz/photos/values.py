"""A picture as it is carried inside a chart, and by what the pictures of an organisation are found."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from orgviz.lean import dataclass


@dataclass(frozen=True, slots=True)
class Picture:
    """A small square picture.

    Args:
        data: the bytes of a file without any metadata.
        mime: ``image/jpeg`` or ``image/png``.
    """

    data: bytes
    mime: str


Pictures: TypeAlias = Mapping[str, Picture]
"""By the file that a `Photo` names."""
