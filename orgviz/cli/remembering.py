"""Say what a command's charts depend on, and look for them in the cache: the same command on the same files."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from orgviz.cli.inputs import STREAM
from orgviz.diagnostics import OrgvizError
from orgviz.lean import dataclass
from orgviz.output.drawing import TextMode

if TYPE_CHECKING:
    from orgviz.cache.drawn import Drawn
    from orgviz.cache.shelf import Shelf
    from orgviz.cache.store import Store
    from orgviz.cli.arguments import RenderArguments
    from orgviz.output.spool import Content

# In these, letters are text, which fonts do not change.
_WITHOUT_FONTS = (".svg", ".html", ".dot", ".json", ".txt", ".drawio")
_VARIABLES = ("SOURCE_DATE_EPOCH", "FONTCONFIG_FILE", "FONTCONFIG_PATH")


@dataclass(slots=True)
class Memory:
    """What is known of a command on some inputs.

    Args:
        inputs: their bytes and names, where they were read for this.
        key: of the whole; empty where only parts are remembered.
        begun: the time, in nanoseconds; a file that changed later may not be what was read.
        surroundings: what is drawn depends on them, whatever the inputs say.
    """

    inputs: list[tuple[bytes, str]] | None = None
    store: Store | None = None
    key: str = ""
    begun: int = 0
    surroundings: tuple[bytes, ...] = ()

    @classmethod
    def of(cls, arguments: RenderArguments) -> Memory:
        """Return what is known of a command; nothing where the cache is not wanted, or cannot be of use."""
        if not _is_memorable(arguments):
            return cls()
        from orgviz.cache.place import cache_folder
        from orgviz.cache.store import Store, key_of

        folder = cache_folder()
        if folder is None:
            return cls()
        from orgviz.inputs import read_inputs

        begun = time.time_ns()
        try:
            inputs = read_inputs(arguments.inputs, arguments.reading.limits)
            read = (part for data, name in inputs for part in (name.encode("utf-8", "surrogateescape"), data))
            surroundings = _surroundings(arguments)
            key = key_of((*surroundings, *read))
        except (OrgvizError, OSError, ValueError):
            return cls()  # drawing tells what is wrong
        return cls(inputs, Store(folder), key, begun, surroundings)

    @classmethod
    def of_parts(cls, arguments: RenderArguments) -> Memory:
        """Return what is known of the pages and views of a command whose inputs are not read yet."""
        if not _is_memorable(arguments) or not _has_parts(arguments):
            return cls()
        from orgviz.cache.place import cache_folder
        from orgviz.cache.store import Store

        folder, begun = cache_folder(), time.time_ns()
        if folder is None:
            return cls()
        try:
            return cls(None, Store(folder), "", begun, _surroundings(arguments))
        except (OrgvizError, OSError):
            return cls()  # drawing tells what is wrong, if that is needed

    def recall(self) -> Drawn | None:
        """Return what the command made before."""
        if self.store is None:
            return None
        from orgviz.cache.drawn import recall

        return recall(self.store, self.key)

    def keep(self, files: Sequence[tuple[str, Content]], said: Sequence[str], made_from: Sequence[str]) -> None:
        """Remember what the command has made, unless it is unsure from what."""
        if self.store is None or not self.key or any(self._is_newer(name) for name in made_from):
            return
        if not self.store.takes(sum(len(content) for _, content in files)):
            return  # before it is put together in memory
        from orgviz.cache.drawn import Drawn, digests, remember
        from orgviz.output.write import pieces_of

        whole = tuple((name, b"".join(pieces_of(content))) for name, content in files)
        remember(self.store, self.key, Drawn(whole, tuple(said), digests(made_from)))

    def shelf(self, beside: Sequence[str]) -> Shelf | None:
        """Return the place for parts of what the command makes, whatever the inputs say.

        Args:
            beside: the files that were read for how it is drawn: themes, fonts, decks.
        """
        if self.store is None:
            return None
        from orgviz.cache.drawn import digests
        from orgviz.cache.shelf import Shelf

        base = (b"parts", *self.surroundings, repr(digests(beside)).encode("utf-8", "surrogateescape"))
        return Shelf(self.store, base, lambda: not any(self._is_newer(name) for name in beside))

    def _is_newer(self, name: str) -> bool:
        try:
            return Path(name).stat().st_mtime_ns >= self.begun
        except OSError:
            return False


def _is_memorable(arguments: RenderArguments) -> bool:
    """Tell whether a run depends on files alone: what comes from a pipe, or is measured, is made each time."""
    asked = (arguments.working.no_cache, arguments.profile, arguments.decks.into)
    several = any("{stem}" in output for output in arguments.outputs) and len(arguments.inputs) > 1
    return not any(asked) and not several and STREAM not in arguments.inputs


def _has_parts(arguments: RenderArguments) -> bool:
    """Tell whether a command may draw several pages or views."""
    return arguments.paging.is_wanted(()) or arguments.views.view is not None


def _surroundings(arguments: RenderArguments) -> tuple[bytes, ...]:
    """Return everything but the inputs that what is drawn, and what is said of it, depends on."""
    from orgviz.cache.stamps import cairo_stamp, code_stamp, graphviz_stamp, packages_stamp

    needs_fonts = (
        arguments.format is not None
        or arguments.look.text is not TextMode.REAL
        or not all(output.endswith(_WITHOUT_FONTS) for output in arguments.outputs)
    )
    letters: tuple[bytes, ...] = ()
    if needs_fonts:
        from orgviz.output.fonts_installed import font_stamp

        letters = (cairo_stamp(), font_stamp())
    variables = tuple(os.environ.get(name, "") for name in _VARIABLES)
    said = (str(Path.cwd()), sys.version, repr(arguments), repr(variables))
    programs = (code_stamp(), graphviz_stamp(), packages_stamp(), *letters)
    return (*programs, *(words.encode("utf-8", "surrogateescape") for words in said))
