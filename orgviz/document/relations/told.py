"""What a sentence is read with, and what it is found to say of two entities."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from orgviz.document.relations.names import Names
from orgviz.document.text.passages import Passage
from orgviz.model import EdgeKind

DutyOwner = Callable[[str, str], int | None]


@dataclass(frozen=True, slots=True)
class Relation:
    """What a sentence says of two entities; `at` is where in it."""

    source: int
    target: int
    kind: EdgeKind
    at: int
    stated: bool


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence with the names in it.

    Args:
        scope: the entity below which it stands.
        before: of whom the sentence before spoke.
    """

    text: Passage
    scope: int
    names: Names
    before: tuple[int, ...]

    @property
    def folded(self) -> str:
        """The sentence as it is compared."""
        return self.text.folded
