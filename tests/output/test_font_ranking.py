import pytest

from orgviz.output.font_faces import Face, Family
from orgviz.output.font_ranking import rank_families, region_of


def families(*names, **settings):
    made = (Face(path=f"{name}.ttf", families=(name,), **settings) for name in names)
    return tuple(Family(face.families, face, None) for face in made)


def ranked(names, asked=(), lang="zh-CN", east_asian=True):
    found = rank_families(families(*names), asked, lang, east_asian=east_asian)
    return [family.names[0] for family in found]


@pytest.mark.parametrize(
    ("lang", "first"),
    [
        ("zh-CN", "Noto Sans CJK SC"),
        ("zh", "Noto Sans CJK SC"),
        ("en", "Noto Sans CJK SC"),
        ("zh-TW", "Noto Sans CJK TC"),
        ("zh-Hant", "Noto Sans CJK TC"),
        ("zh-HK", "Noto Sans CJK HK"),
        ("ja", "Noto Sans CJK JP"),
        ("ko-KR", "Noto Sans CJK KR"),
    ],
)
def test_the_language_decides_which_forms_come_first(lang, first):
    names = [f"Noto Sans CJK {region}" for region in ("JP", "KR", "SC", "TC", "HK")]
    assert ranked(names, lang=lang)[0] == first


def test_a_family_of_another_region_waits_though_it_was_asked_for():
    names = ("Noto Sans CJK JP", "Noto Sans CJK SC")
    assert ranked(names, asked=("Noto Sans CJK JP",))[0] == "Noto Sans CJK SC"


def test_what_the_drawing_asks_for_comes_first():
    assert ranked(("Noto Sans CJK SC", "House Sans"), asked=("House Sans", "sans-serif"))[0] == "House Sans"


def test_a_chart_without_chinese_is_set_in_a_latin_font():
    names = ("Noto Sans CJK SC", "Liberation Sans")
    assert ranked(names, east_asian=False)[0] == "Liberation Sans"
    assert ranked(names, east_asian=True)[0] == "Noto Sans CJK SC"


def test_serif_and_monospaced_families_come_after_plain_ones():
    assert ranked(("A Mono", "B Serif", "C Sans"), lang="en") == ["C Sans", "A Mono", "B Serif"]


def test_pictures_come_last():
    emoji = families("A Emoji", colored=True)
    found = rank_families(emoji + families("Z Sans"), (), "en", east_asian=False)
    assert [family.names[0] for family in found] == ["Z Sans", "A Emoji"]


def test_the_font_package_goes_before_the_machine_unless_it_is_for_another_region():
    packaged = families("Noto Sans SC", private=True)
    found = rank_families(families("PingFang SC") + packaged, (), "zh-CN", east_asian=True)
    assert found[0].names[0] == "Noto Sans SC"
    found = rank_families(families("PingFang TC") + packaged, (), "zh-TW", east_asian=True)
    assert found[0].names[0] == "PingFang TC"


@pytest.mark.parametrize("lang", ["", "x", "zh_CN", "zh-Hans-HK-", "-", "zh-Latn-pinyin"])
def test_any_language_has_a_region(lang):
    assert region_of(lang) in {"SC", "TC", "HK", "JP", "KR"}
