"""The house keeps its order: imports go one way, each library has one door, and nothing grows too long."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "orgviz"

# Each may import from what stands before it, and from itself.
LAYERS = (
    "__init__", "lean", "patterns", "text", "collector", "folding", "wording", "limits", "diagnostics", "jobs", "model", "found", "vocabulary", "labels", "sections",
    "source", "photos", "alike", "classify", "table", "document.text", "document.names", "document.outline", "document.known", "document.chinese",
    "document.english", "document.languages", "document.relations", "document.facts", "document.tables", "document.items",
    "document", "checks.catalogue", "build", "counts", "checks", "views", "export", "fmt", "report", "variants", "too_much", "readings", "reading", "style", "schema",
    "starters", "typography", "output.drawing", "stats", "chart", "diff", "layout", "pages", "dot_attributes", "dot", "dot_shapes", "output", "slides", "web",
    "drawio", "cache", "inputs", "render_options", "pipeline", "chart_work", "chart_pieces", "page_work", "paged", "api", "machine", "git_files", "doctor", "watch", "serve", "cli", "plugins", "__main__",
)  # fmt: skip

# Stages that see a chart, and not the organisation that it was made from.
BLIND = {
    "layout": ("source", "model", "build"),
    "dot": ("source", "model", "build"),
    "dot_attributes": ("source", "model", "build"),
    "dot_shapes": ("source", "model", "build"),
    "slides": ("source", "model", "build"),
}

# The doors: who may import what. Whoever else needs it calls them.
DOORS = {
    "yaml": ("source/yaml_composer.py", "source/yaml_pieces.py"),
    "graphviz": ("output/graphviz_engine.py", "api.py"),  # there only its type
    "pygraphviz": ("output/graphviz_engine.py",),
    "fontTools": ("output/font_files.py", "output/font_embedding.py"),
    "PIL": ("photos/pixels.py",),
    "openpyxl": ("table/workbook.py",),
    "docutils": ("plugins/sphinx.py", "plugins/sphinx_nodes.py"),
    "sphinx": ("plugins/sphinx.py", "plugins/sphinx_nodes.py"),
    "markdown": ("plugins/markdown.py",),
    "pptx": ("slides",),
    "lxml": ("slides",),
    "pypinyin": ("web/readings.py",),
    "typer": ("cli",),
    "click": ("cli",),
    "rich": ("cli",),
    "subprocess": ("output/child_process.py", "output/fonts_installed.py", "machine.py", "git_files.py"),
    "multiprocessing": ("jobs",),
    "concurrent": ("jobs",),
    "distributed": ("jobs/engines.py",),
    "ctypes": (
        "output/cairo_library.py", "output/cairo_surfaces.py", "output/cairo_context.py",
        "output/font_registration.py", "output/one_arena.py",
    ),
    # Nobody unpacks values of Python from bytes that came from outside: only what the run itself has packed.
    "pickle": ("jobs/parcel.py",),
    # Only the preview speaks to anybody.
    "socket": ("serve/server.py",),
    "socketserver": ("serve/server.py",),
    "http": ("serve",),
} | dict.fromkeys(("asyncio", "cairocffi", "cairosvg", "cffi", "ftplib", "marshal", "requests", "shelve", "smtplib", "ssl", "xmlrpc"), ())  # fmt: skip

# Text never becomes a program.
FORBIDDEN_CALLS = ("eval", "exec", "compile", "__import__")

# Our own modules are imported at the top, but for the verbs of the command line, and what a small chart from YAML to
# SVG does without: loading it would take as long as drawing it. tests/test_start.py holds what is loaded.
READERS = "loading the readers of documents and tables takes as long as a small chart takes, and YAML needs none"
BY_TEXT = "the kind of most files is told by their names"
FONTS = "an SVG with real text needs no fonts, and no pixels"
SLIDES = "python-pptx is an extra, and takes a while to load"
PHOTOS = "Pillow takes time to load, and few charts have photos"
DRAWIO = "few charts are finished in draw.io"
COUNTS = "few charts have numbers"
TEXTS = "most charts are pictures"
MATRIX = "few charts are a matrix"
LATE = {
    ("cache/stamps.py", "orgviz.output.cairo_library"): "loading cairo fails where it is missing",
    ("chart/make.py", "orgviz.chart.marked"): "only charts of a difference are marked",
    ("chart/portraits.py", "orgviz.chart.initials"): "few charts show faces",
    ("layout/lay_out.py", "orgviz.layout.dot_layout"): "few charts are laid out by Graphviz",
    ("layout/lay_out.py", "orgviz.layout.link_places"): "few charts have links",
    ("layout/lay_out.py", "orgviz.layout.matrix"): MATRIX,
    ("output/drawn_scene.py", "orgviz.output.forks"): "most charts are one part",
    ("output/pen.py", "orgviz.output.font_warning"): FONTS,
    ("output/pen.py", "orgviz.output.fonts"): FONTS,
    ("output/pen.py", "orgviz.output.pdf_pages"): FONTS,
    ("output/pen.py", "orgviz.output.raster"): FONTS,
    ("output/raster.py", "orgviz.output.raster_cairo"): "loading cairo fails where it is missing",
    ("output/brush.py", "orgviz.photos.pixels"): PHOTOS,
    ("output/svg_writer.py", "orgviz.output.font_embedding"): FONTS,
    ("output/svg_writer.py", "orgviz.output.font_outlines"): FONTS,
    ("output/svg_writer.py", "orgviz.output.svg_pieces"): FONTS,
    ("page_work.py", "orgviz.drawio.document"): DRAWIO,
    ("page_work.py", "orgviz.slides.deck"): SLIDES,
    ("paged.py", "orgviz.slides.deck"): SLIDES,
    ("photos/read.py", "orgviz.photos.pixels"): PHOTOS,
    ("pipeline.py", "orgviz.chart.matrix"): MATRIX,
    ("pipeline.py", "orgviz.counts.count"): COUNTS,
    ("pipeline.py", "orgviz.counts.labels"): COUNTS,
    ("pipeline.py", "orgviz.drawio.document"): DRAWIO,
    ("pipeline.py", "orgviz.export.json_writer"): TEXTS,
    ("pipeline.py", "orgviz.export.text_tree"): TEXTS,
    ("pipeline.py", "orgviz.layout.page"): "slides and draw.io have pages",
    ("pipeline.py", "orgviz.output.font_warning"): FONTS,
    ("pipeline.py", "orgviz.slides.deck"): SLIDES,
    ("pipeline.py", "orgviz.slides.units"): SLIDES,
    ("pipeline.py", "orgviz.web.page"): "the page and its script are read only where a web page is wanted",
    ("reading.py", "orgviz.build.from_found"): READERS,
    ("reading.py", "orgviz.document.read"): READERS,
    ("reading.py", "orgviz.source.outline_reader"): READERS,
    ("reading.py", "orgviz.table.read"): READERS,
    ("reading.py", "orgviz.table.columns"): READERS,
    ("reading.py", "orgviz.table.teams"): READERS,
    ("reading.py", "orgviz.table.workbook"): READERS,
    ("reading.py", "orgviz.variants"): "only few files are made of several",
    ("source/opening.py", "orgviz.source.kind_by_text"): BY_TEXT,
    ("source/yaml_composer.py", "orgviz.source.yaml_mistakes"): "most files have no mistake of syntax",
    ("source/yaml_reader.py", "orgviz.source.yaml_composer"): "most files are plain, and need no library to be read",
}

MODULE_LINES, FUNCTION_LINES = 300, 40
# "folder/module.py" or "folder/module.py:function", and the reason. Modules of nothing but data are free.
LONGER: dict[str, str] = {}


@dataclass(frozen=True)
class Module:
    """A parsed file of the package; `path` is relative to it."""

    path: str
    tree: ast.Module

    @property
    def layer(self) -> str | None:
        """Where it stands in `LAYERS`: the longest name that fits."""
        return layer_of(".".join(Path(self.path).with_suffix("").parts))


@dataclass(frozen=True)
class Import:
    """One imported module, by its full name."""

    name: str
    line: int
    late: bool


def layer_of(name: str) -> str | None:
    fitting = [layer for layer in LAYERS if f"{name}.".startswith(f"{layer}.")]
    return max(fitting, key=len, default=None)


@cache
def modules() -> tuple[Module, ...]:
    return tuple(
        Module(path.relative_to(PACKAGE).as_posix(), ast.parse(path.read_text(encoding="utf-8"), str(path)))
        for path in sorted(PACKAGE.rglob("*.py"))
    )


def imports(module: Module) -> Iterator[Import]:
    """Yield the modules that a module imports; `from orgviz import text` is `orgviz.text`."""
    top = {id(node) for node in module.tree.body}
    top |= {id(node) for item in module.tree.body if _is_type_checking(item) for node in item.body}
    for node in ast.walk(module.tree):
        late = id(node) not in top
        if isinstance(node, ast.Import):
            yield from (Import(alias.name, node.lineno, late) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            for alias in node.names:
                yield Import(_module_named(base, alias.name), node.lineno, late)


def _is_type_checking(item: ast.stmt) -> bool:
    return isinstance(item, ast.If) and "TYPE_CHECKING" in ast.unparse(item.test)


def _module_named(base: str, name: str) -> str:
    """Return `base.name` if that is a module of ours, else `base`."""
    root, *folders = base.split(".")
    if root != "orgviz":
        return base
    inner = PACKAGE.joinpath(*folders, name)
    return f"{base}.{name}" if inner.is_dir() or inner.with_suffix(".py").exists() else base


def wrong_direction(module: Module) -> Iterator[str]:
    if module.layer is None:
        yield f"{module.path}:1: stands in no layer: give it a place in LAYERS"
        return
    for found in imports(module):
        if found.name.split(".")[0] != "orgviz":
            continue
        target = layer_of(found.name.removeprefix("orgviz").lstrip(".") or "__init__")
        place = LAYERS.index(target) if target else len(LAYERS)
        if place > LAYERS.index(module.layer):
            yield f"{module.path}:{found.line}: '{module.layer}' may not import '{found.name}'"
        if target in BLIND.get(module.layer, ()):
            yield f"{module.path}:{found.line}: '{module.layer}' sees no '{target}'"


def wrong_door(module: Module) -> Iterator[str]:
    for found in imports(module):
        doors = DOORS.get(found.name.split(".")[0])
        if doors is not None and module.path not in doors and module.layer not in doors:
            yield f"{module.path}:{found.line}: '{found.name}' is imported only by {', '.join(doors) or 'nobody'}"
        if found.name == "urllib.request":
            yield f"{module.path}:{found.line}: nothing is fetched"


def forbidden_call(module: Module) -> Iterator[str]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            in_shell = any(word.arg == "shell" for word in node.keywords)
            if called in (*FORBIDDEN_CALLS, "os.system", "os.popen") or in_shell:
                yield f"{module.path}:{node.lineno}: '{called}' would run a text as a program"


def relative_or_late(module: Module) -> Iterator[str]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ImportFrom) and node.level:
            yield f"{module.path}:{node.lineno}: a relative import"
    if module.layer in ("cli", "__init__"):
        return
    for found in imports(module):
        if found.late and found.name.startswith("orgviz") and (module.path, found.name) not in LATE:
            yield f"{module.path}:{found.line}: '{found.name}' is imported inside a function"


def too_long(module: Module) -> Iterator[str]:
    if module.path not in LONGER and not _is_data(module.tree):
        length = len((PACKAGE / module.path).read_text(encoding="utf-8").splitlines())
        if length > MODULE_LINES:
            yield f"{module.path}:1: {length} of {MODULE_LINES} lines"
    for node in ast.walk(module.tree):
        if isinstance(node, ast.FunctionDef) and f"{module.path}:{node.name}" not in LONGER:
            length = _length(node)
            if length > FUNCTION_LINES:
                yield f"{module.path}:{node.lineno}: '{node.name}' has {length} of {FUNCTION_LINES} lines"


def _is_data(tree: ast.Module) -> bool:
    return all(isinstance(node, ast.Assign | ast.AnnAssign | ast.Expr | ast.ImportFrom) for node in tree.body)


def _length(function: ast.FunctionDef) -> int:
    """Return how many lines a function has, its docstring not counted."""
    first = function.body[0]
    told = first.end_lineno - first.lineno + 1 if ast.get_docstring(function, clean=False) else 0
    return function.end_lineno - function.lineno + 1 - told


LAWS = (wrong_direction, wrong_door, forbidden_call, relative_or_late, too_long)


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)
def test_the_house_keeps_its_order(law):
    offences = [offence for module in modules() for offence in law(module)]
    assert not offences, "\n" + "\n".join(f"orgviz/{offence}" for offence in offences)


@pytest.mark.parametrize(
    ("law", "path", "code"),
    [
        (wrong_direction, "text.py", "from orgviz.model import Org"),
        (wrong_direction, "text.py", "from orgviz import model"),
        (wrong_direction, "layout/tree.py", "from orgviz.model import Org"),
        (wrong_direction, "output/drawing.py", "import orgviz.output.fonts"),
        (wrong_direction, "surprise.py", ""),
        (wrong_door, "model.py", "import yaml.events"),
        (wrong_door, "pipeline.py", "def draw():\n    from cairosvg import svg2png"),
        (wrong_door, "layout/fit.py", "from pickle import loads"),
        (wrong_door, "photos/read.py", "import urllib.request"),
        (forbidden_call, "model.py", "eval(text)"),
        (forbidden_call, "machine.py", "subprocess.run(line, shell=True)"),
        (forbidden_call, "machine.py", "os.system(line)"),
        (relative_or_late, "pipeline.py", "def draw():\n    from orgviz.text import Span"),
        (relative_or_late, "pipeline.py", "from . import text"),
        (too_long, "text.py", "def long():\n" + "    pass\n" * FUNCTION_LINES),
    ],
)
def test_each_law_finds_its_offence(law, path, code):
    (offence,) = law(Module(path, ast.parse(code)))
    assert offence.startswith(f"{path}:")


def test_what_is_in_order_is_passed():
    code = "import subprocess\nfrom orgviz.text import Span\nfrom orgviz.output.drawing import Drawing"
    module = Module("output/child_process.py", ast.parse(code))
    assert [offence for law in LAWS[:4] for offence in law(module)] == []


def test_every_exception_is_still_needed():
    paths = {module.path for module in modules()}
    named = {name.partition(":")[0] for name in LONGER} | {path for path, _ in LATE}
    assert named <= paths
