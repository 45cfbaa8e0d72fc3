"""A difference as JSON, version 1: for scripts; its keys are documented in docs/diff.md and stay."""

from __future__ import annotations

import json
from collections import Counter

from orgviz.diff.values import Change, ChangeKind, Difference

FORMAT_VERSION = 1


def to_json(difference: Difference) -> str:
    """Return the difference as JSON text."""
    counts = Counter(change.kind for change in difference.changes)
    data = {
        "version": FORMAT_VERSION,
        "differs": bool(difference.changes),
        "summary": {kind.value: counts[kind] for kind in ChangeKind if counts[kind]},
        "changes": [_change(change) for change in difference.changes],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _change(change: Change) -> dict[str, str | int | list[str] | None]:
    return {
        "kind": change.kind.value,
        "what": change.what and change.what.value,
        "name": change.name,
        "place": list(change.place),
        "old": change.old,
        "new": change.new,
        "before": list(change.before),
        "after": list(change.after),
        "people": list(change.people),
        "units": change.units,
        "posts": change.posts,
        "links": change.links,
    }
