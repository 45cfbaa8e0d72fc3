"""Whatever the terminal, the pipe or the environment is like: the right bytes, words and exit code."""

import os
import signal
import subprocess
import sys
import time

import pytest

from tests.cli.conftest import ORGVIZ, environment
from tests.processes import group_is_running

posix = pytest.mark.skipif(os.name != "posix", reason="pipes, signals and streams of POSIX")

BARE = {"HOME": None, "USER": None, "LANG": None, "XDG_CACHE_HOME": None, "LC_ALL": "C", "PYTHONUNBUFFERED": "1"}


@pytest.mark.parametrize("changes", [BARE, {"PYTHONIOENCODING": "cp1252"}, {"PYTHONUTF8": "0", "LC_ALL": "C"}])
def test_standard_output_is_utf8_wherever_it_goes(orgviz, pictures, changes):
    done = orgviz("render", "org.yaml", "-o", "-", "-f", "txt", **changes)
    assert (done.code, done.out, done.errors) == (0, pictures["txt"], "")


def test_a_home_is_not_needed_to_draw(orgviz, folder, pictures):
    folder.joinpath("图.yaml").write_bytes(folder.joinpath("org.yaml").read_bytes())
    done = orgviz("render", "图.yaml", "-o", "图.svg", "-o", "图.png", **BARE)
    assert (done.code, done.out, done.errors) == (0, b"", "")
    assert folder.joinpath("图.svg").read_bytes() == pictures["svg"]


def test_what_a_terminal_cannot_show_is_written_as_an_escape(orgviz):
    done = orgviz("check", "wrong.yaml", PYTHONIOENCODING="cp1252")
    assert (done.code, done.out) == (1, b"")
    assert "nmae: \\u9500\\u552e\\u90e8\n" in done.errors


def test_a_name_cannot_write_to_the_terminal_by_itself(orgviz, folder):
    folder.joinpath("a\n\x1b[31m.yaml").write_text("units: {}")
    for verb in (("check",), ("render", "-o", "x.svg")):
        done = orgviz(*verb, "a\n\x1b[31m.yaml")
        assert done.code == 1
        assert done.errors.startswith("a\\n\\x1b[31m.yaml:1:8: error[wrong-shape]: ")


@posix
def test_a_name_in_no_encoding_is_still_a_name(orgviz, folder):
    path = os.fsencode(folder) + b"/\xff.yaml"
    with open(path, "wb") as file:  # noqa: PTH123 - a path of bytes
        file.write(b"units: [A, B: C]")
    done = orgviz("check", os.fsdecode(b"\xff.yaml"))
    assert (done.code, done.out) == (1, b"")
    assert "\\udcff.yaml:1:" in done.errors


@posix
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize(
    "verb", [("render", "org.yaml", "-o", "-", "-o", "x.svg"), ("convert", "org.yaml"), ("doctor",), ("--help",)]
)
def test_a_reader_that_is_gone_ends_the_run_without_a_word(folder, verb, unbuffered):
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [*ORGVIZ, *verb], check=False, cwd=folder, stdout=writing, stderr=subprocess.PIPE,
        env=environment(PYTHONUNBUFFERED=unbuffered),
    )  # fmt: skip
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, b"")
    assert not folder.joinpath("x.svg").exists()


@posix
@pytest.mark.parametrize(
    ("redirection", "code", "words"),
    [
        ("render org.yaml -o - >&-", 3, "standard output cannot be written"),
        ("--help >&-", 3, "standard output cannot be written"),
        ("render - -o x.svg <&-", 3, "cannot read '<stdin>'"),
        ("render org.yaml -o x.svg >&- 2>&- <&-", 0, ""),
        ("check wrong.yaml 2>&-", 1, ""),
    ],
)
def test_a_closed_stream_is_missed_only_where_it_is_needed(folder, redirection, code, words):
    command = f'exec "$0" -m orgviz {redirection}'
    done = subprocess.run(
        ["sh", "-c", command, sys.executable], check=False, cwd=folder, capture_output=True, env=environment()
    )
    assert (done.returncode, done.stdout) == (code, b"")
    assert words in done.stderr.decode()
    assert b"Traceback" not in done.stderr
    if folder.joinpath("x.svg").exists():
        assert folder.joinpath("x.svg").read_bytes().endswith(b"</svg>\n")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no device here that is always full")  # noqa: PTH110
@pytest.mark.parametrize("verb", [("--version",), ("--help",), ("doctor",), ("render", "org.yaml", "-o", "-")])
def test_a_full_disk_is_told(folder, verb):
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        done = subprocess.run(
            [*ORGVIZ, *verb], check=False, cwd=folder, stdout=full, stderr=subprocess.PIPE, env=environment()
        )
    assert done.returncode == 3
    assert done.stderr.startswith(b"orgviz: error: standard output cannot be written: ")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no device here that is always full")  # noqa: PTH110
@pytest.mark.parametrize(("verb", "code"), [(("check", "wrong.yaml"), 1), (("nosuch",), 2), (("--version",), 0)])
def test_messages_that_cannot_be_written_change_no_exit_code(folder, verb, code):
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        done = subprocess.run(
            [*ORGVIZ, *verb], check=False, cwd=folder, stdout=subprocess.PIPE, stderr=full, env=environment()
        )
    assert done.returncode == code


