"""The kinds of inputs, and what a file's name says of its kind; what a text says is told by `kind_by_text`."""

from __future__ import annotations

from enum import StrEnum
from pathlib import PurePath
from types import MappingProxyType


class InputKind(StrEnum):
    """What an input is read as."""

    YAML = "yaml"
    JSON = "json"
    TEXT = "text"
    CSV = "csv"
    XLSX = "xlsx"
    DATA = "data"


ENDINGS = MappingProxyType(
    {
        ".yaml": InputKind.YAML,
        ".yml": InputKind.YAML,
        ".json": InputKind.JSON,
        ".txt": InputKind.TEXT,
        ".text": InputKind.TEXT,
        ".md": InputKind.TEXT,
        ".markdown": InputKind.TEXT,
        ".csv": InputKind.CSV,
        ".tsv": InputKind.CSV,
        ".xlsx": InputKind.XLSX,
        ".toml": InputKind.DATA,
        ".sql": InputKind.DATA,
        ".js": InputKind.DATA,
        ".ts": InputKind.DATA,
        ".py": InputKind.DATA,
        ".rb": InputKind.DATA,
        ".php": InputKind.DATA,
    }
)

# The schema for editors, which stands beside organisations and describes none.
SCHEMA_FILE = "orgviz.schema.json"


def kind_by_ending(path: str) -> InputKind | None:
    """Return what a file's name says that it is; nothing where it says nothing.

    >>> kind_by_ending("staff.CSV")
    <InputKind.CSV: 'csv'>
    """
    return ENDINGS.get(PurePath(path).suffix.lower())
