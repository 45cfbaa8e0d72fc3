"""Tell under which key of the file a node stands beneath its parent."""

from __future__ import annotations

from enum import StrEnum

from orgviz.model import PERSON_KIND, UNIT_KIND, NodeKind


class Section(StrEnum):
    """A key of the file under which nodes stand."""

    HEAD = "head"
    ASSISTANTS = "assistants"
    MEMBERS = "members"
    POSITIONS = "positions"
    REPORTS = "reports"
    UNITS = "units"


def section_of(kind: NodeKind, parent: NodeKind | None, *, head: bool, assistant: bool) -> Section:
    """Return the key under which a node of this kind stands beneath a parent of that kind, or at the top."""
    if head:
        return Section.HEAD
    if assistant:
        return Section.ASSISTANTS
    if kind is UNIT_KIND:
        return Section.UNITS
    if parent is None:
        return Section.POSITIONS
    if parent is not UNIT_KIND:
        return Section.REPORTS
    return Section.MEMBERS if kind is PERSON_KIND else Section.POSITIONS
