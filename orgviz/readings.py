"""What may be asked of reading, and what comes of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from types import MappingProxyType
from typing import TYPE_CHECKING

from orgviz.diagnostics import Diagnostic, InputError
from orgviz.lean import dataclass
from orgviz.limits import LIMITS, Limits
from orgviz.model import Org
from orgviz.photos.values import Picture
from orgviz.source.kind import InputKind
from orgviz.text import SourceText

if TYPE_CHECKING:
    from orgviz.found import Understanding


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """How the user wants the inputs read.

    Args:
        kind: of all inputs; ``None`` tells it from the name and the text of each.
        section: which organisation of a document: its number or its name.
        columns: for tables and data files, what a column or key of theirs is called, by our name of it.
        fetch: gives the bytes of the files that an input names, from elsewhere than the disk; see `ProjectFiles`.
        photos: whether photos are read, and what is wrong with them is told.
        limits: how much is read at most.
        tell: is told of each stage after the first as it begins.
    """

    kind: InputKind | None = None
    section: str | None = None
    columns: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    fetch: Callable[[str], bytes] | None = None
    photos: bool = True
    limits: Limits = LIMITS
    tell: Callable[[str], None] = lambda _: None


AS_IT_IS = ReadOptions()


@dataclass(frozen=True, slots=True)
class Reading:
    """An organisation, the warnings about it, and the sources to quote from.

    Args:
        understanding: of a document, what became of each of its lines.
        node_ids: of a document, the id of each node in the order in which they were found.
        comments: by id, what was inferred about a node rather than read.
        pictures: the photos that were read, by the files that the organisation names.
        files: what was read beside the sources, for those who must not write over it, or who watch it.
    """

    org: Org
    findings: tuple[Diagnostic, ...]
    sources: Mapping[str, SourceText]
    understanding: Understanding | None = None
    node_ids: tuple[str, ...] = ()
    comments: Mapping[str, str] = field(default_factory=dict)
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    files: tuple[str, ...] = ()


class DocumentError(InputError):
    """A document of which no organisation could be made; carries what was understood of it."""

    def __init__(
        self, diagnostics: tuple[Diagnostic, ...], sources: Mapping[str, SourceText], understanding: Understanding
    ):
        super().__init__(diagnostics, sources)
        self.understanding = understanding
