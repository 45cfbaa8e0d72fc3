"""Draw the pictures of the documentation anew: `samples/*.svg`, `docs/pictures/*.svg`, and README's figures.

A picture in `docs/pictures` is the file of its name that comes about when one follows the page that shows it.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

from orgviz.chart.make import make_chart
from orgviz.layout.lay_out import lay_out
from orgviz.layout.options import PAGES as SLIDES
from orgviz.layout.options import LayoutKind, LayoutOptions
from orgviz.output import graphviz_engine
from orgviz.pipeline import Format, RenderOptions, render
from orgviz.reading import read_org
from orgviz.style.catalogue import load_theme
from tools.pages import CHECKOUT, PAGES, follow

SAMPLES = sorted((CHECKOUT / "samples").glob("*.yaml"))
README = CHECKOUT / "README.md"

_SHOWN = re.compile(r"!\[[^]]*\]\(((?:docs/)?pictures/([\w-]+\.svg))\)")
_FIGURES = re.compile(r"(?<=<!-- figures: make gallery -->\n).*?(?=<!-- end of figures -->)", re.DOTALL)
_COMPARED = (LayoutKind.AUTO, LayoutKind.TREE, LayoutKind.DOT)
_HEADER = "| sample | boxes | orgviz | rows only | dot |\n|---|---|---|---|---|\n"


def sample_pictures() -> Iterator[tuple[Path, bytes]]:
    """Yield where each sample's picture stands, and its bytes."""
    for path in SAMPLES:
        (svg,) = render(path.read_bytes(), path.name, [Format.SVG], RenderOptions()).outputs
        yield path.with_suffix(".svg"), svg


def shown_pictures(page: Path) -> list[tuple[Path, str]]:
    """Return where the pictures that a page shows stand, and the names of the files that they are."""
    found = _SHOWN.findall(page.read_text(encoding="utf-8"))
    return [(page.parent / place, name) for place, name in found]


def page_pictures(page: Path) -> Iterator[tuple[Path, bytes]]:
    """Follow a page, and yield where each picture that it shows stands, and its bytes."""
    shown = shown_pictures(page)
    if shown:
        with tempfile.TemporaryDirectory() as folder:
            for step in follow(page, Path(folder)):
                assert step.true_to_word, f"{page.name}: {step.command}says\n{step.written}"
            for place, name in shown:
                yield place, Path(folder, name).read_bytes()


def with_figures(readme: str) -> str:
    """Return README's text with the figures of today."""
    rows = "".join(_row(path) for path in SAMPLES)
    return _FIGURES.sub(lambda _: _HEADER + rows, readme)


def _row(path: Path) -> str:
    chart = make_chart(read_org(path.read_bytes(), path.name).org, load_theme("default"))
    name = min(card.paragraphs[0].runs[0].style.size for card in chart.cards)
    width, height = SLIDES["16:9"]
    sizes = []
    for kind in _COMPARED:
        scene = lay_out(chart, LayoutOptions(kind=kind), lambda dot: graphviz_engine.positions(dot).decode())
        scale = min(width / scene.width, height / scene.height)
        sizes.append(f"{scene.width:.0f} × {scene.height:.0f}, {name * scale:.1f} pt")
    return f"| [{path.stem}](samples/{path.name}) | {len(chart.cards)} | {' | '.join(sizes)} |\n"


def main() -> None:
    """Write what has changed, and say so."""
    made = [*sample_pictures(), *(picture for page in PAGES for picture in page_pictures(page))]
    made.append((README, with_figures(README.read_text(encoding="utf-8")).encode()))
    for place, content in made:
        if not place.exists() or place.read_bytes() != content:
            place.parent.mkdir(exist_ok=True)
            place.write_bytes(content)
            print(f"→ {place.relative_to(CHECKOUT)}")


if __name__ == "__main__":
    main()
