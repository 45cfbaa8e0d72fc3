"""Keep parts of what a command draws, each by what it depends on: where others change, they are there still."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from orgviz.cache.store import Store, key_of, packed, unpacked

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Shelf:
    """The place of one command in a store.

    Args:
        base: all that every part depends on: program, options, and the like.
        is_sure: tells whether `base` says for certain what is drawn with; else nothing is kept.
    """

    store: Store
    base: tuple[bytes, ...]
    is_sure: Callable[[], bool] = lambda: True

    def under(self, name: str) -> Shelf:
        """Return a place of its own for something that is called so, or depends on that, too."""
        return replace(self, base=(*self.base, name.encode("utf-8", "surrogatepass")))

    def get(self, content: str) -> bytes | None:
        """Return what was kept of a content."""
        return self.store.get(self._key(content))

    def put(self, content: str, data: bytes) -> None:
        """Keep what was made of a content."""
        if self.is_sure():
            self.store.put(self._key(content), data)

    def _key(self, content: str) -> str:
        return key_of((*self.base, content.encode("utf-8", "surrogatepass")))


def each_kept(
    shelf: Shelf | None,
    contents: Sequence[str | None],
    make: Callable[[Sequence[int]], Iterator[tuple[bytes, ...]]],
) -> Iterator[tuple[bytes, ...]]:
    """Yield what goes with each of some contents: what was kept, and what is made of the others.

    Args:
        contents: ``None`` for what is made each time.
        make: makes what is missing, by places in `contents`, in their order.
    """
    kept = [None if shelf is None or content is None else shelf.get(content) for content in contents]
    made = make([place for place, data in enumerate(kept) if data is None])
    for content, data in zip(contents, kept, strict=True):
        if data is not None:
            yield tuple(unpacked(data))
            continue
        pieces = next(made)
        if shelf is not None and content is not None:
            shelf.put(content, packed(pieces))
        yield pieces
