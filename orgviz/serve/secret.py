"""The secret that opens the preview: another user of this machine, or a web page, does not have it.

It is made from a random key, which is kept in a file that only the user may read, so that a page in the browser finds
its way back when the preview of the same file is started again.
"""

from __future__ import annotations

import hmac
import os
import secrets
import stat
import sys
from pathlib import Path

_KEY_BYTES = 32
_NO_LINKS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


def token_for(place: str) -> str:
    """Return 128 bits in hexadecimal that open the preview of one place: an address and the files that it shows."""
    return hmac.digest(_key(), place.encode("utf-8", "surrogateescape"), "sha256").hex()[:32]


def _key() -> bytes:
    """Return the key of this user; one for this run alone where none can be kept."""
    try:
        path = _folder() / "preview.key"
        return _kept(path) or _made(path)
    except (OSError, RuntimeError):  # RuntimeError: there is no home
        return secrets.token_bytes(_KEY_BYTES)


def _folder() -> Path:
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA", "")
    else:
        base = os.environ.get("XDG_STATE_HOME", "")
    return (Path(base) if Path(base).is_absolute() else Path.home() / ".local" / "state") / "orgviz"


def _kept(path: Path) -> bytes | None:
    """Return the key in a file; nothing where there is none, or others could have read or written it."""
    try:
        descriptor = os.open(path, os.O_RDONLY | _NO_LINKS | getattr(os, "O_NONBLOCK", 0))
    except FileNotFoundError:
        return None
    try:
        found = os.fstat(descriptor)
        key = os.read(descriptor, _KEY_BYTES + 1) if stat.S_ISREG(found.st_mode) else b""
    finally:
        os.close(descriptor)
    is_private = sys.platform == "win32" or (found.st_uid == os.getuid() and not found.st_mode & 0o077)
    if len(key) != _KEY_BYTES or not is_private:
        raise OSError(None, "it is no key of ours")
    return key


def _made(path: Path) -> bytes:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    key = secrets.token_bytes(_KEY_BYTES)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_LINKS, 0o600)
    try:
        os.write(descriptor, key)
    finally:
        os.close(descriptor)
    return key
