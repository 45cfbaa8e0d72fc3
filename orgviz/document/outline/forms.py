"""Give the lines of a document as they are meant, one way after another in which pages are set."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from orgviz.document.outline.apart import names_apart
from orgviz.document.outline.cards import carded
from orgviz.document.outline.composed_lines import composed_lines
from orgviz.document.outline.comrades import comrades
from orgviz.document.outline.contents import without_chapters
from orgviz.document.outline.contractions import full_verbs
from orgviz.document.outline.counted_leads import counted_leads
from orgviz.document.outline.counts_below import counts_below
from orgviz.document.outline.duty_rosters import duty_rosters
from orgviz.document.outline.explained_lines import with_explained
from orgviz.document.outline.framed_titles import framed_titles
from orgviz.document.outline.heavy_signs import heavy_signs
from orgviz.document.outline.key_titles import titled_keys
from orgviz.document.outline.keyed_lists import keyed_lists
from orgviz.document.outline.levelled_lines import levelled_lines
from orgviz.document.outline.line import Line
from orgviz.document.outline.listed_lines import with_listed
from orgviz.document.outline.named_by_commas import named_by_commas
from orgviz.document.outline.names_before_sentences import names_before_sentences
from orgviz.document.outline.numbers_in_names import numbers_in_names
from orgviz.document.outline.paragraphs import join_lines
from orgviz.document.outline.people_lines import listed_blocks, shown_people
from orgviz.document.outline.posts_of_units import posts_of_units
from orgviz.document.outline.reports_behind import reports_behind
from orgviz.document.outline.role_pages import role_pages
from orgviz.document.outline.role_records import role_records
from orgviz.document.outline.rosters import rosters
from orgviz.document.outline.rows_of_posts import posts_in_rows
from orgviz.document.outline.run_by_posts import run_by_posts
from orgviz.document.outline.run_in import run_in_titles
from orgviz.document.outline.runs import split_runs
from orgviz.document.outline.signatures import without_signature
from orgviz.document.outline.titled_blocks import titled_blocks
from orgviz.document.outline.titled_outlines import titled_outlines
from orgviz.document.outline.titles_over_work import titles_over_work
from orgviz.document.outline.told_chains import told_chains
from orgviz.document.outline.unnumbered_last import unnumbered_last

# How pages are set that say with their lines what others say with marks: each gives the lines as they are meant.
_FORMS: tuple[Callable[[Sequence[Line]], Iterable[Line]], ...] = (
    without_signature,
    full_verbs,
    comrades,
    unnumbered_last,
    heavy_signs,
    framed_titles,
    reports_behind,
    composed_lines,
    role_pages,
    counted_leads,
    rosters,
    duty_rosters,
    posts_of_units,
    run_by_posts,
    told_chains,
    counts_below,
    role_records,
    levelled_lines,
    keyed_lists,
    run_in_titles,
    names_before_sentences,
    shown_people,
    titles_over_work,
    listed_blocks,
    titled_blocks,
    titled_outlines,
    carded,
    named_by_commas,
    titled_keys,
    with_listed,
    posts_in_rows,
    with_explained,
    join_lines,
    split_runs,
    without_chapters,
    numbers_in_names,
    names_apart,
)


def as_meant(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines of a document as what they mean says: joined, divided, moved, or with other marks."""
    for form in _FORMS:
        lines = tuple(form(lines))
    return tuple(lines)
