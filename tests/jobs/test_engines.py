"""An engine elsewhere: a real cluster of two workers draws the same, also where one of them is killed on the way."""

import importlib.util
import socket
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

from orgviz.diagnostics import UsageError
from orgviz.jobs.engines import check_address
from tests.cli.conftest import environment, run

needs_dask = pytest.mark.skipif(
    importlib.util.find_spec("distributed") is None, reason="dask is not installed: pip install 'orgviz[dask]'"
)


@contextmanager
def cluster(*arguments: str):
    """Give the address of a cluster, and what is said of it."""
    process = subprocess.Popen(
        [sys.executable, Path(__file__).with_name("cluster.py"), *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=environment(),
    )
    try:
        assert process.stdout is not None
        yield process.stdout.readline().strip().replace("tcp://", "dask://"), process.stdout
    finally:
        process.communicate(timeout=60)


@needs_dask
def test_a_worker_that_is_killed_loses_nothing_and_changes_nothing(tmp_path):
    for name in ("here", "there"):
        tmp_path.joinpath(name).mkdir()
    parts = [f"{{name: Part {number}, head: 王敏, units: [East {number}, 西部]}}" for number in range(16)]
    tmp_path.joinpath("org.yaml").write_text(f"units: [{{name: Top, units: [{', '.join(parts)}]}}]", encoding="utf-8")
    asked = ("render", "org.yaml", "--pages", "level:2", "--fit", "A4", "-o")
    with cluster("kill") as (address, said):
        there = run(*asked, "there/{unit}.svg", "-o", "there/all.pdf", "--executor", address, folder=tmp_path)
        assert (there.code, there.out, there.errors) == (0, b"", "")
        assert said.readline() == "killed\n"
        wrong = run("render", "no.yaml", "-o", "no.svg", "--executor", address, folder=tmp_path)
        assert wrong.code == 3
    here = run(*asked, "here/{unit}.svg", "-o", "here/all.pdf", "-j", "1", folder=tmp_path)
    assert (here.code, here.errors) == (0, "")
    drawn = {path.name: path.read_bytes() for path in tmp_path.joinpath("here").iterdir()}
    assert len(drawn) == 19  # the overview, the list, the parts; and one with all
    assert {path.name: path.read_bytes() for path in tmp_path.joinpath("there").iterdir()} == drawn


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("ray://here:1", "no engine is called 'ray'"),
        ("dask://here", "is no address"),
        ("dask://here:99999", "is no address"),
        ("here:8786", "is no address"),
        ("", "is no address"),
    ],
)
def test_what_is_no_address_is_refused(address, words):
    with pytest.raises(UsageError, match=words):
        check_address(address)


@needs_dask
def test_no_scheduler_is_told(tmp_path):
    tmp_path.joinpath("org.yaml").write_text("units: [A]", encoding="utf-8")
    with socket.socket() as taken:  # bound, and nobody listens
        taken.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        ended = run("render", "org.yaml", "-o", "a.svg", "--executor", f"dask://{address}", folder=tmp_path)
    assert (ended.code, ended.out) == (3, b"")
    assert ended.errors == (
        f"orgviz: error: --executor: no scheduler of dask answers at '{address}'\n"
        "  hint: start one with: dask scheduler\n"
    )
    assert not tmp_path.joinpath("a.svg").exists()


def test_a_missing_library_is_told(tmp_path):
    tmp_path.joinpath("org.yaml").write_text("units: [A]", encoding="utf-8")
    without = "import sys; sys.modules['distributed'] = None; from orgviz.cli import main; main()"
    command = (sys.executable, "-c", without)
    arguments = ("render", "org.yaml", "-o", "a.svg", "--executor", "dask://127.0.0.1:1")
    ended = run(*arguments, folder=tmp_path, command=command)
    assert (ended.code, ended.out) == (3, b"")
    assert ended.errors == "orgviz: error: --executor: dask is not installed\n  hint: pip install 'orgviz[dask]'\n"
