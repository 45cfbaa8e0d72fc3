"""Resolving roles: which colours a box, a text and a line get."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from orgviz.model import EdgeKind, Status, UnitType
from orgviz.style import colour
from orgviz.style.theme import (
    PAGE_ROLES,
    LineRole,
    Page,
    StatusStyle,
    Swatch,
    TextRole,
    Theme,
    derive_swatch,
)
from orgviz.style.values import LineStyle, TextStyle

colors = st.integers(0, 0xFFFFFF).map("#{:06x}".format)

THEME = Theme(
    page=Page(background="#ffffff", text="#111111", muted="#444444"),
    root=Swatch(edge="#000000", fill="#202020", border="#202020", text="#ffffff", muted="#dddddd"),
    palette={
        "blue": Swatch(edge="#0000ff", fill="#eeeeff", border="#aaaaff", text="#000044", muted="#333366"),
        "red": Swatch(edge="#ff0000", fill="#ffeeee", border="#ffaaaa", text="#440000", muted="#663333"),
        "grey": Swatch(edge="#808080", fill="#f4f4f4", border="#cccccc", text="#222222", muted="#555555"),
    },
    types={"operations": "blue", "none": "grey"},
    text_roles={role: TextStyle(9, "muted" if role is TextRole.DUTY else "text") for role in TextRole},
    lines={role: LineStyle("#123456", width=2 if role is LineRole.SUPPORTS else 1) for role in LineRole},
    statuses={status: StatusStyle() for status in Status}
    | {Status.PLANNED: StatusStyle(dash=(6, 3), border="edge", border_width=1, hollow=True)},
)


def test_a_box_takes_the_colours_of_its_type() -> None:
    box = THEME.box("operations")
    assert (box.fill, box.border, box.edge, box.edge_width) == ("#eeeeff", "#aaaaff", "#0000ff", 4)


def test_a_box_of_no_type_takes_the_colour_of_none() -> None:
    assert THEME.box(None) == THEME.box("none") == THEME.box("never-heard-of")
    assert THEME.box(None).edge == "#808080"


def test_a_colour_overrules_the_type() -> None:
    assert THEME.box("operations", color="red").edge == "#ff0000"


def test_a_root_is_emphasised_and_keeps_a_strip_of_its_type_that_can_be_seen() -> None:
    box = THEME.box("operations", root=True)
    assert box.fill == "#202020"
    assert box.edge is not None
    assert colour.contrast(box.edge, box.fill) >= colour.VISIBLE
    assert THEME.text(TextRole.DUTY, "operations", root=True).color == "#dddddd"


def test_a_status_dashes_and_hollows_the_box() -> None:
    box = THEME.box("operations", status=Status.PLANNED)
    assert (box.fill, box.border, box.border_width, box.dash) == ("#ffffff", "#0000ff", 1, (6, 3))


def test_a_text_in_a_box_takes_the_ink_of_its_type() -> None:
    assert THEME.text(TextRole.NAME, "operations").color == "#000044"
    assert THEME.text(TextRole.DUTY, "operations").color == "#333366"


def test_a_text_on_the_page_takes_the_ink_of_the_page() -> None:
    assert {THEME.text(role, "operations").color for role in PAGE_ROLES} == {"#111111"}


def test_every_kind_of_edge_has_a_line() -> None:
    assert {THEME.line(kind).color for kind in EdgeKind} == {"#123456"}
    assert THEME.line(EdgeKind.SUPPORTS).width == 2


def test_a_type_without_a_colour_takes_the_least_used_one() -> None:
    own = [UnitType(name=name) for name in ("first", "second", "third", "fourth")]
    assert THEME.with_types(own).types == {
        "operations": "blue",
        "none": "grey",
        "first": "red",
        "second": "blue",
        "third": "red",
        "fourth": "grey",
    }


def test_a_type_keeps_the_colour_that_its_file_gives_it() -> None:
    theme = THEME.with_types([UnitType(name="operations", color="red"), UnitType(name="own", color="#0a0")])
    assert theme.box("operations").edge == "#ff0000"
    assert theme.box("own").edge == "#00aa00"


def test_a_type_with_a_colour_that_the_theme_lacks_gets_another() -> None:
    assert THEME.with_types([UnitType(name="own", color="nosuch")]).types["own"] == "red"


@given(colors, st.sampled_from(["#ffffff", "#12161f", "#fff4e0", "#808080"]), st.booleans())
def test_any_colour_at_all_gives_a_box_that_can_be_read(color: str, ground: str, monochrome: bool) -> None:
    swatch = derive_swatch(color, Page(background=ground), monochrome=monochrome)
    assert colour.contrast(swatch.text, swatch.fill) >= colour.READABLE
    assert colour.contrast(swatch.muted, swatch.fill) >= colour.READABLE
    assert swatch.edge == (colour.grey(color) if monochrome else color)


@given(colors, st.sampled_from(list(TextRole)), st.booleans())
def test_a_text_can_be_read_on_whatever_colour_a_file_brings_along(color: str, role: TextRole, root: bool) -> None:
    ground = THEME.background if role in PAGE_ROLES else THEME.box(color=color, root=root).fill
    assert colour.contrast(THEME.text(role, color=color, root=root).color, ground) >= colour.READABLE
