"""Every way a run can end has its words and its exit code."""

import gc
import os
import signal
import sys

import pytest
import typer

from orgviz.cli.boundary import boundary

posix = pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")


def ended(work) -> int:
    with pytest.raises(typer.Exit) as caught, boundary():
        work()
    return caught.value.exit_code


@posix
@pytest.mark.parametrize(("name", "code"), [("SIGINT", 130), ("SIGTERM", 143), ("SIGHUP", 129)])
def test_a_request_to_stop_that_a_library_takes_for_a_failure_still_stops(name, code, capsys):
    def work():
        try:
            signal.raise_signal(getattr(signal, name))
        except BaseException:  # noqa: BLE001 - as C code that calls us does
            raise OSError("error while writing to output stream") from None

    assert ended(work) == code
    assert capsys.readouterr().err == ""


@posix
def test_a_request_to_stop_is_no_exception_that_libraries_catch():
    def work():
        try:
            signal.raise_signal(signal.SIGTERM)
        except Exception:  # noqa: BLE001 - it must not be one
            return

    assert ended(work) == 143


@posix
def test_a_request_to_stop_that_python_can_only_print_is_not_printed(capsys):
    class Collected:
        def __del__(self):
            signal.raise_signal(signal.SIGTERM)

    hook = sys.unraisablehook
    with boundary():
        Collected()
        gc.collect()
    assert capsys.readouterr().err == ""
    assert sys.unraisablehook is hook


@posix
def test_what_whoever_started_us_ignores_stays_ignored():
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with boundary():
            signal.raise_signal(signal.SIGHUP)
        assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before)


@pytest.mark.parametrize(
    "error",
    [MemoryError(), ImportError("pyexpat.so: failed to map segment from shared object")],
    ids=["ours", "library"],
)
def test_too_little_memory_is_no_bug(error, capsys):
    def work():
        raise error

    assert ended(work) == 3
    assert capsys.readouterr().err.startswith("orgviz: error: there is not enough memory")


def test_a_library_that_is_missing_is_not_too_little_memory(capsys, monkeypatch):
    def work():
        raise ImportError("no module named 'nosuch'")

    monkeypatch.delenv("ORGVIZ_DEBUG", raising=False)
    assert ended(work) == 70
    assert "internal error: ImportError" in capsys.readouterr().err
