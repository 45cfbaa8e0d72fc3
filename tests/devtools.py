"""Drive a browser as a person does: real clicks, keys and wheels through its own protocol, over two pipes.

Nothing has to be installed for it but the browser: messages are JSON, each ended by a zero byte.
"""

import json
import os
import select
import subprocess
import sys
import time
from base64 import b64decode
from collections import deque
from pathlib import Path
from typing import Any

FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-extensions", "--remote-debugging-pipe", "--hide-scrollbars",
)  # fmt: skip
SECONDS = 60
# The browser reads from its third file and writes to its fourth.
START = (
    "import os, sys; os.dup2(int(sys.argv[1]), 3); os.dup2(int(sys.argv[2]), 4); os.execv(sys.argv[3], sys.argv[3:])"
)
KEYS = {
    "Enter": ("Enter", 13, "\r"), "Escape": ("Escape", 27, ""), "Tab": ("Tab", 9, ""), "Home": ("Home", 36, ""),
    "End": ("End", 35, ""), "ArrowLeft": ("ArrowLeft", 37, ""), "ArrowUp": ("ArrowUp", 38, ""),
    "ArrowRight": ("ArrowRight", 39, ""), "ArrowDown": ("ArrowDown", 40, ""), " ": ("Space", 32, " "),
}  # fmt: skip


