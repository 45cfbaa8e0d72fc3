"""Draw the pictures of the documentation anew: `samples/*.svg`, `docs/pictures/*.svg`, and README's figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from orgviz.chart.make import make_chart
from orgviz.chart.values import Chart
from orgviz.layout.lay_out import lay_out
from orgviz.layout.options import PAGES as SLIDES
from orgviz.layout.options import LayoutKind, LayoutOptions
from orgviz.output import graphviz_engine
from orgviz.pipeline import render
from orgviz.reading import read_org
from orgviz.render_options import Format, RenderOptions
from orgviz.style.catalogue import load_theme
from tools.pages import CHECKOUT, PAGES, follow, pictures

SAMPLES = sorted((CHECKOUT / "samples").glob("*.yaml"))
# Documents and tables, which are drawn as they are.
TEXTS = sorted(
    path
    for path in (CHECKOUT / "samples").iterdir()
    if path.suffix in (".txt", ".md", ".csv") and path.stem != "README"
)
README = CHECKOUT / "README.md"

_FIGURES = re.compile(r"(?<=<!-- figures: make gallery -->\n).*?(?=<!-- end of figures -->)", re.DOTALL)
_COMPARED = (LayoutKind.AUTO, LayoutKind.TREE, LayoutKind.DOT)
_HEADER = "| sample | boxes | orgviz | rows only | dot |\n|---|---|---|---|---|\n"


def sample_pictures() -> Iterator[tuple[Path, bytes]]:
    """Yield where each sample's picture stands, and its bytes."""
    for path in (*SAMPLES, *TEXTS):
        (svg,) = render(path.read_bytes(), path.name, [Format.SVG], RenderOptions()).outputs
        yield path.with_suffix(".svg"), svg


def with_figures(readme: str) -> str:
    """Return README's text with the figures of today."""
    charts = [(path, make_chart(read_org(path.read_bytes(), path.name).org, load_theme("default"))) for path in SAMPLES]
    rows = [_row(path, chart) for path, chart in sorted(charts, key=lambda found: len(found[1].cards))]
    return _FIGURES.sub(lambda _: _HEADER + "".join(rows), readme)


def _row(path: Path, chart: Chart) -> str:
    name = min(card.paragraphs[0].runs[0].style.size for card in chart.cards)
    width, height = SLIDES["16:9"]
    sizes = []
    for kind in _COMPARED:
        scene = lay_out(chart, LayoutOptions(kind=kind), graphviz_engine.positions)
        scale = min(width / scene.width, height / scene.height)
        sizes.append(f"{scene.width:.0f} × {scene.height:.0f}, {name * scale:.1f} pt")
    return f"| [{path.stem}](samples/{path.name}) | {len(chart.cards)} | {' | '.join(sizes)} |\n"


def page_pictures() -> Iterator[tuple[Path, bytes]]:
    """Yield where each picture that a page makes stands, and its bytes.

    Raises:
        RuntimeError: what a page tells to do does not make the pictures that it shows.
    """
    for page in filter(pictures, PAGES):
        followed = follow(page)
        for place, name in pictures(page):
            if place not in followed.pictures:
                said = "".join(step.command + step.written for step in followed.steps)
                raise RuntimeError(f"{page.name} does not make '{name}':\n{said}")
            yield place, followed.pictures[place]


def main() -> None:
    """Write what has changed, and say so."""
    made = [*sample_pictures(), *page_pictures()]
    made.append((README, with_figures(README.read_text(encoding="utf-8")).encode()))
    for place, content in made:
        if not place.exists() or place.read_bytes() != content:
            place.parent.mkdir(exist_ok=True)
            place.write_bytes(content)
            print(f"→ {place.relative_to(CHECKOUT)}")


if __name__ == "__main__":
    main()
