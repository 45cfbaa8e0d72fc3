"""What charts and text trees say about a node in a few signs: days, status, what is left out below, who holds it."""

from __future__ import annotations

from collections.abc import Sequence

from orgviz.model import ACTIVE, Cut, Node, Tenure
from orgviz.vocabulary import Vocabulary


def days_label(start: str | None, end: str | None, words: Vocabulary) -> str:
    """Return the first and last day in short: of two in one year the year is not said.

    >>> from orgviz.vocabulary import vocabulary
    >>> days_label("2026-10-01", "2026-11-15", vocabulary("en")), days_label(None, "2026-11-15", vocabulary("en"))
    ('10-01 – 11-15', 'until 2026-11-15')
    """
    return _days(start, end, words, short=_are_of_one_year([start, end]))


def _are_of_one_year(dates: Sequence[str | None]) -> bool:
    """Tell whether there are several dates, all of one year: then that year is not said."""
    given = [date[:4] for date in dates if date]
    return len(given) > 1 and len(set(given)) == 1


def _days(start: str | None, end: str | None, words: Vocabulary, *, short: bool) -> str:
    first, last = (date[5:] if short and date else date for date in (start, end))
    if first and last:
        return f"{first} – {last}"
    return words.begins.format(day=first) if first else words.ends.format(day=last or "")


def status_label(node: Node, words: Vocabulary) -> str | None:
    """Return what says that a node does not simply stand: its status, and its days where it has an end or a status.

    When something that just stands has begun is not worth a line.
    """
    if node.status is ACTIVE and not node.end:
        return None
    said = [] if node.status is ACTIVE else [words.statuses[node.status]]
    if node.end or (node.start and said):
        said.append(days_label(node.start, node.end, words))
    return " ".join(said) or None


def cut_label(cut: Cut, words: Vocabulary) -> str | None:
    """Return how much a view has left out below a node; nothing where that is nothing that is drawn."""
    units = words.unit if cut.units == 1 else words.units.format(n=cut.units)
    if not cut.units:
        return words.more.format(n=cut.posts) if cut.posts else None
    if not cut.posts:
        return f"+{units}"
    return words.more_in.format(more=words.more.format(n=cut.posts), units=units)


def holders_label(node: Node, words: Vocabulary) -> str:
    """Return who holds a position; where somebody's days end, everybody's are said."""
    if not node.tenures or not any(tenure.end for tenure in node.tenures):
        return words.joiner.join(node.holders)
    short = _are_of_one_year([date for tenure in node.tenures for date in (tenure.start, tenure.end)])
    return words.joiner.join(_held(holder, tenure, words, short=short) for holder, tenure in node.held)


def _held(holder: str, tenure: Tenure | None, words: Vocabulary, *, short: bool) -> str:
    if tenure is None or not (tenure.start or tenure.end):
        return holder
    return f"{holder} ({_days(tenure.start, tenure.end, words, short=short)})"
