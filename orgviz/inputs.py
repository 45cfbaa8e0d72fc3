"""Take in the bytes of files, folders and standard input, within what anybody could mean by an organisation."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from orgviz.diagnostics import LimitError, ToolError, UsageError
from orgviz.limits import LIMITS, Limits, raising
from orgviz.source.kind import ENDINGS, SCHEMA_FILE, InputKind
from orgviz.text import STANDARD_INPUT
from orgviz.wording import visible


def read_input(name: str, limits: Limits = LIMITS) -> tuple[bytes, str]:
    """Return the bytes of a file, or of standard input for ``-``, and the name for messages.

    Of a larger one than is allowed there is one byte more than that, so that whoever decodes it refuses it.

    Raises:
        ToolError: the file cannot be read.
    """
    if not name:
        raise UsageError("the input has no name", "give a file, or - for standard input")
    if name != "-":
        return _read_most(name, limits.bytes), name
    with _told(STANDARD_INPUT):
        data = sys.stdin.buffer.read(limits.bytes + 1)
    return data, STANDARD_INPUT


def read_file(name: str, most: int, option: str = "") -> bytes:
    """Return the bytes of a file.

    Args:
        most: how many bytes it may have.
        option: stands before messages, such as ``--into: ``.

    Raises:
        ToolError: it cannot be read, or is too large.
    """
    data = _read_most(name, most, option)
    if len(data) > most:
        raise ToolError(f"{option}'{visible(name)}' is larger than {most // 1024 // 1024} MB")
    return data


def _read_most(name: str, most: int, option: str = "") -> bytes:
    with _told(name, option), Path(name).open("rb") as file:
        return file.read(most + 1)


@contextlib.contextmanager
def _told(name: str, option: str = "") -> Iterator[None]:
    try:
        yield
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        raise ToolError(f"{option}cannot read '{visible(name)}': {why}") from error


def read_inputs(names: Sequence[str], limits: Limits = LIMITS) -> list[tuple[bytes, str]]:
    """Return the bytes of several inputs, each with its name; a folder stands for its files of data, by name.

    Raises:
        ToolError: one cannot be read, or a folder holds nothing to read.
        LimitError: they are too large together.
    """
    inputs: list[tuple[bytes, str]] = []
    for name in names:
        for file in _files_in(name) if name and name != "-" and _is_folder(name) else [name]:
            inputs.append(read_input(file, limits))
            if len(inputs) > 1 and sum(len(data) for data, _ in inputs) > limits.bytes:
                raise LimitError(
                    f"the inputs are larger than {limits.bytes:,} bytes together", raising("bytes", limits.bytes)
                )
    return inputs


def _is_folder(name: str) -> bool:
    try:
        return Path(name).is_dir()
    except ValueError:
        return False


def _is_no_data(path: Path) -> bool:
    return path.name.startswith(".") or path.name == SCHEMA_FILE


def _files_in(folder: str) -> list[str]:
    """Return the files of a folder that tables and lists of teams are kept in; documents are told one by one."""
    try:
        paths = sorted(path for path in Path(folder).iterdir() if path.is_file())
    except OSError as error:
        raise ToolError(f"cannot read '{folder}': {error.strerror}") from error
    kinds = [(path, ENDINGS.get(path.suffix.lower())) for path in paths if not _is_no_data(path)]
    files = [str(path) for path, kind in kinds if kind is not None and kind is not InputKind.TEXT]
    if not files:
        known = " ".join(ending for ending, kind in ENDINGS.items() if kind is not InputKind.TEXT)
        raise ToolError(
            f"cannot read '{folder}': it is a folder without tables",
            f"its files may end in {known}; a document is given by its own name",
        )
    return files
