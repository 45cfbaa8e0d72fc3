"""Whatever a `dot` program does, it ends within its limits, leaves nothing running, and is told in words."""

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from orgviz.diagnostics import LimitError, ToolError
from orgviz.output import graphviz_engine
from orgviz.output.child_process import Child, Limits
from orgviz.output.graphviz_engine import draw
from orgviz.output.graphviz_svg import read_groups
from tests.processes import is_running

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a shell")
linux_only = pytest.mark.skipif(sys.platform != "linux", reason="limits are set by prlimit")

DOT = 'digraph {\nn0 [pos="5,5"]\nn1 [pos="9,9"]\nn0 -> n1 [pos="5,5 6,6 7,7 8,8"]\n}'
SVG = "<svg></svg>"


def eventually(condition):
    for _ in range(2000):
        if condition():
            return True
        time.sleep(0.01)
    return False


def pids_in(path):
    assert eventually(lambda: path.exists() and path.read_text(encoding="utf-8").endswith("\n"))
    return [int(word) for word in path.read_text(encoding="utf-8").split()]


def test_a_limit_ends_with_its_own_exit_code():
    assert LimitError.exit_code == 4


def test_time_that_is_up_is_told_with_the_size_of_the_graph_and_what_helps(fake):
    with pytest.raises(LimitError, match=r"within 0\.2 seconds, on 2 boxes and 1 lines") as caught:
        draw(DOT, fake("exec sleep 60"), seconds=0.2)
    for way in ("--depth", "--layout compact", "--timeout"):
        assert way in caught.value.hint


def test_a_program_that_ignores_signals_is_ended(fake, tmp_path):
    pids = tmp_path / "pids"
    with pytest.raises(LimitError):
        draw(DOT, fake(f"trap '' TERM INT HUP; echo $$ > {pids}; while :; do sleep 1; done"), seconds=0.5)
    assert all(eventually(lambda pid=pid: not is_running(pid)) for pid in pids_in(pids))


def test_output_without_end_is_cut(fake, monkeypatch):
    monkeypatch.setattr(graphviz_engine, "_OUTPUT", 1 << 20)
    with pytest.raises(LimitError, match="wrote more than 1 MB"):
        draw(DOT, fake("exec yes '<g>'"))


def test_words_without_end_are_thrown_away(fake):
    assert draw(DOT, fake(f"cat >/dev/null; head -c 30000000 /dev/zero >&2; echo '{SVG}'")) == f"{SVG}\n".encode()


def test_words_in_no_encoding_are_repeated(fake):
    with pytest.raises(ToolError, match="exit code 1"):
        draw(DOT, fake(r"printf 'Error: \377\376 \200\n' >&2; exit 1"))


@pytest.mark.parametrize(("name", "number"), [("SEGV", 11), ("ABRT", 6)])
def test_a_crash_is_told_with_its_signal(fake, name, number):
    with pytest.raises(ToolError, match=f"signal {number}") as caught:
        draw(DOT, fake(f"ulimit -c 0; kill -{name} $$"))
    assert caught.value.exit_code == 3


def test_a_script_in_its_picture_is_refused(fake):
    svg = draw(DOT, fake("cat >/dev/null; echo '<svg><g class=\"node\"><script>alert(1)</script></g></svg>'"))
    with pytest.raises(ToolError, match="not asked for: <script>"):
        read_groups(svg)


def test_a_wrapper_that_starts_others_leaves_none(fake, tmp_path):
    pids = tmp_path / "pids"
    script = f"cat >/dev/null; sleep 60 >/dev/null 2>&1 & echo $! > {pids}; echo '{SVG}'"
    assert draw(DOT, fake(script)) == f"{SVG}\n".encode()
    assert all(eventually(lambda pid=pid: not is_running(pid)) for pid in pids_in(pids))


@pytest.mark.parametrize("name", ["GVBINDIR", "GV_FILE_PATH", "DOTFONTPATH", "GDFONTPATH", "LD_PRELOAD"])
def test_hostile_settings_do_not_reach_graphviz(monkeypatch, tmp_path, name):
    tmp_path.joinpath("config6a").write_text("no plugins here", encoding="utf-8")
    monkeypatch.setenv(name, str(tmp_path))
    assert b'id="n' not in draw("digraph {}")
    assert name not in graphviz_engine._environment()


