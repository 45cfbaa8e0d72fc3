"""Make the command of a verb when it is asked for: a run needs the options of one verb, not those of all."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property

import typer
from typer.main import get_command

from orgviz.cli.as_given import GivenCommand
from orgviz.cli.spread import spread

Verb = Callable[..., None]


class Commands(Mapping[str, GivenCommand]):
    """The commands of all verbs, by the names of their functions; each is made once."""

    def __init__(self) -> None:
        self._made: dict[str, GivenCommand] = {}

    @cached_property
    def _verbs(self) -> Mapping[str, Verb]:
        from orgviz.cli.verbs import VERBS

        return {verb.__name__: verb for verb in VERBS}

    def __getitem__(self, name: str) -> GivenCommand:
        if name not in self._made:
            self._made[name] = _make(self._verbs[name])
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._verbs)

    def __len__(self) -> int:
        return len(self._verbs)


def _make(verb: Verb) -> GivenCommand:
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command(verb.__name__, cls=GivenCommand)(spread(verb))
    command = get_command(app)
    assert isinstance(command, GivenCommand)
    return command
