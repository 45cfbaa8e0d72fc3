"""A run loads what it needs and nothing else: of a small chart, most of the time would go there."""

import shutil
import subprocess
import sys
from functools import cache

import pytest

ORG = """\
title: Works
units:
  - name: Works
    head: Ann
    units: [{name: Design, positions: [Draughtsman]}, {name: Assembly, head: {title: Foreman, holder: Bob}}]
"""
DOCUMENT = "Works\n\nThe works has two departments: Design and Assembly.\n"
LIBRARIES = (
    "cairocffi", "cairosvg", "docutils", "fontTools", "graphviz", "jsonschema", "lxml", "markdown", "openpyxl", "PIL",
    "pptx", "pydantic", "pygraphviz", "pypinyin", "rich", "sphinx",
)  # fmt: skip
# Of the standard library, what takes a millisecond or more, and what Typer has not loaded anyway.
STANDARD = (
    "asyncio", "concurrent.futures", "ctypes", "email", "hashlib", "http", "importlib.metadata", "importlib.resources",
    "logging", "multiprocessing", "random", "socket", "ssl", "tempfile", "tomllib", "unittest", "urllib.request",
    "xml.dom", "xml.etree", "zipfile", "zoneinfo",
)  # fmt: skip
TEXTS = ("csv", "json")
READERS = ("orgviz.document", "orgviz.table", "orgviz.source.outline_reader", "orgviz.source.kind_by_text")
JOINING = ("orgviz.variants", "orgviz.build.changes", "orgviz.source.includes")
WRITERS = (
    "orgviz.diff", "orgviz.drawio", "orgviz.export", "orgviz.fmt", "orgviz.output.fonts", "orgviz.output.raster",
    "orgviz.pages", "orgviz.photos.pixels", "orgviz.schema", "orgviz.serve", "orgviz.slides.deck", "orgviz.stats",
    "orgviz.views", "orgviz.watch", "orgviz.web",
)  # fmt: skip
DRAWING = ("orgviz.pipeline", "orgviz.layout.lay_out", "orgviz.output.graphviz_engine", "xml.parsers")
ALWAYS_OUT = (*LIBRARIES, *STANDARD)
FOR_PIXELS = ("orgviz.output.fonts", "orgviz.output.raster")
# Where nobody lists the fonts, each file of a font has to be opened.
FOR_FONTS = ("ctypes",) if shutil.which("fc-list") else ("ctypes", "fontTools")
PICTURES_OUT = (*(one for one in ALWAYS_OUT if one not in FOR_FONTS), "ctypes.util")

RUNS = {
    "version": (("--version",), (*ALWAYS_OUT, *TEXTS, *READERS, *JOINING, *WRITERS, *DRAWING, "yaml", "orgviz.build")),
    "themes": (("themes",), (*ALWAYS_OUT, *TEXTS, *READERS, *JOINING, *WRITERS, *DRAWING, "orgviz.build")),
    "help": (("--help",), (*ALWAYS_OUT, *TEXTS, *READERS, *JOINING, *WRITERS, *DRAWING)),
    "help of a verb": (("render", "--help"), (*ALWAYS_OUT, *TEXTS, *READERS, *JOINING, *WRITERS, *DRAWING)),
    # What was drawn before is looked for under a digest.
    "render": (
        ("render", "org.yaml", "-o", "org.svg"),
        (*(one for one in ALWAYS_OUT if one != "hashlib"), *TEXTS, *READERS, *JOINING, *WRITERS, "yaml"),
    ),
    # Pixels and pages take what reads and sets fonts, and what calls cairo: no package of others.
    "render as png": (
        ("render", "org.yaml", "-o", "org.png", "--no-cache"),
        (*PICTURES_OUT, *TEXTS, *READERS, *JOINING, *(one for one in WRITERS if one not in FOR_PIXELS)),
    ),
    "render as pdf": (
        ("render", "org.yaml", "-o", "org.pdf", "--no-cache"),
        (*PICTURES_OUT, *TEXTS, *READERS, *JOINING, *(one for one in WRITERS if one not in FOR_PIXELS)),
    ),
    "check": (("check", "org.yaml"), (*ALWAYS_OUT, *TEXTS, *READERS, *JOINING, *WRITERS, *DRAWING, "yaml")),
    "fmt": (
        ("fmt", "--check", "org.yaml"),
        (
            *ALWAYS_OUT,
            *READERS,
            *JOINING,
            *(one for one in WRITERS if one not in ("orgviz.fmt", "orgviz.export")),
            *DRAWING,
        ),
    ),
    "convert": (
        ("convert", "org.yaml"),
        (*ALWAYS_OUT, *READERS, *JOINING, *(one for one in WRITERS if one != "orgviz.export"), *DRAWING),
    ),
    "check of a document": (("check", "org.txt"), (*ALWAYS_OUT, *JOINING, *WRITERS, *DRAWING, "orgviz.table.read")),
}

# Half of the modules of orgviz that are not for reading documents; what is new comes late, or something else does.
MOST_OWN_MODULES = 180


@cache
def loaded(arguments, folder):
    """Return the names of all modules that a run has loaded when it ends."""
    program = (
        "import sys, atexit\n"
        "atexit.register(lambda: open('modules', 'w').write(' '.join(sys.modules)))\n"
        f"sys.argv = ['orgviz', *{arguments!r}]\n"
        "from orgviz.cli import main\n"
        "main()\n"
    )
    (folder / "org.yaml").write_text(ORG, encoding="utf-8")
    (folder / "org.txt").write_text(DOCUMENT, encoding="utf-8")
    subprocess.run([sys.executable, "-c", program], cwd=folder, capture_output=True, check=False)
    return frozenset((folder / "modules").read_text().split())


def within(modules, names):
    """Return those of `names` that are loaded, or have a module inside them that is."""
    return [name for name in names if any(f"{module}.".startswith(f"{name}.") for module in modules)]


@pytest.mark.parametrize("run", RUNS)
def test_a_run_loads_nothing_that_it_does_not_need(run, tmp_path):
    arguments, unneeded = RUNS[run]
    modules = loaded(arguments, tmp_path)
    assert "orgviz.cli.app" in modules
    assert within(modules, unneeded) == []


def test_what_a_run_needs_would_be_found(tmp_path):
    modules = loaded(("render", "org.yaml", "-o", "org.json", "--layout", "tree"), tmp_path)
    assert within(modules, ("json", "orgviz.export", "pydantic")) == ["json", "orgviz.export", "pydantic"]


def test_a_small_chart_needs_few_modules(tmp_path):
    modules = loaded(RUNS["render"][0], tmp_path)
    own = [name for name in modules if name.split(".")[0] == "orgviz"]
    assert (tmp_path / "org.svg").exists()
    assert len(own) <= MOST_OWN_MODULES
