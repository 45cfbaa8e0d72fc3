"""What a view leaves out is counted on the box, last and in every detail; links end at the box that counts."""

import pytest

from orgviz.chart.make import make_chart
from orgviz.chart.values import Detail, Part
from orgviz.layout.card_flow import Manner
from orgviz.layout.cards import set_card
from orgviz.model import View
from orgviz.reading import read_org
from orgviz.style.catalogue import load_theme
from orgviz.views import apply_view

FIRM = """\
units:
  - name: Firm
    positions: [Clerk, {title: Agent, units: [Branch]}]
    units: [{name: Sales, members: [Ann]}, Lab]
links:
  - {from: Ann, to: Lab, kind: supports}
"""
THEME = load_theme("default")


def chart(detail=Detail.POSITIONS, **parts):
    return make_chart(apply_view(read_org(FIRM.encode(), "o").org, View(**parts)), THEME, detail)


@pytest.mark.parametrize("detail", Detail)
def test_a_box_says_last_what_is_left_out_below(detail):
    (card,) = chart(detail, depth=1).cards
    assert [paragraph.text for paragraph in card.paragraphs if paragraph.part is Part.CUT] == ["+1 in 2 units"]
    assert card.paragraphs[-1].part is Part.CUT


def test_a_line_of_a_post_says_what_is_left_out_below_the_post():
    (card,) = chart(depth=1).cards
    assert [paragraph.text for paragraph in card.paragraphs if paragraph.part is Part.ROW][1] == "Agent\u2002+1 unit"


def test_the_count_stands_under_the_list():
    (card,) = chart(depth=1).cards
    for placed in set_card(card, 120.0, Manner(flush_left=True, lang="en")):
        baselines = {line.paragraph: line.baseline for line in placed.lines}
        assert max(baselines.values()) == baselines[len(card.paragraphs) - 1]
        assert max(baselines.values()) < placed.height


def test_a_link_to_what_is_collapsed_ends_at_the_box():
    drawn = chart(collapse=("Sales",))
    (link,) = drawn.links
    assert (drawn.cards[link.source.card].node, link.source.paragraph) == ("Sales", None)
