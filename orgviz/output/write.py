"""Write files all or none, each in one step: a failed run leaves the old ones as they were."""

from __future__ import annotations

import contextlib
import io
import os
import select
import shutil
import stat
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from orgviz.diagnostics import OrgvizError, OutputError
from orgviz.lean import dataclass
from orgviz.output.held_signals import HeldSignals, signals_held
from orgviz.output.staging import Staging, close_staging, open_staging, sweep
from orgviz.output.target import Target, check_target, find_target, reason

if TYPE_CHECKING:
    from orgviz.output.spool import Content

_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_ATTEMPTS, _PAUSE = 20, 0.1  # seconds, on Windows: there a file that is being read cannot be replaced
_PIECE = 1 << 20  # bytes that are written before signals are looked at
_ACCESS_LIST = "system.posix_acl_access"


class ClosedPipeError(OrgvizError):
    """The program that reads our standard output has gone: end without a word, as other programs do."""

    exit_code = 141


@dataclass(frozen=True, slots=True)
class _Change:
    """What is done to a target at the end, and what undoes it.

    Args:
        new: the file that takes its place; none where it stays, but for its time.
        old: what is there now, by another name; none where nothing is, or nothing has to be put back.
    """

    target: Target
    new: Path | None = None
    old: Path | None = None


def write_outputs(
    outputs: Sequence[tuple[Path, Content]], *, inputs: Sequence[Path] = (), stdout: Content | None = None
) -> None:
    """Write every file, or none when any of them cannot be written.

    One that holds the same already is left as it is but for its time, by which Make tells that it is up to date.
    Pipes and standard output are written when all files are ready, and before any is put in its place.

    Args:
        outputs: paths as the user named them, and what they shall hold.
        inputs: the files that were read, which are never written.
        stdout: what standard output shall get.

    Raises:
        OutputError: a file cannot be written, is an input, is named twice, or is no ordinary file.
        ClosedPipeError: nobody reads standard output any more.
    """
    targets = [find_target(path) for path, _ in outputs]
    for place, target in enumerate(targets):
        with _explained(target):
            check_target(target, targets[:place], inputs)
    files = [(target, data) for target, (_, data) in zip(targets, outputs, strict=True) if not target.is_stream]
    streams = [(target, data) for target, (_, data) in zip(targets, outputs, strict=True) if target.is_stream]
    folders = list(dict.fromkeys(target.real.parent for target, _ in files))
    with signals_held() as signals:
        for folder in folders:
            sweep(folder)
        with contextlib.ExitStack() as passing:
            changes = _prepared(files, signals, passing)
            with signals.felt():
                for target, data in streams:
                    with _explained(target):
                        _write_through(target, data)
                if stdout is not None:
                    write_stdout(stdout)
            _make(changes)
        for folder in folders:
            _sync_folder(folder)


def pieces_of(content: Content) -> Iterator[bytes]:
    """Yield what goes into a file in pieces, none of which is large for having been put together from others."""
    yield from [content] if isinstance(content, bytes) else content.pieces()


def write_stdout(content: Content) -> None:
    """Write all of `content` to standard output.

    Raises:
        ClosedPipeError: the reader has gone.
        OutputError: it cannot be written, for example because the disk is full.
    """
    try:
        sys.stdout.flush()
        for piece in pieces_of(content):
            _write_all(sys.stdout.fileno(), memoryview(piece))
    except io.UnsupportedOperation:  # a test or a program that put something else in its place
        sys.stdout.buffer.writelines(pieces_of(content))
    except BrokenPipeError as error:
        raise ClosedPipeError("standard output was closed") from error
    except OSError as error:
        raise OutputError(f"standard output cannot be written: {error.strerror}") from error


def _prepared(
    files: Sequence[tuple[Target, Content]], signals: HeldSignals, passing: contextlib.ExitStack
) -> list[_Change]:
    """Write what is to come into passing folders, which `passing` removes; return what is left to do."""
    folders: dict[Path, Path] = {}
    changes = []
    for number, (target, data) in enumerate(files):
        signals.pass_on()
        if _holds(target, data):
            changes.append(_Change(target))
            continue
        folder = target.real.parent
        with _explained(target):
            if folder not in folders:
                staging = _opened(folder, target)
                passing.callback(close_staging, staging)
                folders[folder] = staging.path
            new = folders[folder] / f"{number}.new"
            _write_new(new, data, target, signals)
        changes.append(_Change(target, new))
    # One change is made or not; of several, those that are made must be undone when another fails.
    return [_with_old(change) for change in changes] if len(changes) > 1 else changes


