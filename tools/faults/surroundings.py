"""Surroundings that are too small: pipes that close, disks that are full, memory that ends."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from tools.faults.trials import CHECKOUT, ORG

KILOBYTE, MEGABYTE = 1 << 10, 1 << 20
ORGVIZ = (sys.executable, "-m", "orgviz")
PIPE = 65_536  # bytes that are gone from us, and not yet read


def try_streams(scratch: Path) -> tuple[str, list[str]]:
    """Close the reader of standard output after so many bytes, or let it be full."""
    (scratch / "org.yaml").write_text(_large(), encoding="utf-8")
    wrong, number = [], 0
    for kind in ("svg", "pdf"):
        whole = _run(["render", "org.yaml", "-f", kind, "-o", "-"], scratch).stdout
        for unbuffered in ("", "1"):
            for size in (0, 1, 4_096, 65_536):
                code, errors = _read_only(kind, size, scratch, unbuffered)
                number += 1
                if errors or (code != 141 and not (code == 0 and len(whole) <= size + PIPE)):
                    wrong.append(f"{kind}, closed after {size} of {len(whole)} bytes: {code}, {errors!r}")
            with open("/dev/full", "wb") as full:  # noqa: PTH123 - no file
                done = _run(["render", "org.yaml", "-f", kind, "-o", "-"], scratch, unbuffered, stdout=full)
            number += 1
            if done.returncode != 3 or len(done.stderr.splitlines()) != 1:
                wrong.append(f"{kind}, full: {done.returncode}, {done.stderr!r}")
    return f"{number:5} pipes that close after 0, 1, 4,096, 65,536 bytes, and /dev/full", wrong


def _read_only(kind: str, size: int, folder: Path, unbuffered: str) -> tuple[int, bytes]:
    process = subprocess.Popen(
        [*ORGVIZ, "render", "org.yaml", "-f", kind, "-o", "-"],
        cwd=folder, env=_environment(unbuffered), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stderr is not None
    left = size
    while left and (piece := os.read(process.stdout.fileno(), left)):
        left -= len(piece)
    process.stdout.close()
    errors = process.stderr.read()
    process.stderr.close()
    return process.wait(), errors


def try_full_disks(scratch: Path) -> tuple[str, list[str]]:
    """Write to a small disk, where one can be had, and under a limit of a file's size."""
    (scratch / "org.yaml").write_text(_large(), encoding="utf-8")
    wrong, told = [], []
    for outputs in (("a.svg",), ("b.json", "a.svg")):
        given = [part for output in outputs for part in ("-o", f"disk/{output}")]
        for name, command, limit in _small_disks(scratch):
            shutil.rmtree(scratch / "disk", ignore_errors=True)
            (scratch / "disk").mkdir()
            (scratch / "disk/a.svg").write_bytes(b"old")
            done = _run(["render", "org.yaml", *given], scratch, command=command, preexec_fn=limit)
            if b"NO DISK" in done.stdout:
                told.append(f"{name}: not to be had here")
                continue
            told.append(name)
            files = done.stdout if command else b"".join(_listed(scratch / "disk"))
            if done.returncode != 3 or len(done.stderr.splitlines()) != 1 or files != b"a.svg=old\n":
                wrong.append(f"{name}, {outputs}: {done.returncode}, {done.stderr!r}, {files[:200]!r}")
    return f"{len(told):5} full disks: {', '.join(told)}", wrong


def _small_disks(scratch: Path) -> Iterator[tuple[str, tuple[str, ...], Callable[[], None] | None]]:
    # What is on the disk is shown before it is gone, and with it the only place from where it is seen.
    script = (
        f'mount -t tmpfs -o size=256k none "{scratch}/disk" 2>/dev/null || {{ echo NO DISK; exit; }}\n'
        f'printf old > "{scratch}/disk/a.svg"\n"$@"\ncode=$?\ncd "{scratch}/disk"\n'
        'for file in $(ls -A); do echo "$file=$(cat $file)"; done\nexit $code\n'
    )
    yield "a disk of 256 kB", ("unshare", "-m", "sh", "-c", script, "sh", *ORGVIZ), None
    for size in (1, 16, 64):
        limit = size * KILOBYTE
        yield f"files of {size} kB", (), lambda limit=limit: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))


def _listed(folder: Path) -> Iterator[bytes]:
    for path in sorted(folder.iterdir()):
        yield f"{path.name}=".encode() + path.read_bytes() + b"\n"


def try_memory(step: int, scratch: Path) -> tuple[str, list[str]]:
    """Run with 64 to 512 MB of addresses, in steps of so many."""
    (scratch / "org.yaml").write_text(ORG, encoding="utf-8")
    wrong, enough, number = [], 0, 0
    for size in range(64, 513, step):
        (scratch / "a.svg").write_bytes(b"old")
        limit = size * MEGABYTE
        done = _run(
            ["render", "org.yaml", "-o", "a.svg", "-o", "b.png"],
            scratch, preexec_fn=lambda limit=limit: resource.setrlimit(resource.RLIMIT_AS, (limit, limit)),
        )  # fmt: skip
        number += 1
        data = (scratch / "a.svg").read_bytes()
        is_whole = data.endswith(b"</svg>\n") if done.returncode == 0 else data == b"old"
        enough = enough or (size if done.returncode == 0 else 0)
        words = done.stderr.decode("utf-8", "replace")
        if done.returncode not in (0, 3, 4) or not is_whole or "Traceback" in words or "internal error" in words:
            wrong.append(f"{size} MB: {done.returncode}, {words!r}")
        (scratch / "b.png").unlink(missing_ok=True)
    return f"{number:5} sizes of memory from 64 to 512 MB; enough from {enough} MB on", wrong


def _run(
    arguments: list[str],
    folder: Path,
    unbuffered: str = "",
    *,
    command: tuple[str, ...] = (),
    **more: Any,  # noqa: ANN401 - as subprocess has it
) -> subprocess.CompletedProcess[bytes]:
    more = {"stdout": subprocess.PIPE, **more}
    given = [*(command or ORGVIZ), *arguments]
    return subprocess.run(given, check=False, cwd=folder, env=_environment(unbuffered), stderr=subprocess.PIPE, **more)


def _environment(unbuffered: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(CHECKOUT), "PYTHONUNBUFFERED": unbuffered}


def _large() -> str:
    """Return an organisation whose chart has more bytes than a pipe and a small disk hold."""
    units = "".join(f"  - name: Department {number}\n    units: [Design, Assembly, Sales]\n" for number in range(150))
    return f"title: Works\nunits:\n{units}"
