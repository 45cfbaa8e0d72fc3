"""Format the text of a YAML file; what it says, and its comments, are the same before and after, or nothing is done."""

from __future__ import annotations

from collections.abc import Iterator

from orgviz.build import build_org
from orgviz.diagnostics import Findings
from orgviz.export.yaml_writer import to_yaml
from orgviz.fmt.building import Builder
from orgviz.fmt.comments import with_comments
from orgviz.fmt.printing import lines_of
from orgviz.fmt.scalars import refusal
from orgviz.source.entries import Entry, Mapping, Scalar, said, scalars_and_signs
from orgviz.source.yaml_pieces import yaml_comments, yaml_pieces
from orgviz.source.yaml_reader import read_yaml_entry
from orgviz.source.yaml_text import LINE_SEPARATOR, prepared
from orgviz.text import SourceText


class ChangedError(Exception):
    """Formatting would have changed what a file says: a bug of ours."""


def format_text(source: SourceText, findings: Findings) -> str | None:
    """Return a file as it should be written; nothing where the findings hold an error.

    Only mistakes of YAML are told: a file that says something wrong can be written well.

    Raises:
        UnformattableError: the file is right, but has something that is not formatted.
        ChangedError: it would not say the same.
    """
    before = read_yaml_entry(source, findings)
    if before is None or findings.failed:
        return None
    text = prepared(source.text)
    separator = LINE_SEPARATOR.search(text)
    if separator is not None:
        raise refusal("a line separator (U+2028)", text, separator.start())
    pieces = yaml_pieces(text)
    formatted = with_comments(lines_of(Builder(text, pieces).build()))
    _check_same(before, [text[start:end].rstrip() for start, end in pieces.comments], formatted)
    return formatted


def _check_same(before: Entry, comments: list[str], formatted: str) -> None:
    after = read_yaml_entry(SourceText("formatted", formatted), Findings())
    if after is None or list(said(before)) != list(said(after)):
        raise ChangedError("the formatter would have changed what the file says")
    if comments != [formatted[start:end].rstrip() for start, end in yaml_comments(formatted)]:
        raise ChangedError("the formatter would have lost a comment, or moved it past another")
    # Quotes that were taken away mean nothing to YAML; to us a text without them may look like a slip.
    if list(_plain(before)) == list(_plain(after)):
        return
    model = _model(before)
    if model is not None and model != _model(after):
        raise ChangedError("the formatter would have changed what the file is read as")


def _model(root: Entry) -> str | None:
    """Return the organisation that a file describes, if it describes one."""
    org = build_org(root, Findings()) if isinstance(root, Mapping) else None
    return None if org is None else to_yaml(org)


def _plain(root: Entry) -> Iterator[bool]:
    yield from (entry.plain for entry in scalars_and_signs(root) if isinstance(entry, Scalar))
