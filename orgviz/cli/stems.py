"""Give each of several inputs outputs of its own: ``{stem}`` stands for the name of the input without its ending."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from orgviz.cli.inputs import STREAM
from orgviz.diagnostics import UsageError
from orgviz.wording import quoted

if TYPE_CHECKING:
    from orgviz.cli.arguments import RenderArguments

STEM = "{stem}"


def by_stem(arguments: RenderArguments) -> tuple[RenderArguments, ...]:
    """Return what is asked of each input; all of them make one chart together where no output is named after them.

    Raises:
        UsageError: an output would be that of several inputs, or an input has no name.
    """
    if not any(STEM in output for output in arguments.outputs):
        return (arguments,)
    for option, output in (*(("-o", output) for output in arguments.outputs), ("--deps", arguments.deps)):
        if output is not None and STEM not in output and len(arguments.inputs) > 1:
            raise UsageError(
                f"{option}: {quoted(output)} would be written for each of {len(arguments.inputs)} inputs",
                f"put '{STEM}' into its name, as in the others",
            )
    if arguments.watch and len(arguments.inputs) > 1:
        raise UsageError("--watch: one chart is drawn again and again, and there are several", "give one input")
    first: dict[str, str] = {}
    for name in arguments.inputs:
        stem = _stem(name)
        if first.setdefault(stem.casefold(), name) != name or arguments.inputs.count(name) > 1:
            raise UsageError(
                f"{quoted(first[stem.casefold()])} and {quoted(name)} would both be written to"
                f" '{arguments.outputs[0].replace(STEM, stem)}'",
                "draw them in runs of their own",
            )
    return tuple(_own(arguments, name) for name in arguments.inputs)


def _stem(name: str) -> str:
    if name == STREAM:
        raise UsageError(f"-o: '{STEM}' stands for the name of an input, and standard input has none", "name a file")
    path = Path(name)
    return path.name if path.is_dir() else path.stem


def _own(arguments: RenderArguments, name: str) -> RenderArguments:
    stem = _stem(name)
    deps = None if arguments.deps is None else arguments.deps.replace(STEM, stem)
    outputs = tuple(output.replace(STEM, stem) for output in arguments.outputs)
    return replace(arguments, inputs=(name,), outputs=outputs, deps=deps)
