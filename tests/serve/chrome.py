"""Look at the preview in a browser: a page, what it says, and what the browser notes about it."""

import base64
import contextlib
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.devtools import SECONDS, Browser


class Chrome:
    """One page of a browser."""

    def __init__(self, browser: Browser, size: tuple[int, int]):
        self.browser = browser
        target = browser.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = browser.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network"):
            self.call(f"{domain}.enable")
        width, height = size
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)

    @property
    def entries(self) -> list[dict[str, str]]:
        """What the browser has noted as errors, after Log.enable."""
        noted = [one["params"]["entry"] for one in self.browser.events if one.get("method") == "Log.entryAdded"]
        return [{"text": entry["text"], "url": entry.get("url", "")} for entry in noted]

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Return what a method of the protocol answers."""
        return self.browser.call(method, self.session, **parameters)

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
def chrome(path: str, profile: Path, size: tuple[int, int] = (1400, 800)) -> Iterator[Chrome]:
    """Start a browser with a fresh profile, and leave nothing of it running."""
    browser = Browser(path, profile)
    try:
        yield Chrome(browser, size)
    finally:
        browser.close()
