"""Whatever call to the system fails, and wherever a run is stopped: files are old or new, all or none, nothing is left."""

import errno
import os
import signal
import subprocess
import sys
from itertools import count
from pathlib import Path

import pytest

from orgviz.diagnostics import OutputError
from tests.output.failing_calls import (
    NEW,
    OLD,
    REMOVING,
    Calls,
    counted,
    each_is_whole,
    files,
    prepare,
    strays,
    write_all,
)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the calls of POSIX")
ROOT = Path(__file__).parents[2]
ERRORS = ("ENOSPC", "EIO", "EDQUOT", "EACCES", "EROFS", "EINTR")


def failing(name):
    def fail():
        number = getattr(errno, name)
        raise OSError(number, os.strerror(number))

    return fail


def runs(tmp_path, happen, *, until=None):
    """Yield, for every call, what a run ended with when that call was disturbed, the calls, and the folder."""
    for k in count(1):
        folder = tmp_path / str(k)
        prepare(folder)
        calls, ended = Calls(k, until or k, happen), None
        try:
            with counted(calls):
                write_all(folder)
        except (OutputError, KeyboardInterrupt) as error:
            ended = error
        if not calls.is_reached:
            assert k > 40
            return
        yield ended, calls, folder


@pytest.mark.parametrize("name", ERRORS)
def test_when_any_call_fails_all_files_are_new_or_all_are_as_they_were(tmp_path, name):
    for ended, calls, folder in runs(tmp_path, failing(name)):
        assert files(folder) == (NEW if ended is None else OLD), calls.name
        if ended is not None:
            assert [(folder / old).stat().st_mtime for old in OLD] == [1, 1, 1], calls.name
            assert str(ended).startswith(f"'{folder}")
        assert not strays(folder) or calls.name in REMOVING, calls.name
        write_all(folder)
        assert not strays(folder)
        assert (folder / "a.svg").stat().st_mode & 0o777 == 0o640


def test_when_every_call_fails_from_some_moment_on_each_file_is_whole_and_what_is_new_is_told(tmp_path):
    mixed = 0
    for ended, calls, folder in runs(tmp_path, failing("EIO"), until=1_000):
        found = files(folder)
        assert each_is_whole(found), calls.name
        new = [name for name, data in found.items() if data != OLD.get(name)]
        if ended is None:
            assert found == NEW
        else:
            assert all(f"{folder / name}" in (ended.hint or "") for name in new), calls.name
            mixed += bool(new)
    assert mixed


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_during_any_call_leaves_all_files_as_they_were_or_comes_after_all_are_new(tmp_path, number):
    def stop(*_):
        raise KeyboardInterrupt

    before = signal.signal(number, stop)
    try:
        for ended, calls, folder in runs(tmp_path, lambda: signal.raise_signal(number)):
            assert isinstance(ended, KeyboardInterrupt), calls.name
            assert files(folder) in (OLD, NEW), calls.name
            assert not strays(folder), calls.name
            assert signal.getsignal(number) is stop
    finally:
        signal.signal(number, before)


@pytest.mark.parametrize("name", ["SIGKILL", "SIGTERM", "SIGINT", "SIGHUP"])
def test_a_run_that_is_killed_at_any_call_leaves_whole_files_and_nothing_that_the_next_does_not_clear_away(
    tmp_path, name
):
    done = subprocess.run(
        [sys.executable, "-m", "tests.output.killed_runs", tmp_path, name],
        check=False, capture_output=True, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, b""), done.stderr.decode()
    assert int(done.stdout.split()[0]) > 40
