"""The golden cases: a folder for each, with an input of one idea, and what chart, layout and DOT make of it.

The second line of an ``org.yaml`` may hold options, spelled as on the command line:
``# render --direction LR --detail duties``.
"""

import json
import shlex
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from orgviz.chart.make import make_chart
from orgviz.chart.values import Card, Chart, Detail, Link, Paragraph
from orgviz.dot import to_dot
from orgviz.layout.geometry import Point, Rect
from orgviz.layout.lay_out import lay_out
from orgviz.layout.options import Direction, LayoutKind, LayoutOptions, page_size
from orgviz.layout.scene import Scene
from orgviz.output import graphviz_engine
from orgviz.reading import read_org
from orgviz.style.catalogue import load_theme
from orgviz.style.values import BoxStyle, LineStyle, TextRun

CASES = Path(__file__).parent
# A theme of its own, so that a new shade in the default theme changes no golden file.
THEME = str(CASES / "theme.yaml")


def folders() -> list[Path]:
    return sorted(path.parent for path in CASES.glob("*/org.yaml"))


def options_of(text: str) -> dict[str, str]:
    """Return the options in the second line of a file, by name."""
    second = text.split("\n")[1]
    words = shlex.split(second, comments=False)
    if words[:2] != ["#", "render"]:
        return {}
    names = [word.removeprefix("--") for word in words[2::2]]
    return dict(zip(names, words[3::2], strict=True))


def results(folder: Path) -> dict[str, str]:
    """Return what is made of a folder's input: the golden files by name."""
    text = folder.joinpath("org.yaml").read_text(encoding="utf-8")
    options = options_of(text)
    org = read_org(text.encode(), "org.yaml").org
    legend = {None: None, "on": True, "off": False}[options.get("legend")]
    chart = make_chart(org, load_theme(THEME), Detail(options.get("detail", "positions")), with_legend=legend)
    layout = LayoutOptions(
        kind=LayoutKind(options.get("layout", "auto")),
        direction=Direction(options.get("direction", "TB")),
        page=page_size(options.get("fit", "16:9")),
    )
    scene = lay_out(chart, layout, graphviz_engine.positions)
    return {
        "chart.json": dumped(chart_data(chart)),
        "scene.json": dumped(scene_data(scene)),
        "chart.dot": to_dot(scene),
    }


def chart_data(chart: Chart) -> dict[str, Any]:
    return kept(
        {
            "name": chart.name,
            "lang": chart.lang,
            "title": chart.title and run_text(chart.title),
            "cards": [card_data(card) for card in chart.cards],
            "links": [link_data(link) for link in chart.links],
            "legend": [f"{item.text.text} = {style_text(item.sample)}" for item in chart.legend],
        }
    )


def card_data(card: Card) -> dict[str, Any]:
    return kept(
        {
            "id": card.id,
            "under": card.parent,
            "classes": " ".join(card.classes),
            "style": style_text(card.style),
            "text": [paragraph_text(paragraph) for paragraph in card.paragraphs],
            "tooltip": card.tooltip,
            "href": card.href,
        }
    )


def paragraph_text(paragraph: Paragraph) -> str:
    indent = "  " * paragraph.indent
    return f"{paragraph.part}: {indent}{''.join(run_text(run) for run in paragraph.runs)}"


def run_text(run: TextRun) -> str:
    """Return a text with its style as in ``[市场部|11 bold #1b2b4d]``."""
    style = run.style
    words = [f"{style.size:g}", "bold" * style.bold, "italic" * style.italic, style.color]
    return f"[{run.text}|{' '.join(word for word in words if word)}]"


def style_text(style: BoxStyle | LineStyle | None) -> str:
    """Return a box's or a line's style in one line."""
    if style is None:
        return "note"
    dash = " ".join(f"{length:g}" for length in style.dash) or "solid"
    if isinstance(style, BoxStyle):
        return f"{style.fill} {style.border} {style.border_width:g} {dash}, edge {style.edge} {style.edge_width:g}"
    return f"{style.color} {style.width:g} {dash}{' arrow' if style.arrow else ''}"


def link_data(link: Link) -> dict[str, Any]:
    ends = [
        end.card if end.paragraph is None else f"{end.card}, line {end.paragraph}" for end in (link.source, link.target)
    ]
    label = link.label and run_text(link.label)
    return kept({"kind": link.kind, "from": ends[0], "to": ends[1], "label": label, "tooltip": link.tooltip})


def scene_data(scene: Scene) -> dict[str, Any]:
    return kept(
        {
            "size": [two(scene.width), two(scene.height)],
            "cards": [
                {
                    "id": placed.card.id,
                    "rect": numbers(placed.rect),
                    "text": [f"{two(line.x)},{two(line.baseline)} {plain(line.runs)}" for line in placed.lines],
                }
                for placed in scene.cards
            ],
            "lines": [f"{line.upper} → {line.lower}: {way(line.points)}" for line in scene.connectors],
            "links": [
                kept(
                    {
                        "id": link.link.id,
                        "way": way(link.points),
                        "label": link.label and f"{' / '.join(link.lines)} at {numbers(link.label)}",
                    }
                )
                for link in scene.links
            ],
            "title": [f"{two(text.x)},{two(text.baseline)} {text.run.text}" for text in scene.title],
            "legend": [
                f"{f'{numbers(sample.rect)} = ' if sample else ''}{two(text.x)},{two(text.baseline)} {text.run.text}"
                for sample, text in scene.legend
            ],
        }
    )


def kept(data: dict[str, Any]) -> dict[str, Any]:
    """Return what says something."""
    return {key: value for key, value in data.items() if value not in (None, [], "")}


def plain(runs: Sequence[TextRun]) -> str:
    return "|".join(run.text for run in runs)


def way(points: Sequence[Point]) -> str:
    return " ".join(f"{two(x)},{two(y)}" for x, y in points)


def numbers(rect: Rect) -> str:
    return " ".join(str(two(value)) for value in rect)


def two(value: float) -> float | int:
    """Return a number with at most two decimals."""
    rounded = round(value, 2) + 0.0
    return int(rounded) if rounded == int(rounded) else rounded


def dumped(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def stray_files() -> Iterator[Path]:
    """Yield what no case explains."""
    known = {"org.yaml", "chart.json", "scene.json", "chart.dot"}
    for path in CASES.glob("*/*"):
        if "__pycache__" not in path.parts and (path.name not in known or not path.with_name("org.yaml").exists()):
            yield path
