"""The verb `convert`."""

from __future__ import annotations

from pathlib import Path

from orgviz.cli.boundary import say_findings
from orgviz.diagnostics import UsageError
from orgviz.export.json_writer import to_json
from orgviz.export.yaml_writer import to_yaml
from orgviz.output.write import write_outputs, write_stdout
from orgviz.pipeline import read_input
from orgviz.reading import read_org

STDOUT = "-"
_BY_ENDING = {".yaml": "yaml", ".yml": "yaml", ".json": "json"}


def run_convert(input: str, output: str, format: str | None) -> None:
    """Read an organisation and write it as YAML or JSON.

    Raises:
        OrgvizError: any of them.
    """
    wanted = format or ("yaml" if output == STDOUT else _BY_ENDING.get(Path(output).suffix.lower()))
    if wanted is None:
        raise UsageError(f"'{output}' has no ending that tells the format", "end it in .yaml or .json, or use -f")
    data, path = read_input(input)
    reading = read_org(data, path)
    say_findings(reading.findings, reading.sources)
    content = (to_json(reading.org) if wanted == "json" else to_yaml(reading.org)).encode()
    if output == STDOUT:
        write_stdout(content)
    else:
        write_outputs([(Path(output), content)], inputs=[] if input == STDOUT else [Path(input)])
