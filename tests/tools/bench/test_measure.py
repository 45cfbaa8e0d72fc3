"""A program is measured with all that it starts, and nothing of it goes on after its end."""

import os
import subprocess
import sys
import time

import pytest

from tools.bench.measure import Failure, Run, measure

on_linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is read from /proc")

# Holds so many megabytes for a moment.
HOLD = "import time; held = b'x' * ({} * 1024 * 1024); time.sleep(0.6)"


@pytest.fixture
def run(tmp_path):
    def run(program, *, limit=60.0, **environment):
        return measure([sys.executable, "-c", program], limit, tmp_path / "said", environment)

    return run


def is_alive(pid):
    """Whether a process runs; one that has ended, and that nobody has asked about yet, does not."""
    state = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False).stdout
    return bool(state.strip()) and not state.startswith("Z")


def test_a_run_has_a_time_and_the_time_of_processors(run):
    done = run("sum(range(3_000_000))")
    assert isinstance(done, Run)
    assert done.cpu > 0
    assert done.seconds > 0


@on_linux
def test_memory_is_that_of_all_processes_at_once(run):
    alone = run(HOLD.format(40))
    two = run(f"import subprocess, sys; subprocess.run([sys.executable, '-c', {HOLD.format(40)!r}]); {HOLD.format(1)}")
    both = run(f"import subprocess, sys; p = subprocess.Popen([sys.executable, '-c', {HOLD.format(40)!r}]);"
               f"{HOLD.format(40)}; p.wait()")  # fmt: skip
    assert 40e6 < alone.peak < 70e6
    assert 40e6 < two.peak < 75e6
    assert 84e6 < both.peak < 120e6


@on_linux
def test_what_a_process_shares_with_its_copies_counts_once(run):
    forked = run(f"import os; {HOLD.format(40)}; child = os.fork(); time.sleep(0.3); child and os.waitpid(child, 0)")
    assert 40e6 < forked.peak < 75e6


def test_a_failure_says_what_the_program_said(run):
    assert run("raise SystemExit('Error: no such thing')") == Failure("Error: no such thing")
    assert run("print('Error: too many'); print('at line 3'); raise SystemExit(1)") == Failure("Error: too many")
    assert run("raise SystemExit(7)") == Failure("ends with 7")


def test_a_program_that_is_not_there_is_a_failure(tmp_path):
    assert measure([str(tmp_path / "none")], 5, tmp_path / "said") == Failure(
        "cannot be started: No such file or directory"
    )


def test_what_is_set_for_a_program_reaches_it(run):
    assert run("import os; raise SystemExit(os.environ['SET'])", SET="yes") == Failure("yes")


@on_linux
def test_a_program_that_takes_too_long_is_ended_with_all_that_it_started(run, tmp_path):
    pids = tmp_path / "pids"
    program = (
        "import os, subprocess, sys, time\n"
        f"child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'], start_new_session=True)\n"
        f"open({str(pids)!r}, 'w').write(f'{{os.getpid()}} {{child.pid}}')\n"
        "time.sleep(600)\n"
    )
    assert run(program, limit=4) == Failure("over 4 s")
    assert [pid for pid in pids.read_text().split() if is_alive(pid)] == []


@on_linux
def test_what_a_program_leaves_behind_is_ended_too(run, tmp_path):
    pids = tmp_path / "pids"
    program = (
        "import subprocess, sys, time\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'], start_new_session=True)\n"
        f"open({str(pids)!r}, 'w').write(str(child.pid))\n"
        "time.sleep(1.5)\n"
    )
    assert isinstance(run(program), Run)
    pid = pids.read_text()
    for _ in range(100):
        if not is_alive(pid):
            break
        time.sleep(0.05)
    assert not is_alive(pid)


def test_others_go_on(run):
    other = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    try:
        run("pass")
        assert is_alive(other.pid)
        assert is_alive(os.getpid())
    finally:
        other.kill()
        other.wait()
