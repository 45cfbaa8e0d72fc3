"""The verb `stats`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from orgviz.cli.boundary import say_findings
from orgviz.cli.inputs import all_read, files_of
from orgviz.cli.limiting import limited
from orgviz.cli.look import check_font, say_font_warnings
from orgviz.cli.tables import show_tables
from orgviz.cli.telling_arguments import StatsArguments
from orgviz.cli.viewing import shown_part
from orgviz.counts.count import Counts, count
from orgviz.diagnostics import UsageError
from orgviz.inputs import read_inputs
from orgviz.model import Org
from orgviz.output.drawn import DrawnFormat, draw_as
from orgviz.output.write import write_outputs
from orgviz.reading import read_orgs
from orgviz.stats.picture import draw_stats
from orgviz.stats.rows import make_stats
from orgviz.stats.tables import overview, tables
from orgviz.stats.written import to_stats_csv, to_stats_json
from orgviz.style.catalogue import load_theme
from orgviz.vocabulary import vocabulary
from orgviz.wording import listed

_ENDINGS = ("json", "csv", "txt", *DrawnFormat)


def run_stats(arguments: StatsArguments) -> None:
    """Read an organisation, count it, and write the numbers: to files, or for want of any to standard output.

    Raises:
        OrgvizError: any of them.
    """
    with limited(arguments.reading.limits):
        _stats(arguments)


def _stats(arguments: StatsArguments) -> None:
    if arguments.as_json and arguments.as_csv:
        raise UsageError("--json and --csv cannot both go to standard output", "write one of them with -o")
    check_font(arguments.font)
    kinds = [_ending(output) for output in arguments.outputs]
    options = replace(arguments.reading.options(), photos=False)
    inputs = read_inputs(arguments.inputs, options.limits)
    reading = read_orgs(inputs, options)
    org = shown_part(reading.org, arguments.where)
    counts = count(org)
    files = [
        (Path(output), _content(kind, org, counts, arguments))
        for output, kind in zip(arguments.outputs, kinds, strict=True)
    ]
    say_findings(reading.findings, reading.sources, limit=options.limits.findings)
    stdout = None
    if arguments.as_json or arguments.as_csv or not files:
        kind = "json" if arguments.as_json else "csv" if arguments.as_csv else "txt"
        stdout = _content(kind, org, counts, arguments)
    write_outputs(files, inputs=files_of(inputs, all_read(reading)), stdout=stdout)


def _ending(output: str) -> str:
    kind = Path(output).suffix[1:].lower()
    if kind not in _ENDINGS:
        raise UsageError(
            f"'{output}' has no ending that tells what to write", f"end it in {listed(f'.{each}' for each in _ENDINGS)}"
        )
    return kind


def _content(kind: str, org: Org, counts: Counts, arguments: StatsArguments) -> bytes:
    """Return what is written; a table speaks the language of the command line, all else the organisation's."""
    stats = make_stats(org, counts, vocabulary("en" if kind == "txt" else org.lang))
    match kind:
        case "json":
            return to_stats_json(stats).encode()
        case "csv":
            return to_stats_csv(stats).encode()
        case "txt":
            return show_tables(stats.title, overview(stats), list(tables(stats))).encode()
    drawing = draw_stats(stats, load_theme(arguments.theme).with_types(org.types))
    content, warnings = draw_as(drawing, DrawnFormat(kind), arguments.font)
    say_font_warnings(warnings)
    return content
