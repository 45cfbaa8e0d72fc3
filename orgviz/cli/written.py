"""Write what `render` has drawn: files, standard output, and the rules for make."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from orgviz.cli.boundary import say
from orgviz.cli.inputs import STREAM
from orgviz.output.write import write_outputs

if TYPE_CHECKING:
    from orgviz.cache.drawn import Drawn
    from orgviz.cli.arguments import RenderArguments
    from orgviz.output.spool import Content


def write_drawn(
    arguments: RenderArguments,
    drawn: Sequence[tuple[str, Content]],
    made_from: Sequence[str],
    never: Sequence[Path] = (),
) -> None:
    """Write every output, or none when one of them cannot be written.

    Args:
        drawn: the outputs as they are named, with what goes into them.
        made_from: every file that was read.
        never: other files that are not written over.

    Raises:
        OutputError: a file cannot be written.
    """
    files: list[tuple[Path, Content]] = [(Path(output), content) for output, content in drawn if output != STREAM]
    sources = [Path(name) for name in made_from]
    # The rule is the oldest of what is written: a chart is never older than what is known of it.
    deps = arguments.deps
    rules: list[tuple[Path, Content]] = [] if deps is None else [(Path(deps), _rules(files, sources))]
    stdout = next((content for output, content in drawn if output == STREAM), None)
    write_outputs([*rules, *files], inputs=[*sources, *never], stdout=stdout)
    for output, content in drawn:
        if output != STREAM and arguments.saying.verbose:
            say(f"{output}: {len(content):,} bytes")


def write_again(arguments: RenderArguments, drawn: Drawn, never: Sequence[Path] = ()) -> None:
    """Say what was said when this was drawn, and write it.

    Raises:
        OutputError: a file cannot be written: then none is.
    """
    for words in drawn.said:
        say(words)
    write_drawn(arguments, drawn.files, tuple(drawn.made_from), never)


def _rules(files: Sequence[tuple[Path, Content]], made_from: Sequence[Path]) -> bytes:
    from orgviz.output.make_rules import make_rules

    return make_rules([path for path, _ in files], made_from).encode("utf-8", "surrogateescape")
