"""The verb `schema`."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from orgviz.cli.editing import SchemaArguments
from orgviz.cli.inputs import STREAM
from orgviz.diagnostics import UsageError
from orgviz.output.write import write_outputs, write_stdout
from orgviz.schema.make import SchemaKind, may_be_written, schema_text
from orgviz.source.kind import SCHEMA_FILE


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


def schemas_beside(files: Iterable[Path]) -> list[tuple[Path, bytes]]:
    """Return the schema files that are to be written beside some files, one in each folder.

    Raises:
        UsageError: another file has that name.
    """
    paths = dict.fromkeys(file.parent / SCHEMA_FILE for file in files)
    for path in paths:
        if not may_be_written(path):
            raise UsageError(
                f"'{path}' is there already, and is no schema of orgviz", "move it, or do without a schema"
            )
    text = schema_text(SchemaKind.ORG).encode()
    return [(path, text) for path in paths]