def test_it_runs_where_nothing_of_the_user_is(fake, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert draw(DOT, fake(f"pwd; echo '{SVG}'")).split()[0] == b"/"


def test_a_working_directory_that_is_gone_does_not_matter(fake, tmp_path, monkeypatch):
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    try:
        assert draw(DOT, fake(f"echo '{SVG}'"))
    finally:
        os.chdir(tmp_path)


@linux_only
def test_memory_and_processor_time_are_limited(fake):
    # A moment later, so that the limits are set before they are asked for.
    told = draw(DOT, fake(f"sleep 0.3; ulimit -v; ulimit -t; ulimit -c; echo '{SVG}'"), seconds=20).split()
    assert [int(word) for word in told[:3]] == [graphviz_engine._MEMORY // 1024, 21, 0]


@linux_only
def test_a_limit_of_ours_that_is_lower_stays():
    code = (
        "import resource, sys\n"
        "resource.setrlimit(resource.RLIMIT_CPU, (7, 7))\n"
        "from orgviz.output.child_process import Child, Limits\n"
        "limits = Limits(seconds=100, memory=1 << 30, output=1 << 20)\n"
        "child = Child(['/bin/sh', '-c', 'sleep 0.3; ulimit -t'], b'', {}, limits)\n"
        "child.start()\n"
        "print(child.result().out)"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert told.stdout == "b'7\\n'\n"


@linux_only
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
def test_no_program_is_left_when_we_are_stopped(tmp_path, number):
    pids = tmp_path / "pids"
    path = tmp_path / "dot"
    # Once we are gone, it can only be ended by the time that it may take.
    path.write_text(f"#!/bin/sh\necho $$ > {pids}\nwhile :; do :; done\n", encoding="utf-8")
    path.chmod(0o755)
    file = tmp_path / "org.yaml"
    file.write_text("units: [A]", encoding="utf-8")
    command = [sys.executable, "-m", "orgviz", "render", str(file), "-o", str(tmp_path / "a.svg"), "--timeout", "1"]
    environment = os.environ | {"PATH": f"{tmp_path}:/usr/bin:/bin"}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        (pid,) = pids_in(pids)
        limits = Path(f"/proc/{pid}/limits")
        assert eventually(lambda: re.search(r"cpu time +2 ", limits.read_text(encoding="utf-8")))
        process.send_signal(number)
        process.wait(20)
    assert eventually(lambda: not is_running(pid))
    assert [path.name for path in tmp_path.glob("*.svg")] == []


def test_the_child_of_a_failed_start_is_not_left(monkeypatch, tmp_path):
    pids = tmp_path / "pids"

    def fail(*_, **__):
        assert pids_in(pids)
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr("orgviz.output.child_process._limit_resources", fail)
    limits = Limits(seconds=9, memory=1 << 30, output=1 << 20)
    child = Child(["/bin/sh", "-c", f"echo $$ > {pids}; sleep 60"], b"", {"PATH": os.environ["PATH"]}, limits)
    with pytest.raises(RuntimeError):
        child.start()
    assert all(eventually(lambda pid=pid: not is_running(pid)) for pid in pids_in(pids))


def test_the_child_of_an_interrupted_start_is_not_left(monkeypatch, tmp_path):
    pids = tmp_path / "pids"
    limits = Limits(seconds=9, memory=1 << 30, output=1 << 20)
    child = Child(["/bin/sh", "-c", f"echo $$ > {pids}; sleep 60"], b"", {"PATH": os.environ["PATH"]}, limits)
    start = subprocess.Popen.__init__

    def interrupted_twice(*given, **named):
        start(*given, **named)
        assert pids_in(pids)
        for _ in range(2):
            signal.raise_signal(signal.SIGINT)
            time.sleep(0.2)

    monkeypatch.setattr(subprocess.Popen, "__init__", interrupted_twice)
    with pytest.raises(KeyboardInterrupt), child:
        child.start()
    assert all(eventually(lambda pid=pid: not is_running(pid)) for pid in pids_in(pids))
