"""Put a drawing onto its page: scaled to its place, with the texts around it, and links from page to page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from orgviz.layout.geometry import Rect
from orgviz.layout.page import Page
from orgviz.output.drawing import Drawing, Group, Image, Item, Polygon, Text
from orgviz.style.values import TextRun

Address = Callable[[int], str | None]
"""From the number of a page, from 1, to where a link to it leads; ``None`` where it can lead nowhere."""


def sheet_drawing(page: Page, chart: Drawing | None, address: Address) -> Drawing:
    """Return the drawing of a whole page, as large as the page.

    Args:
        chart: that of the page's scene.
    """
    groups: list[Group] = []
    marks: list[Group] = []
    if chart is not None and page.place is not None:
        areas = [(area.rect, href) for area in page.areas if (href := address(area.page)) is not None]
        for group in chart.groups:
            moved = _moved(_leading(group, page, address), page.place, page.scale)
            groups.append(_without_marks(moved, areas, marks) if "node" in group.classes else moved)
    groups.extend(marks)
    for number, line in enumerate(page.texts):
        text = Text(line.text.x, line.text.baseline, "start", (line.text.run,), line.text.width * 1.02)
        href = None if line.page is None else address(line.page)
        groups.append(Group(f"pagetext{number + 1}", ("page-text",), (text,), href=href))
    return Drawing(
        width=page.width,
        height=page.height,
        background=page.background if chart is None else chart.background,
        lang=page.lang,
        fonts=page.fonts,
        groups=tuple(groups),
        title=page.name,
        description=None if chart is None else chart.description,
    )


def _leading(group: Group, page: Page, address: Address) -> Group:
    """Return a group that leads where its card goes on."""
    number = page.jumps.get(group.id)
    href = None if number is None else address(number)
    return group if href is None else group._replace(href=href)


def _moved(group: Group, place: Rect, scale: float) -> Group:
    return group._replace(items=tuple(_items(group, place, scale)))


def _items(group: Group, place: Rect, scale: float) -> Iterator[Item]:
    for item in group.items:
        if isinstance(item, Text):
            yield Text(
                item.x * scale + place.x, item.y * scale + place.y, item.anchor, _runs(item, scale), item.width * scale
            )
        elif isinstance(item, Image):
            yield replace(item, x=item.x * scale + place.x, y=item.y * scale + place.y, size=item.size * scale)
        elif isinstance(item, Polygon):
            points = tuple((x * scale + place.x, y * scale + place.y) for x, y in item.points)
            yield item._replace(points=points, stroke_width=item.stroke_width * scale, dash=_dash(item.dash, scale))
        else:
            commands = tuple((letter, _point(values, place, scale)) for letter, values in item.commands)
            yield item._replace(commands=commands, stroke_width=item.stroke_width * scale, dash=_dash(item.dash, scale))


def _runs(item: Text, scale: float) -> tuple[TextRun, ...]:
    return tuple(replace(run, style=replace(run.style, size=run.style.size * scale)) for run in item.runs)


def _point(values: tuple[float, ...], place: Rect, scale: float) -> tuple[float, ...]:
    return tuple(value * scale + (place.y if number % 2 else place.x) for number, value in enumerate(values))


def _dash(dash: tuple[float, ...], scale: float) -> tuple[float, ...]:
    return tuple(length * scale for length in dash)


def _without_marks(group: Group, areas: Sequence[tuple[Rect, str]], marks: list[Group]) -> Group:
    """Take the texts that lead elsewhere than their box out of it; each becomes a group of its own in `marks`."""
    kept: list[Item] = []
    for item in group.items:
        href = next((href for rect, href in areas if _covers(rect, item)), None) if isinstance(item, Text) else None
        if href is None:
            kept.append(item)
        else:
            marks.append(Group(f"pagearea{len(marks) + 1}", ("page-link",), (item,), href=href))
    return group if len(kept) == len(group.items) else group._replace(items=tuple(kept))


def _covers(rect: Rect, item: Item) -> bool:
    if not isinstance(item, Text):
        return False
    return rect.x - 1 <= item.x <= rect.right + 1 and rect.y < item.y < rect.bottom
