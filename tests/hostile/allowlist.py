"""What may stand in an SVG that never runs code and never loads anything: everything else is an offence.

Pictures of people are there as data: of the three kinds of pixels that browsers decode without running anything; links lead
to pages and mailboxes, and only when somebody follows them.
"""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

SVG, XLINK, XML = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink", "http://www.w3.org/XML/1998/namespace"
ANYWHERE = frozenset(
    re.findall(
        r"[\w-]+",
        "id class role fill stroke stroke-width stroke-dasharray stroke-linejoin stroke-linecap opacity points d x y width"
        " height x1 y1 x2 y2 cx cy r rx ry font-size font-weight font-style font-family text-anchor text-decoration"
        " textLength lengthAdjust clip-path clipPathUnits viewBox transform preserveAspectRatio aria-labelledby lang fill-rule"
        " target rel",
    )
) | {f"{{{XML}}}lang", f"{{{XML}}}space", f"{{{XLINK}}}href"}
ELEMENTS = frozenset(
    re.findall(
        r"\w+", "svg g title desc text tspan path polygon polyline ellipse circle rect line a defs clipPath image style"
    )
)
LINK = re.compile(r"https?://[^\s\"'<>]+|mailto:[^\s\"'<>]+", re.ASCII)
PIXELS = re.compile(r"data:image/(?:png|jpeg|webp);base64,[A-Za-z0-9+/=]+")
LOCAL = re.compile(r"url\(#[^()\s]+\)")
# A style sheet is ours alone: it holds the letters that `--text embed` brings along.
FACE = re.compile(
    r"(?:@font-face\{font-family:[^;{}]*;(?:[a-z-]+:[^;{}()]*;?)*src:url\(data:font/woff2;base64,[A-Za-z0-9+/=]+\)[^{}]*\}\s*)*"
)


def offences(root: Element) -> Iterator[str]:
    """Yield what must not stand in an SVG."""
    for element in root.iter():
        space, _, tag = str(element.tag).removeprefix("{").partition("}")
        if space != SVG or tag not in ELEMENTS:
            yield f"the element {element.tag}"
        elif tag == "style" and not FACE.fullmatch(element.text or ""):
            yield "a style sheet of something other than letters"
        for name, value in element.attrib.items():
            yield from _wrong_attribute(tag, name, value)


def _wrong_attribute(tag: str, name: str, value: str) -> Iterator[str]:
    if name not in ANYWHERE:
        yield f"the attribute {name} of {tag}"
    elif name == f"{{{XLINK}}}href":
        allowed = {"a": LINK, "image": PIXELS}.get(tag)
        if allowed is None or not allowed.fullmatch(value):
            yield f"{tag} leads to {value[:60]}"
    elif "url(" in value.lower() and name not in ("id", "class") and not LOCAL.fullmatch(value):
        yield f"{name} loads {value[:60]}"
