"""Open one input: tell what it is from its name and its text, and decode it as that kind may be encoded."""

from __future__ import annotations

from dataclasses import dataclass

from orgviz.diagnostics import Findings
from orgviz.source.decode import decode, decode_any, is_workbook
from orgviz.source.kind import InputKind, is_own_language, is_program_data, kind_by_ending, kind_by_text
from orgviz.text import SourceText

_OWN_KINDS = (InputKind.YAML, InputKind.JSON)


@dataclass(frozen=True, slots=True)
class Opened:
    """An input of a known kind; `source` is its text, which workbooks have none of."""

    path: str
    data: bytes
    kind: InputKind
    source: SourceText | None


def open_input(data: bytes, path: str, wanted: InputKind | None, findings: Findings) -> Opened:
    """Return an input with its kind: as wanted, else by its ending, else by its text.

    A text that is a file of our own language by what stands in it is read as that, whatever its ending. Where it
    cannot be decoded there is no text, and the findings say why.
    """
    kind = wanted or kind_by_ending(path)
    if kind is InputKind.XLSX or (kind is None and is_workbook(data)):
        return Opened(path, data, InputKind.XLSX, None)
    if kind in _OWN_KINDS:
        return Opened(path, data, kind, decode(data, path, findings))
    if kind is None or (kind is InputKind.TEXT and wanted is None):
        return _by_text(data, path, kind, findings)
    return Opened(path, data, kind, decode_any(data, path, findings))


def _by_text(data: bytes, path: str, kind: InputKind | None, findings: Findings) -> Opened:
    """Open what has no ending, or one that anything may have; our own language is UTF-8 and nothing else."""
    lenient = findings.apart()
    source = decode_any(data, path, lenient)
    if source is not None and kind is not InputKind.TEXT:
        kind = kind_by_text(source.text)
    elif source is not None and is_own_language(source.text):
        kind = InputKind.YAML
    elif source is not None and is_program_data(source.text):
        kind = InputKind.DATA
    if kind in _OWN_KINDS and lenient.items:
        return Opened(path, data, kind, decode(data, path, findings))
    findings.items.extend(lenient.items)
    return Opened(path, data, kind or InputKind.YAML, source)
