"""A chart of a difference tells each change by class, mark and colour, and explains those that occur."""

import pytest

from orgviz.chart.make import make_chart
from orgviz.chart.marks import COLORS, GLYPHS, MarkKind
from orgviz.chart.values import TraceKind
from orgviz.diff.merge import merge
from orgviz.model import COLOR_NAMES
from orgviz.style.catalogue import load_theme, theme_names
from tests.diff.pairing import difference

OLD = """\
title: 启明电商
lang: {lang}
units:
  - name: 总部
    head: 王敏
    units:
      - {{name: 商品部, positions: [{{title: 专员, holder: 赵六}}, {{title: 文员, holder: vacant}}], units: [仓库]}}
      - {{name: 活动部, members: [钱七, 孙八]}}
      - {{name: 传真组}}
      - 法务部
links: [{{from: 商品部, to: 法务部, kind: supports}}]
"""
EDITS = (
    ("head: 王敏", "head: 陈静"),
    ("holder: 赵六", "holder: vacant"),
    ("文员, holder: vacant", "文员, holder: 何雨"),
    (", units: [仓库]", ""),
    ("name: 活动部", "name: 活动运营部"),
    ("钱七, 孙八", "钱七, 孙八, 田甜"),
    ("      - {name: 传真组}\n", ""),
    ("- 法务部", "- {name: 法务部, duty: 合同, units: [仓库]}\n      - 海外部"),
)


def chart(lang="zh-CN", theme="default", edits=EDITS):
    old = OLD.format(lang=lang)
    new = old
    for find, put in edits:
        assert new.count(find) == 1, find
        new = new.replace(find, put)
    org, marks = merge(difference(old, new))
    return make_chart(org, load_theme(theme), marks=marks)


def card(found, name):
    return next(card for card in found.cards if name in card.paragraphs[0].text)


def struck(paragraph):
    return [run.text for run in paragraph.runs if run.style.strike]


def test_a_renamed_unit_has_its_old_name_struck_below():
    found = card(chart(), "活动运营部")
    assert "diff-renamed" in found.classes
    assert struck(found.paragraphs[1]) == ["活动部"]


def test_a_removed_unit_is_dashed_and_its_name_struck():
    found = card(chart(), "传真组")
    assert found.style.dash
    assert struck(found.paragraphs[0]) == ["传真组"]


def test_posts_and_people_are_marked_in_their_line():
    found = card(chart(), "商品部")
    lines = {paragraph.text.replace("\u2002", " "): struck(paragraph) for paragraph in found.paragraphs[1:]}
    assert lines == {"○ 专员 ○ 空缺 赵六": ["赵六"], "● 文员 何雨": []}
    assert {"diff-inside-vacated", "diff-inside-filled"} <= set(found.classes)
    members = card(chart(), "活动运营部").paragraphs[-1]
    assert members.text.replace("\u2002", " ") == "钱七、孙八、+ 田甜"


def test_a_new_head_stands_beside_the_old_one():
    head = card(chart(), "总部").paragraphs[1]
    assert (head.text.replace("\u2002", " "), struck(head)) == ("◆ 陈静 王敏", ["王敏"])


def test_a_quiet_line_leads_from_the_old_place_to_the_new_one():
    found = chart()
    (trace,) = [link for link in found.links if link.kind is TraceKind.MOVED]
    ghost, moved = found.cards[trace.source.card], found.cards[trace.target.card]
    assert ("diff-ghost" in ghost.classes, "diff-moved" in moved.classes) == (True, True)
    assert ghost.style.dash
    assert trace.style.width < 1


def test_all_else_is_quiet():
    quiet = [one for one in chart(edits=EDITS[:1]).cards if "diff-same" in one.classes]
    assert len(quiet) == 5
    assert len({one.style for one in quiet}) == 1


def test_the_legend_explains_what_occurs_and_no_more():
    assert [item.text.text for item in chart(edits=EDITS[:1]).legend] == ["◆ 更换负责人", "汇报", "提供支持"]
    assert [item.text.text[0] for item in chart().legend][:9] == ["+", "−", "→", "≠", "◆", "●", "○", "~", "→"]


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("zh-CN", "新增 2 · 撤销 1 · 调整隶属 1 · 更名 1 · 更换负责人 1 · 到岗 1 · 空出 1 · 其他变动 1"),
        ("zh-TW", "新增 2 · 裁撤 1"),
        ("en", "2 added · 1 removed · 1 moved · 1 renamed · 1 with another head"),
        ("de", "2 neu · 1 entfallen"),
        ("ja", "新設 2 · 廃止 1"),
        ("ko", "신설 2 · 폐지 1"),
    ],
)
def test_the_line_under_the_title_counts_in_the_language_of_the_chart(lang, words):
    assert chart(lang=lang).subtitle.text.startswith(words)


def test_a_removed_link_is_struck_and_a_changed_one_bears_a_mark():
    label = chart(edits=[("kind: supports", "kind: supports, label: 合同")]).links[0]
    assert (label.label.text, label.classes) == ("~ 合同", ("diff-changed",))
    gone = chart(edits=[("links: [{from: 商品部, to: 法务部, kind: supports}]\n", "")]).links[0]
    assert (gone.label.text, gone.label.style.strike) == ("−", True)


def test_marks_tell_without_colour():
    assert len({GLYPHS[kind] for kind in MarkKind}) == len(MarkKind) - 1  # an old place is told by its dashes
    assert set(COLORS.values()) <= set(COLOR_NAMES)


@pytest.mark.parametrize("theme", theme_names())
def test_every_theme_has_a_colour_for_each_mark(theme):
    assert set(COLORS.values()) <= set(load_theme(theme).palette)
    styles = [item.sample for item in chart(theme=theme).legend if item.sample is not None]
    assert all(style is not None for style in styles)
