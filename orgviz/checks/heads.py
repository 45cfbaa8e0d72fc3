"""Rules about the heads of units; several heads in one list are co-heads, and meant."""

from __future__ import annotations

from collections.abc import Iterator

from orgviz.checks.issue import Issue, elsewhere
from orgviz.counts.headcount import names_in
from orgviz.folding import fold
from orgviz.model import CLOSED, POSITION_KIND, UNIT_KIND, Node, Org
from orgviz.patterns import pattern
from orgviz.text import Span
from orgviz.wording import quoted

# Titles that say no more than that somebody leads the unit in which they stand, folded.
_LEADS = pattern(
    r"(?:(?:部门|本部门|中心|单位|小组|团队|项目|组|部|科|处|室)?(?:负责人|主要负责人|第一负责人)"
    r"|(?:the )?(?:department |unit |team |group |division |section )?(?:head|lead|leader)"
    r"|head of (?:the )?(?:department|unit|team|group|division|section)"
    r"|(?:abteilungs|bereichs|team|gruppen)?leit(?:er|erin|ung)"
    r"|(?:部门)?责任者|部门长|부서장|팀장|책임자)"
)
_LEADER, _HEAD_OF = "负责人", "head of "


def find_repeated_heads(org: Org) -> Iterator[Issue]:
    """A unit has two heads with one name."""
    first: dict[tuple[str | None, str], Span] = {}
    for node in org.nodes:
        key = (node.parent, node.name)
        if node.head and key in first:
            yield Issue(
                f"{quoted(node.name)} stands twice as a head (first in {elsewhere(first[key], node.span)})",
                node.span,
            )
        elif node.head:
            first[key] = node.span


def find_two_heads(org: Org) -> Iterator[Issue]:
    """A post in a unit claims to be its head, while the unit has another: the same title, or a word for head."""
    units = {node.id: node for node in org.nodes if node.kind is UNIT_KIND}
    leading: dict[str, list[Node]] = {}
    for node in org.nodes:
        if node.head and node.parent in units and node.status is not CLOSED:
            leading.setdefault(node.parent, []).append(node)
    for node in org.nodes:
        unit = units.get(node.parent or "")
        is_post = node.kind is POSITION_KIND and not node.head and not node.assistant
        if unit is None or not is_post or node.status is CLOSED:
            continue
        heads = leading.setdefault(unit.id, [])
        if not _claims(node, unit, heads):
            continue
        if heads and not _is_same(node, heads):
            yield Issue(
                f"{quoted(node.name)} leads {quoted(unit.name)}, which has a head already: "
                f"{quoted(heads[0].name)} ({elsewhere(heads[0].span, node.span)})",
                node.span,
                "where both lead it, put them into one list: head: [A, B]",
            )
        elif not heads:
            heads.append(node)


def _claims(post: Node, unit: Node, heads: list[Node]) -> bool:
    """Tell whether a post's title says that it leads its unit, or is that of the unit's head."""
    title = fold(post.name).strip()
    if _LEADS.fullmatch(title):
        return True
    if title.endswith(_LEADER) and title == f"{fold(unit.name)}{_LEADER}":
        return True
    if title.startswith(_HEAD_OF) and title == f"{_HEAD_OF}{fold(unit.name)}":
        return True
    return any(head.kind is POSITION_KIND and head.head and fold(head.name).strip() == title for head in heads)


def _is_same(post: Node, heads: list[Node]) -> bool:
    """Tell whether a post names nobody but the heads: then it says twice who leads."""
    people = set(names_in(post))
    return bool(people) and all(people <= {*names_in(head)} for head in heads)
