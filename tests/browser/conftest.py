"""Draw all charts, show them on one page to one browser, and hand on what it measures."""

import html
import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.browser.charts import charts

SCRIPT = Path(__file__).parent / "measure.js"
SECONDS = 240
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-extensions", "--dump-dom",
)  # fmt: skip


def open_page(browser: str, page: Path, *flags: str) -> str:
    """Open a page in a browser with a fresh profile; return the document as it is once everything is loaded."""
    profile = page.parent / "profile"
    done = subprocess.run(
        [browser, *FLAGS, *flags, f"--user-data-dir={profile}", page.as_uri()],
        check=True,
        capture_output=True,
        timeout=SECONDS,
    )
    return done.stdout.decode("utf-8")


def measure(browser: str, drawings: list[str], folder: Path) -> list[dict[str, Any]]:
    """Return what a browser measures of each drawing."""
    inline = [re.sub(r"<\?xml.*?\?>", "", svg) for svg in drawings]
    script = f"<script>{SCRIPT.read_text(encoding='utf-8')}</script>"
    page = folder / "page.html"
    page.write_text("<!doctype html><meta charset=utf-8><body>" + "\n".join(inline) + script, encoding="utf-8")
    found = re.search(r'<pre id="measured">(.*?)</pre>', open_page(browser, page), re.DOTALL)
    assert found is not None, "the script did not come to its end"
    measured: list[dict[str, Any]] = json.loads(html.unescape(found[1]))
    assert len(measured) == len(drawings)
    return measured


@pytest.fixture(scope="session")
def measured(browser: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """What a browser measures of every chart, by its name."""
    drawings = {chart.name: chart.svg() for chart in charts()}
    found = measure(browser, list(drawings.values()), tmp_path_factory.mktemp("browser"))
    return dict(zip(drawings, found, strict=True))
