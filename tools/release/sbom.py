"""The software bill of materials: every pinned package, with its licence, its hashes, and what needs it."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

_CYCLONEDX = (sys.executable, "-m", "cyclonedx_py")
_PUBLIC_INDEX = "https://pypi.org/simple"  # whatever mirror this machine asks


def sbom(checkout: Path) -> str:
    """Return CycloneDX JSON about what `requirements/runtime.lock` installs here; the same bytes every time.

    The packages' own files tell licences and dependencies, the lock tells hashes: the two are put together.
    """
    lock, project = checkout / "requirements" / "runtime.lock", checkout / "pyproject.toml"
    with tempfile.TemporaryDirectory() as place:
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", place], check=True)
        python = str(Path(place, "bin", "python"))
        pip = [sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--require-hashes", "--no-deps"]
        subprocess.run([*pip, "-r", str(lock)], check=True)
        installed = _made("environment", "--pyproject", str(project), python)
    pinned = _made("requirements", "--pyproject", str(project), "--index-url", _PUBLIC_INDEX, str(lock))
    hashes = {component["purl"]: component["externalReferences"] for component in pinned["components"]}
    for component in installed["components"]:
        component["externalReferences"] = [*component.get("externalReferences", ()), *hashes[component["purl"]]]
    return json.dumps(installed, indent=2, sort_keys=True, ensure_ascii=False) + "\n"


def _made(*arguments: str) -> dict[str, Any]:
    command = [*_CYCLONEDX, arguments[0], "--output-reproducible", "--short-PURLs", *arguments[1:]]
    made: dict[str, Any] = json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)
    return made
