"""Works that others are given; they are found there by their names."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from orgviz.diagnostics import ToolError


def doubled(number: int) -> int:
    return 2 * number


def failing_at_three(number: int) -> int:
    if number == 3:
        raise ToolError("three", "take another")
    return number


def deadly_once(task: tuple[int, str]) -> int:
    """End whoever works on the third for the first time."""
    number, mark = task
    if number == 3 and not Path(mark).exists():
        Path(mark).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def deadly_in_sending(task: tuple[int, str]) -> int:
    """End who works on the third while it has the lock that all need to send their results, and others wait for it."""
    number, mark = task
    if number == 3 and not Path(mark).exists():
        Path(mark).touch()
        frame = sys._getframe()
        while "result_queue" not in frame.f_locals:
            frame = frame.f_back
        frame.f_locals["result_queue"]._wlock.acquire()
        time.sleep(0.5)
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def deadly_at_three(number: int) -> int:
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def who(_: int) -> int:
    return os.getpid()


def long_with_a_child(mark: str) -> None:
    """Run a program in a session of its own, as Graphviz is, and write down who it is."""
    process = subprocess.Popen(["sleep", "60"], start_new_session=True)
    try:
        Path(mark).write_text(f"{os.getpid()} {process.pid}", encoding="ascii")
        time.sleep(60)
    finally:
        process.kill()
        process.wait()
