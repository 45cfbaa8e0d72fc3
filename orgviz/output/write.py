"""Write files all or none, each in one step: a failed run leaves the old ones as they were."""

from __future__ import annotations

import contextlib
import io
import os
import select
import stat
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from orgviz.diagnostics import OrgvizError, OutputError

_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_ATTEMPTS, _PAUSE = 20, 0.1  # seconds, on Windows: there a file that is being read cannot be replaced


class ClosedPipeError(OrgvizError):
    """The program that reads our standard output has gone: end without a word, as other programs do."""

    exit_code = 141


@dataclass(frozen=True, slots=True)
class _Target:
    """A file to write.

    Args:
        named: as the user called it.
        real: with symbolic links resolved.
        old: what is there now, if anything.
    """

    named: Path
    real: Path
    old: os.stat_result | None

    @property
    def is_stream(self) -> bool:
        """Whether it takes bytes but cannot be replaced: a pipe, or ``/dev/null``."""
        if self.old is None:
            return False
        return stat.S_ISFIFO(self.old.st_mode) or self.real == Path(os.devnull)


def write_outputs(outputs: Sequence[tuple[Path, bytes]], *, inputs: Sequence[Path] = ()) -> None:
    """Write every file, or none when any of them cannot be written.

    One that holds the same already is left as it is but for its time, by which Make tells that it is up to date.

    Args:
        outputs: paths as the user named them, and what they shall hold.
        inputs: the files that were read, which are never written.

    Raises:
        OutputError: a file cannot be written, is an input, is named twice, or is no ordinary file.
    """
    targets = [_target(path) for path, _ in outputs]
    for place, target in enumerate(targets):
        _check(target, [other.real for other in targets[:place]], inputs)
    staged: list[tuple[Path, _Target]] = []
    unchanged: list[_Target] = []
    try:
        for target, (_, data) in zip(targets, outputs, strict=True):
            if _holds(target, data):
                unchanged.append(target)
            elif not target.is_stream:
                with _explained(target):
                    _stage(target, data, staged)
        for target, (_, data) in zip(targets, outputs, strict=True):
            if target.is_stream:
                with _explained(target):
                    _write_through(target, data)
        while staged:
            temporary, target = staged[0]
            with _explained(target):
                _replace(temporary, target.real)
            del staged[0]
        for target in unchanged:
            with _explained(target):
                os.utime(target.real)
    finally:
        for temporary, _ in staged:
            temporary.unlink(missing_ok=True)
    for folder in dict.fromkeys(target.real.parent for target in targets if not target.is_stream):
        _sync_folder(folder)


def write_stdout(data: bytes) -> None:
    """Write all of `data` to standard output.

    Raises:
        ClosedPipeError: the reader has gone.
        OutputError: it cannot be written, for example because the disk is full.
    """
    try:
        sys.stdout.flush()
        descriptor = sys.stdout.fileno()
    except io.UnsupportedOperation:  # a test or a program that put something else in its place
        sys.stdout.buffer.write(data)
        return
    try:
        _write_all(descriptor, data)
    except BrokenPipeError as error:
        raise ClosedPipeError("standard output was closed") from error
    except OSError as error:
        raise OutputError(f"standard output cannot be written: {error.strerror}") from error


def _target(path: Path) -> _Target:
    try:
        real = path.resolve()
        return _Target(path, real, real.stat() if real.exists() else None)
    except (OSError, RuntimeError, ValueError) as error:  # RuntimeError: symbolic links in a circle
        raise OutputError(f"'{path}' cannot be written: {_reason(error)}") from error


def _check(target: _Target, earlier: Sequence[Path], inputs: Sequence[Path]) -> None:
    """Refuse what should not be written, before anything is."""
    name = f"'{target.named}'"
    if target.real in earlier and not target.is_stream:
        raise OutputError(f"{name} is named twice as an output", "give each output a name of its own")
    if target.old is None:
        if not target.real.parent.is_dir():
            raise OutputError(f"{name} cannot be written: there is no folder '{target.named.parent}'")
        return
    if any(_is_same(target.old, path) for path in inputs):
        raise OutputError(f"{name} is the input and is not overwritten", "give the output another name")
    if stat.S_ISDIR(target.old.st_mode):
        raise OutputError(f"{name} is a folder", f"name a file in it, such as '{target.named / 'chart.svg'}'")
    if not (stat.S_ISREG(target.old.st_mode) or target.is_stream):
        raise OutputError(f"{name} is a device or socket and is not written")
    if not os.access(target.real, os.W_OK):
        raise OutputError(f"{name} is read-only", "make it writable, or give the output another name")


def _is_same(old: os.stat_result, path: Path) -> bool:
    try:
        return os.path.samestat(old, path.stat())
    except OSError:
        return False


def _holds(target: _Target, data: bytes) -> bool:
    """Tell whether an ordinary file holds just these bytes; one that cannot be read is taken for another."""
    if target.old is None or not stat.S_ISREG(target.old.st_mode) or target.old.st_size != len(data):
        return False
    try:
        return target.real.read_bytes() == data
    except OSError:
        return False


def _stage(target: _Target, data: bytes, staged: list[tuple[Path, _Target]]) -> None:
    """Write `data` into a new file beside the target, and note it in `staged` as soon as it exists."""
    descriptor, temporary = _open_new(target.real.parent)
    staged.append((temporary, target))
    try:
        _write_all(descriptor, data)
        if target.old is not None:
            _keep_owner_and_mode(descriptor, target.old)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _open_new(folder: Path) -> tuple[int, Path]:
    for number in count():
        path = folder / f".orgviz-{os.getpid()}-{number}.tmp"
        with contextlib.suppress(FileExistsError):
            return os.open(path, _NEW_FILE, 0o666), path
    raise AssertionError("count() never ends")


def _keep_owner_and_mode(descriptor: int, old: os.stat_result) -> None:
    if sys.platform != "win32":
        with contextlib.suppress(OSError):  # only root may give a file away
            os.fchown(descriptor, old.st_uid, old.st_gid)
        os.fchmod(descriptor, stat.S_IMODE(old.st_mode))


def _write_through(target: _Target, data: bytes) -> None:
    descriptor = os.open(target.real, os.O_WRONLY | getattr(os, "O_BINARY", 0))
    try:
        _write_all(descriptor, data)
    finally:
        os.close(descriptor)


def _write_all(descriptor: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        try:
            rest = rest[os.write(descriptor, rest) :]
        except BlockingIOError:
            select.select([], [descriptor], [])


def _replace(temporary: Path, real: Path) -> None:
    for _ in range(_ATTEMPTS - 1 if sys.platform == "win32" else 0):
        with contextlib.suppress(PermissionError):
            temporary.replace(real)
            return
        time.sleep(_PAUSE)
    temporary.replace(real)


def _sync_folder(folder: Path) -> None:
    """Make the new names last through a power cut, where the system can."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


@contextlib.contextmanager
def _explained(target: _Target) -> Iterator[None]:
    """Turn what the system says into an error about the file that the user named."""
    try:
        yield
    except OSError as error:
        raise OutputError(f"'{target.named}' cannot be written: {_reason(error)}") from error


def _reason(error: Exception) -> str:
    if isinstance(error, UnicodeEncodeError):
        return (
            f"the names of files are in {error.encoding.upper()} here; set a locale with UTF-8, such as LC_ALL=C.UTF-8"
        )
    words = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return words[:1].lower() + words[1:]
