"""The draw.io file has each box and line of the scene, glued, at its place, with whatever text a name brings along."""

import json
from collections import Counter
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings

from orgviz.chart.make import make_chart
from orgviz.chart.matrix import make_matrix
from orgviz.chart.values import Detail
from orgviz.drawio.document import to_drawio
from orgviz.layout.cards import Setter
from orgviz.layout.geometry import Rect
from orgviz.layout.lay_out import lay_out
from orgviz.layout.options import Direction, LayoutKind, LayoutOptions
from orgviz.layout.page import Page, PageText, single_page
from orgviz.layout.scene import PlacedText
from orgviz.output import graphviz_engine
from orgviz.pipeline import render
from orgviz.reading import read_org
from orgviz.render_options import Format, RenderOptions
from orgviz.style.catalogue import load_theme
from orgviz.style.values import TextRun, TextStyle
from tests.drawio.reading import cells_of
from tests.strategies import names

SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*.yaml"))
HOSTILE = [
    "<b>bold</b>",
    "a & b &amp; c",
    "]]>",
    "\"quoted\" 'too'",
    "<script>alert(1)</script>",
    "%name%",
    r"\N",
    "x" * 300,
]


def scene_of(data: bytes, path: str = "org.yaml", **options):
    org = read_org(data, path).org
    theme = load_theme("default")
    is_matrix = options.get("kind") is LayoutKind.MATRIX
    chart = make_matrix(org, theme) if is_matrix else make_chart(org, theme, Detail.DUTIES)
    return lay_out(chart, LayoutOptions(**options), graphviz_engine.positions)


def parsed(text):
    return ElementTree.fromstring(text)  # noqa: S314 - our own


def near(one, other):
    return all(abs(a - b) < 0.02 for a, b in zip(one, other, strict=True))


def by_id(scene):
    return {cell.id: cell for cell in cells_of(to_drawio([single_page(scene)]))}


def corner(scene):
    """Return where the chart's corner is on a page that is as large as the chart needs."""
    page = single_page(scene)
    return page.place.x / page.scale, page.place.y / page.scale


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize(
    "options",
    [{}, {"direction": Direction.LR}, {"kind": LayoutKind.TREE}, {"kind": LayoutKind.DOT}],
    ids=["auto", "from-left", "tree", "dot"],
)
def test_boxes_and_lines_lie_where_the_scene_has_them(path, options):
    if "extends" in path.read_text(encoding="utf-8"):
        pytest.skip("a variant, drawn with its base")
    scene = scene_of(path.read_bytes(), str(path), **options)
    cells = by_id(scene)
    dx, dy = corner(scene)
    for placed in scene.cards:
        rect = placed.rect
        assert near(cells[placed.card.id].rect, (rect.x + dx, rect.y + dy, rect.width, rect.height))
    for connector in scene.connectors:
        upper, lower = (scene.cards[end].card.id for end in (connector.upper, connector.lower))
        cell = cells[f"edge-{lower}"]
        assert (cell.source, cell.target) == (upper, lower)
        whole = connector.whole
        assert whole[-2:] == connector.points[-2:] or connector.points[1:] == whole[-len(connector.points) + 1 :]
        assert near(cell.points[0], (whole[0].x + dx, whole[0].y + dy))
        assert near(cell.points[-1], (whole[-1].x + dx, whole[-1].y + dy))
        if not connector.curved and len(whole) > 2:
            assert all(near(a, (b.x + dx, b.y + dy)) for a, b in zip(cell.points, whole, strict=True))
    for link in scene.links:
        cell = cells[link.link.id]
        assert cell.source == scene.cards[link.link.source.card].card.id
        assert cell.target == scene.cards[link.link.target.card].card.id
        assert near(cell.points[-1], (link.points[-1].x + dx, link.points[-1].y + dy))


def test_right_angled_lines_stay_right_angled_and_have_a_joint_to_be_routed_by():
    for cell in by_id(scene_of(SAMPLES[0].read_bytes(), str(SAMPLES[0]))).values():
        if cell.source:
            assert cell.style["edgeStyle"] == "orthogonalEdgeStyle"
            assert len(cell.points) > 2
            assert all(near(a[:1], b[:1]) or near(a[1:], b[1:]) for a, b in pairwise(cell.points))


def test_a_box_moves_alone_with_its_own_parts():
    cells = by_id(scene_of(SAMPLES[0].read_bytes(), str(SAMPLES[0])))
    for cell in cells.values():
        if cell.id.endswith(".strip"):
            assert cell.id == f"{cell.parent}.strip"
        elif cell.parent not in (None, "0"):
            assert cell.parent in ("1", "legend")