class Browser:
    """A browser without a screen."""

    def __init__(self, path: str, profile: Path):
        to_read, self.output = os.pipe()
        self.input, to_write = os.pipe()
        # Numbers below 5 would be written over before they are copied.
        files = [os.dup(file) for file in (to_read, to_write)]
        high = [file if file > 4 else os.dup(file) for file in files]
        command = [sys.executable, "-c", START, str(high[0]), str(high[1]), path, *FLAGS, f"--user-data-dir={profile}"]
        self.process = subprocess.Popen(
            command, pass_fds=high, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        for file in {to_read, to_write, *files, *high}:
            os.close(file)
        self.number = 0
        self.rest = b""
        self.events: deque[dict[str, Any]] = deque()

    def call(self, method: str, session: str | None = None, **parameters: object) -> dict[str, Any]:
        """Ask for something and wait for the answer; what happens meanwhile is kept in `events`."""
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        os.write(self.output, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._message()
            if answer.get("id") == self.number:
                assert "error" not in answer, (method, answer["error"])
                result: dict[str, Any] = answer["result"]
                return result
            self.events.append(answer)

    def _message(self) -> dict[str, Any]:
        end = time.monotonic() + SECONDS
        while b"\0" not in self.rest:
            ready, _, _ = select.select([self.input], [], [], max(0, end - time.monotonic()))
            assert ready, "the browser does not answer"
            piece = os.read(self.input, 1 << 20)
            assert piece, "the browser has ended"
            self.rest += piece
        message, _, self.rest = self.rest.partition(b"\0")
        read: dict[str, Any] = json.loads(message)
        return read

    def open(self, address: str, **size: Any) -> "Tab":
        """Open an address in a tab of its own."""
        return Tab(self, address, **size)

    def close(self) -> None:
        """End it."""
        os.close(self.output)
        os.close(self.input)
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


class Tab:
    """A page that is open, with everything that it asked for and complained of."""

    def __init__(
        self,
        browser: Browser,
        address: str,
        *,
        width: int = 1280,
        height: int = 800,
        dark: bool = False,
        scripts: bool = True,
        touch: bool = False,
    ):
        self.browser = browser
        self.scripts = scripts
        self.target = browser.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = browser.call("Target.attachToTarget", targetId=self.target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.call(f"{domain}.enable")
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        still = {"name": "prefers-reduced-motion", "value": "reduce"}
        self.call("Emulation.setEmulatedMedia", features=[scheme, still])
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=touch)
        if touch:
            self.call("Emulation.setTouchEmulationEnabled", enabled=True)
        if not scripts:
            self.call("Emulation.setScriptExecutionDisabled", value=True)
        self.go(address)

    def call(self, method: str, **parameters: object) -> dict[str, Any]:
        return self.browser.call(method, self.session, **parameters)

    def go(self, address: str) -> None:
        """Open an address and wait until all of it has run."""
        self.call("Page.navigate", url=address)
        self.until("document.readyState === 'complete'")
        if self.scripts:
            self.settle()

    def run(self, code: str) -> Any:
        """Return the value of an expression in the page."""
        code = f"(async () => ({code}))()"
        result = self.call("Runtime.evaluate", expression=code, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in result, result["exceptionDetails"]
        return result["result"].get("value")

    def until(self, code: str) -> None:
        """Wait until an expression is true."""
        end = time.monotonic() + SECONDS
        while not self.run(code):
            assert time.monotonic() < end, f"never true: {code}"
            time.sleep(0.02)

    def settle(self) -> None:
        """Wait until the page has drawn what it was told."""
        self.run("await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(1))))")

    def middle(self, selector: str) -> tuple[float, float]:
        """Return where an element is on the screen."""
        code = "(box => [box.x + box.width / 2, box.y + box.height / 2])"
        x, y = self.run(f"{code}(document.querySelector({json.dumps(selector)}).getBoundingClientRect())")
        return x, y

    def hover(self, selector: str) -> None:
        self._mouse("mouseMoved", *self.middle(selector))
        self.settle()

    def click(self, selector: str, *, modifiers: int = 0) -> None:
        self.click_at(*self.middle(selector), modifiers=modifiers)

    def click_at(self, x: float, y: float, *, modifiers: int = 0) -> None:
        self._mouse("mouseMoved", x, y)
        for kind in ("mousePressed", "mouseReleased"):
            self._mouse(kind, x, y, button="left", clickCount=1, modifiers=modifiers)
        self.settle()

    def drag(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        self._mouse("mouseMoved", *start)
        self._mouse("mousePressed", *start, button="left", clickCount=1)
        for step in range(1, 6):
            x, y = (a + (b - a) * step / 5 for a, b in zip(start, end, strict=True))
            self._mouse("mouseMoved", x, y, button="left", buttons=1)
        self._mouse("mouseReleased", *end, button="left", clickCount=1)
        self.settle()

    def wheel(self, x: float, y: float, turn: float) -> None:
        self._mouse("mouseWheel", x, y, deltaX=0, deltaY=turn)
        self.settle()

    def pinch(self, fingers: list[list[tuple[float, float]]]) -> None:
        """Put fingers on the screen and move them: at each moment the places of all of them."""
        for moment, places in enumerate(fingers):
            points = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(places)]
            self.call("Input.dispatchTouchEvent", type="touchMove" if moment else "touchStart", touchPoints=points)
        self.call("Input.dispatchTouchEvent", type="touchEnd", touchPoints=[])
        self.settle()

    def _mouse(self, kind: str, x: float, y: float, **more: object) -> None:
        self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, **more)

    def press(self, *keys: str, modifiers: int = 0) -> None:
        """Press keys, each by its name or its character."""
        for key in keys:
            code, number, text = KEYS.get(key, ("", ord(key[0].upper()), key))
            about = {"key": key, "code": code, "windowsVirtualKeyCode": number, "modifiers": modifiers}
            self.call("Input.dispatchKeyEvent", type="keyDown" if text else "rawKeyDown", text=text, **about)
            self.call("Input.dispatchKeyEvent", type="keyUp", **about)
        self.settle()

    def type(self, text: str) -> None:
        """Type letters into what has the focus; Han characters come as an input method gives them."""
        if text.isascii():
            self.press(*text)
        else:
            self.call("Input.insertText", text=text)
            self.settle()

    def picture(self) -> bytes:
        return b64decode(self.call("Page.captureScreenshot", format="png")["data"])

    def pdf(self) -> bytes:
        return b64decode(self.call("Page.printToPDF", printBackground=True, preferCSSPageSize=True)["data"])

    def asked(self) -> list[str]:
        """Return every address that was asked for, but for those inside the page."""
        addresses = [event["params"]["request"]["url"] for event in self._events("Network.requestWillBeSent")]
        return [address for address in addresses if not address.startswith("data:")]

    def complaints(self) -> list[str]:
        """Return what the console says: errors of scripts, and what the policy has forbidden."""
        thrown = [event["params"]["exceptionDetails"]["text"] for event in self._events("Runtime.exceptionThrown")]
        logged = [event["params"]["entry"]["text"] for event in self._events("Log.entryAdded")]
        return thrown + logged

    def _events(self, method: str) -> list[dict[str, Any]]:
        events = self.browser.events
        return [event for event in events if event.get("sessionId") == self.session and event["method"] == method]

    def close(self) -> None:
        self.browser.call("Target.closeTarget", targetId=self.target)
