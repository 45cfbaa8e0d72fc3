"""Find what a cell refers to, by id, then by name; report what is unknown, ambiguous, or runs in a circle."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

from orgviz.diagnostics import Findings
from orgviz.model import NodeKind
from orgviz.source.entries import Scalar
from orgviz.table.items import Item
from orgviz.wording import counted, listed, nearest, quoted

STEPS = 6
SUGGESTIONS = 20
_PARTS = "()（）[]【】"


class Register:
    """Everything that a cell can refer to: ids first, then people, then units and titles, then other names."""

    def __init__(self, items: Iterable[Item], findings: Findings) -> None:
        self.findings = findings
        self.suggested = 0
        self.ids: dict[str, list[Item]] = {}
        self.people: dict[str, list[Item]] = {}
        self.names: dict[str, list[Item]] = {}
        self.others: dict[str, list[Item]] = {}
        for item in items:
            self.add(item)

    def add(self, item: Item) -> None:
        """Take in an item that others may refer to."""
        if item.id is not None:
            self.ids.setdefault(composed(item.id), []).append(item)
        for holder in item.holders:
            self.people.setdefault(composed(holder.text), []).append(item)
        names = self.people if item.kind is NodeKind.PERSON else self.names
        names.setdefault(composed(item.name.text), []).append(item)
        for alias in item.aliases:
            self.others.setdefault(composed(alias), []).append(item)

    def look_up(self, text: str) -> list[Item]:
        """Return all that a text may stand for; ``王敏(E01)`` is looked up whole, then by what is in brackets."""
        for part in _readings(text):
            for table in (self.ids, self.people, self.names, self.others):
                found = table.get(part)
                if found:
                    return list({id(item): item for item in found}.values())
        return []

    def find(self, reference: Scalar) -> Item | None:
        """Return the one item that is referred to; report a reference to nothing, or to more than one."""
        found = self.look_up(reference.text)
        if len(found) == 1:
            return found[0]
        if found:
            self._tell_ambiguous(reference, found)
        else:
            self._tell_unknown(reference)
        return None

    def _tell_ambiguous(self, reference: Scalar, found: Sequence[Item]) -> None:
        lines = dict.fromkeys(str(item.name.span.line) for item in found[:STEPS])
        where = f"line{'s' if len(lines) > 1 else ''} {listed(lines, 'and')}"
        self.findings.error(
            "ambiguous-reference",
            f"{quoted(reference.text)} stands for {len(found)} different things ({where})",
            reference.span,
            "give each row an id in a column of its own, and write that here",
        )

    def _tell_unknown(self, reference: Scalar) -> None:
        # Looking for the nearest name is slow, and nobody reads the hundredth suggestion.
        self.suggested += 1
        hint = None
        if self.suggested <= SUGGESTIONS:
            near = nearest(composed(reference.text), (*self.ids, *self.people, *self.names))
            hint = f"did you mean {quoted(near)}?" if near is not None else None
        self.findings.error(
            "unknown-reference",
            f"no unit, position or person is called {quoted(reference.text)}",
            reference.span,
            hint,
        )


def composed(text: str) -> str:
    """Return text as names and ids are compared: composed, without outer space."""
    text = text.strip()
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def _readings(text: str) -> list[str]:
    whole = composed(text)
    if whole[-1:] not in _PARTS or not whole:
        return [whole]
    outer, _, inner = whole[:-1].replace("（", "(").replace("【", "(").replace("[", "(").partition("(")
    return [whole, inner.strip(), outer.strip()] if inner.strip() and outer.strip() else [whole]


def cut_loops(items: Sequence[Item], places: dict[int, Scalar], findings: Findings) -> None:
    """Report each loop of parents once, at its first member's cell, and cut it there.

    Args:
        places: the cell that names the parent, by the item's `id()`.
    """
    checked: set[int] = set()
    for start in items:
        path: dict[int, Item] = {}
        item: Item | None = start
        while item is not None and id(item) not in checked and id(item) not in path:
            path[id(item)] = item
            item = item.parent
        if item is not None and id(item) in path:
            steps = list(path.values())
            _tell_loop(steps[steps.index(item) :], places, findings)
        checked.update(path)


def _tell_loop(loop: list[Item], places: dict[int, Scalar], findings: Findings) -> None:
    first = min(range(len(loop)), key=lambda step: loop[step].name.span)
    ordered = [*loop[first:], *loop[:first]]
    names = [_label(item) for item in ordered]
    shown = [*names[: STEPS - 1], f"… ({counted(len(names), 'step')})"] if len(names) > STEPS else names
    cell = places.get(id(ordered[0]), ordered[0].name)
    findings.error(
        "reporting-loop",
        f"the lines of reporting run in a circle: {' → '.join([*shown, names[0]])}",
        cell.span,
        "somebody in it must report to nobody",
    )
    ordered[0].parent = None


def _label(item: Item) -> str:
    label = (item.holders[0].text if item.holders else item.id) or item.name.text
    return label if len(label) <= 40 else label[:39] + "…"
