"""Build the small sites of docs/sites: `python -m tools.sites [FOLDER]`, into build/sites where none is named.

What builds one may be missing on a machine; that is said, and the others are built.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from orgviz.cli.plugin_files import plugin_file

CHECKOUT = Path(__file__).parents[1]
SITES = CHECKOUT / "docs" / "sites"
ORGVIZ = '#!/bin/sh\nexec "{python}" -m orgviz "$@"\n'


class MissingError(Exception):
    """What builds a site is not on this machine; says how to get it."""


def build_sphinx(target: Path, builder: str = "html", *options: str) -> Path:
    """Build the Sphinx site; return its first page, or the folder of another builder."""
    _needs_module("sphinx", "sphinx")
    _run(sys.executable, "-m", "sphinx", "-q", "-W", "-b", builder, "-d", target / "doctrees", *options,
         SITES / "sphinx", target / builder)  # fmt: skip
    return target / "html" / "index.html" if builder == "html" else target / builder


def build_mkdocs(target: Path) -> Path:
    """Build the MkDocs site; return its first page."""
    _needs_module("mkdocs", "mkdocs")
    _run(sys.executable, "-m", "mkdocs", "build", "-q", "--strict", "-f", SITES / "mkdocs/mkdocs.yml", "-d", target)
    return target / "index.html"


def build_pandoc(target: Path, *endings: str) -> Path:
    """Build the document for pandoc as a page, and with other endings; return the page."""
    if shutil.which("pandoc") is None:
        raise MissingError("pandoc is not on the path (Debian: apt-get install pandoc; macOS: brew install pandoc)")
    target.mkdir(parents=True, exist_ok=True)
    program = target / "orgviz"
    program.write_text(ORGVIZ.format(python=sys.executable), encoding="utf-8")
    program.chmod(0o755)
    environment = {**os.environ, "ORGVIZ": str(program), "PYTHONPATH": str(CHECKOUT)}
    for ending in ("html", *endings):
        _run("pandoc", "--standalone", "--lua-filter", plugin_file("pandoc"), "handbook.md",
             "-o", target / f"handbook.{ending}", folder=SITES / "pandoc", environment=environment)  # fmt: skip
    program.unlink()
    return target / "handbook.html"


BUILDERS: dict[str, Callable[[Path], Path]] = {
    "sphinx": build_sphinx,
    "mkdocs": build_mkdocs,
    "pandoc": build_pandoc,
}


def _needs_module(name: str, extra: str) -> None:
    if importlib.util.find_spec(name) is None:
        raise MissingError(f"{name} is not installed (pip install 'orgviz[{extra}]')")


def _run(*command: str | Path, folder: Path = CHECKOUT, environment: dict[str, str] | None = None) -> None:
    environment = environment or {**os.environ, "PYTHONPATH": str(CHECKOUT)}
    done = subprocess.run(
        [str(part) for part in command], check=False, cwd=folder, env=environment, capture_output=True, text=True
    )
    if done.returncode != 0:
        sys.exit(f"✗ {' '.join(map(str, command))}\n{done.stdout}{done.stderr}")


def main() -> None:
    """Build every site that can be built here."""
    target = Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else CHECKOUT / "build" / "sites"
    for name, build in BUILDERS.items():
        try:
            print(f"✓ {name}: {build(target / name)}")
        except MissingError as error:
            print(f"! {name}: not built: {error}")


if __name__ == "__main__":
    main()
