"""The verb `serve`: drawing goes on in the main thread, so that Ctrl-C ends it at once; serving beside it."""

from __future__ import annotations

import threading
import webbrowser
from collections.abc import Sequence
from dataclasses import fields, replace
from pathlib import Path

from orgviz.build.views import ALL
from orgviz.cli.arguments import ServeArguments
from orgviz.cli.boundary import bugs_told, say
from orgviz.cli.chart_options import render_options
from orgviz.cli.look import LookArguments, check_font
from orgviz.cli.viewing import shown_views
from orgviz.cli.watching import WatchedReader, refuse_streams
from orgviz.diagnostics import InputError, OrgvizError
from orgviz.limits import LIMITS
from orgviz.pipeline import draw
from orgviz.render_options import Format, RenderOptions
from orgviz.serve.access import Access
from orgviz.serve.problems import problem_of, problems_of
from orgviz.serve.secret import token_for
from orgviz.serve.server import open_server
from orgviz.serve.state import Board, Picture, Problem, State
from orgviz.watch import Watch, wait_for_change
from orgviz.wording import visible


def run_serve(arguments: ServeArguments) -> None:
    """Show the chart on a page of this machine, and draw it again after every change, until the user ends it.

    Raises:
        OrgvizError: an option makes no sense, a port is taken, or the first drawing failed for a reason that no
            change of the inputs mends.
    """
    refuse_streams(arguments.inputs)
    check_font(arguments.look.font)
    look = LookArguments(**{field.name: getattr(arguments.look, field.name) for field in fields(arguments.look)})
    options = render_options(look, legend=arguments.legend, counts=arguments.counts)
    board = Board(State(file=visible(", ".join(arguments.inputs))))
    files = "\n".join(str(Path(name).absolute()) for name in arguments.inputs)

    def access(port: int) -> Access:
        return Access(port, token_for(f"{arguments.host}:{port}\n{files}"))

    with open_server(arguments.host.value, arguments.port, board, access) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        watch = _draw(arguments, options, board, is_first=True)
        say(f"orgviz: {board.state.file} is shown at {server.address(token=server.access.token)}\n  Ctrl-C ends it")
        if arguments.open:
            # In a thread: a browser that runs in the terminal is only back when it is closed.
            address = server.address(ticket=server.access.new_ticket())
            threading.Thread(target=_open, args=(address,), daemon=True).start()
        while True:
            wait_for_change(watch)
            board.show(replace(board.state, is_drawing=True))
            watch = _draw(arguments, options, board)


def _open(address: str) -> None:
    if not webbrowser.open(address):
        say("orgviz: warning: no browser could be opened; open the address above")


def _draw(arguments: ServeArguments, options: RenderOptions, board: Board, *, is_first: bool = False) -> Watch:
    """Draw once, show what came of it, and return the files that it was made from.

    Raises:
        OrgvizError: the first drawing failed, and not because of what stands in the inputs.
    """
    watch = Watch()
    state = replace(board.state, is_drawing=False)
    try:
        with bugs_told():
            board.show(_drawn(arguments, options, watch, state))
    except InputError as error:
        board.show(_with_problems(state, problems_of(error.diagnostics, error.sources)))
    except OrgvizError as error:
        if is_first:
            raise
        board.show(_with_problems(state, (problem_of(error),)))
    return watch


def _drawn(arguments: ServeArguments, options: RenderOptions, watch: Watch, state: State) -> State:
    """Return the state with the charts as they are now, and the warnings about them."""
    _, reading = WatchedReader(watch, arguments.look)(arguments.inputs, arguments.reading.options())
    views = shown_views(reading.org, arguments.views, [])
    names = [view.name for view in reading.org.views] if arguments.views.view == ALL else [""]
    pictures, problems = [], list(problems_of(reading.findings, reading.sources))
    for name, one in zip(names, views, strict=True):
        rendered = draw(replace(reading, org=one.org), [Format.SVG], options, whole=one.whole)
        pictures.append(Picture(name, rendered.outputs[0]))
        problems.extend(
            Problem(severity="warning", message=visible(warning.message), hint=visible(warning.hint))
            for warning in rendered.font_warnings
        )
    title = reading.org.title or state.file
    state = replace(state, title=title, lang=reading.org.lang, pictures=tuple(pictures))
    return _with_problems(state, tuple(dict.fromkeys(problems)))


def _with_problems(state: State, problems: Sequence[Problem]) -> State:
    errors = sum(problem.severity == "error" for problem in problems)
    return replace(
        state,
        problems=tuple(problems[: LIMITS.findings]),
        errors=errors,
        warnings=len(problems) - errors,
        more=max(0, len(problems) - LIMITS.findings),
    )
