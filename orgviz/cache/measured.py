"""Keep how the sheets of a divided chart come out, as JSON of numbers by the fingerprints of sheets."""

from __future__ import annotations

import json

from orgviz.cache.shelf import Shelf
from orgviz.pages.measures import Measure, Measures

_NAME = "measures"


def recall_measures(shelf: Shelf) -> Measures:
    """Return what is remembered; what makes no sense is not."""
    try:
        kept = json.loads(shelf.get(_NAME) or b"{}")
        return Measures({name: Measure(float(spare), float(letters)) for name, (spare, letters) in kept.items()})
    except (ValueError, TypeError, AttributeError):
        return Measures()


def keep_measures(shelf: Shelf, measures: Measures) -> None:
    """Keep what was asked for this time."""
    if measures.used != measures.known:
        kept = {name: (measure.spare, measure.letters) for name, measure in measures.used.items()}
        shelf.put(_NAME, json.dumps(kept).encode())
