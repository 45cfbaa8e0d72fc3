"""Read `views:`, the named cuts that a file describes; what they refer to is found, or told."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Sequence as Listing

from orgviz.build.drafts import Draft
from orgviz.build.fields import Fields
from orgviz.build.keys import VIEW
from orgviz.build.outline import STATUSES
from orgviz.build.references import Directory
from orgviz.build.values import clean_name, found_shape, tell_choice
from orgviz.diagnostics import Findings
from orgviz.model import Status, UnitType, View
from orgviz.source.entries import Entry, Mapping, Scalar
from orgviz.text import Span
from orgviz.wording import quoted

# On the command line this word draws every view of a file.
ALL = "all"
DEPTH_LIMIT = 9_999


def read_views(top: Fields, drafts: Listing[Draft], types: Listing[UnitType], findings: Findings) -> tuple[View, ...]:
    """Return the views of a file in its order; nodes have their final ids by now."""
    pair = top.pairs.get("views")
    if pair is None or not isinstance(pair[1], Mapping):
        return ()
    directory = Directory(drafts, lambda draft: draft.final_id, findings)
    type_names = tuple(one.name for one in types)
    views: list[View] = []
    first: dict[str, Span] = {}
    for key, value in pair[1].pairs:
        name = _name(key, first, findings)
        fields = _fields(name, value, findings)
        if fields is not None:
            views.append(_view(name, fields, directory, type_names))
    return tuple(views)


def _name(key: Scalar, first: dict[str, Span], findings: Findings) -> str:
    """Return the name of a view; report one that stands twice, and the word that stands for all of them."""
    name = clean_name(key, findings)
    if name == ALL:
        findings.error(
            "view-name",
            f"no view can be called '{ALL}': '--view {ALL}' draws every view",
            key.span,
            "give it another name, such as 'whole'",
        )
    elif name in first:
        findings.error(
            "view-name",
            f"two views are called {quoted(name)} (first in line {first[name].line})",
            key.span,
            "give each its own name",
        )
    first.setdefault(name, key.span)
    return name


def _fields(name: str, value: Entry, findings: Findings) -> Fields | None:
    if isinstance(value, Mapping):
        return Fields(value, VIEW, findings)
    if isinstance(value, Scalar) and value.null:
        return Fields(Mapping((), value.span), VIEW, findings)
    if not (isinstance(value, Scalar) and value.told):
        findings.error(
            "wrong-shape",
            f"the view {quoted(name)} takes a mapping, but here stands {found_shape(value)}",
            value.span,
            "write for example {root: A, depth: 2}",
        )
    return None


def _view(name: str, fields: Fields, directory: Directory, types: tuple[str, ...]) -> View:
    root = fields.reference("root")
    return View(
        name=name,
        title=fields.name("title"),
        root=None if root is None else _id(root, directory),
        depth=fields.number("depth", DEPTH_LIMIT),
        types=_chosen("type", "unknown-type", fields, types),
        only_units=fields.flag("only_units"),
        hide_names=fields.flag("hide_names"),
        collapse=_unique(_id(reference, directory) for reference in fields.references("collapse")),
        statuses=tuple(Status(word) for word in _chosen("status", "unknown-status", fields, STATUSES)),
        text=fields.text("text"),
        as_of=fields.date("as_of"),
    )


def _id(reference: Scalar, directory: Directory) -> str | None:
    place = directory.find(reference)
    return None if place is None else directory.drafts[place].final_id


def _chosen(key: str, code: str, fields: Fields, allowed: tuple[str, ...]) -> tuple[str, ...]:
    """Return the allowed words behind a key, one or a list; report any other."""
    chosen: list[str | None] = []
    for value in fields.references(key):
        word = value.text.strip()
        found = word if word in allowed else word.lower()
        if found not in allowed:
            tell_choice(value, key, allowed, code, fields.findings)
        else:
            chosen.append(found)
    return _unique(chosen)


def _unique(words: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for word in words if word is not None))
