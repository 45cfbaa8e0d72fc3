"""A large output is kept beside memory, whole, and nothing of it stays."""

import errno
import os
import tempfile
from pathlib import Path

import pytest

from orgviz.diagnostics import OutputError
from orgviz.output.spool import Spool
from orgviz.output.write import write_outputs, write_stdout

PIECES = [b"a" * 700_000, b"", b"b" * 2_300_000, b"end"]
WHOLE = b"".join(PIECES)


@pytest.fixture(params=["on a disk with room", "on a disk that fills up", "without a disk"])
def spool(request, monkeypatch, tmp_path):
    """Yield a filled spool, whatever its disk bears."""
    made = tempfile.TemporaryFile
    with Spool() as taken:
        with monkeypatch.context() as while_filled:
            while_filled.setattr(tempfile, "tempdir", str(tmp_path))
            if request.param == "on a disk that fills up":
                while_filled.setattr(tempfile, "TemporaryFile", lambda **given: Full(made(**given)))
            elif request.param == "without a disk":
                while_filled.setattr(tempfile, "tempdir", str(tmp_path / "none"))
            taken.fill(iter(PIECES))
        assert bool(taken.held) == (request.param != "on a disk with room")
        yield taken


class Full:
    """A file on a disk with room for a megabyte: of what is more it takes a part, and then fails."""

    def __init__(self, file):
        self.file, self.room = file, 1 << 20

    def write(self, data):
        if not self.room:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        taken = self.file.write(data[: self.room])
        self.room -= taken
        return taken

    def __getattr__(self, name):
        return getattr(self.file, name)


def test_what_was_taken_is_given_back_whole_as_often_as_asked(spool):
    assert len(spool) == len(WHOLE)
    assert b"".join(spool.pieces()) == WHOLE
    assert b"".join(spool.pieces()) == WHOLE


def test_it_is_written_like_any_output(spool, tmp_path):
    (tmp_path / "b.svg").write_bytes(WHOLE[:-1] + b"x")
    write_outputs([(tmp_path / "a.svg", spool), (tmp_path / "b.svg", spool)])
    assert (tmp_path / "a.svg").read_bytes() == (tmp_path / "b.svg").read_bytes() == WHOLE


def test_a_file_that_holds_it_already_is_left(spool, tmp_path):
    path = tmp_path / "a.svg"
    path.write_bytes(WHOLE)
    before = path.stat().st_ino
    write_outputs([(path, spool)])
    assert path.stat().st_ino == before


def test_it_goes_to_standard_output(spool, capfdbinary):
    write_stdout(spool)
    assert capfdbinary.readouterr().out == WHOLE


def test_most_of_it_is_not_in_memory_where_there_is_a_disk(monkeypatch, tmp_path):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with Spool() as taken:
        taken.fill(PIECES)
        assert taken.held == []
        assert taken.filed == len(WHOLE)
        assert max(map(len, taken.pieces())) <= 1 << 20
        assert list(Path(tmp_path).iterdir()) == []  # no run that is killed can leave it behind


def test_one_that_cannot_be_read_back_fails_and_leaves_the_old_file(tmp_path):
    path = tmp_path / "a.svg"
    path.write_bytes(b"old")
    with Spool() as taken:
        taken.fill(PIECES)
        taken.filed += 1
        with pytest.raises(OSError, match="shorter"):
            list(taken.pieces())
        with pytest.raises(OutputError, match="cannot be written: a passing file"):
            write_outputs([(path, taken)])
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
