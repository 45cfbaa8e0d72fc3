"""Make the names of the files that views are written to: safe ones, whatever a view is called."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import Path

from orgviz.cli.inputs import STREAM
from orgviz.diagnostics import UsageError
from orgviz.patterns import pattern
from orgviz.wording import quoted

PLACE = "{view}"
# Letters of three bytes: with an ending and a temporary name this stays below 255 bytes, which is all that
# common file systems take.
LONGEST = 60
_UNSAFE = pattern(r"[^\w.-]+")
# Names of devices on Windows, whatever ending follows.
_DEVICE = pattern(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


def safe_name(name: str) -> str:
    """Return a view's name as part of a file name: letters, digits, and single ``.``, ``-`` and ``_`` between them.

    >>> safe_name("../Board: Q3"), safe_name("大促")
    ('Board-Q3', '大促')
    """
    text = _UNSAFE.sub("-", unicodedata.normalize("NFC", name))
    text = text.strip("-. ")[:LONGEST].rstrip("-. ")
    return f"view-{text}".rstrip("-") if not text or _DEVICE.fullmatch(text) else text


def output_for(output: str, name: str, *, several: bool) -> str:
    """Return where a view goes: its name stands for ``{view}``, and of several goes before the ending elsewhere."""
    if output == STREAM:
        return output
    if PLACE in output:
        return output.replace(PLACE, safe_name(name))
    if not several:
        return output
    path = Path(output)
    if not path.name:
        return output  # whatever it is, writing it tells what is wrong
    return str(path.with_name(f"{path.stem}-{safe_name(name)}{path.suffix}"))


def tell_clashes(files: Mapping[str, Sequence[str]]) -> None:
    """Refuse two views that would be written to one file, also where capitals do not count.

    Raises:
        UsageError: there are such.
    """
    first: dict[str, str] = {}
    for name, outputs in files.items():
        for output in outputs:
            key = output.casefold()
            if output != STREAM and first.setdefault(key, name) != name:
                raise UsageError(
                    f"the views {quoted(first[key])} and {quoted(name)} would both be written to '{output}'",
                    "give one of them another name",
                )
