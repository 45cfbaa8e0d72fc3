"""What the options of `render` and `convert` say about how much of an organisation is shown.

What makes parts of organisations is imported where one is wanted: most charts show all.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from typing import Annotated

import typer

from orgviz.build.views import ALL, DEPTH_LIMIT
from orgviz.cli import completing
from orgviz.cli.inputs import STREAM
from orgviz.cli.view_files import PLACE, output_for, tell_clashes
from orgviz.diagnostics import UsageError
from orgviz.lean import dataclass
from orgviz.model import Org, Status, View
from orgviz.patterns import pattern
from orgviz.wording import listed, nearest, quoted

_DATE = pattern(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_KEYS = ("status", "type", "text")


@dataclass(frozen=True, slots=True, kw_only=True)
class WhereArguments:
    """What stood on the command line about the day and the part that are shown."""

    as_of: Annotated[str | None, typer.Option("--as-of", metavar="DATE", help="what exists on that day")] = None
    root: Annotated[
        str | None,
        typer.Option("--root", metavar="ID|NAME", help="only what stands below it", autocompletion=completing.nodes),
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewArguments(WhereArguments):
    """What stood on the command line about what is shown."""

    view: Annotated[
        str | None,
        typer.Option(
            "--view",
            metavar="NAME|all",
            help="a cut that the file names; all: each to its own file",
            autocompletion=completing.views,
        ),
    ] = None
    depth: Annotated[
        int | None, typer.Option("--depth", min=1, max=DEPTH_LIMIT, metavar="N", help="only so many levels of units")
    ] = None
    types: Annotated[
        tuple[str, ...],
        typer.Option("--type", metavar="TYPE", help="only this type of departments", autocompletion=completing.types),
    ] = ()
    filters: Annotated[
        tuple[str, ...], typer.Option("--filter", metavar="KEY=VALUE", help="only what has this status, type or text")
    ] = ()
    collapse: Annotated[
        tuple[str, ...],
        typer.Option("--collapse", metavar="ID|NAME", help="nothing below it", autocompletion=completing.nodes),
    ] = ()
    only_units: Annotated[bool, typer.Option("--only-units", help="no positions and people")] = False
    hide_names: Annotated[bool, typer.Option("--hide-names", help="no names of people")] = False


@dataclass(frozen=True, slots=True)
class Shown:
    """What one view shows, and for each output of the command line the file that it goes into.

    Args:
        whole: the organisation of that day, nothing left out: headcounts are those of it.
        day: that day (``YYYY-MM-DD``), where one was asked for.
    """

    org: Org
    files: tuple[str, ...]
    whole: Org
    day: str | None = None


def shown_views(org: Org, arguments: ViewArguments, outputs: Sequence[str]) -> tuple[Shown, ...]:
    """Return what is to be written, one for each view that is wanted; the organisation as it is where none is.

    Raises:
        UsageError: something is named that is not there, a view shows nothing, or two views have one file.
    """
    own = _own_view(org, arguments)
    narrowed = () if own == View() else (own,)
    if arguments.view != ALL:
        named = () if arguments.view is None else (_view(org, arguments.view),)
        if not named and any(PLACE in output for output in outputs):
            raise UsageError(
                f"-o: '{PLACE}' stands for the name of a view, and no view is drawn", f"say which: --view {ALL}, or one"
            )
        name = named[0].name if named else None
        files = tuple(output if name is None else output_for(output, name, several=False) for output in outputs)
        return (_shown(org, (*named, *narrowed), files),)
    if not org.views:
        _view(org, ALL)
    if STREAM in outputs and len(org.views) > 1:
        raise UsageError(
            "standard output can take only one chart, and there are several views",
            "name a file, such as -o '{view}.svg'",
        )
    files_of_view = {
        view.name: tuple(output_for(output, view.name, several=True) for output in outputs) for view in org.views
    }
    tell_clashes(files_of_view)
    return tuple(_shown(org, (view, *narrowed), files_of_view[view.name]) for view in org.views)


def _shown(org: Org, views: Sequence[View], files: tuple[str, ...]) -> Shown:
    if not views:
        return Shown(org, files, org)
    from orgviz.views import apply_views
    from orgviz.views.as_of import as_of

    days = [view.as_of for view in views if view.as_of]
    whole = as_of(org, days[-1]) if days else org
    return Shown(apply_views(org, views), files, whole, days[-1] if days else None)


def shown_part(org: Org, where: WhereArguments) -> Org:
    """Return the organisation of the day, and the part of it, that are wanted.

    Raises:
        UsageError: something is named that is not there.
    """
    from orgviz.views import apply_views

    return apply_views(org, [View(root=_root(org, where), as_of=_day(where.as_of))])


def _view(org: Org, name: str) -> View:
    from orgviz.views import find_view

    return find_view(org, name)


def _node(org: Org, text: str, option: str) -> str:
    from orgviz.views import find_node

    return find_node(org, text, option)


def _root(org: Org, where: WhereArguments) -> str | None:
    return None if where.root is None else _node(org, where.root, "--root")


def _own_view(org: Org, arguments: ViewArguments) -> View:
    """Return the view that the other options describe."""
    filters = _filters(arguments.filters)
    types = [_type(org, text, "--type") for text in arguments.types]
    types.extend(_type(org, text, "--filter") for text in filters["type"])
    if len(filters["text"]) > 1:
        raise UsageError("--filter: 'text' stands twice", "give one text")
    return View(
        root=_root(org, arguments),
        depth=arguments.depth,
        types=tuple(dict.fromkeys(types)),
        only_units=arguments.only_units,
        hide_names=arguments.hide_names,
        collapse=tuple(dict.fromkeys(_node(org, text, "--collapse") for text in arguments.collapse)),
        statuses=tuple(dict.fromkeys(_status(text) for text in filters["status"])),
        text=filters["text"][0] if filters["text"] else None,
        as_of=_day(arguments.as_of),
    )


def _filters(texts: Sequence[str]) -> Mapping[str, list[str]]:
    """Read ``status=planned,optional`` and the like."""
    found: dict[str, list[str]] = {key: [] for key in _KEYS}
    for text in texts:
        key, _, value = text.partition("=")
        key = key.strip().lower()
        if key not in found or not value.strip():
            near = nearest(key, _KEYS) if value.strip() else None
            example = f"{near or 'status'}={value.strip() or 'temporary'}"
            raise UsageError(
                f"--filter: {quoted(text)} filters by nothing",
                f"write {listed(f'{key}=…' for key in _KEYS)}, such as {example}",
            )
        found[key].extend([value.strip()] if key == "text" else [part.strip() for part in value.split(",")])
    return found


def _type(org: Org, text: str, option: str) -> str:
    names = [one.name for one in org.types]
    for word in (text.strip(), text.strip().lower()):
        if word in names:
            return word
    raise UsageError(f"{option}: no type is called {quoted(text)}", _choices(text, names))


def _status(text: str) -> Status:
    try:
        return Status(text.strip().lower())
    except ValueError:
        raise UsageError(f"--filter: {quoted(text)} is no status", _choices(text, [*Status])) from None


def _choices(text: str, names: Sequence[str]) -> str:
    near = nearest(text, names)
    return f"did you mean '{near}'?" if near else f"it is one of {listed(names)}"


def _day(text: str | None) -> str | None:
    if text is None:
        return None
    try:
        if _DATE.fullmatch(text.strip()):
            return datetime.date.fromisoformat(text.strip()).isoformat()
    except ValueError:
        pass
    raise UsageError(f"--as-of: {quoted(text)} is not a date", "write year-month-day, such as 2026-10-01")
