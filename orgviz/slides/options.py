"""What a user may ask of a deck, as plain values; nothing heavy is imported for them."""

from __future__ import annotations

from orgviz.lean import dataclass


@dataclass(frozen=True, slots=True)
class DeckFile:
    """A deck that the user gave.

    Args:
        name: as the user called it, for messages.
        data: what is in it.
    """

    name: str
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class DeckOptions:
    """How a deck is made.

    Args:
        template: a deck whose masters, layouts and theme are taken; its own slides are not.
        into: a deck in which the chart is put, in place of the one that an earlier run put there.
        slide: the number of the slide, from 1, that the chart goes on; ``None`` for where it stood, or a new one.
        source: the name of the input file, without folders, for the notes; empty for none.
        day: the day that the chart shows (``YYYY-MM-DD``), for the notes; ``None`` for none.
    """

    template: DeckFile | None = None
    into: DeckFile | None = None
    slide: int | None = None
    source: str = ""
    day: str | None = None

    @property
    def given(self) -> DeckFile | None:
        """The deck that the user gave, if any."""
        return self.template or self.into