def _opened(folder: Path, target: Target) -> Staging:
    try:
        return open_staging(folder)
    except PermissionError as error:
        words = f"'{target.named}' cannot be written: {reason(error)}"
        raise OutputError(words, "a new file takes the place of an old one: its folder must be writable") from error


def _holds(target: Target, content: Content) -> bool:
    """Tell whether an ordinary file holds just these bytes; one that cannot be read is taken for another."""
    if target.old is None or target.old.st_size != len(content):
        return False
    try:
        with target.real.open("rb") as file:
            return all(file.read(len(piece)) == piece for piece in pieces_of(content)) and not file.read(1)
    except OSError:
        return False


def _write_new(path: Path, content: Content, target: Target, signals: HeldSignals) -> None:
    descriptor = os.open(path, _NEW_FILE, 0o666)
    try:
        for piece in pieces_of(content):
            rest = memoryview(piece)
            for start in range(0, len(rest), _PIECE):
                signals.pass_on()
                _write_all(descriptor, rest[start : start + _PIECE])
        if target.old is not None:
            _keep_owner_and_mode(descriptor, target.real, target.old)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _keep_owner_and_mode(descriptor: int, real: Path, old: os.stat_result) -> None:
    if sys.platform == "win32":
        return
    with contextlib.suppress(OSError):  # only root may give a file away
        os.fchown(descriptor, old.st_uid, old.st_gid)
    if sys.platform == "linux":
        with contextlib.suppress(OSError):  # the folder may have given it a list of its own
            os.removexattr(descriptor, _ACCESS_LIST)
        with contextlib.suppress(OSError):
            os.setxattr(descriptor, _ACCESS_LIST, os.getxattr(real, _ACCESS_LIST))
    os.fchmod(descriptor, stat.S_IMODE(old.st_mode))


def _with_old(change: _Change) -> _Change:
    """Give the old file a second name, from which it can be put back; where it can have only one, copy it."""
    if change.new is None or change.target.old is None:
        return change
    old = change.new.with_suffix(".old")
    with _explained(change.target):
        try:
            old.hardlink_to(change.target.real)
        except OSError:
            shutil.copy2(change.target.real, old)
    return replace(change, old=old)


def _make(changes: Sequence[_Change]) -> None:
    """Make all changes, or none."""
    begun = []
    try:
        for change in changes:
            begun.append(change)
            with _explained(change.target):
                os.utime(change.new or change.target.real)
                if change.new is not None:
                    _replace(change.new, change.target.real)
    except BaseException as error:
        changed = [str(change.target.named) for change in reversed(begun) if not _undo(change)]
        if changed and isinstance(error, OutputError):
            raise OutputError(str(error), f"these are new, and could not be undone: {', '.join(changed)}") from error
        raise


def _undo(change: _Change) -> bool:
    """Put the old file back, with its time; tell whether that could be done."""
    real, old = change.target.real, change.target.old
    try:
        if change.new is None:
            assert old is not None
            os.utime(real, ns=(old.st_atime_ns, old.st_mtime_ns))
        elif not change.new.exists():
            real.unlink() if change.old is None else _replace(change.old, real)
    except OSError:
        return False
    return True


def _replace(new: Path, real: Path) -> None:
    for _ in range(_ATTEMPTS - 1 if sys.platform == "win32" else 0):
        with contextlib.suppress(PermissionError):
            new.replace(real)
            return
        time.sleep(_PAUSE)
    new.replace(real)


def _write_through(target: Target, content: Content) -> None:
    opened = target.descriptor
    descriptor = os.open(target.named, os.O_WRONLY | getattr(os, "O_BINARY", 0)) if opened is None else os.dup(opened)
    try:
        for piece in pieces_of(content):
            _write_all(descriptor, memoryview(piece))
    finally:
        os.close(descriptor)


def _write_all(descriptor: int, data: memoryview) -> None:
    while data:
        try:
            data = data[os.write(descriptor, data) :]
        except BlockingIOError:
            select.select([], [descriptor], [])


def _sync_folder(folder: Path) -> None:
    """Make the new names last through a power cut, where the system can."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


@contextlib.contextmanager
def _explained(target: Target) -> Iterator[None]:
    """Turn what the system says into an error about the file that the user named."""
    try:
        yield
    except OSError as error:
        raise OutputError(f"'{target.named}' cannot be written: {reason(error)}") from error
