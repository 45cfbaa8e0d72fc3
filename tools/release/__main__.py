"""Build what is released from what is committed: wheel, source archive, list of contents, checksums.

Everything is built twice, in different places, time zones and hash seeds, and must come out the same to the byte.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tarfile
import tempfile
from io import BytesIO
from pathlib import Path

from tools.pages import CHECKOUT
from tools.release.sbom import sbom

DIST = CHECKOUT / "dist"
_SURROUNDINGS = (
    {"TZ": "UTC", "PYTHONHASHSEED": "1", "LC_ALL": "C.UTF-8"},
    {"TZ": "Asia/Shanghai", "PYTHONHASHSEED": "2", "LC_ALL": "C"},
)


def main() -> int:
    """Write everything into `dist/`; return 1, having written nothing, where two builds differ."""
    builds = [_built(surroundings) for surroundings in _SURROUNDINGS]
    differing = [name for name in builds[0] if builds[0][name] != builds[1].get(name)]
    if differing or builds[0].keys() != builds[1].keys():
        print(f"✗ two builds of the same commit differ: {', '.join(differing)}", file=sys.stderr)
        return 1
    files = builds[0]
    wheel = next(name for name in files if name.endswith(".whl"))
    files[f"{wheel.partition('-py3')[0]}.cdx.json"] = sbom(CHECKOUT).encode()
    sums = "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in sorted(files.items()))
    files["SHA256SUMS"] = sums.encode()
    DIST.mkdir(exist_ok=True)
    for name, data in files.items():
        (DIST / name).write_bytes(data)
    print(sums, end="")
    return 0


def _built(surroundings: dict[str, str]) -> dict[str, bytes]:
    """Return the wheel and the source archive of the last commit, built from a fresh copy of its files."""
    with tempfile.TemporaryDirectory() as place:
        source, target = Path(place, f"source-{surroundings['PYTHONHASHSEED']}"), Path(place, "dist")
        archive = _git("archive", "HEAD")
        with tarfile.open(fileobj=BytesIO(archive)) as files:
            files.extractall(source, filter="data")
        subprocess.run(
            [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-t", "sdist", "-d", str(target)],
            cwd=source,
            env=os.environ | surroundings | {"SOURCE_DATE_EPOCH": _git("log", "-1", "--format=%ct").decode().strip()},
            stdout=subprocess.DEVNULL,
            check=True,
        )
        return {path.name: path.read_bytes() for path in sorted(target.iterdir())}


def _git(*arguments: str) -> bytes:
    return subprocess.run(["git", *arguments], cwd=CHECKOUT, stdout=subprocess.PIPE, check=True).stdout


sys.exit(main())
