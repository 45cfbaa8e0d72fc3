"""Read an entry of a change as the outline reader reads it where it will stand."""

from __future__ import annotations

from orgviz.build.drafts import Draft
from orgviz.build.fields import Fields
from orgviz.build.keys import TOP
from orgviz.build.outline import read_outline
from orgviz.diagnostics import Findings
from orgviz.model import NodeKind
from orgviz.sections import Section
from orgviz.source import entries
from orgviz.source.entries import Entry, Mapping, Scalar

# What stands above a new entry, as a file would name it: its list at the top, and the key of its name.
_ABOVE = {
    NodeKind.UNIT: ("units", "name"),
    NodeKind.POSITION: ("positions", "title"),
    NodeKind.PERSON: ("units", "name"),
}


def read_below(entry: Entry, section: Section, above: NodeKind | None, findings: Findings) -> list[Draft]:
    """Return the drafts of an entry, or of a list of them; `nested_in` is a place among these drafts.

    Args:
        section: the key under which it stands.
        above: what it will stand below; ``None`` for the top of the file.
    """
    span = entry.span
    items = entry if isinstance(entry, entries.Sequence) else entries.Sequence((entry,), span)
    pair = (Scalar(section.value, span), items)
    if above is None:
        return read_outline(Fields(Mapping((pair,), span), TOP, findings), findings)
    key, name = _ABOVE[above]
    parent = Mapping(((Scalar(name, span), Scalar("-", span)), pair), span)
    root = Mapping(((Scalar(key, span), entries.Sequence((parent,), span)),), span)
    _, *drafts = read_outline(Fields(root, TOP, findings), findings)
    for draft in drafts:
        assert draft.nested_in is not None
        draft.nested_in = draft.parent = None if draft.nested_in == 0 else draft.nested_in - 1
    return drafts
