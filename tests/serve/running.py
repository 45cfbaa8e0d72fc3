"""Run orgviz as a process that goes on until it is stopped, and read what it says."""

import contextlib
import http.client
import json
import re
import signal
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.cli.conftest import ORGVIZ, environment

SECONDS = 60.0


class Running:
    """A run of orgviz, with the lines that it has written to standard error so far."""

    def __init__(self, process: subprocess.Popen[str]):
        self.process = process
        self.lines: list[str] = []
        self.reader = threading.Thread(target=self._read)
        self.reader.start()

    def _read(self) -> None:
        assert self.process.stderr is not None
        for line in self.process.stderr:
            self.lines.append(line)

    def heard(self, pattern: str, after: int = 0) -> re.Match[str]:
        """Wait for words, in what was said after so many lines."""
        end = time.monotonic() + SECONDS
        while time.monotonic() < end:
            is_over = self.process.poll() is not None and not self.reader.is_alive()
            if found := re.search(pattern, "".join(self.lines[after:])):
                return found
            assert not is_over, f"ended without {pattern!r}: {self.lines}"
            time.sleep(0.02)
        raise AssertionError(f"never said {pattern!r}: {self.lines}")

    def stop(self, how: signal.Signals = signal.SIGINT) -> tuple[int, str]:
        """Stop it; return its exit code and all that it said."""
        self.process.send_signal(how)
        code = self.process.wait(SECONDS)
        self.reader.join()
        return code, "".join(self.lines)


@contextlib.contextmanager
def running(*arguments: str | Path, folder: Path, **changes: str | None) -> Iterator[Running]:
    """Start orgviz in a folder; end it with the context."""
    process = subprocess.Popen(
        [*ORGVIZ, *map(str, arguments)],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env=environment(XDG_STATE_HOME=str(folder / ".state"), **changes),
        # A shell starts what runs in its background with SIGINT ignored: these tests may be there.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # noqa: PLW1509 - before threads
    )
    with process:
        run = Running(process)
        try:
            yield run
        finally:
            process.kill()
            run.reader.join()


class Reader:
    """A page of the preview, as far as a program can be one."""

    def __init__(self, address: str):
        found = re.fullmatch(r"http://127\.0\.0\.1:(\d+)/\?token=(\w+)", address)
        assert found is not None
        self.port, self.cookie = int(found[1]), f"orgviz-{found[1]}={found[2]}"
        self.connection, self.events = self._ask("/events")

    def _ask(self, path: str) -> tuple[http.client.HTTPConnection, http.client.HTTPResponse]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=SECONDS)
        connection.request("GET", path, headers={"Cookie": self.cookie})
        return connection, connection.getresponse()

    def body(self, path: str) -> bytes:
        """Return what stands under a path."""
        connection, answer = self._ask(path)
        body = answer.read()
        connection.close()
        assert answer.status == 200, body
        return body

    def state(self) -> dict[str, Any]:
        """Wait for the next state in which nothing is being drawn."""
        while True:
            line = self.events.fp.readline().decode()
            assert line, "the stream has ended"
            if line.startswith("data: "):
                state: dict[str, Any] = json.loads(line[6:])
                if not state["is_drawing"]:
                    return state

    def chart(self) -> str:
        """Return the picture."""
        return self.body("/chart.svg").decode("utf-8")

    def close(self) -> None:
        """Go away."""
        self.events.close()
        self.connection.close()


def save(path: Path, text: str) -> None:
    """Write a file as careful editors do: another in its place."""
    new = path.with_name(f".{path.name}.new")
    new.write_text(text, encoding="utf-8")
    new.replace(path)
