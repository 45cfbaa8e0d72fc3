"""Pieces of DrawingML as text: escaping, names, transforms, and the namespaces that all of them use."""

from __future__ import annotations

from orgviz.layout.geometry import Rect
from orgviz.slides.units import emu

NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
LONGEST_NAME = 120
_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)


def escape(text: str) -> str:
    """Escape text for an element's content or an attribute in double quotes; lines stay lines.

    >>> escape('<"&">')
    '&lt;&quot;&amp;&quot;&gt;'
    """
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return text.replace("\t", "&#9;").replace("\n", "&#10;").replace("\r", "&#13;")


def identity(number: int, name: str, tooltip: str = "", *, link: str = "", decorative: bool = False) -> str:
    """Return the element that names a shape.

    Args:
        number: its id, unique on the slide.
        tooltip: what a screen reader says of it.
        link: the element of what a click on it does.
        decorative: whether screen readers pass over it.
    """
    described = f' descr="{escape(tooltip)}"' if tooltip else ""
    short = name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"
    inner = link + (_DECORATIVE if decorative else "")
    return f'<p:cNvPr id="{number}" name="{escape(short)}"{described}>{inner}</p:cNvPr>'


def transform(rect: Rect, turned: str = "") -> str:
    """Return a shape's place; `turned` are attributes that flip and rotate it."""
    x, y = emu(rect.x), emu(rect.y)
    # Far sides are rounded, not lengths: what touches in the scene touches on the slide.
    width, height = emu(rect.right) - x, emu(rect.bottom) - y
    return f'<a:xfrm{turned}><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
