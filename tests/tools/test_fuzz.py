"""The fuzzed readers take what fuzzing starts from, and everything that it once found."""

import pytest

from orgviz.diagnostics import ToolError
from tools.fuzz.drawings import redrawn
from tools.fuzz.seeds import drawn
from tools.fuzz.targets import TARGETS, starts


@pytest.mark.parametrize("target", TARGETS, ids=lambda target: target.name)
def test_what_fuzzing_starts_from_is_taken(target):
    inputs = list(starts(target))
    assert inputs
    for data in inputs:
        target.take(data)


def test_the_small_chart_is_redrawn_from_what_graphviz_makes_of_it():
    (svg,) = drawn()
    assert "Sales &amp; &lt;Service&gt;" in redrawn(svg)


@pytest.mark.parametrize("added", ["<script>1</script>", '<image href="x"/>', '<a href="x"><text>y</text></a>'])
def test_a_picture_with_more_than_was_asked_for_is_refused(added):
    (svg,) = drawn()
    with pytest.raises(ToolError):
        redrawn(svg.replace(b"</svg>", added.encode() + b"</svg>"))
