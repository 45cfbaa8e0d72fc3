"""Draw what one command asks for: a chart, its views, its pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from orgviz.chart.values import PhotoMode
from orgviz.cli.arguments import RenderArguments
from orgviz.cli.boundary import findings_told, say
from orgviz.cli.chart_options import format_of, render_options
from orgviz.cli.decks import source_name
from orgviz.cli.drawn_files import DrawnFiles, draw_views
from orgviz.cli.inputs import STREAM, all_read, files_read
from orgviz.cli.look import check_font, font_warnings_told
from orgviz.cli.profiling import no_stage, profiling
from orgviz.cli.progress import progress
from orgviz.cli.remembering import Memory
from orgviz.cli.stems import by_stem
from orgviz.cli.viewing import Shown, shown_views
from orgviz.cli.written import write_drawn
from orgviz.diagnostics import UsageError
from orgviz.inputs import read_inputs
from orgviz.lean import dataclass
from orgviz.limits import Limits
from orgviz.reading import read_orgs
from orgviz.readings import Reading, ReadOptions
from orgviz.render_options import Format, RenderOptions

if TYPE_CHECKING:
    from orgviz.cache.shelf import Shelf
    from orgviz.output.spool import Spool

# Boxes, lines and people that make a picture worth keeping out of memory: some twenty megabytes.
_LARGE = 20_000
Read: TypeAlias = Callable[[Sequence[str], ReadOptions], tuple[list[tuple[bytes, str]], Reading]]


@dataclass(frozen=True, slots=True)
class Asked:
    """What one run over some inputs, which make one organisation, is asked for, and what was read.

    Args:
        shown: what each view shows.
        made_from: every file that was read, also those of the look and decks.
    """

    arguments: RenderArguments
    inputs: Sequence[tuple[bytes, str]]
    reading: Reading
    shown: Sequence[Shown]
    formats: Sequence[Format]
    options: RenderOptions
    memory: Memory
    made_from: tuple[str, ...]

    @property
    def shelf(self) -> Shelf | None:
        """What parts of it were drawn to before, and takes what is drawn now."""
        look, decks = self.arguments.look, self.arguments.decks
        beside = files_read((), (), theme=look.theme, font=look.font)
        return self.memory.shelf([str(path) for path in (*beside, *decks.read_only(self.arguments.outputs))])


def _read(names: Sequence[str], how: ReadOptions) -> tuple[list[tuple[bytes, str]], Reading]:
    inputs = read_inputs(names, how.limits)
    return inputs, read_orgs(inputs, how)


def render_once(arguments: RenderArguments, memory: Memory | None = None, read: Read = _read) -> tuple[str, ...]:
    """Read, draw, and write every output, or none; return their names. Inputs with outputs of their own go each alone.

    Args:
        memory: keeps what is drawn.
        read: reads inputs that are not in `memory`.

    Raises:
        OrgvizError: any of them.
    """
    arguments.working.check()
    times = profiling(arguments.profile, arguments.inputs, _named(arguments))
    several = by_stem(arguments)
    if len(several) > 1:
        from orgviz.cli.render_many import render_many

        names = render_many(several, times.tell)
        times.write([Path(name) for name in (*arguments.inputs, *names)])
        return names
    (arguments,) = several
    formats, options = look_asked(arguments)
    with ExitStack() as passing:
        with progress(arguments.inputs, quiet=arguments.saying.quiet, listener=times.tell) as far:
            asked = read_asked(arguments, formats, options, memory, read, far.tell)
            paging = arguments.paging
            is_paged = any(paging.is_wanted(one.files) for one in asked.shown)
            spool = _spool(asked.reading, passing)
            with arguments.working.crew(far, several=is_paged or len(asked.shown) > 1) as crew:
                shelf = asked.shelf if is_paged or len(asked.shown) > 1 else None
                results = draw_views(asked.reading, asked.shown, formats, options, paging, crew, far, shelf, spool)
        times.tell("writing files")
        names = finish(asked, results)
    times.write([Path(name) for name in (*asked.made_from, *names) if name != STREAM])
    return names


def _spool(reading: Reading, passing: ExitStack) -> Spool | None:
    """Return what takes a picture that may be large, and keeps it until `passing` ends."""
    if len(reading.org.nodes) < _LARGE:
        return None
    from orgviz.output.spool import Spool

    return passing.enter_context(Spool())


def look_asked(arguments: RenderArguments) -> tuple[list[Format], RenderOptions]:
    """Return what is to be drawn, once all that can be wrong with the command line has been looked at.

    Raises:
        OrgvizError: something is.
    """
    check_font(arguments.look.font)
    formats = [format_of(output, arguments.format) for output in arguments.outputs]
    if arguments.outputs.count(STREAM) > 1:
        raise UsageError("standard output can take only one chart")
    if arguments.deps is not None:
        _check_deps(arguments.deps, arguments.outputs)
    arguments.decks.check(formats, arguments.outputs)
    options = render_options(arguments.look, legend=arguments.legend, counts=arguments.counts)
    deck = arguments.decks.options(source_name(arguments.inputs, STREAM))
    return formats, replace(options, crop=arguments.crop, deck=deck, limits=arguments.reading.limits)


def _named(arguments: RenderArguments) -> list[str]:
    """Return every file that the command line asks for, but the profile."""
    return [*arguments.outputs, *([] if arguments.deps is None else [arguments.deps])]


def read_asked(
    arguments: RenderArguments,
    formats: Sequence[Format],
    options: RenderOptions,
    memory: Memory | None = None,
    read: Read = _read,
    tell: Callable[[str], None] = no_stage,
) -> Asked:
    """Read the inputs, and tell what each view shows.

    Raises:
        OrgvizError: they cannot be read, or are not shown so.
    """
    how = replace(arguments.reading.options(), photos=options.photos is not PhotoMode.NONE, tell=tell)
    tell("reading")
    memory = memory or Memory()
    if memory.inputs is None:
        inputs, reading = read(arguments.inputs, how)
    else:
        inputs, reading = memory.inputs, read_orgs(memory.inputs, how)
    tell("applying views")
    shown = shown_views(reading.org, arguments.views, arguments.outputs)
    made_from = _made_from(arguments, inputs, reading)
    return Asked(arguments, inputs, reading, shown, formats, options, memory, made_from)


def _made_from(arguments: RenderArguments, inputs: Sequence[tuple[bytes, str]], reading: Reading) -> tuple[str, ...]:
    look = arguments.look
    read = files_read(inputs, all_read(reading), theme=look.theme, font=look.font)
    return tuple(map(str, (*read, *arguments.decks.read_only(arguments.outputs))))


def finish(asked: Asked, results: Sequence[DrawnFiles], never: Sequence[Path] = ()) -> tuple[str, ...]:
    """Say the warnings, write what was drawn, and return the names of the files.

    Args:
        never: other files that are not written over.

    Raises:
        OutputError: a file cannot be written: then none is.
    """
    arguments = asked.arguments
    said = () if arguments.saying.quiet else tuple(_warnings(asked.reading, results, arguments.reading.limits))
    for words in said:
        say(words)
    drawn = [pair for result in results for pair in result.files]
    write_drawn(arguments, drawn, asked.made_from, never)
    asked.memory.keep(drawn, said, asked.made_from)
    return tuple(output for output, _ in drawn)


def _warnings(reading: Reading, results: Sequence[DrawnFiles], limits: Limits) -> Iterator[str]:
    told = findings_told(reading.findings, reading.sources, limit=limits.findings)
    if told is not None:
        yield told
    yield from font_warnings_told(warning for result in results for warning in result.font_warnings)
    yield from (result.small for result in results if result.small is not None)


def _check_deps(deps: str, outputs: Sequence[str]) -> None:
    """Refuse a file for make that nobody could include, before anything is drawn."""
    if deps in ("", STREAM):
        raise UsageError("--deps: make includes a file: standard output is none", "name one, such as --deps chart.d")
    if all(output == STREAM for output in outputs):
        raise UsageError("--deps: no file is drawn that could depend on anything", "name one with -o")
