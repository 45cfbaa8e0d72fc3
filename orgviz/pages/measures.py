"""How sheets come out when they are laid out, as numbers that can be kept: what is planned with them is the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Measure:
    """How a sheet comes out.

    Args:
        spare: by how much it could be larger and still be read; less than 1 is too small to read.
        letters: its smallest letters on the page, in points.
    """

    spare: float
    letters: float


@dataclass(frozen=True, slots=True)
class Measures:
    """What is known of sheets by their fingerprints.

    Args:
        known: from earlier.
        used: what was asked for, whether known or found out now.
    """

    known: Mapping[str, Measure] = field(default_factory=dict)
    used: dict[str, Measure] = field(default_factory=dict)
