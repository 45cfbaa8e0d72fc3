"""What is written in a box, at each level of detail."""

import pytest

from orgviz.chart.values import Detail, Part
from orgviz.style.theme import TextRole

CENTRE = """
units:
  - name: 客服部
    type: service
    duty: 接待顾客
    head: {title: 客服经理, holder: 王敏, duty: 排班}
    members: [陈晨, 周洋]
    positions:
      - {title: 客服专员, holder: [李四, 赵六], seats: 5, duty: 在线咨询}
      - {title: 质检员, holder: vacant}
      - {title: 排班员, seats: 3}
      - {title: 班长, reports: [组员]}
"""


def lines(card):
    """Return the paragraphs of a card as people read them, with plain spaces."""
    return [paragraph.text.replace("\u2002", " ") for paragraph in card.paragraphs]


def parts(card):
    return [paragraph.part for paragraph in card.paragraphs]


@pytest.mark.parametrize(
    ("detail", "written"),
    [
        (Detail.NAMES, ["客服部"]),
        (Detail.HEADS, ["客服部", "客服经理 王敏"]),
        (
            Detail.POSITIONS,
            [
                "客服部", "客服经理 王敏", "客服专员 ×5 李四、赵六 ○ 空缺 3", "质检员 ○ 空缺", "排班员 ×3", "班长", "组员",
                "陈晨、周洋",
            ],
        ),
        (
            Detail.DUTIES,
            [
                "客服部", "客服经理 王敏", "接待顾客", "客服专员 ×5 李四、赵六 ○ 空缺 3", "在线咨询", "质检员 ○ 空缺", "排班员 ×3",
                "班长", "组员", "陈晨、周洋",
            ],
        ),
    ],
)  # fmt: skip
def test_each_level_of_detail_adds_to_the_one_before(chart, detail, written):
    (card,) = chart(CENTRE, detail).cards
    assert lines(card) == written


def test_the_parts_of_a_card_are_told_apart(chart):
    (card,) = chart(CENTRE, Detail.DUTIES).cards
    assert parts(card)[:5] == [Part.NAME, Part.HEAD, Part.DUTY, Part.ROW, Part.DUTY]
    assert card.listing


def test_a_card_with_a_name_and_heads_only_lists_nothing(chart):
    (card,) = chart(CENTRE, Detail.HEADS).cards
    assert not card.listing


def test_positions_under_positions_are_indented(chart):
    (card,) = chart(CENTRE).cards
    assert {lines(card)[at]: paragraph.indent for at, paragraph in enumerate(card.paragraphs)}["组员"] == 1


def test_one_paragraph_is_of_one_size(chart):
    for card in chart(CENTRE, Detail.DUTIES).cards:
        for paragraph in card.paragraphs:
            assert len({(run.style.size, run.style.bold) for run in paragraph.runs}) == 1


def test_spaces_between_runs_stand_at_their_ends(chart):
    (card,) = chart(CENTRE).cards
    (row,) = (paragraph for paragraph in card.paragraphs if paragraph.text.startswith("客服专员"))
    assert [run.text for run in row.runs] == ["客服专员\u2002", "×5\u2002", "李四、赵六\u2002", "○ 空缺 3"]


def test_a_vacancy_has_its_own_style(chart, theme):
    (card,) = chart(
        "units: [{name: X, type: support, units: [{name: Y, positions: [{title: Z, holder: vacant}]}]}]"
    ).cards[1:]
    vacancy = card.paragraphs[1].runs[1]
    assert vacancy.text == "○ vacant"
    assert vacancy.style.italic == theme.text(TextRole.VACANCY).italic
    assert vacancy.style.color != card.paragraphs[1].runs[0].style.color


def test_a_status_is_written_under_the_name(chart):
    text = "units: [{name: A, status: planned, positions: [{title: P, status: temporary}]}]"
    (card,) = chart(text).cards
    assert lines(card) == ["A", "planned", "P (temporary)"]
    assert parts(card) == [Part.NAME, Part.TAG, Part.ROW]


def test_the_status_is_written_even_where_only_names_are(chart):
    (card,) = chart("units: [{name: A, status: planned}]", Detail.NAMES).cards
    assert lines(card) == ["A", "planned"]


def test_a_position_with_a_box_of_its_own_names_its_holders(chart):
    text = "positions: [{title: CEO, holder: [Ann, Bob], seats: 3}, {title: CTO, holder: vacant}, {title: Fitter, seats: 2}]"
    assert [lines(card) for card in chart(text).cards] == [
        ["CEO", "×3 Ann, Bob ○ vacant"],
        ["CTO", "○ vacant"],
        ["Fitter", "×2"],
    ]


def test_co_heads_have_a_line_each(chart):
    (card,) = chart("units: [{name: A, head: [{title: X, holder: Ann}, {title: Y, holder: Bob}]}]", Detail.HEADS).cards
    assert lines(card) == ["A", "X Ann", "Y Bob"]


def test_a_head_who_is_only_a_name_stands_alone(chart):
    (card,) = chart("units: [{name: 市场部, head: 王敏}]").cards
    assert lines(card) == ["市场部", "王敏"]
    assert parts(card) == [Part.NAME, Part.HEAD]


def test_the_root_is_set_in_its_own_style(chart, theme):
    root, below = chart("units: [{name: A, units: [{name: B}]}]").cards
    assert root.paragraphs[0].runs[0].style == theme.text(TextRole.ROOT_NAME, root=True)
    assert below.paragraphs[0].runs[0].style == theme.text(TextRole.NAME)


def test_the_tooltip_tells_what_the_box_has_no_room_for(chart):
    text = """
units:
  - {name: A, status: planned, duty: sells, from: 2026-01-01, until: 2026-12-31,
     head: {title: X, holder: Ann, duty: leads}, positions: [{title: P, seats: 3, holder: [Bob]}]}
"""
    (card,) = chart(text, Detail.NAMES).cards
    assert card.tooltip == "A (planned)\n2026-01-01 – 2026-12-31\nsells\nX: Ann – leads\nP ×3: Bob ○ 2 vacant"


def test_a_link_inside_one_box_changes_no_row_and_goes_from_row_to_row(chart):
    text = "{units: [{name: A, positions: [P, {title: Q, id: q}]}], links: [{from: P, to: q, kind: supports}]}"
    drawn = chart(text)
    assert lines(drawn.cards[0]) == ["A", "P", "Q"]
    (link,) = drawn.links
    assert (link.source.card, link.source.paragraph, link.target.paragraph) == (0, 1, 2)


def test_a_link_from_a_post_to_its_own_box_is_not_drawn(chart):
    text = "{units: [{name: A, positions: [P]}], links: [{from: P, to: A, kind: supports}]}"
    assert chart(text).links == ()
