"""The verb `convert`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from orgviz.cli.boundary import say_findings
from orgviz.cli.inputs import InputArguments, files_of
from orgviz.diagnostics import UsageError
from orgviz.export.csv_writer import to_csv
from orgviz.export.explanation import to_explanation
from orgviz.export.json_writer import to_json
from orgviz.export.outline_writer import to_outline
from orgviz.export.yaml_writer import to_yaml
from orgviz.output.write import write_outputs, write_stdout
from orgviz.pipeline import read_inputs
from orgviz.reading import DocumentError, Reading, read_orgs

STDOUT = "-"
_BY_ENDING = {
    ".yaml": "yaml",
    ".yml": "yaml",
    ".json": "json",
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".csv": "csv",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ConvertArguments:
    """What stood on the command line; `format` is ``yaml``, ``json``, ``text``, ``csv``, or ``None``."""

    inputs: InputArguments
    output: str
    format: str | None
    explain: bool


def run_convert(arguments: ConvertArguments) -> None:
    """Read an organisation and write it in another form, or say what was understood of a document.

    Raises:
        OrgvizError: any of them.
    """
    wanted = _format(arguments)
    names = arguments.inputs.names
    options = arguments.inputs.options()
    inputs = read_inputs(names)
    try:
        reading = read_orgs(inputs, options)
    except DocumentError as error:
        if arguments.explain:
            write_stdout(to_explanation(error.understanding, error.sources[inputs[0][1]]).encode())
        raise
    if arguments.explain and reading.understanding is None:
        raise UsageError(f"'{inputs[0][1]}' is no document: --explain tells what was understood of one")
    say_findings(reading.findings, reading.sources)
    content = _written(reading, wanted).encode()
    if arguments.output != STDOUT:
        write_outputs([(Path(arguments.output), content)], inputs=files_of(inputs, names))
    if reading.understanding is not None and arguments.explain:
        write_stdout(to_explanation(reading.understanding, reading.sources[inputs[0][1]]).encode())
    elif arguments.output == STDOUT:
        write_stdout(content)


def _format(arguments: ConvertArguments) -> str:
    """Return the form to write: as told, else by the ending; YAML for standard output."""
    output = arguments.output
    by_ending = "yaml" if output == STDOUT else _BY_ENDING.get(Path(output).suffix.lower())
    wanted = arguments.format or by_ending
    if wanted is None:
        raise UsageError(
            f"'{output}' has no ending that tells the format", "end it in .yaml, .json, .txt or .csv, or use -f"
        )
    return wanted


def _written(reading: Reading, wanted: str) -> str:
    match wanted:
        case "json":
            return to_json(reading.org)
        case "text":
            return to_outline(reading.org)
        case "csv":
            return to_csv(reading.org)
        case _:
            return to_yaml(reading.org, reading.comments)
