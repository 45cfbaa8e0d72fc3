import errno
import os
import stat
import struct
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from orgviz.diagnostics import OutputError, UsageError
from orgviz.output import target, write
from orgviz.output.staging import open_staging
from orgviz.output.target import check_target, find_target
from orgviz.output.write import ClosedPipeError, write_outputs, write_stdout

needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="a matter of POSIX")
WRITE = "import sys; from orgviz.output.write import *; "


def listing(folder):
    return sorted(path.name for path in folder.iterdir())


def test_every_file_is_written(tmp_path):
    write_outputs([(tmp_path / "a.svg", b"a"), (tmp_path / "b.png", b"\x00b")])
    assert (tmp_path / "a.svg").read_bytes() == b"a"
    assert (tmp_path / "b.png").read_bytes() == b"\x00b"
    assert listing(tmp_path) == ["a.svg", "b.png"]


def test_when_one_cannot_be_written_none_is(tmp_path):
    (tmp_path / "a.svg").write_text("old")
    with pytest.raises(OutputError, match="there is no folder"):
        write_outputs([(tmp_path / "a.svg", b"new"), (tmp_path / "none" / "b.svg", b"new")])
    assert (tmp_path / "a.svg").read_text() == "old"
    assert listing(tmp_path) == ["a.svg"]


@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "No space left on device"), KeyboardInterrupt()])
def test_a_failure_while_writing_leaves_the_old_files_and_no_others(tmp_path, monkeypatch, error):
    (tmp_path / "a.svg").write_text("old")

    def full(*_):
        raise error

    monkeypatch.setattr(write.os, "fsync", full)
    with pytest.raises((OutputError, KeyboardInterrupt)):
        write_outputs([(tmp_path / "a.svg", b"new"), (tmp_path / "b.svg", b"new")])
    assert (tmp_path / "a.svg").read_text() == "old"
    assert listing(tmp_path) == ["a.svg"]


def test_a_full_disk_is_told_of_the_file_that_the_user_named(tmp_path, monkeypatch):
    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(write.os, "write", full)
    with pytest.raises(OutputError, match=r"a\.svg' cannot be written: no space left"):
        write_outputs([(tmp_path / "a.svg", b"new")])


@needs_posix
@pytest.mark.parametrize("mode", [0o600, 0o664, 0o755])
def test_a_file_keeps_its_mode(tmp_path, mode):
    path = tmp_path / "a.svg"
    path.write_text("old")
    path.chmod(mode)
    write_outputs([(path, b"new")])
    assert stat.S_IMODE(path.stat().st_mode) == mode


@needs_posix
def test_a_new_file_has_the_mode_that_the_user_wants_of_new_files(tmp_path):
    before = os.umask(0o027)
    try:
        write_outputs([(tmp_path / "a.svg", b"new")])
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a.svg").stat().st_mode) == 0o640


def test_a_file_that_stays_the_same_is_left_alone_but_for_its_time(tmp_path):
    path = tmp_path / "a.svg"
    path.write_bytes(b"same")
    os.utime(path, (1, 1))
    before = path.stat()
    write_outputs([(path, b"same"), (tmp_path / "b.svg", b"new")])
    after = path.stat()
    assert after.st_mtime > 1
    assert after.st_ino == before.st_ino
    assert path.read_bytes() == b"same"
    assert listing(tmp_path) == ["a.svg", "b.svg"]


def test_a_file_of_the_same_length_is_written(tmp_path):
    path = tmp_path / "a.svg"
    path.write_bytes(b"same")
    write_outputs([(path, b"s\0me")])
    assert path.read_bytes() == b"s\0me"


@needs_posix
def test_what_stays_the_same_keeps_its_links_and_the_link_its_target(tmp_path):
    path, hard, soft = tmp_path / "a.svg", tmp_path / "hard.svg", tmp_path / "soft.svg"
    path.write_bytes(b"same")
    os.link(path, hard)
    soft.symlink_to(path)
    os.utime(path, (1, 1))
    write_outputs([(soft, b"same")])
    assert path.samefile(hard)
    assert soft.is_symlink()
    assert path.stat().st_mtime > 1


def test_when_another_cannot_be_written_the_time_stays_too(tmp_path, monkeypatch):
    path = tmp_path / "a.svg"
    path.write_bytes(b"same")
    os.utime(path, (1, 1))

    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(write.os, "write", full)
    with pytest.raises(OutputError):
        write_outputs([(path, b"same"), (tmp_path / "b.svg", b"new")])
    assert path.stat().st_mtime == 1


