"""In a browser, every chart can be read: nothing sticks out, overlaps, is crossed, pale or too small."""

import pytest

from tests.browser import judgement
from tests.browser.charts import charts
from tests.browser.conftest import measure

pytestmark = pytest.mark.needs_browser

CHARTS = {chart.name: chart for chart in charts()}
SMALL = [name for name, chart in CHARTS.items() if chart.is_ordinary and chart.size <= 60]
UNEVEN = [name for name in CHARTS if name.endswith("uneven")]
LARGE = [name for name, chart in CHARTS.items() if chart.is_ordinary and chart.size >= 100]

# A chart in which everything is wrong once, for the judge to be judged.
FAULTY = """\
<svg xmlns="http://www.w3.org/2000/svg" width="200pt" height="100pt" viewBox="0 0 200 100">
<g class="node" id="a"><rect x="10" y="10" width="60" height="30" fill="#ffffff" stroke="#000000"/>
<text x="15" y="30" font-size="10" fill="#999999">pale 王敏</text></g>
<g class="node" id="b"><polygon points="60,20 120,20 120,50 60,50" fill="#000080"/>
<text x="65" y="40" font-size="10" fill="#ffffff">far too long a text</text></g>
<g class="node" id="c"><rect x="10" y="60" width="60" height="30" fill="none" stroke="#000000"/>
<text x="15" y="80" font-size="10" fill="#000000">right<tspan font-size="4" fill="#eeeeee"> tiny</tspan></text></g>
<g class="edge solid" id="e"><path fill="none" stroke="#000000" d="M40,40 L40,60"/></g>
<g class="edge solid" id="f"><path fill="none" stroke="#000000" d="M0,75 C60,75 100,75 150,75"/></g>
<g class="edge dotted" id="g"><path fill="none" stroke="#000000" d="M0,80 L150,80"/></g>
<text x="20" y="38" font-size="10" fill="#000000">label</text>
<text x="190" y="95" font-size="10" fill="#000000">outside</text>
</svg>"""


@pytest.fixture(params=CHARTS)
def seen(request, measured):
    return measured[request.param]


def test_no_text_sticks_out_of_its_box(seen):
    assert judgement.sticking_out(seen) == []


def test_no_boxes_overlap_and_no_texts(seen):
    assert judgement.overlapping(seen) == []


def test_no_label_or_title_lies_on_a_box_or_on_another(seen):
    assert judgement.covered(seen) == []


def test_no_solid_line_passes_through_a_box(seen):
    assert judgement.crossed(seen) == []


def test_every_text_stands_out_from_its_paper(seen):
    assert judgement.pale(seen) == []


def test_a_chart_is_as_large_as_it_says(seen):
    assert seen["attributes"] == [f"{seen[side]:g}pt" for side in ("width", "height")]


@pytest.mark.parametrize("name", SMALL)
def test_up_to_60_boxes_can_be_read_on_a_slide(measured, name):
    assert judgement.smallest_name(measured[name]) >= 9
    assert judgement.smallest_text(measured[name]) >= 8


@pytest.mark.parametrize("name", LARGE)
def test_from_100_boxes_up_the_slide_is_full(measured, name):
    assert judgement.fill(measured[name]) >= 0.65


@pytest.mark.parametrize("name", UNEVEN)
def test_branches_of_different_depth_leave_little_more_room(measured, name):
    assert judgement.fill(measured[name]) >= 0.55


def test_the_judge_sees_every_fault(browser, tmp_path):
    (seen,) = measure(browser, [FAULTY], tmp_path)
    assert judgement.sticking_out(seen) == ["far too long a text", "outside"]
    assert judgement.overlapping(seen) == [("a", "b")]
    assert judgement.covered(seen) == [("label", "a")]
    assert judgement.crossed(seen) == [("f", "c")]
    assert [text for text, _ in judgement.pale(seen)] == ["pale 王敏", "right tiny"]
    assert judgement.smallest_text(seen) == 4
    assert judgement.smallest_name(seen) == 10
    assert judgement.fill(seen) == pytest.approx((3 * 60 * 30 / (960 * 540)) ** 0.5, rel=1e-3)
    assert judgement.scale(seen, (100, 100)) == 0.5
