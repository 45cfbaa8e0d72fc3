"""Open one input: tell what it is from its name and its text, and decode it as that kind may be encoded.

What looks at texts is imported where a name does not say enough: it takes longer to load than a small file to read.
"""

from __future__ import annotations

from orgviz.diagnostics import Findings
from orgviz.lean import dataclass
from orgviz.source.decode import decode, decode_any, is_workbook
from orgviz.source.kind import InputKind, kind_by_ending
from orgviz.text import SourceText

_OWN_KINDS = (InputKind.YAML, InputKind.JSON)


@dataclass(frozen=True, slots=True)
class Opened:
    """An input of a known kind; `source` is its text, which workbooks have none of."""

    path: str
    data: bytes
    kind: InputKind
    source: SourceText | None

    @property
    def is_document(self) -> bool:
        """Whether it is a text, and none of our own outlines."""
        if self.kind is not InputKind.TEXT or self.source is None:
            return False
        from orgviz.source.kind_by_text import is_text_outline  # noqa: PLC0415 - see the top

        return not is_text_outline(self.source.text)

    @property
    def is_list_of_pairs(self) -> bool:
        """Whether its text begins as a list of teams may."""
        from orgviz.source.kind_by_text import is_list_of_pairs  # noqa: PLC0415 - see the top

        return self.source is not None and is_list_of_pairs(self.source.text)

    @property
    def is_own_language(self) -> bool:
        """Whether its text is a file of our own language, whatever its name says."""
        from orgviz.source.kind_by_text import is_own_language  # noqa: PLC0415 - see the top

        return self.source is not None and is_own_language(self.source.text)


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
    from orgviz.source.kind_by_text import is_own_language, is_program_data, kind_by_text  # noqa: PLC0415 - see the top

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
