"""Make the command of a verb when it is asked for: a run needs the options of one verb, not those of all."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from types import MappingProxyType

import typer
from typer.main import get_command

from orgviz.cli.as_given import GivenCommand
from orgviz.cli.spread import spread

Verb = Callable[..., None]
# The module that each stands in as a function of its name, in the order of the help.
_VERBS = MappingProxyType(
    {
        "init": "file_verbs", "render": "verbs", "serve": "verbs", "convert": "telling_verbs",
        "check": "telling_verbs", "stats": "telling_verbs", "diff": "telling_verbs", "themes": "file_verbs",
        "plugin": "file_verbs", "fmt": "file_verbs", "schema": "file_verbs", "doctor": "file_verbs",
    }
)  # fmt: skip


class Commands(Mapping[str, GivenCommand]):
    """The commands of all verbs by name; each is made once."""

    def __init__(self) -> None:
        self._made: dict[str, GivenCommand] = {}

    def __getitem__(self, name: str) -> GivenCommand:
        if name not in self._made:
            self._made[name] = _make(_verb(name))
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(_VERBS)

    def __len__(self) -> int:
        return len(_VERBS)


def _verb(name: str) -> Verb:
    verb: Verb = getattr(import_module(f"orgviz.cli.{_VERBS[name]}"), name)
    return verb


def _make(verb: Verb) -> GivenCommand:
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command(verb.__name__, cls=GivenCommand)(spread(verb))
    command = get_command(app)
    assert isinstance(command, GivenCommand)
    return command
