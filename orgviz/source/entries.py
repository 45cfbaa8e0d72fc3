"""What a reader found: raw scalars, lists and mappings, each with its place; no meaning yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from orgviz.text import Span


@dataclass(frozen=True, slots=True)
class Scalar:
    """A piece of text exactly as written; `null` marks an empty, ``~`` or ``null`` plain value.

    `plain` marks one without quotes. `told` marks one about which a finding was made: what it says instead of
    what was meant leads to no other.
    """

    text: str
    span: Span
    null: bool = False
    plain: bool = False
    told: bool = False


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list; `span` is where it begins."""

    items: tuple[Entry, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and their values in the author's order; no key stands twice."""

    pairs: tuple[tuple[Scalar, Entry], ...]
    span: Span


Entry: TypeAlias = Scalar | Sequence | Mapping