def test_labels_hold_the_paragraphs_of_their_cards():
    scene = scene_of(
        "units: [{name: 商品运营部, head: 王敏, duty: 负责商品, positions: [运营专员, {title: 客服, holder: 李四}]}]".encode()
    )
    label = by_id(scene)["商品运营部"].text
    assert label == [paragraph.text for paragraph in scene.cards[0].card.paragraphs]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_stays_text_in_labels_tooltips_and_pages(name):
    written = name.replace("\\", "\\\\").replace('"', '\\"')
    scene = scene_of(
        f'title: "{written}"\nunits: [{{name: "{written}", head: "{written}", duty: "{written}"}}]'.encode()
    )
    text = to_drawio([single_page(scene)])
    (card,) = (cell for cell in cells_of(text) if cell.tooltip)
    assert "script" not in card.label.replace("&lt;script&gt;", "").replace("&lt;/script&gt;", "")
    assert card.text[0].replace("\u00ad", "").rstrip("…") in name
    assert "<script" not in card.tooltip
    assert parsed(text).find("diagram").get("name") == name


@given(names)
@settings(max_examples=60, deadline=None)
def test_any_name_comes_back(name):
    org = json.dumps({"version": 1, "units": [{"name": name}]}, ensure_ascii=False).encode()
    scene = scene_of(org, "org.json")
    (card,) = (cell for cell in cells_of(to_drawio([single_page(scene)])) if cell.tooltip)
    whole = "".join(card.text)
    assert whole.rstrip("…").replace(" ", "") in scene.cards[0].card.paragraphs[0].text.replace(" ", "")


def test_bytes_repeat():
    data = SAMPLES[0].read_bytes()
    one, other = (render(data, "org.yaml", [Format.DRAWIO], RenderOptions()).outputs for _ in range(2))
    assert one == other


def test_links_lead_out_and_from_page_to_page():
    scene = scene_of(b"units: [{name: A, url: 'https://example.com/?a=1&b=2', units: [B, C]}]")
    style = TextStyle(9, "#000000")
    back = PageText(PlacedText(10, 20, TextRun("back", style), 30), page=1)
    pages = [
        Page(
            name="all", width=960, height=540, scene=scene, place=Rect(0, 0, scene.width, scene.height), jumps={"B": 2}
        ),
        Page(name="text", width=960, height=540, texts=(back,)),
    ]
    first, second = ({cell.id: cell for cell in cells_of(to_drawio(pages), at)} for at in (0, 1))
    assert first["A"].link == "https://example.com/?a=1&b=2"
    assert first["B"].link == "data:page/id,page-2"
    assert first["C"].link is None
    assert second["page-text.0"].link == "data:page/id,page-1"


def test_the_page_has_the_shape_that_was_asked_for_and_the_background_of_the_theme():
    scene = scene_of(SAMPLES[0].read_bytes(), str(SAMPLES[0]))
    model = parsed(to_drawio([single_page(scene)])).find("diagram/mxGraphModel")
    assert abs(int(model.get("pageWidth")) / int(model.get("pageHeight")) - 16 / 9) < 0.02
    assert model.get("background") == scene.background


def test_dashes_arrows_and_labels_of_links_are_kept():
    scene = scene_of(
        b"units: [{name: A, units: [B, C]}]\nlinks: [{from: B, to: C, kind: supports, label: '<help> & co'}]"
    )
    (link,) = (cell for cell in by_id(scene).values() if cell.id == "link1")
    assert link.style["endArrow"] == "blockThin"
    assert link.style["dashed"] == link.style["fixDash"] == "1"
    assert " ".join(link.text) in ("<help> & co", "①")


def test_what_is_set_when_it_is_drawn_is_set_once_for_its_box(monkeypatch):
    monkeypatch.setattr("orgviz.layout.fit.MOST_SET", 2)
    scene = scene_of(b"units: [{name: Works, head: Ann, units: [{name: Design, duty: shapes and colours}, Assembly]}]")
    asked = Counter()

    def counted(setter, number, size, height):
        asked[number] += 1
        return set_one(setter, number, size, height)

    set_one = Setter.set
    monkeypatch.setattr(Setter, "set", counted)
    to_drawio([single_page(scene)])
    # Once more for how far its lines are from each other, which all boxes decide.
    assert dict(asked) == {0: 2, 1: 2, 2: 2}
