"""The themes that come along: complete, readable, and to be told apart by everybody."""

from __future__ import annotations

import itertools

import pytest

from orgviz.model import EdgeKind, Status, UnitType
from orgviz.style import colour
from orgviz.style.catalogue import load_theme, theme_names
from orgviz.style.theme import NO_TYPE, PAGE_ROLES, SWATCH_COLORS, LineRole, TextRole, Theme

TYPES = (
    "governance", "executive", "function", "operations", "support", "service", "project", "external", NO_TYPE
)  # fmt: skip
PALETTE = (
    "blue", "cyan", "teal", "green", "lime", "yellow", "orange", "red", "pink", "purple", "brown", "grey"
)  # fmt: skip
APART = 0.075
"""How far apart two strips must look, in OKLab; 1 from black to white; the eye's limit is about 0.02."""

# Machado, Oliveira and Fernandes 2009, severity 1.0; on linear red, green and blue.
SIMULATIONS = {
    "full colour": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)
    ),
}  # fmt: skip


@pytest.fixture(scope="module", params=theme_names())
def theme(request: pytest.FixtureRequest) -> Theme:
    return load_theme(request.param)


def seen(color: str, vision: str) -> str:
    """Return a colour as somebody with that vision sees it."""
    channels = [int(color[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    rows = SIMULATIONS[vision]
    mixed = [sum(weight * value for weight, value in zip(row, linear, strict=True)) for row in rows]
    clipped = [min(1.0, max(0.0, value)) for value in mixed]
    gamma = [12.92 * value if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055 for value in clipped]
    return "#" + "".join(f"{round(255 * value):02x}" for value in gamma)


def test_the_five_themes_are_there_and_the_default_comes_first() -> None:
    assert theme_names() == ("default", "corporate", "dark", "print", "warm")


def test_a_theme_has_every_type_and_every_colour_name(theme: Theme) -> None:
    assert tuple(theme.palette) == PALETTE
    assert tuple(theme.types) == TYPES


def test_the_default_theme_says_how_big_every_text_is() -> None:
    sizes = {role.value: load_theme("default").text(role).size for role in TextRole}
    assert sizes == {
        "title": 16, "name": 11, "root-name": 12, "head": 9.5, "position": 9, "holder": 9, "member": 9,
        "duty": 8.5, "tag": 8, "vacancy": 9, "legend": 9, "link-label": 8,
    }  # fmt: skip


def test_every_text_can_be_read_in_every_box(theme: Theme) -> None:
    for role in set(TextRole) - set(PAGE_ROLES):
        for color, status, root in itertools.product(PALETTE, Status, (False, True)):
            ink = theme.text(role, color=color, root=root).color
            ground = theme.box(color=color, status=status, root=root).fill
            assert colour.contrast(ink, ground) >= colour.READABLE, (role, color, status, root)


def test_no_ink_that_a_theme_names_needs_mending_in_an_ordinary_box(theme: Theme) -> None:
    for role, color in itertools.product(set(TextRole) - set(PAGE_ROLES), PALETTE):
        named = theme.text_roles[role].color
        expected = getattr(theme.palette[color], named) if named in SWATCH_COLORS else named
        assert theme.text(role, color=color).color == expected, (role, color)


def test_every_text_on_the_page_can_be_read(theme: Theme) -> None:
    for role in PAGE_ROLES:
        assert colour.contrast(theme.text(role).color, theme.background) >= colour.READABLE, role


def test_every_line_can_be_seen_on_the_page(theme: Theme) -> None:
    for role in LineRole:
        assert colour.contrast(theme.line(role).color, theme.background) >= colour.VISIBLE, role


def test_lines_differ_in_more_than_their_colour(theme: Theme) -> None:
    looks = {(line.dash, line.arrow) for line in map(theme.line, set(EdgeKind) - {EdgeKind.ASSISTANT})}
    assert len(looks) == len(EdgeKind) - 1
    assert (theme.line(LineRole.SOLID).dash, theme.line(LineRole.SOLID).arrow) not in looks


def test_every_strip_can_be_seen_on_the_page_and_on_its_card(theme: Theme) -> None:
    for name in TYPES:
        box = theme.box(name)
        for ground in (theme.background, box.fill) if box.edge else ():
            assert colour.contrast(box.edge or "", ground) >= 2.85, (name, ground)


def test_every_dashed_border_can_be_seen(theme: Theme) -> None:
    for color, status in itertools.product(PALETTE, Status):
        box = theme.box(color=color, status=status)
        if box.dash:
            assert colour.contrast(box.border, box.fill) >= colour.VISIBLE, (color, status)


def test_every_status_has_its_own_dashes(theme: Theme) -> None:
    assert len({theme.box(status=status).dash for status in Status}) == len(Status)
    assert theme.box(status=Status.ACTIVE).dash == ()


@pytest.mark.parametrize("vision", SIMULATIONS)
@pytest.mark.parametrize("name", [name for name in theme_names() if name != "print"])
def test_types_are_told_apart_with_every_kind_of_colour_vision(name: str, vision: str) -> None:
    theme = load_theme(name)
    strips = {name: seen(theme.box(name).edge or "", vision) for name in TYPES}
    near = {
        (one, other): round(colour.distance(strips[one], strips[other]), 3)
        for one, other in itertools.combinations(TYPES, 2)
        if colour.distance(strips[one], strips[other]) < APART
    }
    assert near == {}


def test_the_print_theme_tells_types_apart_in_black_and_white() -> None:
    theme = load_theme("print")
    boxes = [theme.box(color=color) for color in PALETTE]
    looks = {(box.fill, box.edge, box.edge_width, box.edge_dash) for box in boxes}
    assert len(looks) == len(PALETTE)


def test_the_print_theme_has_no_colours_even_where_a_file_brings_one() -> None:
    theme = load_theme("print").with_types([UnitType(name="own", color="#e11d48")])
    styles = [theme.box(name) for name in (*TYPES, "own")]
    texts = [theme.text(role, name) for role in TextRole for name in (*TYPES, "own")]
    inks = {color for box in styles for color in (box.fill, box.border, box.edge) if color}
    inks |= {text.color for text in texts} | {theme.line(role).color for role in LineRole}
    assert {color for color in inks if colour.grey(color) != color} == set()


def test_tints_are_equally_light(theme: Theme) -> None:
    if not theme.monochrome:
        lightness = [colour.lab(swatch.fill).lightness for swatch in theme.palette.values()]
        assert max(lightness) - min(lightness) < 0.02
