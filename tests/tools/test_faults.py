"""What breaks runs on purpose can run them: as a whole, and from the moment on at which they write."""

import os
import signal

import pytest

from tools.faults.trials import Server

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="runs are forks")


@pytest.mark.parametrize("moment", ["whole", "writing"])
def test_a_run_is_made_again_and_again(tmp_path, moment):
    server = Server(moment, ("a.svg",), tmp_path / "run")
    ends = [server.run(lambda _: None) for _ in range(2)]
    server.close()
    assert [(ended.code, ended.errors, server.state(ended)) for ended in ends] == [(0, "", "new")] * 2


@pytest.mark.parametrize("moment", ["whole", "writing"])
def test_a_run_that_is_killed_before_it_writes_leaves_the_old_file(tmp_path, moment):
    server = Server(moment, ("a.svg",), tmp_path / "run")
    ended = server.run(lambda process: os.kill(process, signal.SIGKILL))
    server.close()
    assert (ended.code, server.state(ended)) == (-signal.SIGKILL, "old")
