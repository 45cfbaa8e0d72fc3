"""The verb `convert`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from orgviz.cli.boundary import say_findings
from orgviz.cli.inputs import STREAM, all_read, files_of
from orgviz.cli.limiting import limited
from orgviz.cli.profiling import profiling
from orgviz.cli.progress import progress
from orgviz.cli.telling_arguments import ConvertArguments
from orgviz.cli.viewing import shown_views
from orgviz.diagnostics import UsageError
from orgviz.export.csv_writer import to_csv
from orgviz.export.explanation import to_explanation
from orgviz.export.json_writer import to_json
from orgviz.export.outline_writer import to_outline
from orgviz.export.yaml_writer import to_yaml
from orgviz.inputs import read_inputs
from orgviz.labels import cut_label
from orgviz.model import Org
from orgviz.output.write import write_outputs, write_stdout
from orgviz.reading import read_orgs
from orgviz.readings import DocumentError, Reading
from orgviz.vocabulary import vocabulary

_BY_ENDING = {
    ".yaml": "yaml",
    ".yml": "yaml",
    ".json": "json",
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".csv": "csv",
}


def run_convert(arguments: ConvertArguments) -> None:
    """Read an organisation and write it in another form, or say what was understood of a document.

    Raises:
        OrgvizError: any of them.
    """
    with limited(arguments.reading.limits):
        _convert(arguments)


def _convert(arguments: ConvertArguments) -> None:
    wanted = _format(arguments)
    if arguments.modeline and wanted != "yaml":
        raise UsageError("--modeline is for YAML", "write YAML, or leave it away")
    options = replace(arguments.reading.options(), photos=False)
    times = profiling(arguments.profile, arguments.inputs, _named(arguments))
    times.tell("reading")
    inputs = read_inputs(arguments.inputs, options.limits)
    try:
        with progress(arguments.inputs, listener=times.tell) as far:
            reading = read_orgs(inputs, replace(options, tell=far.tell))
    except DocumentError as error:
        if arguments.explain:
            write_stdout(to_explanation(error.understanding, error.sources[inputs[0][1]]).encode())
        raise
    if arguments.explain and reading.understanding is None:
        raise UsageError(f"'{inputs[0][1]}' is no document: --explain tells what was understood of one")
    times.tell("applying views")
    shown = shown_views(reading.org, arguments.views, [arguments.output])
    times.tell(f"writing {wanted.upper()}")
    say_findings(reading.findings, reading.sources, limit=options.limits.findings)
    first = _first_line() if arguments.modeline else ""
    contents = [(one.files[0], (first + _written(reading, one.org, wanted)).encode()) for one in shown]
    explained = None
    if reading.understanding is not None and arguments.explain:
        explained = to_explanation(reading.understanding, reading.sources[inputs[0][1]]).encode()
    times.tell("writing files")
    if arguments.output != STREAM:
        files = [(Path(file), content) for file, content in contents]
        if arguments.modeline:
            files.extend(_schemas([path for path, _ in files]))
        write_outputs(files, inputs=files_of(inputs, all_read(reading)), stdout=explained)
    else:
        write_stdout(contents[0][1] if explained is None else explained)
    times.write([*files_of(inputs, all_read(reading)), *(Path(file) for file, _ in contents if file != STREAM)])


def _named(arguments: ConvertArguments) -> list[str]:
    """Return where what was asked for goes: what was understood goes to standard output, whatever else is written."""
    return [arguments.output, *([STREAM] if arguments.explain else [])]


def _first_line() -> str:
    from orgviz.schema.make import modeline

    return modeline()


def _schemas(files: Sequence[Path]) -> list[tuple[Path, bytes]]:
    from orgviz.cli.schema import schemas_beside

    return schemas_beside(files)


def _format(arguments: ConvertArguments) -> str:
    """Return the form to write: as told, else by the ending; YAML for standard output."""
    output = arguments.output
    by_ending = "yaml" if output == STREAM else _BY_ENDING.get(Path(output).suffix.lower())
    wanted = arguments.format or by_ending
    if wanted is None:
        raise UsageError(
            f"'{output}' has no ending that tells the format", "end it in .yaml, .json, .txt or .csv, or use -f"
        )
    return wanted


def _written(reading: Reading, org: Org, wanted: str) -> str:
    match wanted:
        case "json":
            return to_json(org)
        case "text":
            return to_outline(org)
        case "csv":
            return to_csv(org)
        case _:
            return to_yaml(org, _comments(reading, org))


def _comments(reading: Reading, org: Org) -> Mapping[str, str]:
    """Return what stands behind nodes in YAML: what was inferred, and how much a view has left out below."""
    words = vocabulary(org.lang)
    labels = {node.id: cut_label(node.cut, words) for node in org.nodes if node.cut is not None}
    cuts = {id: label for id, label in labels.items() if label}
    ids = dict.fromkeys((*reading.comments, *cuts))
    return {id: ", ".join(text for text in (cuts.get(id), reading.comments.get(id)) if text) for id in ids}
