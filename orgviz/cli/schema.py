"""The verb `schema`."""

from __future__ import annotations

from pathlib import Path

from orgviz.cli.editing import SchemaArguments
from orgviz.cli.inputs import STREAM
from orgviz.output.write import write_outputs, write_stdout
from orgviz.schema.make import SchemaKind, schema_text


def run_schema(arguments: SchemaArguments) -> None:
    """Write a schema to standard output, or to a file.

    Raises:
        OutputError: it cannot be written.
    """
    text = schema_text(SchemaKind(arguments.of)).encode()
    if arguments.output == STREAM:
        write_stdout(text)
    else:
        write_outputs([(Path(arguments.output), text)])
