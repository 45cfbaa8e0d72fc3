"""Draw again whenever a file changes: what `render --watch` and `serve` have in common, and the former."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from orgviz.cli.arguments import RenderArguments
from orgviz.cli.boundary import bugs_told, say, say_failure, say_findings
from orgviz.cli.inputs import STREAM, all_read, files_read
from orgviz.cli.look import ChartArguments
from orgviz.cli.remembering import Memory
from orgviz.cli.render_one import render_once
from orgviz.diagnostics import InputError, OrgvizError, UsageError
from orgviz.inputs import read_inputs
from orgviz.lean import dataclass
from orgviz.reading import read_orgs
from orgviz.readings import Reading, ReadOptions
from orgviz.style.catalogue import theme_files
from orgviz.watch import Watch, wait_for_change
from orgviz.wording import counted, listed, quoted


@dataclass(frozen=True, slots=True)
class WatchedReader:
    """Reads inputs as `render` does, and notes in `watch` every file before it is read."""

    watch: Watch
    look: ChartArguments

    def __call__(self, names: Sequence[str], how: ReadOptions) -> tuple[list[tuple[bytes, str]], Reading]:
        """Return the bytes of the inputs, and what was read of them."""
        self.watch.note(Path(name) for name in names)
        self.watch.note(theme_files(self.look.theme))
        inputs = read_inputs(names, how.limits)
        self.watch.note(Path(path) for _, path in inputs)
        reading = read_orgs(inputs, replace(how, fetch=self.watch.fetch))
        self.watch.note(files_read(inputs, all_read(reading), theme=self.look.theme, font=self.look.font))
        return inputs, reading


def refuse_streams(inputs: Sequence[str]) -> None:
    """Refuse what can be read only once.

    Raises:
        UsageError: an input is standard input, a pipe, or a device.
    """
    for name in inputs:
        if name == STREAM:
            raise UsageError("standard input cannot be watched: it is read only once", "name a file")
        try:
            is_stream = Path(name).exists() and not (Path(name).is_file() or Path(name).is_dir())
        except (OSError, ValueError):
            continue  # reading it tells what is wrong
        if is_stream:
            raise UsageError(f"{quoted(name)} cannot be watched: it is a pipe or a device", "name a file")


def run_watch(arguments: RenderArguments) -> None:
    """Draw, and draw again after every change, until the user ends it; a failure leaves the files as they were.

    Raises:
        OrgvizError: the first drawing failed for a reason that no change of the inputs mends.
    """
    refuse_streams(arguments.inputs)
    if STREAM in arguments.outputs:
        raise UsageError("--watch: standard output takes only one chart, and each change makes another", "name a file")
    if arguments.profile is not None:
        raise UsageError("--profile: a watch has no end that could be measured", "leave out --watch")
    is_first, is_quiet = True, arguments.saying.quiet
    while True:
        watch = Watch()
        try:
            with bugs_told():
                memory = Memory.of_parts(arguments)
                written = render_once(arguments, memory, WatchedReader(watch, arguments.look))
        except InputError as error:
            say_findings(error.diagnostics, error.sources, limit=arguments.reading.limits.findings)
            say(f"orgviz: not drawn; {listed(arguments.outputs, 'and')} as before")
        except OrgvizError as error:
            if is_first:
                raise
            say_failure(error)
        else:
            if not is_quiet:
                say(f"orgviz: drawn: {listed(written, 'and')}")
        if is_first and not is_quiet:
            say(f"orgviz: watching {counted(len(watch.stamps), 'file')}; Ctrl-C ends it")
        is_first = False
        wait_for_change(watch)
