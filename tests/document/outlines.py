"""What a document is read as, in one line for each node: indented, posts with their seats, holders and duties."""

from orgviz.diagnostics import Findings
from orgviz.document.read import read_document
from orgviz.found import FoundNode
from orgviz.model import NodeKind, Status
from orgviz.text import SourceText


def outline(text: str) -> str:
    """Return the tree that a text is read as; nothing where there is none.

    ``#`` marks a post, ``@`` a person, ``*`` a head; then come ``x3`` for seats, holders, and ``: duty``.
    """
    found = read_document(SourceText("a.md", text.strip("\n") + "\n"), None, Findings()).found
    if found is None:
        return ""
    children: dict[int | None, list[int]] = {}
    for number, node in enumerate(found.nodes):
        children.setdefault(node.parent, []).append(number)
    lines = []
    waiting = [(number, 0) for number in reversed(children[None])]
    while waiting:
        number, depth = waiting.pop()
        lines.append("  " * depth + _line(found.nodes[number]))
        waiting.extend((child, depth + 1) for child in reversed(children.get(number, [])))
    return "\n".join(lines)


def _line(node: FoundNode) -> str:
    sign = {NodeKind.UNIT: "", NodeKind.POSITION: "#", NodeKind.PERSON: "@"}[node.kind]
    parts = [
        sign + node.name + ("*" if node.head else ""),
        f"x{node.seats}" if node.seats else "",
        ",".join(node.holders),
        "vacant" if node.vacant else "",
        node.status.value if node.status is not Status.ACTIVE else "",
        f": {node.duty}" if node.duty else "",
    ]
    return " ".join(part for part in parts if part)
