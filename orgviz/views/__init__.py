"""Cuts of an organisation: plain functions from an `Org` to an `Org` that shows less of it."""

from orgviz.views.apply import apply_view, apply_views
from orgviz.views.find import find_node, find_view

__all__ = ["apply_view", "apply_views", "find_node", "find_view"]
