"""Apply views to an organisation, their parts in one fixed order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from orgviz.build.settled import settled
from orgviz.diagnostics import UsageError
from orgviz.model import Org, Status, View
from orgviz.views.as_of import as_of
from orgviz.views.extent import collapsed, only_units, to_depth
from orgviz.views.filters import of_statuses, of_types, with_text
from orgviz.views.people import without_names, without_people
from orgviz.views.root import below
from orgviz.wording import quoted


def apply_view(org: Org, view: View) -> Org:
    """Return what a view shows of an organisation; see `apply_views`."""
    return apply_views(org, (view,))


def apply_views(org: Org, views: Sequence[View]) -> Org:
    """Return what several views show, each narrowing the one before; the last day that is given counts.

    First the day, then the root, names, status, type and text: what these leave out is gone. Then what is
    collapsed, the depth, and posts beside units: what these leave out is counted. The result has no views.

    Raises:
        UsageError: nothing is left.
    """
    if not views:
        return org
    day = next((view.as_of for view in reversed(views) if view.as_of), None)
    hides_names = any(view.hide_names for view in views)
    shown = org if day is None else as_of(org, day)
    shown = _from_root(shown, views[0], org, day)
    if hides_names:
        shown = without_names(shown)
    for view in views:
        shown = _filtered(shown, view)
    for place, view in enumerate(views):
        shown = _cut(_from_root(shown, view, org, day) if place else shown, view)
    if hides_names:
        shown = without_people(shown)
    if not any(node.parent is None and node.status is not Status.CLOSED for node in shown.nodes):
        raise UsageError(f"{_called(views)} shows nothing", "ask for less at once")
    return settled(replace(shown, title=_title(org.title, views, day), views=()))


def _from_root(shown: Org, view: View, whole: Org, day: str | None) -> Org:
    if view.root is None:
        return shown
    result = below(shown, view.root)
    if not result.nodes:
        name = next((node.name for node in whole.nodes if node.id == view.root), view.root)
        when = f" on {day}" if day else ""
        raise UsageError(f"{_called((view,))} shows nothing: {quoted(name)} is not there{when}")
    return result


def _filtered(org: Org, view: View) -> Org:
    if view.statuses:
        org = of_statuses(org, view.statuses)
    if view.types:
        org = of_types(org, view.types)
    return with_text(org, view.text) if view.text else org


def _cut(org: Org, view: View) -> Org:
    if view.collapse:
        org = collapsed(org, view.collapse)
    if view.depth is not None:
        org = to_depth(org, view.depth)
    return only_units(org) if view.only_units else org


def _called(views: Sequence[View]) -> str:
    name = next((view.name for view in views if view.name), None)
    return f"the view {quoted(name)}" if name else "this view"


def _title(title: str | None, views: Sequence[View], day: str | None) -> str | None:
    """Return the title of the last view that has one, else that of the file with the day behind it."""
    own = next((view.title for view in reversed(views) if view.title), None)
    if own is not None or title is None or day is None or title.endswith(day):
        return own or title
    return f"{title} · {day}"
