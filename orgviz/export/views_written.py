"""The keys of a view as files have them, in their order; those that say nothing are left out."""

from __future__ import annotations

from typing import TypeAlias

from orgviz.model import View

Value: TypeAlias = str | tuple[str, ...]


def view_keys(view: View) -> tuple[tuple[str, Value], ...]:
    """Return what a view says but its name."""
    keys: tuple[tuple[str, Value | None], ...] = (
        ("title", view.title),
        ("root", view.root),
        ("depth", None if view.depth is None else str(view.depth)),
        ("type", view.types),
        ("only_units", "true" if view.only_units else None),
        ("hide_names", "true" if view.hide_names else None),
        ("collapse", view.collapse),
        ("status", tuple(status.value for status in view.statuses)),
        ("text", view.text),
        ("as_of", view.as_of),
    )
    return tuple((key, value) for key, value in keys if value)
