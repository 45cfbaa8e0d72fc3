"""The corpus: documents of every form in our own words, each beside the label of what a careful reader finds in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from orgviz.diagnostics import InputError
from orgviz.reading import read_org
from tests.texts.grade import Score, grade
from tests.texts.label import Box, Drawing, Label, drawing_of_org, read_label

CORPUS = Path(__file__).parent / "corpus"
LABEL_ENDING = ".expected.yaml"
EMPTY = Drawing(Box("", False, frozenset(), frozenset()))


@dataclass(frozen=True)
class Document:
    """One document and its label."""

    path: Path

    @property
    def name(self) -> str:
        return self.path.stem

    @property
    def label_path(self) -> Path:
        return self.path.with_name(self.name + LABEL_ENDING)

    @cached_property
    def label(self) -> Label:
        return read_label(self.label_path)

    def read(self) -> tuple[Score, tuple[str, ...]]:
        """Read the document as a user would; return its score, and the codes of what stopped the reading."""
        try:
            org = read_org(self.path.read_bytes(), self.path.name).org
        except InputError as error:
            codes = dict.fromkeys(finding.code for finding in error.diagnostics)
            return grade(self.label, EMPTY), tuple(codes)
        return grade(self.label, drawing_of_org(org)), ()


def documents() -> Iterator[Document]:
    """Yield all documents by name; a label without one is no document."""
    return (
        Document(path) for path in sorted(CORPUS.iterdir()) if path.is_file() and not path.name.endswith(LABEL_ENDING)
    )
