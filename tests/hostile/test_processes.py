"""A few hostile inputs as processes of their own: what calls within this one cannot show."""

import pytest

from tests.hostile.cases import cases
from tests.hostile.processes import SECONDS, run, three_ways

SOME = (
    "control-plain.yaml",
    "char-osc.yaml",
    "tag-python-apply.yaml",
    "alias-bomb.yaml",
    "gbk.yaml",
    "name-svg-script.yaml",
)


@pytest.mark.parametrize("case", [case for case in cases() if case.name in SOME], ids=lambda case: case.name)
def test_a_process_ends_as_a_call_does(case):
    found = [fault for _, faults in three_ways(case) for fault in faults]
    assert found == []


def test_a_stream_without_end_is_read_no_further_than_the_limit():
    ended = run(("check", "/dev/zero", "--limit", "bytes=1000000")).ended
    assert (ended.code, ended.out) == (4, b"")
    assert ended.errors.startswith("/dev/zero:1:1: error[too-large]")


def test_time_that_is_up_ends_a_process_with_what_it_started(tmp_path):
    links = "".join(f"  - {{from: U{n}, to: U{n * 7 % 400 + 400}, kind: dotted}}\n" for n in range(400))
    path = tmp_path / "slow.yaml"
    path.write_text("units:\n" + "".join(f"  - U{n}\n" for n in range(800)) + "links:\n" + links)
    measured = run(("render", str(path), "-o", "chart.svg", "--limit", "seconds=1"))
    assert (measured.ended.code, measured.ended.left) == (4, ("chart.svg",))
    assert "--limit seconds=2" in measured.ended.errors
    assert measured.seconds < SECONDS
