"""Give every node an id: the author's, or one made from its name, stable and readable."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from orgviz.build.drafts import Draft
from orgviz.build.fields import ID_LENGTH
from orgviz.build.references import composed
from orgviz.diagnostics import Findings
from orgviz.text import Span
from orgviz.wording import quoted


def tell_repeated_ids(drafts: Sequence[Draft], findings: Findings) -> None:
    """Report every id that an earlier node in the file already has."""
    first: dict[str, Span] = {}
    for draft in drafts:
        if draft.id is None or draft.id.told:
            continue
        if draft.id.text in first:
            findings.error(
                "duplicate-id",
                f"the id {quoted(draft.id.text)} is taken already (line {first[draft.id.text].line})",
                draft.id.span,
                "give each its own id",
            )
        else:
            first[draft.id.text] = draft.id.span


def assign_ids(drafts: Sequence[Draft]) -> None:
    """Set `final_id` on every draft; parents must come before their children.

    - An id that the author wrote stays as it is.
    - Otherwise the id is the name, if no other node has that name and nobody wrote it as an id.
    - Otherwise it is the parent's id, ``/`` and the name; for a root ``/`` and the name.
    - Where that is taken too, ``#2``, ``#3`` … is put behind it. No made id is longer than 200 characters.

    A made id that is not the plain name equals no name and no written id, so a reference finds what it means.
    """
    own_names = [composed(draft.name) for draft in drafts]
    names = Counter(own_names)
    written = {draft.id.text for draft in drafts if draft.id is not None}
    taken: set[str] = set()
    next_number: dict[str, int] = {}
    for draft, name in zip(drafts, own_names, strict=True):
        if draft.id is not None:
            draft.final_id = draft.id.text
            continue
        if names[name] == 1 and name not in written and len(name) <= ID_LENGTH:
            draft.final_id = name
            continue
        base = f"{drafts[draft.parent].final_id if draft.parent is not None else ''}/{name}"
        if len(base) > ID_LENGTH:
            base = f"/{name[: ID_LENGTH // 2].rstrip()}"
        number = next_number.get(base, 1)
        identifier = base if number == 1 else f"{base}#{number}"
        while identifier in taken or identifier in names or identifier in written:
            number += 1
            identifier = f"{base}#{number}"
        next_number[base] = number + 1
        taken.add(identifier)
        draft.final_id = identifier
