"""Write the schemas, and the line by which an editor finds one."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path

from orgviz.schema.org import org_schema
from orgviz.schema.theme import theme_schema
from orgviz.source.kind import SCHEMA_FILE


class SchemaKind(StrEnum):
    """What a schema describes."""

    ORG = "org"
    THEME = "theme"


def schema_text(kind: SchemaKind) -> str:
    """Return a schema as JSON, the same bytes each time."""
    schema = org_schema() if kind is SchemaKind.ORG else theme_schema()
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def modeline(schema: str = SCHEMA_FILE) -> str:
    """Return the comment that tells the YAML language server by which schema to check a file."""
    return f"# yaml-language-server: $schema={schema}\n"


def may_be_written(path: Path) -> bool:
    """Whether a schema file may be put there: nothing is there yet, or a schema that an orgviz wrote."""
    try:
        with path.open("rb") as file:
            return b'"title": "An organisation for orgviz"' in file.read(1024)
    except FileNotFoundError:
        return True
    except OSError:
        return False