@posix
def test_a_folder_that_is_gone_is_told(folder):
    command = f'mkdir gone && cd gone && rmdir ../gone && "{sys.executable}" -m orgviz render ../org.yaml -o x.svg'
    done = subprocess.run(["sh", "-c", command], check=False, cwd=folder, capture_output=True, env=environment())
    assert (done.returncode, done.stdout) == (3, b"")
    assert b"the folder in which orgviz runs has been removed" in done.stderr


@posix
def test_standard_output_by_its_name_is_written_where_it_stands(folder, pictures):
    command = f'echo first; "{sys.executable}" -m orgviz render org.yaml -f txt -o /dev/stdout; echo last'
    with folder.joinpath("all.txt").open("wb") as file:
        subprocess.run(["sh", "-c", command], check=True, cwd=folder, stdout=file, env=environment())
    assert folder.joinpath("all.txt").read_bytes() == b"first\n" + pictures["txt"] + b"last\n"


@posix
def test_an_input_by_standard_input_is_not_written_over(folder):
    before = folder.joinpath("org.yaml").read_bytes()
    with folder.joinpath("org.yaml").open("rb") as file:
        command = [*ORGVIZ, "convert", "-", "-o", "org.yaml"]
        done = subprocess.run(command, check=False, cwd=folder, stdin=file, capture_output=True, env=environment())
    assert (done.returncode, folder.joinpath("org.yaml").read_bytes()) == (3, before)
    assert b"'org.yaml' is the input" in done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="where the size of a process can be bounded")
@pytest.mark.parametrize("megabytes", [32, 64])
def test_too_little_memory_is_said_in_words(folder, megabytes):
    folder.joinpath("x.svg").write_text("old", encoding="utf-8")
    limit = f'ulimit -v {megabytes * 1024}; exec "{sys.executable}" -m orgviz render org.yaml -o x.svg'
    done = subprocess.run(["sh", "-c", limit], check=False, cwd=folder, capture_output=True, env=environment())
    assert (done.returncode, folder.joinpath("x.svg").read_text("utf-8")) == (3, "old")
    assert b"orgviz: error: " in done.stderr
    assert b"Traceback" not in done.stderr
    assert b"internal error" not in done.stderr


@posix
def test_runs_at_the_same_time_on_one_target_leave_one_whole_chart(folder, pictures):
    command = [*ORGVIZ, "render", "org.yaml", "-o", "x.svg", "-o", "x.txt"]
    runs = [subprocess.Popen(command, cwd=folder, stderr=subprocess.PIPE, env=environment()) for _ in range(6)]
    assert [(run.communicate()[1], run.returncode) for run in runs] == [(b"", 0)] * 6
    assert folder.joinpath("x.svg").read_bytes() == pictures["svg"]
    assert [path.name for path in folder.iterdir() if path.name.startswith(".")] == []


@posix
@pytest.mark.parametrize("boxes", [1, 9_000], ids=["small", "of many parts"])
@pytest.mark.parametrize(("name", "code"), [("SIGINT", 130), ("SIGTERM", 143), ("SIGHUP", 129)])
def test_a_run_that_is_stopped_says_nothing_and_leaves_nothing(folder, name, code, boxes):
    # A dot that never ends, and tells that it has begun, and its group.
    program = folder / "bin" / "dot"
    program.parent.mkdir()
    program.write_text(f"#!/bin/sh\necho $$ > '{folder}/bin/'$$\nexec sleep 60\n", encoding="utf-8")
    program.chmod(0o700)
    folder.joinpath("org.yaml").write_text(f"units: [All, {', '.join(f'Unit {n}' for n in range(boxes))}]", "utf-8")
    process = subprocess.Popen(
        [*ORGVIZ, "render", "org.yaml", "-o", "x.svg", "-q"],
        cwd=folder,
        stderr=subprocess.PIPE,
        env=environment(PATH=f"{program.parent}:{os.environ['PATH']}"),
        # A shell starts what runs in its background with SIGINT ignored: these tests may be there.
        preexec_fn=lambda: signal.signal(getattr(signal, name), signal.SIG_DFL),  # noqa: PLW1509 - no threads here
    )
    with process:
        while process.poll() is None and not begun(program.parent):
            time.sleep(0.02)
        process.send_signal(getattr(signal, name))
        try:
            _, errors = process.communicate(timeout=30)
        finally:
            process.kill()
    assert (process.returncode, errors) == (code, b"")
    assert sorted(path.name for path in folder.iterdir()) == ["bin", "org.yaml", "warned.yaml", "wrong.yaml"]
    assert [group for group in begun(program.parent) if group_is_running(group)] == []


def begun(folder):
    """Return the groups of the programs that have begun."""
    return [int(path.name) for path in folder.glob("[0-9]*") if path.read_text(encoding="utf-8").endswith("\n")]


def test_a_name_that_the_locale_cannot_write_is_refused_in_plain_words(folder, orgviz):
    folder.joinpath("named.yaml").write_text("units: [{name: 启明, units: [{name: 市场, units: [一, 二]}]}]\n", "utf-8")
    ascii_only = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = orgviz("render", "named.yaml", "-o", "{unit}.svg", "--pages", "level:2", **ascii_only)
    if done.code:  # elsewhere the names of files are in UTF-8 whatever the locale
        assert done.code == 3
        assert "the names of files are in ASCII here" in done.errors
        assert "codec" not in done.errors
