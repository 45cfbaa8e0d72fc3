"""Settings of the whole suite: the same examples in every run, and no test that this machine cannot run."""

import os
import shutil
import signal

import pytest
from hypothesis import HealthCheck, settings

BROWSERS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)

# What one test has drawn is drawn anew by the next: a folder cannot be made there.
os.environ["XDG_CACHE_HOME"] = os.devnull

# A shell that runs the suite in the background has it ignore interrupts, and all that it starts would, too.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# `HYPOTHESIS_PROFILE=explore pytest` looks for new examples.
settings.register_profile(
    "same", derandomize=True, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("explore", deadline=None, max_examples=2_000, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))


def find_browser() -> str | None:
    """Return the path of a browser that can draw without a screen."""
    return next((path for name in BROWSERS if (path := shutil.which(name))), None)


@pytest.fixture(scope="session")
def browser() -> str:
    """The path of a browser; tests that take it are marked ``needs_browser``."""
    path = find_browser()
    assert path is not None, "mark the test needs_browser"
    return path


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what needs a browser where there is none."""
    if find_browser() is None:
        for item in items:
            if item.get_closest_marker("needs_browser"):
                item.add_marker(pytest.mark.skip(reason="no Chromium or Chrome on the path"))
