"""The programs that are measured: what each is given, how it is run, and how it is told which version it is."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

import orgviz
from tools.bench.languages import Write, to_boxes, to_d2, to_dot, to_mermaid, to_mind_map, to_wbs, to_yaml

CHECKOUT = Path(__file__).parents[2]
PROGRAMS = Path(__file__).parent / "programs"
BUILT = CHECKOUT / "build" / "bench"
"""Where the results go."""

MODULES = BUILT / "npm"
"""Where npm's packages are put by `tools/setup-peers.sh`, and run."""

ORGVIZ, FLOOR = "orgviz", "floor"
"""The names of what others are compared with."""

_BROWSERS = ("chromium", "chromium-browser", "google-chrome")


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """A program that draws organisations.

    Args:
        title: by which people know it, with what is special about how it is run.
        write: makes its input; the floor has none: it draws what orgviz gives it.
        ending: of the input.
        command: holds ``{input}``, ``{output}`` (the input with the ending ``.svg``), ``{npm}`` and ``{python}``.
        programs: that must be on the path.
        packages: of npm, that must be installed.
        version: the command that tells it; or ``npm`` and a package, or ``orgviz``.
        environment: what is set for it.
    """

    title: str
    write: Write | None
    ending: str
    command: tuple[str, ...]
    programs: tuple[str, ...] = ()
    packages: tuple[str, ...] = ()
    version: str
    environment: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def run(self, given: Path) -> tuple[str, ...]:
        """Return the command that draws the file `given` as the SVG beside it."""
        places = {"npm": str(MODULES), "python": sys.executable}
        return tuple(word.format(input=given, output=given.with_suffix(".svg"), **places) for word in self.command)

    def lacks(self) -> str | None:
        """Return what it needs and this machine has not."""
        for program in self.programs:
            if shutil.which(program) is None:
                return f"there is no '{program}'"
        for package in self.packages:
            if not (MODULES / "node_modules" / package).is_dir():
                return f"npm's '{package}' is not installed"
        return "there is no Chromium" if "{npm}/browser.json" in self.command and browser() is None else None


def _node(program: str) -> tuple[str, ...]:
    # A large heap, as people set who meet the limit; it is a limit, and not taken at once.
    return ("node", "--max-old-space-size=8192", f"{{npm}}/{program}.mjs", "{input}", "{output}")


_MERMAID = ("node", "--max-old-space-size=8192", "{npm}/node_modules/@mermaid-js/mermaid-cli/src/cli.js", "-q",
            "-c", "{npm}/mermaid.json", "-p", "{npm}/browser.json", "-i", "{input}", "-o", "{output}")  # fmt: skip
_PLANTUML = ("plantuml", "-tsvg", "{input}")

PEERS: Mapping[str, Peer] = MappingProxyType({
    ORGVIZ: Peer(
        title="orgviz",
        write=to_yaml,
        ending=".yaml",
        command=("{python}", "-m", "orgviz", "render", "{input}", "-o", "{output}", "-q", "--no-cache"),
        programs=("dot",),
        version="orgviz",
        environment={"PYTHONPATH": str(CHECKOUT)},
    ),
    FLOOR: Peer(
        title="the floor: `neato -n2` draws orgviz's places",
        write=None,
        ending=".dot",
        command=("dot", "-Kneato", "-n2", "-Tsvg", "{input}", "-o", "{output}"),
        programs=("dot",),
        version="dot -V",
    ),
    "dot": Peer(
        title="`graphviz` for Python with dot",
        write=to_boxes,
        ending=".json",
        command=("{python}", str(PROGRAMS / "by_graphviz.py"), "{input}", "{output}"),
        programs=("dot",),
        version="dot -V",
    ),
    "viz": Peer(
        title="dot of Viz.js (WebAssembly)",
        write=to_dot,
        ending=".dot",
        command=_node("viz"),
        programs=("node",),
        packages=("@viz-js/viz",),
        version="node {npm}/viz.mjs --version",  # of Graphviz
    ),
    "wbs": Peer(
        title="PlantUML, WBS",
        write=to_wbs,
        ending=".puml",
        command=_PLANTUML,
        programs=("plantuml",),
        version="plantuml -version",
    ),
    "mindmap": Peer(
        title="PlantUML, MindMap",
        write=to_mind_map,
        ending=".puml",
        command=_PLANTUML,
        programs=("plantuml",),
        version="plantuml -version",
    ),
    "mermaid": Peer(
        title="Mermaid (mmdc)",
        write=to_mermaid,
        ending=".mmd",
        command=_MERMAID,
        programs=("node",),
        packages=("@mermaid-js/mermaid-cli", "puppeteer"),
        version="npm mermaid",
    ),
    "d2": Peer(
        title="D2 as WebAssembly",
        write=to_d2,
        ending=".d2",
        command=_node("d2"),
        programs=("node",),
        packages=("@terrastruct/d2",),
        version="npm @terrastruct/d2",
    ),
    "elk": Peer(
        title="elkjs, layered (layout only)",
        write=to_boxes,
        ending=".json",
        command=_node("elk"),
        programs=("node",),
        packages=("elkjs",),
        version="npm elkjs",
    ),
    "flextree": Peer(
        title="d3-flextree (layout only)",
        write=to_boxes,
        ending=".json",
        command=_node("flextree"),
        programs=("node",),
        packages=("d3-flextree",),
        version="npm d3-flextree",
    ),
})  # fmt: skip


def browser() -> str | None:
    """Return where the browser is by which Mermaid draws, and pictures are taken."""
    return next((path for name in _BROWSERS if (path := shutil.which(name))), None)


def prepare() -> None:
    """Put the programs and settings that run with npm's packages beside them."""
    MODULES.mkdir(parents=True, exist_ok=True)
    for program in sorted(PROGRAMS.glob("*.mjs")):
        shutil.copy(program, MODULES)
    # Without these Mermaid refuses charts of some hundred boxes.
    (MODULES / "mermaid.json").write_text(json.dumps({"maxTextSize": 1_000_000_000, "maxEdges": 10_000_000}))
    settings = {"executablePath": browser(), "args": ["--no-sandbox"], "protocolTimeout": 0}
    (MODULES / "browser.json").write_text(json.dumps(settings))


def version(peer: Peer) -> str:
    """Return the version of a peer as far as it tells it, such as ``16.1.0``."""
    program, *words = peer.version.split()
    if program == "orgviz":
        return orgviz.__version__
    if program == "npm":
        told = json.loads((MODULES / "node_modules" / words[0] / "package.json").read_text(encoding="utf-8"))["version"]
    else:
        command = [program, *(word.format(npm=MODULES) for word in words)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        told = done.stdout + done.stderr
    found = re.search(r"\d+(?:\.\d+)+", told)
    return found[0] if found else "?"
