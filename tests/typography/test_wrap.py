"""Lines are few, even, narrow enough, broken where a reader would, and lose nothing."""

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from orgviz.typography.characters import CLOSING, OPENING, clusters
from orgviz.typography.measure import text_width
from orgviz.typography.wrap import line_count, unbreakable_width, wrap

NAMES = [
    "供应链管理部门",
    "市场营销或品牌企划部门",
    "VIP客户管理",
    "Chief Technology Officer",
    "Internationalisation & Localisation",
    "国际业务与战略合作事业部",
    "阿卜杜热西提·买买提",
    "华东区（上海）分公司",
    "王敏、李四、欧阳修文",
    "ソフトウェア開発部",
    "국제 사업 개발 팀",
    "https://example.com/a/b?c=d",
]

LETTERS = "供应链管理部门与王敏李四，。、（）“”·/- aeiouBCDrst12&\nアー각👩\u200d💻"

texts = st.one_of(
    st.sampled_from(NAMES),
    st.text(st.sampled_from(LETTERS), max_size=40),
    st.text(max_size=30),
)
widths = st.floats(5, 300)


def lines(text, width, **kwargs):
    return " | ".join(wrap(text, size=10, bold=False, width=width, **kwargs))


def visible(text):
    return "".join(char for char in text if not char.isspace() and char not in "-\u00ad")


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("供应链管理部门", 80, "供应链管理部门"),
        ("供应链管理部门", 60, "供应链 | 管理部门"),
        ("供應鏈管理部門", 60, "供應鏈 | 管理部門"),
        ("市场营销或品牌企划部门", 80, "市场营销 | 或品牌企划部门"),
        ("市场营销或品牌企划部门", 40, "市场营销 | 或品牌 | 企划部门"),
        ("国际业务与战略合作事业部", 60, "国际业务 | 与战略 | 合作事业部"),
        ("人力资源与行政管理中心", 80, "人力资源 | 与行政管理中心"),
        ("VIP客户管理", 50, "VIP客户 | 管理"),
        ("华东区（上海）分公司", 40, "华东区 | （上海） | 分公司"),
        ("合规部", 20, "合 | 规部"),
        ("研发中心-平台组", 50, "研发中心- | 平台组"),
        ("第3项目组", 40, "第3 | 项目组"),
    ],
)
def test_chinese_breaks_between_words(text, width, expected):
    assert lines(text, width) == expected


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("王敏、李四、欧阳修文", 60, "王敏、李四、 | 欧阳修文"),
        ("王敏、李四、欧阳修文", 45, "王敏、 | 李四、 | 欧阳修文"),
        ("阿卜杜热西提·买买提", 80, "阿卜杜热西提· | 买买提"),
        ("王敏 李四", 25, "王敏 | 李四"),
    ],
)
def test_names_stay_whole(text, width, expected):
    assert lines(text, width) == expected


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("Chief Technology Officer", 80, "Chief | Technology | Officer"),
        ("Director of Research and Development", 80, "Director of | Research and | Development"),
        ("Director of Research and Development", 120, "Director of Research | and Development"),
        ("Strengths-Based Team", 60, "Strengths- | Based Team"),
        ("研发/测试/运维", 50, "研发/ | 测试/运维"),
        ("24/7 Support", 45, "24/7 | Support"),
        ("https://example.com/a/b?c=d", 120, "https://example.com/ | a/b?c=d"),
        ("국제 사업 개발 팀", 60, "국제 사업 | 개발 팀"),
        ("ソフトウェア開発部", 60, "ソフトウェア | 開発部"),
    ],
)
def test_latin_and_korean_break_at_spaces_and_joints(text, width, expected):
    assert lines(text, width) == expected


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("CustomerSuccessManager", 80, "Customer- | SuccessManager"),
        ("Development", 50, "Develop- | ment"),
        ("Team Internationalisation", 120, "Team | Internationalisation"),
        ("example.com", 40, "exam | ple.com"),
    ],
)
def test_only_words_wider_than_the_line_are_cut(text, width, expected):
    assert lines(text, width) == expected


def test_its_own_line_breaks_are_kept():
    assert lines("王敏\r\n\n李四 Ann", 200) == "王敏 | 李四 Ann"


def test_an_empty_text_has_no_lines():
    assert wrap("  \n ", size=10, bold=False, width=50) == ()


