"""The legend explains what stands on the chart, and nothing else."""

from orgviz.chart.values import Detail
from orgviz.style.theme import LineRole
from orgviz.style.values import BoxStyle, LineStyle


def words(chart):
    return [item.text.text for item in chart.legend]


def test_only_types_that_are_drawn_are_explained_in_the_order_of_types(chart):
    text = "units: [{name: A, type: project, units: [{name: B, type: support}, {name: C, type: external, status: closed}]}]"
    assert words(chart(text)) == ["Support", "Project"]


def test_one_type_needs_no_explanation(chart):
    assert words(chart("units: [{name: A, type: project, units: [B]}]")) == []


def test_a_legend_may_be_asked_for_or_refused(chart):
    one, two = "units: [{name: A, type: project}]", "units: [{name: A, type: project}, {name: B, type: support}]"
    assert words(chart(one, with_legend=True)) == ["Project"]
    assert words(chart(two, with_legend=False)) == []


def test_a_legend_that_is_asked_for_may_have_nothing_to_say(chart):
    assert words(chart("units: [Alpha]", with_legend=True)) == []


def test_statuses_are_explained_in_their_order(chart):
    made = chart(
        "units: [{name: A, units: [{name: B, status: temporary}, {name: C, status: planned}, {name: D, status: temporary}]}]"
    )
    assert words(made) == ["Planned", "Temporary"]
    assert all(isinstance(item.sample, BoxStyle) and item.sample.dash for item in made.legend)


def test_lines_are_explained_together_with_the_solid_one(chart, theme):
    text = "{units: [A, B, C], links: [{from: A, to: B, kind: supports}, {from: B, to: C, kind: dotted}]}"
    made = chart(text)
    assert words(made) == ["Reports to", "Dotted line", "Gives support"]
    assert all(isinstance(item.sample, LineStyle) for item in made.legend)
    assert made.legend[0].sample == theme.line(LineRole.SOLID)


def test_a_type_of_the_file_has_its_own_label_and_colour(chart):
    text = '{types: {channel: {label: 渠道, color: "#123456"}}, units: [{name: A, type: channel}, {name: B, type: support}]}'
    made = chart(text)
    assert words(made) == ["Support", "渠道"]
    assert made.legend[1].sample.edge == "#123456"


def test_words_are_of_the_language_of_the_chart(chart):
    text = "{lang: de, units: [{name: A, status: planned}]}"
    assert words(chart(text)) == ["Geplant"]


def test_types_in_lines_of_a_card_are_not_explained(chart):
    text = "units: [{name: A, type: project, positions: [{title: P, type: support}], assistants: [{title: Q, type: external}]}]"
    assert words(chart(text, Detail.NAMES)) == ["Project", "External"]
