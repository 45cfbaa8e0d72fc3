"""Make a chart a piece of an HTML page: SVG that takes the width it is given, and ids of its own."""

from __future__ import annotations

import hashlib
import re
from html import escape

from orgviz.diagnostics import UsageError
from orgviz.wording import quoted

_HEAD = re.compile(r"\A(?:<\?xml[^>]*\?>\s*)?<svg\b([^>]*)>")
_NAMED_BY = re.compile(r' aria-(?:labelledby|describedby)="[^"]*"')
_LENGTH = re.compile(r"\d{1,5}(?:\.\d{1,4})?(?:px|pt|pc|mm|cm|in|em|rem|ch|vw|%)?", re.ASCII)


def inline_svg(svg: str, *, width: str | None = None, alt: str | None = None) -> str:
    """Return a chart as an ``<svg>`` element for the midst of a page.

    It is as wide as its place at most, unless a width is given. What is in it stays text that can be found and
    copied, and links that can be followed, which a picture in ``<img>`` is not.

    Args:
        width: a length of CSS, as `checked_width` gives it.
        alt: what a screen reader says in place of the chart's title.
    """
    found = _HEAD.match(svg)
    assert found is not None, "the writer begins with the element"
    attributes = found[1]
    if alt:
        attributes = _NAMED_BY.sub("", attributes) + f' aria-label="{escape(alt)}"'
    style = f"width:{width};max-width:none;height:auto" if width else "max-width:100%;height:auto"
    # Pages underline links; in a chart they look as in the chart alone.
    content = svg[found.end() :].rstrip().replace("<a ", '<a style="text-decoration:none;border:0" ')
    return f'<svg{attributes} style="{style}">{content}'


def checked_width(text: str | None) -> str | None:
    """Return a width as CSS takes it; a bare number is pixels.

    Raises:
        UsageError: it is none.

    >>> checked_width("640"), checked_width(" 80 % ")
    ('640px', '80%')
    """
    if text is None or not text.strip():
        return None
    length = text.replace(" ", "")
    if not _LENGTH.fullmatch(length):
        raise UsageError(f"width: {quoted(text)} is no width", "write a number with px, em or %, such as 80%")
    return f"{length}px" if length[-1].isdigit() else length


def id_prefix(page: str, number: int) -> str:
    """Return what the ids of the chart at a place in a page begin with; no other place of any page has the same."""
    return f"orgviz-{short_hash(page.encode('utf-8', 'surrogatepass'), 6)}-{number}-"


def short_hash(data: bytes, length: int = 16) -> str:
    """Return a name for bytes, in digits and small letters."""
    return hashlib.sha256(data).hexdigest()[:length]
