"""Read titles with a comma within them, or two beside each other: Director, Roads and Ports; Senior Chef, Team Lead."""

from __future__ import annotations

from functools import lru_cache

from orgviz.document.names.entry import read_entry
from orgviz.document.names.judging import Sort, judge
from orgviz.document.names.lists import read_listing
from orgviz.document.names.notes import Named, people_in, read_notes
from orgviz.document.text.passages import Passage
from orgviz.patterns import pattern


def whole_title(text: Passage) -> Named | None:
    """Return the post of a text that is one title with its field of work behind a comma; nothing for any other text."""
    if "," not in text.folded:
        return None
    entry = read_entry(text)
    return entry.named if entry.sort is Sort.POST and entry.rest is None and entry.name.text == text.text else None


def is_title(text: Passage) -> bool:
    """Whether a text is the title of a post, or of several, and nothing else."""
    if judge(read_notes(text).name.folded) is Sort.POST or whole_title(text) is not None:
        return True
    items = read_listing(text).items if text.folded.isascii() else ()
    return bool(items) and all(judge(item.name.folded) is Sort.POST for item in items)


_NEXT_TITLE = pattern(r"\s*(?:,|;|&|/|\band\b|\|)\s*")


@lru_cache(maxsize=1 << 12)
def first_title(text: Passage) -> tuple[Named, Passage | None] | None:
    """Return the post that a text names, or the first of several, and what is said behind it; not beside people.

    >>> from orgviz.document.text.passages import passage
    >>> title, said = first_title(passage("Senior Chef, Team Lead", 1, 1))
    >>> title.name.text, said.text
    ('Senior Chef', 'Team Lead')
    """
    noted, entry = read_notes(text), read_entry(text)
    if entry.sort is Sort.POST and entry.rest is None:
        return entry.named, None
    if judge(noted.name.folded) is Sort.POST:
        return noted, None
    end = _NEXT_TITLE.search(text.folded)
    if end is None or not text.folded.isascii():
        return None
    first, rest = read_notes(text.cut(0, end.start())), text.cut(end.end())
    is_title = judge(first.name.folded) is Sort.POST and text.text[:1].isupper()
    return (first, rest) if is_title and rest.text and not people_in(rest) else None
