"""The verb `render`: what was drawn before is given back; all that draws is loaded only where it is needed."""

from __future__ import annotations

from orgviz.cli.arguments import RenderArguments
from orgviz.cli.limiting import limited
from orgviz.cli.remembering import Memory
from orgviz.cli.written import write_again


def run_render(arguments: RenderArguments) -> None:
    """Read, draw, and write every output, or none; once, or after every change.

    Raises:
        OrgvizError: any of them.
    """
    if arguments.watch:
        from orgviz.cli.watching import run_watch

        run_watch(arguments)
        return
    with limited(arguments.reading.limits):
        memory = Memory.of(arguments)
        drawn = memory.recall()
        if drawn is not None:
            write_again(arguments, drawn)
        else:
            from orgviz.cli.render_one import render_once

            render_once(arguments, memory)
