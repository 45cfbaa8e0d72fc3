"""Drive a browser through its debugging pipe: a page, what it says, keys, and pictures of it; nothing to install."""

import base64
import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

FLAGS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-extensions", "--remote-debugging-pipe",
)  # fmt: skip
SECONDS = 60.0
# The browser reads from 3 and writes to 4.
AS_3_AND_4 = """\
import os, sys
ends = [os.dup(int(number)) for number in sys.argv[1:3]]
spare = [os.open(os.devnull, os.O_RDONLY) for _ in range(8)]  # so that the next numbers are beyond 4
ends = [os.dup(end) for end in ends]
os.dup2(ends[0], 3), os.dup2(ends[1], 4)
os.execv(sys.argv[3], sys.argv[3:])
"""


class Chrome:
    """One page of a browser."""

    def __init__(self, write: int, read: int):
        self.write, self.read = write, read
        self.number = 0
        self.rest = b""
        self.session: str | None = None
        self.entries: list[dict[str, str]] = []  # what the browser notes as errors, after Log.enable
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network"):
            self.call(f"{domain}.enable")

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Return what a method of the protocol answers."""
        self.number += 1
        message: dict[str, Any] = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.write, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("method") == "Log.entryAdded":
                entry = answer["params"]["entry"]
                self.entries.append({"text": entry["text"], "url": entry.get("url", "")})
            if answer.get("id") == self.number:
                assert "error" not in answer, answer["error"]
                return answer["result"]

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self.rest:
            more = os.read(self.read, 1 << 16)
            assert more, "the browser has gone"
            self.rest += more
        message, _, self.rest = self.rest.partition(b"\0")
        return json.loads(message)

    def open(self, url: str) -> None:
        """Go to an address."""
        self.call("Page.navigate", url=url)

    def value(self, script: str) -> Any:
        """Return what an expression of JavaScript gives in the page."""
        found = self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in found, found["exceptionDetails"]
        return found["result"].get("value")

    def until(self, script: str) -> Any:
        """Wait until an expression gives something true, and return it."""
        end = time.monotonic() + SECONDS
        while time.monotonic() < end:
            with contextlib.suppress(AssertionError):
                found = self.value(script)
                if found:
                    return found
            time.sleep(0.02)
        raise AssertionError(f"never true: {script}\n{self.value('document.body.innerText')}")

    def picture(self, path: Path) -> None:
        """Write what is seen to a PNG."""
        path.write_bytes(base64.b64decode(self.call("Page.captureScreenshot", format="png")["data"]))


@contextlib.contextmanager
def chrome(browser: str, profile: Path, size: tuple[int, int] = (1400, 800)) -> Iterator[Chrome]:
    """Start a browser with a fresh profile, and leave nothing of it running."""
    to_read, to_write = os.pipe()
    from_read, from_write = os.pipe()
    process = subprocess.Popen(
        [sys.executable, "-c", AS_3_AND_4, str(to_read), str(from_write), browser, *FLAGS,
         f"--window-size={size[0]},{size[1]}", f"--user-data-dir={profile}"],
        pass_fds=(to_read, from_write), stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    os.close(to_read)
    os.close(from_write)
    try:
        yield Chrome(to_write, from_read)
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        os.close(to_write)
        os.close(from_read)
