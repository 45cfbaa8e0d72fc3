"""Read a title with a comma within it as one: Director, Roads and Ports."""

from __future__ import annotations

from orgviz.document.names.entry import read_entry
from orgviz.document.names.judging import Sort, judge
from orgviz.document.names.lists import read_listing
from orgviz.document.names.notes import Named, read_notes
from orgviz.document.text.passages import Passage


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
