"""Run orgviz as people do: a process of its own, in a folder of its own, with small files in it."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ORGVIZ = (sys.executable, "-m", "orgviz")

GOOD = """\
title: 启明电商
units:
  - name: 运营中心
    head: 王敏
    positions: [运营专员, {title: 客服专员, holder: [李四, 赵六], seats: 3}]
  - Finance
links:
  - {from: Finance, to: 运营中心, kind: supports}
"""
WRONG = """\
units:
  - nmae: 销售部
    status: actve
"""
WARNED = """\
positions:
  - {title: Engineer, holder: [Ann, Bob], seats: 1}
"""


@dataclass(frozen=True)
class Ended:
    """How a run ended; `errors` is what it wrote to standard error."""

    code: int
    out: bytes
    errors: str


def environment(**changes: str | None) -> dict[str, str]:
    """Return this process's environment with changes; ``None`` takes a variable away."""
    kept = {key: value for key, value in os.environ.items() if key != "ORGVIZ_DEBUG" and key not in changes}
    return {"PYTHONPATH": str(ROOT), **kept, **{key: value for key, value in changes.items() if value is not None}}


def run(
    *arguments: str | Path, folder: Path, stdin: bytes = b"", command: tuple[str, ...] = ORGVIZ, **changes: str | None
) -> Ended:
    """Run `command` with arguments, in a folder and with changes to the environment."""
    done = subprocess.run(
        [*command, *map(str, arguments)],
        check=False,
        cwd=folder,
        input=stdin,
        capture_output=True,
        env=environment(**changes),
        timeout=120,
    )
    return Ended(done.returncode, done.stdout, done.stderr.decode("utf-8"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a good, a wrong and a doubtful file in it."""
    return with_files(tmp_path)


def with_files(folder: Path) -> Path:
    """Put the three files into a folder."""
    for name, text in (("org.yaml", GOOD), ("wrong.yaml", WRONG), ("warned.yaml", WARNED)):
        folder.joinpath(name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def orgviz(folder: Path) -> Callable[..., Ended]:
    """Return what runs orgviz in that folder: `orgviz("render", "org.yaml", "-o", "org.svg", LC_ALL="C")`."""
    return lambda *arguments, **changes: run(*arguments, folder=folder, **changes)


@pytest.fixture(scope="session")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Return one chart in every format, drawn in one run, by ending."""
    folder = with_files(tmp_path_factory.mktemp("pictures"))
    endings = ("svg", "png", "pdf", "html", "dot", "json", "txt")
    outputs = [part for ending in endings for part in ("-o", f"org.{ending}")]
    done = run("render", "org.yaml", *outputs, folder=folder)
    assert (done.code, done.out) == (0, b""), done.errors
    return {ending: folder.joinpath(f"org.{ending}").read_bytes() for ending in endings}
