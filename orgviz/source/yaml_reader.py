"""Read YAML, and with it JSON, into entries: every scalar is text as written.

Most files are plain and need no library, which takes a while to load, and longer to read them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgviz.diagnostics import Findings
from orgviz.source.entries import Mapping, Sequence
from orgviz.source.yaml_plain import read_plain
from orgviz.text import SourceText

if TYPE_CHECKING:
    from orgviz.source.yaml_composer import Composed


def read_yaml(source: SourceText, findings: Findings, *, python_parser: bool = False) -> Mapping | None:
    """Read a whole file; nothing where its top level is not a mapping or its syntax is broken.

    Mistakes that leave the structure readable (repeated keys, tags, forbidden characters …) are added to the
    findings and reading goes on; after a mistake of syntax nothing else can be told.

    Args:
        python_parser: whether the library's parser in Python reads it, for comparison.
    """
    root = None if python_parser else read_plain(source, findings.limits)
    if isinstance(root, Mapping):
        return root
    composed = _compose(source, findings, python_parser=python_parser)
    return composed.mapping(findings) if composed else None


def read_yaml_entry(source: SourceText, findings: Findings) -> Mapping | Sequence | None:
    """Read a whole file like `read_yaml`, but take a list at its top too, as files of teams have it."""
    root = read_plain(source, findings.limits)
    if root is not None:
        return root
    composed = _compose(source, findings)
    if composed and isinstance(composed.root, Sequence):
        return composed.root
    return composed.mapping(findings) if composed else None


def _compose(source: SourceText, findings: Findings, *, python_parser: bool = False) -> Composed | None:
    from orgviz.source.yaml_composer import compose  # noqa: PLC0415 - see the top

    return compose(source, findings, python_parser=python_parser)