def test_the_two_days_of_a_span_stay_together_where_they_can():
    assert wrap("临时 05-01 – 09-30", size=8, bold=False, width=60, lang="zh-CN") == ("临时", "05-01 – 09-30")


def test_korean_keeps_chinese_characters_together():
    assert lines("人事 總務", 20, lang="ko") == "人事 | 總務"


@pytest.mark.parametrize(
    ("text", "width", "max_lines", "expected"),
    [
        ("负责商品、活动、用户与数据的日常运营", 80, 1, "负责商品、活动…"),
        ("负责商品、活动、用户与数据的日常运营", 80, 2, "负责商品、活动、 | 用户与数据的…"),
        ("Leads the international platform", 80, 1, "Leads the…"),
        ("Internationalisation", 70, 1, "Internationa…"),
        ("供应链管理中心办公室", 80, 2, "供应链管理 | 中心办公室"),
        ("a\nb\nc", 80, 2, "a | b…"),
        ("王敏", 5, 1, "…"),
    ],
)
def test_a_text_with_too_many_lines_ends_in_an_ellipsis(text, width, max_lines, expected):
    assert lines(text, width, max_lines=max_lines) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("王敏、李四四", 30), ("欧阳修文", 40), ("供应链管理部门", 30), ("", 0), ("x" * 100, 140)],
)
def test_the_unbreakable_width_is_that_of_the_widest_piece(text, expected):
    assert unbreakable_width(text, 10, bold=False) == expected


@given(texts, widths, st.booleans())
@example("（王敏）。", 10, False)
def test_nothing_is_lost(text, width, bold):
    assert visible("".join(wrap(text, size=10, bold=bold, width=width))) == visible(text)


@given(texts, widths, st.booleans(), st.none() | st.integers(1, 4))
def test_no_line_is_too_wide_unless_it_is_one_character(text, width, bold, max_lines):
    for line in wrap(text, size=10, bold=bold, width=width, max_lines=max_lines):
        letters = [cluster for cluster in clusters(line) if cluster not in CLOSING | OPENING | {"-"}]
        assert text_width(line, 10, bold) <= width + 1e-6 or len(letters) <= 1


@given(texts, st.floats(40, 300))
def test_no_line_starts_or_ends_with_the_wrong_mark(text, width):
    found = wrap(visible(text), size=10, bold=False, width=width)
    crowded = any(len(run) > 2 for run in _mark_runs(text))
    for before, after in pairwise(found):
        assert crowded or before[-1] not in OPENING
        assert crowded or after[0] not in CLOSING


def _mark_runs(text):
    run = ""
    for char in text:
        if char in CLOSING | OPENING:
            run += char
        else:
            yield run
            run = ""
    yield run


@given(texts, widths, st.integers(1, 4))
def test_the_limit_of_lines_holds_and_keeps_the_beginning(text, width, max_lines):
    found = wrap(text, size=10, bold=False, width=width, max_lines=max_lines)
    assert len(found) <= max_lines
    joined = visible("".join(found))
    assert joined == visible(text) or visible(text).startswith(joined.removesuffix("…"))


@given(texts, st.floats(10, 150), st.floats(10, 150))
def test_a_wider_line_never_needs_more_lines(text, one, other):
    narrow, wide = sorted((one, other))
    wrapped = [wrap(text, size=10, bold=False, width=width) for width in (narrow, wide)]
    assert len(wrapped[1]) <= len(wrapped[0])


@given(texts, widths, st.sampled_from([None, 1, 2, 3]), st.sampled_from(["zh-CN", "en", "ko"]))
def test_the_lines_are_as_many_as_are_counted(text, width, most, lang):
    told = {"size": 10, "bold": True, "width": width, "max_lines": most, "lang": lang}
    assert line_count(text, **told) == len(wrap(text, **told))


@given(texts, st.text("0123456789", min_size=1, max_size=5), st.text("0123456789", min_size=5, max_size=5), widths)
def test_other_digits_break_alike(text, digits, others, width):
    change = str.maketrans("0123456789", others * 2)
    changed = tuple(line.translate(change) for line in wrap(f"{text} {digits}{text}", size=10, bold=False, width=width))
    assert wrap(f"{text} {digits}{text}".translate(change), size=10, bold=False, width=width) == changed
