"""What a reader found: raw scalars, lists and mappings, each with its place; no meaning yet.

A large file has a million of them: they are named tuples, which are made in a third of the time of other values.
"""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from orgviz.text import Span


class Scalar(NamedTuple):
    """A piece of text exactly as written; `null` marks an empty, ``~`` or ``null`` plain value.

    `plain` marks one without quotes. `told` marks one about which a finding was made: what it says instead of
    what was meant leads to no other.
    """

    text: str
    span: Span
    null: bool = False
    plain: bool = False
    told: bool = False


class Sequence(NamedTuple):
    """A list; `span` is where it begins."""

    items: tuple[Entry, ...]
    span: Span


class Mapping(NamedTuple):
    """Keys and their values in the author's order; no key stands twice."""

    pairs: tuple[tuple[Scalar, Entry], ...]
    span: Span


Entry: TypeAlias = Scalar | Sequence | Mapping
