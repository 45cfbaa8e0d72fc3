import re

import pytest

from orgviz.output.font_outlines import path_data, read_outlines
from orgviz.output.fonts import set_drawing


@pytest.mark.parametrize(
    ("steps", "data"),
    [
        ((), ""),
        (
            (("moveTo", ((5, 5),)), ("lineTo", ((15, 5),)), ("lineTo", ((15, -5),)), ("closePath", ())),
            "m5-5l10 0 0 10z",
        ),
        (
            (("moveTo", ((0, 0),)), ("curveTo", ((1, 2), (3, 4), (5, 6))), ("closePath", ())),
            "m0 0c1-2 3-4 5-6z",
        ),
        (
            (("moveTo", ((0, 0),)), ("qCurveTo", ((10, 10), (20, 10), (30, 0))), ("closePath", ())),
            "m0 0q10-10 15-10 5 0 15 10z",
        ),
        (
            (("qCurveTo", ((0, 0), (10, 0), (10, 10), (0, 10), None)), ("closePath", ())),
            "m0-5q0 5 5 5 5 0 5-5",
        ),
        ((("moveTo", ((0, 0),)), ("qCurveTo", ((10, 10),)), ("closePath", ())), "m0 0l10-10z"),
    ],
)
def test_steps_become_relative_path_data(steps, data):
    assert path_data(steps).startswith(data)


def test_a_second_contour_starts_from_the_start_of_the_first():
    contour = (("moveTo", ((1, 1),)), ("lineTo", ((9, 1),)), ("closePath", ()))
    other = (("moveTo", ((2, 2),)), ("lineTo", ((8, 2),)), ("closePath", ()))
    assert path_data(contour + other) == "m1-1l8 0zm1-1l6 0z"


def test_letters_stand_one_behind_the_other(draw, make_fonts):
    drawing = draw("王敏王")
    setting = set_drawing(drawing, make_fonts({"Door": "王敏"}, width=800))
    (piece,) = setting.pieces(drawing.groups[0].items[0])
    data = read_outlines(setting).path(piece, setting)
    assert re.findall(r"M(\d+) 0", data) == ["0", "800", "1600"]
