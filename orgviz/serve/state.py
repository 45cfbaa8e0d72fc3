"""What the preview shows, as values, and the place where the drawing side hands it to those who show it."""

from __future__ import annotations

import hashlib
import json
import threading
from dataclasses import asdict, dataclass, field, replace

from orgviz.serve.words import preview_words


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart as SVG; `name` is that of its view, where several are shown."""

    name: str
    svg: bytes

    @property
    def digest(self) -> str:
        """What tells it from every other picture."""
        return hashlib.sha256(self.svg).hexdigest()[:16]


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something that is wrong, in words.

    Args:
        severity: ``error`` or ``warning``.
        place: path, line and column, where it has any.
        excerpt: the line in the file, and the carets below it.
    """

    severity: str
    message: str
    place: str = ""
    code: str = ""
    excerpt: tuple[str, ...] = ()
    hint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What the page shows: the last good pictures, and what is wrong with the files as they are now.

    Args:
        number: of this state; a newer one has a higher one.
        lang: of the chart, for the words of the page.
        more: how many problems there are besides those that are listed.
    """

    number: int = 0
    file: str
    title: str = ""
    lang: str = "en"
    is_drawing: bool = True
    pictures: tuple[Picture, ...] = ()
    problems: tuple[Problem, ...] = ()
    errors: int = 0
    warnings: int = 0
    more: int = 0

    def as_event(self) -> bytes:
        """Return it as a server-sent event; its text is JSON of nothing but ASCII, in one line."""
        shown = asdict(replace(self, pictures=()))
        shown["pictures"] = [{"name": picture.name, "digest": picture.digest} for picture in self.pictures]
        shown["words"] = dict(preview_words(self.lang))
        return b"event: state\ndata: " + json.dumps(shown).encode("ascii") + b"\n\n"


@dataclass(slots=True)
class Board:
    """The newest state; one thread changes it, others wait for what is new."""

    _state: State
    _changed: threading.Condition = field(default_factory=threading.Condition)

    @property
    def state(self) -> State:
        """The newest state."""
        with self._changed:
            return self._state

    def show(self, state: State) -> None:
        """Put a state in the place of the one before, with the next number."""
        with self._changed:
            self._state = replace(state, number=self._state.number + 1)
            self._changed.notify_all()

    def newer_than(self, number: int, seconds: float) -> State | None:
        """Return the newest state as soon as it is newer than `number`; nothing after so many seconds."""
        with self._changed:
            self._changed.wait_for(lambda: self._state.number > number, seconds)
            return self._state if self._state.number > number else None
