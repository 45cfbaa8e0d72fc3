import pytest

from orgviz.output.font_warning import font_warnings, install_line
from orgviz.output.fonts import set_drawing

LATIN = "".join(map(chr, range(0x20, 0x7F)))


def test_a_chart_whose_characters_are_all_there_has_no_warning(draw, make_fonts):
    assert font_warnings(set_drawing(draw("A王"), make_fonts({"Door": LATIN + "王"}))) == ()


def test_a_machine_without_a_chinese_font_is_told_what_to_install(draw, make_fonts):
    (warning,) = font_warnings(set_drawing(draw("A王敏"), make_fonts({"Latin": LATIN})))
    assert warning.characters == ("王", "敏")
    assert warning.message == "this machine has no Chinese font: 2 characters ('王敏') are left blank"
    assert warning.hint == install_line()


def test_a_rare_character_is_named_and_no_font_is_proposed(draw, make_fonts):
    (warning,) = font_warnings(set_drawing(draw("王𪚥"), make_fonts({"Door": "王"})))
    assert "1 character ('𪚥') is left blank" in warning.message
    assert "--font" in warning.hint


def test_emoji_are_told_apart_from_chinese(draw, make_fonts):
    chinese, emoji = font_warnings(set_drawing(draw("王👩"), make_fonts({"Latin": LATIN})))
    assert (chinese.characters, emoji.characters) == (("王",), ("👩",))


def test_long_lists_are_cut_short(draw, make_fonts):
    (warning,) = font_warnings(set_drawing(draw("一二三四五六七八九十"), make_fonts({"Latin": LATIN})))
    assert "10 characters ('一二三四五六七八…')" in warning.message


@pytest.mark.parametrize(
    ("platform", "release", "line"),
    [
        ("linux", "ID=debian\n", "apt-get install fonts-noto-cjk"),
        ("linux", 'ID=linuxmint\nID_LIKE="ubuntu debian"\n', "apt-get install fonts-noto-cjk"),
        ("linux", "ID=fedora\n", "dnf install google-noto-sans-cjk-fonts"),
        ("linux", "ID=alpine\n", "apk add font-noto-cjk"),
        ("darwin", "", "brew install --cask font-noto-sans-cjk-sc"),
    ],
)
def test_the_line_suits_the_system(tmp_path, platform, release, line):
    (tmp_path / "os-release").write_text(release)
    assert install_line(platform, tmp_path / "os-release") == line


def test_an_unknown_system_is_told_what_to_look_for(tmp_path):
    assert "Noto Sans CJK SC" in install_line("linux", tmp_path / "none")
