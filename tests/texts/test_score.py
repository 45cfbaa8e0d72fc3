import pytest

from tests.texts import score as module
from tests.texts.grade import Hits, Score, Share
from tests.texts.score import COLUMNS, floor_of, mean, mean_row, read_floor, row, write_floor

HALF = Score(nodes=Hits(1, 1, 1), edges=Hits(1, 0, 1), kinds=Share(1, 2), invented=1)
FULL = Score(nodes=Hits(2, 0, 0), edges=Hits(2, 0, 0), links=Hits(1, 0, 0), traps=1)


def test_a_row_has_a_cell_for_each_column():
    assert row(HALF) == ["0.50", "0.50", "0.50", "1.00", "0.50", "0.67", "0.50", "-", "-", "-", "-", "1", "0"]
    assert len(COLUMNS) == len(row(HALF))


def test_means_leave_out_what_could_not_be_judged():
    assert mean_row([HALF, FULL]) == [
        "0.75", "0.75", "0.75", "1.00", "0.75", "0.83", "0.50", "-", "-", "-", "1.00", "1", "1"
    ]  # fmt: skip
    assert mean([None, 1.0, 0.0]) == 0.5
    assert mean([]) is None


@pytest.mark.parametrize(("value", "written"), [(2 / 3, 0.66), (1.0, 1.0), (0.29, 0.29), (0.999, 0.99)])
def test_a_floor_is_never_above_the_score(value, written):
    hits = Hits(1, 0, 0)
    assert floor_of({"a": Score(nodes=hits, edges=hits)}) == {"a": {"nodes": 1.0, "edges": 1.0}}
    assert module._cut(value) == written


def test_a_floor_reads_back_as_it_was_written(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "FLOOR", tmp_path / "floor.yaml")
    assert read_floor() == {}
    floor = floor_of({"zh-b": HALF, "en-a": FULL})
    write_floor(floor)
    assert read_floor() == floor == {"en-a": {"nodes": 1.0, "edges": 1.0}, "zh-b": {"nodes": 0.5, "edges": 0.66}}
