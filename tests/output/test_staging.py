import errno
import os
import sys
import time
import zlib
from pathlib import Path

import pytest

from orgviz.output import staging
from orgviz.output.staging import close_staging, open_staging, sweep

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the locks of POSIX")
HERE = f"{zlib.crc32(os.uname().nodename.encode()):08x}"
DAY = 86_400


def stray(folder: Path, machine: str = HERE, *, age: float = 0) -> Path:
    """Leave behind what a killed run does."""
    path = folder / f".orgviz-{machine}-1-0"
    path.mkdir()
    (path / "0.new").write_text("half")
    (path / "0.old").write_text("old")
    os.utime(path, (time.time() - age,) * 2)
    return path


def test_a_passing_folder_is_nobody_elses_and_gone_when_it_is_closed(tmp_path):
    passing = open_staging(tmp_path)
    assert passing.path.stat().st_mode & 0o777 == 0o700
    (passing.path / "0.new").write_text("new")
    close_staging(passing)
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_run_has_left_is_cleared_away(tmp_path):
    stray(tmp_path)
    sweep(tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("age", [0, DAY])
def test_what_a_living_run_uses_stays_however_old_it_is(tmp_path, age):
    passing = open_staging(tmp_path)
    os.utime(passing.path, (time.time() - age,) * 2)
    sweep(tmp_path)
    assert passing.path.is_dir()
    close_staging(passing)


def test_what_another_machine_has_left_stays_until_nothing_has_happened_for_long(tmp_path):
    path = stray(tmp_path, "0badcafe", age=60)
    sweep(tmp_path)
    assert (path / "0.new").read_text() == "half"
    os.utime(path, (time.time() - DAY,) * 2)
    sweep(tmp_path)
    assert not path.exists()


def test_where_there_are_no_locks_silence_decides(tmp_path, monkeypatch):
    def no_locks(*_):
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(staging.fcntl, "flock", no_locks)
    path = stray(tmp_path)
    close_staging(open_staging(tmp_path))
    sweep(tmp_path)
    assert path.exists()
    os.utime(path, (time.time() - DAY,) * 2)
    sweep(tmp_path)
    assert not path.exists()


def test_nothing_of_anybody_elses_is_removed(tmp_path):
    elsewhere = stray(tmp_path / "..", age=DAY).rename(tmp_path / "elsewhere")
    (tmp_path / f".orgviz-{HERE}-2-0").symlink_to(elsewhere)
    (tmp_path / f".orgviz-{HERE}-3-0").write_text("a file")
    (tmp_path / ".orgviz-notes").mkdir()
    (stray(tmp_path, age=DAY) / "letter.txt").write_text("mine")
    sweep(tmp_path)
    assert (elsewhere / "0.new").exists()
    assert (tmp_path / f".orgviz-{HERE}-3-0").read_text() == "a file"
    assert (tmp_path / ".orgviz-notes").is_dir()
    assert (tmp_path / f".orgviz-{HERE}-1-0" / "letter.txt").read_text() == "mine"


def test_what_belongs_to_another_user_stays(tmp_path, monkeypatch):
    path = stray(tmp_path, age=DAY)
    monkeypatch.setattr(staging.os, "geteuid", lambda: path.stat().st_uid + 1)
    sweep(tmp_path)
    assert (path / "0.new").exists()


def test_a_folder_that_is_swept_before_it_is_locked_is_made_anew(tmp_path, monkeypatch):
    opened, taken = os.open, []

    def take_once(path, *rest, **more):
        if not taken:
            taken.append(path)
            Path(path).rmdir()
        return opened(path, *rest, **more)

    monkeypatch.setattr(staging.os, "open", take_once)
    passing = open_staging(tmp_path)
    assert taken != [passing.path]
    assert passing.path.is_dir()
    close_staging(passing)


def test_a_folder_that_is_swept_before_it_is_sure_is_made_anew(tmp_path, monkeypatch):
    lock, taken = staging._lock, []

    def take_once(descriptor):
        if not taken:
            taken.extend(tmp_path.iterdir())
            taken[0].rmdir()
        return lock(descriptor)

    monkeypatch.setattr(staging, "_lock", take_once)
    passing = open_staging(tmp_path)
    assert passing.path.is_dir()
    assert passing.path not in taken
    close_staging(passing)
    assert list(tmp_path.iterdir()) == []
