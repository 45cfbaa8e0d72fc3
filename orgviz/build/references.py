"""Find what a name or id in the file refers to, hang flat positions under their managers, and find loops."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence

from orgviz.build.drafts import Draft
from orgviz.diagnostics import Findings
from orgviz.source.entries import Scalar
from orgviz.wording import listed, nearest, quoted

LOOP_STEPS = 6
SUGGESTIONS = 20


class Directory:
    """Everything that can be referred to: by id first, then by a name that stands once, then by a holder."""

    def __init__(self, drafts: Sequence[Draft], id_of: Callable[[Draft], str | None], findings: Findings) -> None:
        self.drafts = drafts
        self.findings = findings
        self.suggested = 0
        self.ids: dict[str, int] = {}
        self.names: dict[str, list[int]] = {}
        self.holders: dict[str, list[int]] = {}
        for place, draft in enumerate(drafts):
            identifier = id_of(draft)
            if identifier:
                self.ids.setdefault(identifier, place)
            self.names.setdefault(composed(draft.name), []).append(place)
            for holder in draft.holders:
                self.holders.setdefault(composed(holder), []).append(place)

    def find(self, reference: Scalar) -> int | None:
        """Return the place of what is referred to; report a reference to nothing, or to more than one."""
        wanted = composed(reference.text.strip())
        if wanted in self.ids:
            return self.ids[wanted]
        places = self.names.get(wanted) or self.holders.get(wanted) or []
        if len(places) == 1:
            return places[0]
        if places:
            self._tell_ambiguous(reference, places)
        else:
            self._tell_unknown(reference, wanted)
        return None

    def _tell_ambiguous(self, reference: Scalar, places: Sequence[int]) -> None:
        lines = [str(self.drafts[place].span.line) for place in places[:LOOP_STEPS]]
        where = f"line {lines[0]}" if len(set(lines)) == 1 else f"lines {listed(dict.fromkeys(lines), 'and')}"
        self.findings.error(
            "ambiguous-reference",
            f"{quoted(reference.text)} stands for {len(places)} different things ({where})",
            reference.span,
            "give the one that is meant an 'id', and write that here",
        )

    def _tell_unknown(self, reference: Scalar, wanted: str) -> None:
        # Looking for the nearest name is slow, and nobody reads the hundredth suggestion.
        self.suggested += 1
        near = nearest(wanted, (*self.ids, *self.names, *self.holders)) if self.suggested <= SUGGESTIONS else None
        hint = None
        if near is not None:
            place = self.ids.get(near)
            if place is None:
                place = (self.names.get(near) or self.holders[near])[0]
            hint = f"did you mean {quoted(near)} (line {self.drafts[place].span.line})?"
        self.findings.error(
            "unknown-reference",
            f"no unit, position or person is called {quoted(reference.text)}",
            reference.span,
            hint,
        )


def composed(text: str) -> str:
    """Return text as names and ids are compared: composed (NFC)."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def hang_flat_positions(drafts: Sequence[Draft], findings: Findings) -> None:
    """Set the parent of whatever names its manager by `reports_to`; report second parents and loops."""
    if not any(draft.reports_to for draft in drafts):
        return
    directory = Directory(drafts, lambda draft: draft.id.text if draft.id else None, findings)
    for draft in drafts:
        if draft.reports_to is None:
            continue
        manager = directory.find(draft.reports_to)
        if manager is None:
            continue
        if draft.nested_in is None:
            draft.parent = manager
        elif draft.nested_in != manager:
            name, above, manager_name = (
                quoted(text) for text in (draft.name, drafts[draft.nested_in].name, draft.reports_to.text)
            )
            findings.error(
                "two-parents",
                f"{name} stands inside {above}, but reports to {manager_name}",
                draft.reports_to.span,
                "keep one of the two; a second line is a link of the kind 'reports' or 'dotted'",
            )
    tell_loops(drafts, findings)


def tell_loops(drafts: Sequence[Draft], findings: Findings) -> None:
    """Report each loop of parents once, at its first member, and cut it there."""
    checked: set[int] = set()
    for start in range(len(drafts)):
        path: dict[int, None] = {}
        place: int | None = start
        while place is not None and place not in checked and place not in path:
            path[place] = None
            place = drafts[place].parent
        if place is not None and place in path:
            steps = list(path)
            _tell_loop(drafts, steps[steps.index(place) :], findings)
        checked.update(path)


def _tell_loop(drafts: Sequence[Draft], loop: list[int], findings: Findings) -> None:
    first = loop.index(min(loop))
    ordered = [*loop[first:], *loop[:first]]
    names = [_label(drafts[place]) for place in ordered]
    shown = [*names[: LOOP_STEPS - 1], "…"] if len(names) > LOOP_STEPS else names
    circle = f"the lines of reporting run in a circle: {' → '.join([*shown, names[0]])}"
    draft = drafts[ordered[0]]
    span = draft.reports_to.span if draft.reports_to else draft.span
    findings.error(
        "reporting-loop",
        circle if len(loop) > 1 else f"{quoted(names[0])} reports to itself",
        span,
        "somebody in it must report to nobody" if len(loop) > 1 else "name somebody else, or nobody",
    )
    draft.parent = None


def _label(draft: Draft) -> str:
    label = draft.id.text if draft.id else draft.name
    return label if len(label) <= 40 else label[:39] + "…"
