from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgviz.output.drawing import Text
from orgviz.output.fonts import NARROWEST, FontSet, _fit, drawn_characters, find_fonts, set_drawing
from orgviz.style.values import TextRun, TextStyle

LATIN = "".join(map(chr, range(0x20, 0x7F)))
PLAIN, BOLD = TextStyle(10, "#000000"), TextStyle(10, "#000000", bold=True)


def pieces_of(setting, drawing, place=0):
    return setting.pieces(drawing.groups[0].items[place])


def test_a_text_in_one_font_is_one_piece(draw, make_fonts):
    drawing = draw("VIP客户管理 (2/5)")
    (piece,) = pieces_of(set_drawing(drawing, make_fonts({"Door": LATIN + "客户管理"})), drawing)
    assert (piece.text, piece.face.family, piece.x, piece.width) == ("VIP客户管理 (2/5)", "Door", 20, 130)


def test_what_the_first_font_has_not_comes_from_the_next(draw, make_fonts):
    drawing = draw("客户VIP", fonts=("Han", "Latin"))
    setting = set_drawing(drawing, make_fonts({"Han": "客户", "Latin": LATIN}))
    pieces = pieces_of(setting, drawing)
    assert [(piece.text, piece.face.family, piece.x) for piece in pieces] == [
        ("客户", "Han", 20),
        ("VIP", "Latin", 40),
    ]


def test_a_font_with_some_punctuation_is_not_used_for_latin(draw, make_fonts):
    drawing = draw("客户 (A)", fonts=("Han", "Latin"))
    setting = set_drawing(drawing, make_fonts({"Han": "客户 ()", "Latin": LATIN}))
    assert [piece.text for piece in pieces_of(setting, drawing)] == ["客户", " (A)"]


def test_characters_in_no_font_are_told_once_and_keep_their_room(draw, make_fonts):
    drawing = draw("A王王敏B")
    setting = set_drawing(drawing, make_fonts({"Latin": LATIN}))
    blank = pieces_of(setting, drawing)[1]
    assert setting.missing == ("王", "敏")
    assert (blank.text, blank.face, blank.width) == ("王王敏", None, 30)


def test_a_space_that_no_font_has_is_not_missed(draw, make_fonts):
    drawing = draw("王\u3000敏\t")
    assert set_drawing(drawing, make_fonts({"Door": "王敏"})).missing == ()


def test_bold_text_takes_the_bold_face(draw, make_fonts):
    drawing = draw("王", bold=True)
    setting = set_drawing(drawing, make_fonts({"Door": "王"}, {"Door": "王"}))
    assert setting.faces[0].bold
    assert setting.not_bold == ()


def test_a_family_without_bold_is_told(draw, make_fonts):
    drawing = draw("王", bold=True)
    setting = set_drawing(drawing, make_fonts({"Door": "王"}))
    assert setting.not_bold == ("Door",)


def test_a_better_family_goes_before_a_bolder_face(draw, make_fonts):
    drawing = draw("A", bold=True, fonts=("First", "Second"))
    setting = set_drawing(drawing, make_fonts({"First": LATIN, "Second": LATIN}, {"Second": LATIN}))
    assert setting.faces[0].family == "First"


def test_the_font_that_the_user_chose_goes_before_all(draw, make_fonts):
    drawing = draw("A", fonts=("Wished",))
    chosen, installed = make_fonts({"Chosen": LATIN}).installed, make_fonts({"Wished": LATIN}).installed
    assert set_drawing(drawing, FontSet(chosen, installed)).faces[0].family == "Chosen"


@pytest.mark.parametrize(("anchor", "x"), [("start", 100), ("middle", 85), ("end", 70)])
def test_a_text_stands_where_its_anchor_says(draw, make_fonts, anchor, x):
    drawing = draw(Text(100, 50, anchor, (TextRun("王", PLAIN), TextRun("敏李", BOLD)), 100))
    pieces = pieces_of(set_drawing(drawing, make_fonts({"Door": "王敏李"})), drawing)
    assert [piece.x for piece in pieces] == [x, x + 10]


def test_runs_of_other_styles_are_other_pieces(draw, make_fonts):
    drawing = draw(Text(0, 50, "start", (TextRun("王", PLAIN), TextRun("敏", TextStyle(20, "#ff0000"))), 100))
    pieces = pieces_of(set_drawing(drawing, make_fonts({"Door": "王敏"})), drawing)
    assert [(piece.size, piece.width, piece.style.color) for piece in pieces] == [
        (10, 10, "#000000"),
        (20, 20, "#ff0000"),
    ]


def test_a_text_that_is_too_wide_is_condensed(draw, make_fonts):
    drawing = draw("一二三四五", width=40)
    (piece,) = pieces_of(set_drawing(drawing, make_fonts({"Door": "一二三四五"})), drawing)
    assert (piece.stretch, piece.size, piece.width) == (0.8, 10, 40)


def test_a_text_that_is_far_too_wide_gets_smaller_too(draw, make_fonts):
    drawing = draw("一二三四五", width=30)
    (piece,) = pieces_of(set_drawing(drawing, make_fonts({"Door": "一二三四五"})), drawing)
    assert (piece.stretch, piece.size, piece.width) == (NARROWEST, pytest.approx(8), pytest.approx(30))


@given(st.floats(0.1, 1e4), st.floats(0.1, 1e4))
def test_every_text_fits(natural, room):
    stretch, shrink = _fit(natural, room)
    assert natural * stretch * shrink <= max(room, natural if natural <= room else 0) * (1 + 1e-9)
    assert NARROWEST <= stretch <= 1
    assert 0 < shrink <= 1


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("e\u0301", "é"),
        ("王\u200b敏\ufeff", "王敏"),
        ("👩\u200d💻", "👩"),
        ("👍🏽", "👍"),
        ("❤\ufe0f", "❤"),
        ("plain", "plain"),
    ],
)
def test_what_has_no_shape_of_its_own_is_not_drawn(text, drawn):
    assert drawn_characters(text) == drawn


def test_a_broken_font_is_passed_over(draw, make_fonts):
    fonts = make_fonts({"Broken": LATIN, "Whole": LATIN})
    broken = next(family for family in fonts.installed if family.names[0] == "Broken")
    path = Path(broken.regular.path)
    path.write_bytes(path.read_bytes()[:100])
    drawing = draw("A", fonts=("Broken", "Whole"))
    assert set_drawing(drawing, fonts).faces[0].family == "Whole"


def test_the_order_of_the_machines_fonts_changes_nothing(draw, make_fonts):
    fonts = make_fonts({"One": LATIN + "王", "Two": LATIN + "王敏", "Three": LATIN})
    drawing = draw("A王敏", "王A", bold=True)
    turned = FontSet((), fonts.installed[::-1])
    assert set_drawing(drawing, fonts) == set_drawing(drawing, turned)


def test_a_machine_without_fonts_is_no_failure(draw, tmp_path, monkeypatch):
    config = tmp_path / "fonts.conf"
    config.write_text("<fontconfig></fontconfig>")
    monkeypatch.setenv("FONTCONFIG_FILE", str(config))
    monkeypatch.setattr("orgviz.output.fonts_installed._font_folders", lambda: ())
    drawing = draw("A王")
    assert set_drawing(drawing, find_fonts()).missing == ("A", "王")
