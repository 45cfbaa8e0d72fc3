"""Read decks without the program that wrote them: parts, shapes, sites, and where connectors lie."""

import io
import re
import zipfile
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from orgviz.layout.geometry import Point, Rect
from orgviz.layout.options import LayoutOptions
from orgviz.pipeline import _Drawn
from orgviz.reading import read_org
from orgviz.readings import AS_IT_IS
from orgviz.render_options import RenderOptions
from orgviz.slides.elbows import Elbow, path_of
from orgviz.slides.units import EMU

RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def drawn(text, **options):
    """Return an organisation on its way to its outputs."""
    reading = read_org(text.encode(), "org.yaml", AS_IT_IS)
    return _Drawn(reading, RenderOptions(**options), None, None, lambda _: None)


def drawn_file(path, **layout):
    reading = read_org(path.read_bytes(), path.name, AS_IT_IS)
    return _Drawn(reading, RenderOptions(layout=LayoutOptions(**layout)), None, None, lambda _: None)


@dataclass(frozen=True)
class Line:
    """A connector: what it is glued to, and the points in between, on the slide."""

    element: etree._Element
    start: tuple[int, int] | None
    end: tuple[int, int] | None
    path: tuple[Point, ...]


class Deck:
    """A deck by its parts."""

    def __init__(self, data):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            assert archive.testzip() is None
            self.names = archive.namelist()
            self.parts = {name: archive.read(name) for name in self.names}

    @cached_property
    def slides(self):
        root = self.xml("ppt/presentation.xml")
        targets = self.targets("ppt/presentation.xml")
        return [targets[item.get(f"{RELATION}id")] for item in root.iter("{*}sldId")]

    def xml(self, name):
        return etree.fromstring(self.parts[name])

    def targets(self, name):
        """Return where the relationships of a part lead, by id; what is outside stays as it is."""
        folder, _, file = name.rpartition("/")
        rels = self.parts.get(f"{folder}/_rels/{file}.rels")
        found = {}
        for rel in etree.fromstring(rels) if rels else ():
            target = rel.get("Target")
            inside = rel.get("TargetMode") != "External"
            found[rel.get("Id")] = _joined(folder, target) if inside else target
        return found

    def slide(self, number=1):
        return Slide(self.xml(self.slides[number - 1]), self.targets(self.slides[number - 1]))


def _joined(folder, target):
    if target.startswith("/"):
        return target[1:]
    parts = folder.split("/")
    while target.startswith("../"):
        target = target[3:]
        parts.pop()
    return "/".join([*parts, target])


class Slide:
    """A slide by its shapes."""

    def __init__(self, root, targets):
        self.root = root
        self.targets = targets

    @cached_property
    def ids(self):
        return [int(element.get("id")) for element in self.root.iter("{*}cNvPr")]

    @cached_property
    def shapes(self):
        return {_id(shape): shape for shape in self.root.iter("{*}sp")}

    @cached_property
    def boxes(self):
        """The shapes of cards, by id: what has text and is neither a text box, a placeholder nor a sample."""
        return {
            number: shape
            for number, shape in self.shapes.items()
            if shape.find(".//{*}ph") is None
            and shape.find("./{*}nvSpPr/{*}cNvSpPr").get("txBox") is None
            and text_of(shape)
        }

    @cached_property
    def group(self):
        return self.root.find(".//{*}grpSp")

    @cached_property
    def lines(self):
        return [_line(element) for element in self.root.iter("{*}cxnSp")]

    def site(self, number, index):
        """Return where a shape's connection site is."""
        shape = self.shapes[number]
        rect = rect_of(shape)
        if shape.find("./{*}spPr/{*}custGeom") is None:
            assert shape.find("./{*}spPr/{*}prstGeom").get("prst") == "rect"
            places = [("hc", "t"), ("l", "vc"), ("hc", "b"), ("r", "vc")]
        else:
            places = [(place.get("x"), place.get("y")) for place in shape.iterfind(".//{*}cxnLst/{*}cxn/{*}pos")]
        known = {"l": 0.0, "t": 0.0, "r": rect.width, "b": rect.height, "hc": rect.width / 2, "vc": rect.height / 2}
        for guide in shape.iterfind(".//{*}gdLst/{*}gd"):
            corner, distance = re.fullmatch(r"\+- (\w+) (-?\d+) 0", guide.get("fmla")).groups()
            known[guide.get("name")] = known[corner] + int(distance) / EMU
        x, y = places[index]
        return Point(rect.x + known[x], rect.y + known[y])


def _id(shape):
    return int(shape.find("./*/{*}cNvPr").get("id"))


def name_of(shape):
    return shape.find("./*/{*}cNvPr").get("name")


def rect_of(shape):
    place = shape.find("./{*}spPr/{*}xfrm")
    off, ext = place.find("./{*}off"), place.find("./{*}ext")
    return Rect(*(int(value) / EMU for value in (off.get("x"), off.get("y"), ext.get("cx"), ext.get("cy"))))


def text_of(shape):
    """Return the paragraphs of a shape; soft breaks are line ends."""
    paragraphs = []
    for paragraph in shape.iterfind("./{*}txBody/{*}p"):
        pieces = [
            "\n" if etree.QName(part).localname == "br" else part.findtext("./{*}t", "")
            for part in paragraph
            if etree.QName(part).localname in ("r", "br")
        ]
        if pieces:
            paragraphs.append("".join(pieces))
    return paragraphs


def _line(element):
    def glued(kind):
        glue = element.find(f".//{{*}}{kind}")
        return None if glue is None else (int(glue.get("id")), int(glue.get("idx")))

    place = element.find("./{*}spPr/{*}xfrm")
    elbow = Elbow(
        element.find(".//{*}prstGeom").get("prst"),
        rect_of(element),
        turned=place.get("rot") == "5400000",
        flip_h=place.get("flipH") == "1",
        flip_v=place.get("flipV") == "1",
        bends=tuple(int(guide.get("fmla").split()[1]) for guide in element.iterfind(".//{*}avLst/{*}gd")),
    )
    return Line(element, glued("stCxn"), glued("endCxn"), path_of(elbow))
