"""The door to python-pptx, which is an extra."""

from __future__ import annotations

import io
from types import ModuleType
from typing import Any

from orgviz.diagnostics import ToolError
from orgviz.slides.archive import packed

_BROKEN_HINT = "open it in PowerPoint and save it anew as .pptx"


def presentation(parts: dict[str, bytes] | None, name: str = "") -> Any:
    """Return a deck of python-pptx's: of the parts of a file, or an empty one.

    Raises:
        ToolError: python-pptx is not installed, or cannot make sense of the parts.
    """
    pptx = library()
    if parts is None:
        return pptx.Presentation()
    try:
        deck = pptx.Presentation(io.BytesIO(packed(parts)))
        # What is broken in a part is found where it is asked for first.
        _ = [layout.name for master in deck.slide_masters for layout in master.slide_layouts]
        _ = [len(deck.part.related_part(item.rId).slide.shapes) for item in slide_ids(deck)]
    # Each part of a broken file makes python-pptx fail in a way of its own.
    except Exception as error:
        raise ToolError(f"'{name}' is a broken PowerPoint file: it cannot be read", _BROKEN_HINT) from error
    return deck


def library() -> ModuleType:
    """Return python-pptx.

    Raises:
        ToolError: it is not installed.
    """
    try:
        import pptx  # noqa: PLC0415 - an extra: whoever makes no slides need not have it
    except ImportError:
        raise ToolError("writing PowerPoint files needs python-pptx", "pip install 'orgviz[pptx]'") from None
    return pptx


def slide_ids(deck: Any) -> list[Any]:
    """Return the elements that list a deck's slides; python-pptx's own way would rename the slides' parts."""
    listed = deck.part._element.sldIdLst
    return [] if listed is None else list(listed)


def saved(deck: Any) -> bytes:
    """Return a deck as python-pptx writes it."""
    stream = io.BytesIO()
    deck.save(stream)
    return stream.getvalue()
