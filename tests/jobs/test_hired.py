"""Others work: results in order, whoever fails or is ended on the way; and nobody is left behind."""

import os
import subprocess
import sys
import time
from concurrent.futures import Future
from pathlib import Path

import pytest

from orgviz.diagnostics import ToolError
from orgviz.jobs.crew import ALONE, each
from orgviz.jobs.hire import hire
from orgviz.jobs.hired import Hired
from tests.jobs import work
from tests.processes import is_running

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")


@pytest.mark.parametrize("count", [1, 2])
def test_results_come_in_the_order_of_the_values(count):
    with hire(count, None) as crew:
        assert list(each(crew, work.doubled, range(7))) == [0, 2, 4, 6, 8, 10, 12]


@pytest.mark.parametrize("count", [1, 2])
def test_a_failure_stands_in_the_place_of_its_result(count):
    with hire(count, None) as crew:
        found = list(crew.attempts(work.failing_at_three, range(5)))
    assert [found[number] for number in (0, 1, 2, 4)] == [0, 1, 2, 4]
    assert isinstance(found[3], ToolError)
    assert (str(found[3]), found[3].hint) == ("three", "take another")


@posix
def test_what_was_lost_with_a_process_is_done_again(tmp_path):
    mark = tmp_path / "mark"
    with hire(2, None) as crew:
        assert list(each(crew, work.deadly_once, [(number, str(mark)) for number in range(9)])) == list(range(9))
    assert mark.exists()


ENDS_IN_SENDING = """
import sys
from orgviz.jobs.crew import each
from orgviz.jobs.hire import hire
from tests.jobs import work

with hire(2, None) as crew:
    print(*each(crew, work.deadly_in_sending, [(number, sys.argv[1]) for number in range(9)]))
"""


@posix
def test_who_waits_to_send_a_result_behind_one_that_was_killed_is_ended_too(tmp_path):
    run = subprocess.run(
        [sys.executable, "-c", ENDS_IN_SENDING, tmp_path / "mark"],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (run.stdout.split(), run.stderr) == ([str(number) for number in range(9)], "")
    assert (tmp_path / "mark").exists()


@posix
def test_a_value_that_ends_whoever_works_on_it_is_told_and_the_others_are_done():
    with hire(2, None) as crew:
        found = list(crew.attempts(work.deadly_at_three, range(8)))
    assert [one for one in found if isinstance(one, int)] == [0, 1, 2, 4, 5, 6, 7]
    assert isinstance(found[3], ToolError)
    assert "ended from outside" in str(found[3])


def test_little_work_is_done_by_this_process_alone():
    with hire(None, None) as crew:
        assert crew.worth(0.01) is ALONE
        assert list(each(crew.worth(0.01), work.who, range(2))) == [os.getpid()] * 2
    with hire(2, None) as crew:  # who says how many means it
        assert os.getpid() not in list(each(crew.worth(0.01), work.who, range(2)))


class Slow:
    """An executor that does what it was given only when somebody waits for it, and counts what is out."""

    def __init__(self):
        self.out = self.most = 0

    def submit(self, call, function, value):
        self.out += 1
        self.most = max(self.most, self.out)
        executor = self

        class Waiting(Future):
            def exception(self, timeout=None):
                if not self.done():
                    executor.out -= 1
                    self.set_result(call(function, value))
                return super().exception(timeout)

        return Waiting()


def test_only_some_values_are_given_away_at_a_time():
    slow, taken = Slow(), []

    def values():
        for number in range(20):
            taken.append(number)
            yield number

    found = Hired(lambda: slow, ahead=4).attempts(work.doubled, values())
    assert next(found) == 0
    assert len(taken) == 4
    assert list(found) == list(range(2, 40, 2))
    assert slow.most == 4


@posix
def test_who_is_stopped_in_the_middle_takes_along_what_it_runs(tmp_path):
    mark = tmp_path / "mark"

    def interrupted():
        with hire(2, None) as crew:
            crew._given(work.long_with_a_child, str(mark))
            while not (mark.exists() and mark.read_text("ascii")):
                time.sleep(0.05)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    worker, child = map(int, mark.read_text("ascii").split())
    for _ in range(200):
        if not is_running(worker) and not is_running(child):
            return
        time.sleep(0.05)
    pytest.fail("something is left behind")
