"""Copies of this process make bytes at the same time; what goes wrong in one is known here, and none is left."""

import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import pytest

from orgviz.diagnostics import LimitError, ToolError
from orgviz.output.child_process import Child, Limits
from orgviz.output.forks import copies_with_room, made_by_forks, may_fork
from tests.processes import children_of, group_is_running, is_running

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only there a copy is safe")

HERE = os.getpid()


def made(make, values, at_once=2):
    return [b"".join(pieces) for pieces in made_by_forks(make, values, at_once)]


def who(_value):
    return str(os.getpid()).encode()


def open_files():
    return sorted(path.name for path in Path("/proc/self/fd").iterdir())


def test_each_value_has_a_copy_of_its_own():
    processes = made(who, range(5))
    assert len(set(processes)) == 5
    assert str(HERE).encode() not in processes


def test_results_come_in_the_order_of_the_values_whichever_is_done_first():
    def late_ones_first(number):
        time.sleep(0.02 * (4 - number))
        return str(number).encode()

    assert made(late_ones_first, range(5), at_once=5) == [b"0", b"1", b"2", b"3", b"4"]


def test_what_does_not_fit_into_a_pipe_comes_whole():
    assert made(lambda number: bytes([number]) * (5 << 20), [1, 2, 3]) == [bytes([n]) * (5 << 20) for n in (1, 2, 3)]


def test_no_more_are_at_work_than_are_allowed(tmp_path):
    def look(number):
        mine = tmp_path / str(number)
        mine.touch()
        time.sleep(0.02)
        found = len(list(tmp_path.iterdir()))
        mine.unlink()
        return b"%d" % found

    assert max(map(int, made(look, range(7), at_once=3))) <= 3


def test_nothing_to_make_is_no_copy():
    assert made(who, []) == []


@pytest.mark.parametrize(
    "error", [ToolError("no pen", "buy one"), ToolError("no hint"), LimitError("too long", "less")]
)
def test_a_failure_is_what_it_was(error):
    def fail(number):
        if number == 1:
            raise error
        return b"x"

    with pytest.raises(type(error)) as raised:
        made(fail, range(4))
    assert (str(raised.value), raised.value.hint, type(raised.value)) == (str(error), error.hint, type(error))


def test_what_comes_before_a_failure_is_still_given():
    def fail(number):
        if number == 1:
            raise ToolError("no pen")
        return b"first"

    found = made_by_forks(fail, range(2), 1)
    assert b"".join(next(found)) == b"first"
    with pytest.raises(ToolError, match="no pen"):
        next(found)