def test_a_file_that_cannot_be_read_is_written(tmp_path, monkeypatch):
    path = tmp_path / "a.svg"
    path.write_bytes(b"same")
    before = path.stat().st_ino

    def refuse(*_):
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(write.Path, "open", refuse)
    os.link(path, tmp_path / "kept")  # so that its number is not given anew
    write_outputs([(path, b"same")])
    assert path.stat().st_ino != before


@needs_posix
def test_a_read_only_file_that_stays_the_same_is_refused_as_before(tmp_path, monkeypatch):
    path = tmp_path / "a.svg"
    path.write_bytes(b"same")
    monkeypatch.setattr(write.os, "access", lambda *_: False)
    with pytest.raises(OutputError, match="read-only"):
        write_outputs([(path, b"same")])


@needs_posix
def test_a_link_stays_a_link_and_its_target_is_written(tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.svg").write_text("old")
    (tmp_path / "link.svg").symlink_to(tmp_path / "real" / "a.svg")
    write_outputs([(tmp_path / "link.svg", b"new")])
    assert (tmp_path / "link.svg").is_symlink()
    assert (tmp_path / "real" / "a.svg").read_bytes() == b"new"
    assert listing(tmp_path / "real") == ["a.svg"]


@needs_posix
def test_a_link_to_nothing_yet_makes_its_target(tmp_path):
    (tmp_path / "link.svg").symlink_to(tmp_path / "a.svg")
    write_outputs([(tmp_path / "link.svg", b"new")])
    assert (tmp_path / "a.svg").read_bytes() == b"new"


@needs_posix
def test_links_in_a_circle_are_refused(tmp_path):
    (tmp_path / "a.svg").symlink_to(tmp_path / "b.svg")
    (tmp_path / "b.svg").symlink_to(tmp_path / "a.svg")
    with pytest.raises(OutputError, match="cannot be written"):
        write_outputs([(tmp_path / "a.svg", b"new")])


def test_a_folder_is_refused(tmp_path):
    with pytest.raises(OutputError, match="is a folder"):
        write_outputs([(tmp_path, b"new")])


def test_the_input_is_never_overwritten_whatever_it_is_called(tmp_path):
    source = tmp_path / "org.yaml"
    source.write_text("units: []")
    os.link(source, tmp_path / "other.svg")
    for path in (source, tmp_path / "." / "org.yaml", tmp_path / "other.svg"):
        with pytest.raises(OutputError, match="is the input"):
            write_outputs([(path, b"new")], inputs=[source])
    assert source.read_text() == "units: []"


def test_a_file_named_twice_is_refused(tmp_path):
    with pytest.raises(UsageError, match="named twice"):
        write_outputs([(tmp_path / "a.svg", b"1"), (tmp_path / "." / "a.svg", b"2")])


@needs_posix
def test_a_read_only_file_is_refused(tmp_path, monkeypatch):
    path = tmp_path / "a.svg"
    path.write_text("old")
    monkeypatch.setattr(write.os, "access", lambda *_: False)  # root may write everything
    with pytest.raises(OutputError, match="read-only"):
        write_outputs([(path, b"new")])


def test_the_null_device_takes_everything():
    write_outputs([(Path(os.devnull), b"new"), (Path(os.devnull), b"new")])


@needs_posix
def test_a_named_pipe_is_written_through(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    write_outputs([(pipe, b"new" * 100_000)])
    reader.join()
    assert read == [b"new" * 100_000]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@needs_posix
def test_a_device_is_refused():
    with pytest.raises(OutputError, match="device"):
        write_outputs([(Path("/dev/tty0" if Path("/dev/tty0").exists() else "/dev/zero"), b"new")])


def test_a_long_name_is_no_trouble(tmp_path):
    path = tmp_path / ("客" * 80 + ".svg")
    write_outputs([(path, b"new")])
    assert path.read_bytes() == b"new"


def test_a_name_that_cannot_be_is_refused(tmp_path):
    with pytest.raises(OutputError, match="cannot be written"):
        write_outputs([(tmp_path / "a\0b.svg", b"new")])


def test_what_a_killed_run_has_left_beside_a_target_is_cleared_away(tmp_path):
    stray = open_staging(tmp_path)
    (stray.path / "0.new").write_text("half")
    os.close(stray.descriptor)
    write_outputs([(tmp_path / "a.svg", b"new")])
    assert listing(tmp_path) == ["a.svg"]


@pytest.mark.parametrize("error", [errno.EPERM, errno.EOPNOTSUPP, errno.EMLINK])
def test_where_a_file_can_have_one_name_only_it_is_put_back_from_a_copy(tmp_path, monkeypatch, error):
    def no_link(*_, **__):
        raise OSError(error, "no")

    (tmp_path / "a.svg").write_text("old")
    (tmp_path / "a.svg").chmod(0o640)
    os.utime(tmp_path / "a.svg", (1, 1))
    monkeypatch.setattr(os, "link", no_link)
    refuse_to_replace("b.svg", monkeypatch)
    with pytest.raises(OutputError, match=r"b\.svg' cannot be written"):
        write_outputs([(tmp_path / "a.svg", b"new"), (tmp_path / "b.svg", b"new")])
    found = (tmp_path / "a.svg").stat()
    assert ((tmp_path / "a.svg").read_text(), found.st_mtime, stat.S_IMODE(found.st_mode)) == ("old", 1, 0o640)
    assert listing(tmp_path) == ["a.svg"]


def refuse_to_replace(name, monkeypatch):
    replace = os.replace

    def refuse(old, new):
        if Path(new).name == name:
            raise OSError(errno.EBUSY, "Device or resource busy")
        replace(old, new)

    monkeypatch.setattr(os, "replace", refuse)


def test_when_the_last_cannot_be_put_in_place_the_first_is_as_it_was_links_and_all(tmp_path, monkeypatch):
    path = tmp_path / "a.svg"
    path.write_text("old")
    os.link(path, tmp_path / "hard.svg")
    before = path.stat()
    refuse_to_replace("c.svg", monkeypatch)
    with pytest.raises(OutputError, match=r"c\.svg' cannot be written: device or resource busy"):
        write_outputs([(tmp_path / name, b"new") for name in ("a.svg", "b.svg", "c.svg")])
    assert path.samefile(tmp_path / "hard.svg")
    assert path.stat().st_mtime_ns == before.st_mtime_ns
    assert listing(tmp_path) == ["a.svg", "hard.svg"]


def test_files_have_the_order_of_their_times_whether_they_change_or_not(tmp_path):
    (tmp_path / "a.d").write_bytes(b"same")
    write_outputs([(tmp_path / "a.d", b"same"), (tmp_path / "a.svg", b"new")])
    assert (tmp_path / "a.d").stat().st_mtime_ns <= (tmp_path / "a.svg").stat().st_mtime_ns


def test_a_folder_that_may_not_be_written_is_told(tmp_path, monkeypatch):
    def refuse(*_):
        raise PermissionError(errno.EACCES, "Permission denied")

    (tmp_path / "a.svg").write_text("old")
    monkeypatch.setattr(os, "mkdir", refuse)
    with pytest.raises(OutputError, match="cannot be written: permission denied") as caught:
        write_outputs([(tmp_path / "a.svg", b"new")])
    assert "its folder must be writable" in caught.value.hint


@needs_posix
def test_a_name_as_long_as_a_name_can_be_is_written_beside_another(tmp_path):
    names = ["a" * 251 + ".svg", "客" * 83 + ".svg.png"[-6:]]
    write_outputs([(tmp_path / name, b"new") for name in names])
    write_outputs([(tmp_path / name, b"newer") for name in names])
    assert [(tmp_path / name).read_bytes() for name in names] == [b"newer", b"newer"]


@needs_posix
def test_what_standard_input_comes_from_is_not_overwritten(tmp_path):
    path = tmp_path / "org.yaml"
    path.write_text("units: []")
    code = f"\ntry: write_outputs([(__import__('pathlib').Path({str(path)!r}), b'new')])\nexcept OutputError as error: sys.exit(str(error))"
    with path.open("rb") as file:
        done = run(code, stdin=file)
    assert (done.returncode, path.read_text()) == (1, "units: []")
    assert b"is the input" in done.stderr


@needs_posix
def test_a_pipe_that_has_no_name_in_a_folder_is_written_through(tmp_path):
    if not Path("/dev/fd").is_dir():
        pytest.skip("no /dev/fd on this system")
    reading, writing = os.pipe()
    write_outputs([(Path(f"/dev/fd/{writing}"), b"new"), (tmp_path / "a.svg", b"new")])
    os.close(writing)
    assert os.read(reading, 9) == b"new"
    os.close(reading)


@needs_posix
def test_what_is_open_already_is_written_where_it_stands_and_keeps_its_name(tmp_path):
    if not Path("/dev/fd").is_dir():
        pytest.skip("no /dev/fd on this system")
    with (tmp_path / "a.svg").open("wb", buffering=0) as file:
        file.write(b"first ")
        write_outputs([(Path(f"/dev/fd/{file.fileno()}"), b"new ")])
        file.write(b"last")
    assert (tmp_path / "a.svg").read_bytes() == b"first new last"


@needs_posix
def test_what_is_not_open_cannot_be_written():
    with pytest.raises(OutputError, match="cannot be written: bad file descriptor"):
        write_outputs([(Path("/dev/fd/987654"), b"new")])


@pytest.mark.parametrize("name", ["NUL.svg", "con", "Com1.a.png", "a:b.svg", "a?.svg", "a.svg ", "a."])
def test_a_name_that_windows_does_not_have_is_refused_there(tmp_path, monkeypatch, name):
    monkeypatch.setattr(target.sys, "platform", "win32")
    with pytest.raises(OutputError, match="no name that Windows has"):
        check_target(find_target(tmp_path / name), [], [])
    check_target(find_target(tmp_path / "console.svg"), [], [])
    check_target(find_target(tmp_path / "客服 部.svg"), [], [])


@needs_posix
def test_when_nobody_reads_standard_output_no_file_is_written(tmp_path):
    reading, writing = os.pipe()
    os.close(reading)
    code = f"\ntry: write_outputs([(__import__('pathlib').Path({str(tmp_path / 'a.svg')!r}), b'new')], stdout=b'x')\nexcept ClosedPipeError: sys.exit(5)"
    done = run(code, stdout=writing)
    os.close(writing)
    assert (done.returncode, done.stderr, listing(tmp_path)) == (5, b"", [])


@pytest.mark.skipif(sys.platform != "linux", reason="Linux keeps lists of who may read a file in its attributes")
def test_a_list_of_who_may_read_a_file_is_kept(tmp_path):
    path, name = tmp_path / "a.svg", "system.posix_acl_access"
    path.write_text("old")
    entry = struct.Struct("<HHI")
    entries = [(1, 6, 2**32 - 1), (2, 4, 12345), (4, 4, 2**32 - 1), (16, 4, 2**32 - 1), (32, 0, 2**32 - 1)]
    try:
        os.setxattr(path, name, struct.pack("<I", 2) + b"".join(entry.pack(*one) for one in entries))
    except OSError:
        pytest.skip("no such lists here")
    before = os.getxattr(path, name)
    write_outputs([(path, b"new")])
    assert os.getxattr(path, name) == before


def run(code, **settings):
    return subprocess.run([sys.executable, "-c", WRITE + code], check=False, stderr=subprocess.PIPE, **settings)


def test_standard_output_gets_every_byte():
    done = run("print('first'); write_stdout(bytes(range(256)) * 4000)", stdout=subprocess.PIPE)
    assert done.stdout == b"first\n" + bytes(range(256)) * 4000


@needs_posix
def test_a_full_standard_output_is_an_error():
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full on this system")
    code = "\ntry: write_stdout(b'x' * 9)\nexcept OutputError as error: sys.exit(str(error))"
    with Path("/dev/full").open("wb") as full:
        done = run(code, stdout=full)
    assert (done.returncode, done.stderr.decode().strip()[:34]) == (1, "standard output cannot be written:")


@needs_posix
def test_a_reader_that_went_away_is_no_error_of_ours():
    reading, writing = os.pipe()
    os.close(reading)
    code = "\ntry: write_stdout(b'x' * 9)\nexcept ClosedPipeError as error: sys.exit(error.exit_code)"
    done = run(code, stdout=writing)
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, b"")


def test_standard_output_may_be_replaced(capsysbinary):
    write_stdout(b"new")
    assert capsysbinary.readouterr().out == b"new"


def test_a_closed_pipe_ends_as_other_programs_do():
    assert ClosedPipeError.exit_code == 141
