"""Format the text of a YAML file; what it says, and its comments, are the same before and after, or nothing is done."""

from __future__ import annotations

from collections.abc import Iterator

from orgviz.diagnostics import Findings
from orgviz.fmt.building import Builder
from orgviz.fmt.comments import with_comments
from orgviz.fmt.printing import lines_of
from orgviz.fmt.scalars import UnformattableError
from orgviz.source.entries import Entry, Scalar, Sequence
from orgviz.source.yaml_pieces import yaml_pieces
from orgviz.source.yaml_reader import read_yaml_entry
from orgviz.source.yaml_text import prepared
from orgviz.text import SourceText, Span


class ChangedError(Exception):
    """Formatting would have changed what a file says: a bug of ours."""


def format_text(source: SourceText, findings: Findings) -> str | None:
    """Return a file as it should be written; nothing where the findings hold an error.

    Raises:
        ChangedError: it would not say the same.
    """
    before = read_yaml_entry(source, findings)
    if before is None or findings.failed:
        return None
    text = prepared(source.text)
    pieces = yaml_pieces(text)
    try:
        formatted = with_comments(lines_of(Builder(text, pieces).build()))
    except UnformattableError as error:
        _tell_unformattable(error, text, source.path, findings)
        return None
    _check_same(before, [text[start:end].rstrip() for start, end in pieces.comments], formatted)
    return formatted


def _tell_unformattable(error: UnformattableError, text: str, path: str, findings: Findings) -> None:
    line = text.count("\n", 0, error.place) + 1
    column = error.place - (text.rfind("\n", 0, error.place) + 1) + 1
    findings.error(
        "not-formatted", str(error), Span(path, line, column), "the file is right, but left as it is; write it shorter"
    )


def _check_same(before: Entry, comments: list[str], formatted: str) -> None:
    after = read_yaml_entry(SourceText("formatted", formatted), Findings())
    if after is None or list(_flat(before)) != list(_flat(after)):
        raise ChangedError("the formatter would have changed what the file says")
    if comments != [formatted[start:end].rstrip() for start, end in yaml_pieces(formatted).comments]:
        raise ChangedError("the formatter would have lost a comment, or moved it past another")


def _flat(root: Entry) -> Iterator[tuple[str, bool] | str]:
    """Yield what an entry says, without its places."""
    waiting: list[Entry | str] = [root]
    while waiting:
        entry = waiting.pop()
        if isinstance(entry, str):
            yield entry
        elif isinstance(entry, Scalar):
            yield entry.text, entry.null
        elif isinstance(entry, Sequence):
            yield "["
            waiting.append("]")
            waiting.extend(reversed(entry.items))
        else:
            yield "{"
            waiting.append("}")
            waiting.extend(part for pair in reversed(entry.pairs) for part in (pair[1], pair[0]))
