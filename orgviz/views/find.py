"""Find what the command line names in an organisation, or say what comes nearest."""

from __future__ import annotations

from orgviz.build.references import composed
from orgviz.diagnostics import UsageError
from orgviz.model import Org, View
from orgviz.wording import listed, nearest, quoted


def find_node(org: Org, text: str, option: str) -> str:
    """Return the id of the node with this id, or else with this name, or else with this holder.

    Raises:
        UsageError: there is none, or there are several.
    """
    wanted = composed(text.strip())
    if any(node.id == wanted for node in org.nodes):
        return wanted
    named = [node.id for node in org.nodes if composed(node.name) == wanted]
    found = named or [node.id for node in org.nodes if wanted in map(composed, node.holders)]
    if len(found) == 1:
        return found[0]
    if found:
        raise UsageError(
            f"{option}: {quoted(text)} stands for {len(found)} different things",
            f"give the id of one: {listed(quoted(id) for id in found[:6])}",
        )
    near = nearest(wanted, [word for node in org.nodes for word in (node.id, node.name, *node.holders)])
    raise UsageError(
        f"{option}: no unit, position or person is called {quoted(text)}",
        f"did you mean {quoted(near)}?" if near else None,
    )


def find_view(org: Org, name: str) -> View:
    """Return the view of this name.

    Raises:
        UsageError: the file has none.
    """
    wanted = composed(name.strip())
    found = next((view for view in org.views if composed(view.name) == wanted), None)
    if found is not None:
        return found
    if not org.views:
        raise UsageError(
            f"--view: no view is called {quoted(name)}: the input has none",
            "describe views under 'views:', such as 'views: {top: {depth: 2}}'",
        )
    names = [view.name for view in org.views]
    near = nearest(wanted, names)
    hint = f"did you mean {quoted(near)}?" if near else f"its views are {listed(map(quoted, names[:12]), 'and')}"
    raise UsageError(f"--view: no view is called {quoted(name)}", hint)
