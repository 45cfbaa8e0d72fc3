"""How far a long run is: shown on a terminal, and nowhere else."""

import os
import subprocess
import sys

import pytest

from orgviz.cli import progress as module
from orgviz.cli.progress import Progress, progress
from tests.cli.conftest import ORGVIZ, environment

TERMINAL = {"TERM": "xterm", "CI": None}


def on_a_terminal(folder, *arguments, **changes):
    """Run orgviz with a terminal for its messages and a slow Graphviz; return its exit code and what is seen."""
    import pty  # noqa: PLC0415 - not on every system

    program = folder / "bin" / "dot"
    program.parent.mkdir(exist_ok=True)
    real = subprocess.run(["sh", "-c", "command -v dot"], check=True, capture_output=True, text=True).stdout.strip()
    program.write_text(f'#!/bin/sh\nsleep 2\nexec {real} "$@"\n', encoding="utf-8")
    program.chmod(0o700)
    reading, writing = pty.openpty()
    settings = {**TERMINAL, "PATH": f"{program.parent}:{os.environ['PATH']}", **changes}
    process = subprocess.Popen(
        [*ORGVIZ, *arguments], cwd=folder, stdin=subprocess.DEVNULL, stderr=writing, env=environment(**settings)
    )
    os.close(writing)
    seen = b""
    while True:
        try:
            more = os.read(reading, 65536)
        except OSError:  # how a terminal ends on Linux
            break
        if not more:
            break
        seen += more
    os.close(reading)
    return process.wait(60), seen


needs_terminal = pytest.mark.skipif(sys.platform == "win32", reason="terminals of POSIX")


@needs_terminal
def test_a_long_run_says_what_it_does_and_leaves_nothing_behind(folder):
    code, seen = on_a_terminal(folder, "render", "org.yaml", "-o", "a.svg")
    assert code == 0
    assert b" drawing " in seen
    assert seen.endswith(b"\x1b[?25h\r\x1b[1A\x1b[2K")  # the cursor is there again, and the line is empty


@needs_terminal
@pytest.mark.parametrize(
    ("arguments", "changes"), [(["-q"], {}), ([], {"CI": "true"}), ([], {"TERM": "dumb"}), ([], {"TERM": None})]
)
def test_who_wants_none_sees_none(folder, arguments, changes):
    assert on_a_terminal(folder, "render", "org.yaml", "-o", "a.svg", *arguments, **changes) == (0, b"")


def test_a_pipe_gets_nothing_and_rich_is_not_even_loaded(folder):
    code = (
        "import sys\nfrom orgviz.cli.app import app\n"
        "app(['render', 'org.yaml', '-o', 'a.svg'], standalone_mode=False)\n"
        "print(*sorted({name.split('.')[0] for name in sys.modules} & {'rich', 'socketserver'}))\n"
        "print('orgviz.watch' in sys.modules, 'orgviz.serve' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        check=True,
        cwd=folder,
        capture_output=True,
        text=True,
        env=environment(**TERMINAL),
    )
    loaded, ours = done.stdout.splitlines()
    assert (loaded, ours, done.stderr) == ("", "False False", "")


class Terminal:
    """Stands in for the display: keeps what it was told."""

    def __init__(self):
        self.told = []
        self.task_ids = [0]

    def add_task(self, words, total):
        assert total is None  # nobody knows how long it takes
        self.told.append(words)

    def start(self):
        self.told.append("start")

    def update(self, _, description):
        self.told.append(description)

    def stop(self):
        self.told.append("stop")


def test_stages_and_charts_are_told_once_it_is_shown(monkeypatch):
    terminal = Terminal()
    monkeypatch.setattr(module, "_display", lambda: terminal)
    shown = Progress()
    shown.tell("laying out")
    shown.show()
    shown.begin(2, 3)
    shown.tell("drawing")
    shown.end()
    assert terminal.told == [
        "laying out", "start", "laying out, chart 2 of 3", "drawing, chart 2 of 3", "stop",
    ]  # fmt: skip


def test_a_run_that_is_over_shows_nothing_any_more(monkeypatch):
    terminal = Terminal()
    monkeypatch.setattr(module, "_display", lambda: terminal)
    shown = Progress()
    shown.end()
    shown.show()
    assert terminal.told == []


def test_who_types_an_input_is_left_alone(monkeypatch):
    monkeypatch.setattr(module, "_is_seen", lambda: True)
    monkeypatch.setattr(module.sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(module, "SHOWN_AFTER", 0)
    monkeypatch.setattr(Progress, "show", lambda _: pytest.fail("shown"))
    with progress(["-"]):
        pass


def test_parts_of_a_stage_are_counted_with_their_rate(monkeypatch):
    now = [100.0]
    monkeypatch.setattr(module.time, "monotonic", lambda: now[0])
    shown = Progress()
    shown.tell("drawing")
    shown.count(0, 1200)
    assert shown.words == "drawing"
    now[0] += 2
    shown.count(30, 1200)
    assert shown.words == "drawing, 30 of 1,200 (15.0/s)"
    shown.tell("writing PDF")
    assert shown.words == "writing PDF"
