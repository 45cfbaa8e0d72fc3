"""The looks of a chart's boxes and of the texts in them, each worked out from the theme only once."""

from __future__ import annotations

from dataclasses import field

from orgviz.chart.ids import type_class
from orgviz.lean import dataclass
from orgviz.model import Node, Status
from orgviz.style.theme import TextRole, Theme
from orgviz.style.values import BoxStyle, TextStyle


@dataclass(frozen=True, slots=True)
class TextStyles:
    """The text styles of all boxes of one type; `root` as in `Theme.text`."""

    theme: Theme
    type: str | None
    root: bool
    known: dict[tuple[TextRole, TextRole], TextStyle] = field(default_factory=dict)

    def of(self, role: TextRole, like: TextRole | None = None) -> TextStyle:
        """Return a role's style, at the size and weight of another: runs of one paragraph share a line."""
        key = (role, like or role)
        found = self.known.get(key)
        if found is None:
            own, model = (self.theme.text(one, self.type, root=self.root) for one in key)
            found = own if like is None else TextStyle(model.size, own.color, model.bold, own.italic)
            self.known[key] = found
        return found


@dataclass(frozen=True, slots=True)
class Looks:
    """How the boxes of a chart look; the theme already knows the chart's types."""

    theme: Theme
    boxes: dict[tuple[str | None, Status, bool], BoxStyle] = field(default_factory=dict)
    texts: dict[tuple[str | None, bool], TextStyles] = field(default_factory=dict)
    named: dict[tuple[object, ...], tuple[str, ...]] = field(default_factory=dict)

    def box(self, type: str | None, status: Status = Status.ACTIVE, *, root: bool = False) -> BoxStyle:
        """Return how a box is drawn, as `Theme.box` does."""
        key = (type, status, root)
        found = self.boxes.get(key)
        if found is None:
            found = self.boxes[key] = self.theme.box(type, status=status, root=root)
        return found

    def text(self, type: str | None, *, root: bool = False) -> TextStyles:
        """Return the styles of the texts in a box."""
        key = (type, root)
        found = self.texts.get(key)
        if found is None:
            found = self.texts[key] = TextStyles(self.theme, type, root)
        return found

    def classes(self, node: Node) -> tuple[str, ...]:
        """Return the classes of the SVG group of a node's box; boxes that are alike share them."""
        is_vacant = node.told_vacancies > 0
        key = (node.kind, node.type, node.status, node.assistant, is_vacant)
        found = self.named.get(key)
        if found is None:
            words = ["node", node.kind.value]
            words.extend([type_class(node.type)] if node.type else [])
            words.extend([f"status-{node.status}"] if node.status is not Status.ACTIVE else [])
            words.extend(["assistant"] if node.assistant else [])
            words.extend(["vacant"] if is_vacant else [])
            found = self.named[key] = tuple(words)
        return found
