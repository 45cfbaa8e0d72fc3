"""Put the page together: the chart, what is known of it, a style and a script, as one file that asks for nothing."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from html import escape
from importlib.resources import files

from orgviz.layout.scene import Scene
from orgviz.model import Org
from orgviz.output.drawing import Drawing
from orgviz.web.contents import Json, contents
from orgviz.web.readings import readings
from orgviz.web.schemes import other_scheme, scheme_rules
from orgviz.web.words import page_words

# In the order in which they build upon each other; together they are one module.
SCRIPTS = (
    "chart.js", "view.js", "squeeze.js", "fold.js", "light.js", "match.js", "details.js", "tree.js", "finder.js",
    "pointer.js", "main.js",
)  # fmt: skip
_STYLE = "page.css"
_SHELL = "page.html"
_GAP = re.compile(r"\{\{([\w.]+)\}\}")
_XML_HEAD = re.compile(r"<\?xml[^>]*\?>\s*")
_FONTS = re.compile(r"<style>(.*?)</style>\n?", re.DOTALL)


def to_html(org: Org, scene: Scene, drawing: Drawing, svg: str, *, id_prefix: str = "") -> str:
    """Return the page with a chart.

    It is one file: no address is asked for anything, and a policy in its head forbids it. Without scripts it shows
    the chart whole.

    Args:
        org: what is shown, for the details and the search.
        svg: the drawing, as ``to_svg`` writes it.
        id_prefix: what its ids begin with.
    """
    words = page_words(org.lang)
    known = contents(org, scene)
    chart, fonts = _inline(svg)
    scheme = other_scheme(drawing, drawing.background or scene.background)
    style = _asset(_STYLE) + scheme_rules(scheme) + _paper(drawing) + fonts
    script = "".join(_asset(name) for name in SCRIPTS)
    data = {"prefix": id_prefix, "words": words, "readings": readings(_texts(known), org.lang), **known}
    gaps = {
        "lang": escape(org.lang),
        "scheme": "dark" if scheme.dark else "",
        "policy": escape(_policy(script, style, has_fonts=bool(fonts))),
        "title": escape(scene.name),
        "style": style,
        "chart": chart,
        "data": _harmless(data),
        "script": script,
        **{f"words.{key}": escape(word) for key, word in words.items()},
    }
    # In one pass: what stands in a gap is never looked at for gaps.
    return _GAP.sub(lambda gap: gaps[gap[1]], _asset(_SHELL))


def _asset(name: str) -> str:
    return files("orgviz.web").joinpath("page", name).read_text(encoding="utf-8")


def _inline(svg: str) -> tuple[str, str]:
    """Return the SVG as it stands in a page, and the fonts that it brings along."""
    bare = _XML_HEAD.sub("", svg, count=1)
    head, graph, rest = bare.partition('<g class="graph"')
    fonts = "".join(_FONTS.findall(head))
    return _FONTS.sub("", head) + graph + rest, fonts


def _policy(script: str, style: str, *, has_fonts: bool) -> str:
    """Return what the page may do: run this script, use this style, show what it carries itself."""
    rules = [
        "default-src 'none'",
        f"script-src '{_hash(script)}'",
        f"style-src '{_hash(style)}'",
        "img-src data:",
        *(["font-src data:"] if has_fonts else []),
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    ]
    return "; ".join(rules)


def _hash(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()


def _paper(drawing: Drawing) -> str:
    """Return how the page is printed: the sheet lies as the chart does."""
    way = "landscape" if drawing.width >= drawing.height else "portrait"
    return f"@page{{size:{way};margin:10mm}}\n"


def _harmless(data: Mapping[str, Json]) -> str:
    """Write JSON in which nothing can end the element around it."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def _texts(known: Mapping[str, Json]) -> Iterator[str]:
    """Yield every text that is searched."""
    waiting: list[Json] = [known["cards"]]
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            yield value
        elif isinstance(value, Mapping):
            waiting.extend(value.values())
        elif isinstance(value, Sequence):
            waiting.extend(value)
