"""`tools/setup-peers.sh` installs what the lock pins, and says it plainly where it cannot."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(os.name != "posix", reason="a script for sh")


@pytest.fixture
def set_up(tmp_path):
    """Return how to run the script with a npm of our own, or none; and the folder that it runs in."""
    programs, checkout = tmp_path / "bin", tmp_path / "checkout"
    programs.mkdir()
    checkout.mkdir()
    (checkout / "tools").symlink_to(CHECKOUT / "tools")
    for name in ("sh", "cp", "mkdir", "tail", "touch"):
        (programs / name).symlink_to(shutil.which(name))

    def run(npm=None):
        if npm is not None:
            (programs / "npm").write_text(f"#!/bin/sh\n{npm}\n")
            (programs / "npm").chmod(0o755)
        (checkout / "build").mkdir(exist_ok=True)
        return subprocess.run(
            ["tools/setup-peers.sh"],
            cwd=checkout,
            env={"PATH": str(programs)},
            capture_output=True,
            text=True,
            check=True,
        )

    return run, checkout / "build/bench/npm", checkout / "build/setup.log"


def test_the_lock_is_installed_without_running_anything_of_it(set_up):
    run, modules, log = set_up
    run('echo "$*; browser skipped: $PUPPETEER_SKIP_DOWNLOAD"')
    assert log.read_text() == (
        "ci --prefix build/bench/npm --ignore-scripts --no-audit --no-fund; browser skipped: 1\n"
    )
    lock = modules / "package-lock.json"
    assert lock.read_bytes() == (CHECKOUT / "tools/bench/package-lock.json").read_bytes()
    assert (modules / ".installed").exists()


def test_a_failure_is_told_and_the_bench_goes_on(set_up):
    run, modules, _ = set_up
    done = run("echo no network; exit 1")
    assert "npm failed" in done.stderr
    assert "no network" in done.stderr
    assert not (modules / ".installed").exists()


def test_without_npm_it_is_said_who_is_not_measured(set_up):
    run, modules, _ = set_up
    assert "without npm Mermaid, D2" in run().stderr
    assert not (modules / ".installed").exists()
