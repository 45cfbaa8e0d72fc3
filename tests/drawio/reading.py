"""Read a draw.io file as draw.io does: cells with their places on the page, and lines with all their points."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from xml.etree import ElementTree


@dataclass
class Cell:
    """A cell with its place on the page; of a line, its points from end to end."""

    id: str
    parent: str | None
    label: str = ""
    style: dict[str, str] = field(default_factory=dict)
    link: str | None = None
    tooltip: str | None = None
    rect: tuple[float, float, float, float] | None = None
    source: str | None = None
    target: str | None = None
    points: list[tuple[float, float]] = field(default_factory=list)

    @property
    def text(self) -> list[str]:
        """The blocks of the label without markup."""
        reader = _Blocks()
        reader.feed(self.label)
        return [block for block in reader.blocks if block]


class _Blocks(HTMLParser):
    def __init__(self):
        super().__init__()
        self.blocks = [""]

    def handle_starttag(self, tag, _attributes):
        if tag in ("div", "td", "br"):
            self.blocks.append("")

    def handle_data(self, data):
        self.blocks[-1] += data


def cells_of(text: str, diagram: int = 0) -> list[Cell]:
    """Return the cells of one diagram, in the order of the file."""
    root = ElementTree.fromstring(text)  # noqa: S314 - our own
    assert root.tag == "mxfile"
    body = root.findall("diagram")[diagram].find("mxGraphModel/root")
    cells: dict[str, Cell] = {}
    found = [_cell(element) for element in body]
    for cell, _ in found:
        assert cell.id not in cells, f"two cells are called {cell.id}"
        cells[cell.id] = cell
    for cell, geometry in found:
        if geometry is None:
            continue
        if geometry.get("relative") != "1":
            x, y, width, height = (float(geometry.get(key, "0")) for key in ("x", "y", "width", "height"))
            above = cells[cell.parent].rect or (0, 0)
            cell.rect = (x + above[0], y + above[1], width, height)
    for cell, geometry in found:
        if geometry is not None and geometry.get("relative") == "1":
            above = cells[cell.parent].rect or (0, 0)
            joints = [_xy(point, above) for point in geometry.findall("Array/mxPoint")]
            loose = {point.get("as"): _xy(point, above) for point in geometry.findall("mxPoint")}
            start = _end(cell, "exit", cells[cell.source].rect) if cell.source else loose["sourcePoint"]
            end = _end(cell, "entry", cells[cell.target].rect) if cell.target else loose["targetPoint"]
            cell.points = [start, *joints, end]
    return list(cells.values())


def _cell(element):
    inner = element.find("mxCell") if element.tag in ("UserObject", "object") else element
    style = {}
    for part in (inner.get("style") or "").split(";"):
        key, _, value = part.partition("=")
        style[key] = value
    cell = Cell(
        id=element.get("id"),
        parent=inner.get("parent"),
        label=element.get("label") or element.get("value") or "",
        style=style,
        link=element.get("link"),
        tooltip=element.get("tooltip"),
        source=inner.get("source"),
        target=inner.get("target"),
    )
    return cell, inner.find("mxGeometry")


def _xy(point, above):
    return float(point.get("x", "0")) + above[0], float(point.get("y", "0")) + above[1]


def _end(cell, side, rect):
    return (
        rect[0] + float(cell.style[f"{side}X"]) * rect[2],
        rect[1] + float(cell.style[f"{side}Y"]) * rect[3],
    )
