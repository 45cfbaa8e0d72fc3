"""Run the command line many times from one moment on: at its start, or just before it writes; each time in a fork.

`python -m tools.faults.server whole|writing ARGUMENT…`: a line on standard input, ``{"folder": …, "errors": …}``,
starts a run in that folder, with standard error in that file; ``{"pid": …}`` is answered. It waits for a SIGCONT to go
on, and once it has ended ``{"code": …}`` is answered: negative for a signal.
"""

from __future__ import annotations

import ctypes
import json
import os
import signal
import sys
from typing import Any

from orgviz.cli import main, written

_ANYBODY = 0x59616D61, ctypes.c_ulong(-1)  # prctl: who may trace this process, where Linux asks for it


def branch() -> None:
    """Return in a fork for every run that is asked for; never in the process that was started."""
    for line in sys.stdin.buffer:
        wanted = json.loads(line)
        process = os.fork()
        if not process:
            _set_out(wanted["folder"], wanted["errors"])
            return
        _answer(pid=process)
        _, status = os.waitpid(process, 0)
        _answer(code=os.waitstatus_to_exitcode(status))
    os._exit(0)


def _set_out(folder: str, errors: str) -> None:
    os.chdir(folder)
    os.environ["HOME"] = folder  # by which the programs that it starts are found
    for number, path in enumerate((os.devnull, os.devnull, errors)):
        opened = os.open(path, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600)
        os.dup2(opened, number)
        os.close(opened)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(*_ANYBODY)
    os.kill(os.getpid(), signal.SIGSTOP)


def _answer(**values: int) -> None:
    sys.stdout.write(json.dumps(values) + "\n")
    sys.stdout.flush()


def _run(moment: str, arguments: list[str]) -> None:
    sys.argv = ["orgviz", *arguments]
    if moment == "whole":
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        branch()
        signal.signal(signal.SIGINT, signal.default_int_handler)
    else:
        write = written.write_outputs

        def write_in_a_fork(*values: Any, **named: Any) -> None:  # noqa: ANN401 - whatever it takes
            branch()
            write(*values, **named)

        written.write_outputs = write_in_a_fork  # type: ignore[assignment]
    main()


_run(sys.argv[1], sys.argv[2:])