def test_a_bug_is_met_here_where_it_can_be_followed():
    with pytest.raises(ZeroDivisionError) as raised:
        made(lambda number: b"%d" % (1 // number), [1, 0])
    assert any(entry.name == "<lambda>" for entry in raised.traceback)


def test_what_only_a_copy_cannot_do_is_done_here():
    def only_here(_number):
        if os.getpid() != HERE:
            raise MemoryError
        return b"here"

    assert made(only_here, range(3)) == [b"here"] * 3


def test_a_copy_that_is_ended_from_outside_is_an_error_in_words():
    def end(number):
        if number == 1:
            os.kill(os.getpid(), signal.SIGKILL)
        return b"x"

    with pytest.raises(ToolError, match=r"ended from outside \(signal 9\)") as raised:
        made(end, range(4))
    assert raised.value.hint


def test_where_no_process_can_be_had_all_is_made_here(monkeypatch):
    def refuse():
        raise OSError(errno.EAGAIN, "Resource temporarily unavailable")

    monkeypatch.setattr(os, "fork", refuse)
    files = open_files()
    assert made(who, range(3)) == [str(HERE).encode()] * 3
    assert open_files() == files


def test_where_some_processes_can_be_had_the_order_is_the_same(monkeypatch):
    fork, asked = os.fork, []

    def refuse_every_other():
        asked.append(1)
        if len(asked) % 2:
            return fork()
        raise OSError(errno.EAGAIN, "Resource temporarily unavailable")

    monkeypatch.setattr(os, "fork", refuse_every_other)
    assert made(lambda number: str(number).encode(), range(6)) == [b"0", b"1", b"2", b"3", b"4", b"5"]


def test_nothing_is_left_open_or_unasked_for():
    files, children = open_files(), children_of(HERE)
    made(who, range(4))
    with pytest.raises(ToolError):
        made(_hopeless, range(4))
    found = made_by_forks(who, range(4), 2)
    next(found)
    found.close()
    assert open_files() == files
    assert children_of(HERE) == children


def _hopeless(_value):
    raise ToolError("no pen")


def test_the_end_of_a_run_ends_the_copies_and_what_they_have_started(tmp_path):
    def hang(number):
        if number == 0:
            while not (tmp_path / "group").exists():
                time.sleep(0.01)
            raise ToolError("no pen")
        (tmp_path / "copy").write_text(str(os.getpid()), encoding="utf-8")
        limits = Limits(seconds=60, memory=1 << 30, output=1 << 20)
        script = f"echo $$ > {tmp_path}/new; mv {tmp_path}/new {tmp_path}/group; sleep 60"
        with Child(["/bin/sh", "-c", script], b"", {"PATH": os.environ["PATH"]}, limits) as child:
            child.start()
            return child.result().out

    with pytest.raises(ToolError, match="no pen"):
        made(hang, range(2))
    assert not is_running(int((tmp_path / "copy").read_text(encoding="utf-8")))
    assert not group_is_running(int((tmp_path / "group").read_text(encoding="utf-8")))


def test_a_copy_that_hears_nothing_is_ended_nevertheless(monkeypatch, tmp_path):
    monkeypatch.setattr("orgviz.output.forks._LAST_SECONDS", 0.2)

    def deaf(number):
        if number == 0:
            while not (tmp_path / "deaf").exists():
                time.sleep(0.01)
            raise ToolError("no pen")
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        (tmp_path / "deaf").touch()
        time.sleep(60)
        return b""

    children = children_of(HERE)
    with pytest.raises(ToolError, match="no pen"):
        made(deaf, range(2))
    assert children_of(HERE) == children


def test_copies_end_when_nobody_takes_what_they_send(tmp_path):
    program = (
        "import os, pathlib, signal\n"
        "from orgviz.output.forks import _Forks\n"
        "forks = _Forks(lambda _: bytes(8 << 20))\n"
        "for number in range(3): forks.begin(number, number)\n"
        "pathlib.Path('copies').write_text(' '.join(str(fork.process) for fork in forks.running))\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, check=False)
    copies = [int(process) for process in (tmp_path / "copies").read_text(encoding="utf-8").split()]
    assert (done.returncode, len(copies)) == (-signal.SIGKILL, 3)
    last = time.monotonic() + 20
    while any(map(is_running, copies)) and time.monotonic() < last:
        time.sleep(0.01)
    left = [process for process in copies if is_running(process)]
    for process in left:
        os.kill(process, signal.SIGKILL)
    assert left == []


@pytest.fixture
def forgotten():
    """Have the system forget how children ended, as some that start programs leave it to them."""
    before = signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    yield
    signal.signal(signal.SIGCHLD, before)


@pytest.mark.usefixtures("forgotten")
def test_where_it_is_forgotten_how_a_copy_ended_nothing_is_taken_for_whole():
    def end(number):
        if number == 1 and os.getpid() != HERE:
            os.kill(os.getpid(), signal.SIGKILL)
        return b"x" * number

    assert made(end, range(4)) == [b"", b"x", b"xx", b"xxx"]


@pytest.mark.usefixtures("forgotten")
def test_where_it_is_forgotten_how_a_copy_ended_a_failure_is_what_it_was():
    with pytest.raises(ToolError, match="no pen"):
        made(_hopeless, range(2))


@pytest.mark.usefixtures("forgotten")
def test_where_it_is_forgotten_how_copies_end_none_is_made():
    assert not may_fork()


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_a_copy_does_nothing_of_what_this_process_would_do_at_its_end(name, tmp_path):
    program = (
        "import atexit, os, signal, time, pathlib\n"
        "from orgviz.output.forks import made_by_forks\n"
        "def note(how): pathlib.Path('ends').open('a').write(f'{how} {os.getpid()}\\n')\n"
        "atexit.register(note, 'exit')\n"
        "def make(number):\n"
        f"    os.kill(os.getppid() if number else os.getpid(), signal.{name})\n"
        "    time.sleep(0.5)\n"
        "    return b'x'\n"
        "signal.signal(signal.SIGTERM, signal.default_int_handler)\n"
        "signal.signal(signal.SIGHUP, signal.default_int_handler)\n"
        "try:\n"
        "    print(os.getpid(), flush=True)\n"
        "    list(made_by_forks(make, [0, 1], 2))\n"
        "except BaseException:\n"
        "    note('caught')\n"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=False)
    process = done.stdout.strip()
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "ends").read_text(encoding="utf-8") == f"caught {process}\nexit {process}\n"


def test_signals_are_heard_afterwards_as_before():
    before = (signal.pthread_sigmask(signal.SIG_BLOCK, ()), signal.getsignal(signal.SIGINT))
    made(who, range(3))
    assert (signal.pthread_sigmask(signal.SIG_BLOCK, ()), signal.getsignal(signal.SIGINT)) == before


@pytest.mark.parametrize(("held", "copies"), [(100_000, 2), (700_000, 2), (800_000, 1), (900_000, 0), (2_000_000, 0)])
def test_copies_together_stay_below_a_gigabyte(monkeypatch, held, copies):
    monkeypatch.setattr("resource.getrusage", lambda _: SimpleNamespace(ru_maxrss=held))
    assert copies_with_room(2) == copies


def test_copies_share_what_they_were_made_from():
    program = (
        "from pathlib import Path\n"
        "from orgviz.output.forks import made_by_forks\n"
        "held = bytes(200 << 20)\n"
        "def own(_):\n"
        "    lines = Path('/proc/self/smaps_rollup').read_text().splitlines()\n"
        "    return next(line.split()[1] for line in lines if line.startswith('Private_Dirty:')).encode()\n"
        "print(max(int(b''.join(pieces)) for pieces in made_by_forks(own, [1, 2], 2)))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert int(done.stdout) < 20 << 10


@pytest.mark.parametrize(
    ("start", "may"),
    [("", True), ("threading.Thread(target=time.sleep, args=(9,), daemon=True).start()", True),
     ("_thread.start_new_thread(time.sleep, (9,))", False)],
    ids=["alone", "beside a thread of Python's", "beside a thread of others"],
)  # fmt: skip
def test_copies_are_made_only_where_all_threads_are_known(start, may):
    program = (
        "import _thread, sys, threading, time\n"
        "from orgviz.output.forks import may_fork\n"
        f"{start}\n"
        "time.sleep(0.05)\n"
        "told = [may_fork()]\n"
        "thread = threading.Thread(target=lambda: told.append(may_fork()))\n"
        "thread.start(); thread.join()\n"
        "print(told)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == f"[{may}, False]\n"
