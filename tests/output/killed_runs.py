"""A program for `test_write_laws.py`: end a run by a signal at its k-th call to the system, for every k, and look."""

import os
import signal
import sys
from itertools import count
from pathlib import Path

from tests.output.failing_calls import Calls, counted, each_is_whole, files, prepare, strays, write_all


def ended_at(k: int, number: int, folder: Path) -> bool:
    """Run until the signal comes at the k-th call; tell whether it came."""
    process = os.fork()
    if not process:
        if number != signal.SIGKILL:
            signal.signal(number, signal.SIG_DFL)
        with counted(Calls(k, k, lambda: os.kill(os.getpid(), number))):
            write_all(folder)
        os._exit(0)
    _, status = os.waitpid(process, 0)
    if os.WIFSIGNALED(status):
        assert os.WTERMSIG(status) == number, f"call {k}: {status}"
        return True
    assert status == 0, f"call {k}: {status}"
    return False


def main(scratch: Path, number: int) -> None:
    mixed = 0
    for k in count(1):
        folder = scratch / str(k)
        prepare(folder)
        came = ended_at(k, number, folder)
        found = files(folder)
        assert each_is_whole(found), f"call {k}: {found}"
        if number == signal.SIGKILL:
            mixed += "b.png" in found and found["sub/d.json"] == b"old d"
            write_all(folder)
        else:
            assert ("b.png" in found) == (found["a.svg"] == b"new a" * 9) == (found["sub/d.json"] == b"new d"), f"{k}"
        assert not strays(folder), f"call {k}: {strays(folder)}"
        if not came:
            sys.stdout.write(f"{k - 1} calls, {mixed} of them between two files\n")
            return


main(Path(sys.argv[1]), getattr(signal, sys.argv[2]))
