"""Compose the stages: input bytes in, finished outputs out; no logic of its own."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from pathlib import Path

from orgviz.chart.make import make_chart
from orgviz.chart.marks import Marks
from orgviz.chart.matrix import make_matrix
from orgviz.chart.values import Detail
from orgviz.counts.count import count
from orgviz.counts.labels import count_labels
from orgviz.diagnostics import Diagnostic, ToolError, UsageError
from orgviz.dot import to_dot
from orgviz.export.json_writer import to_json
from orgviz.export.text_tree import to_text_tree
from orgviz.layout.lay_out import lay_out
from orgviz.layout.options import LayoutKind, LayoutOptions
from orgviz.layout.scene import Scene
from orgviz.model import Org
from orgviz.output import graphviz_engine, raster
from orgviz.output.drawing import Drawing, TextMode
from orgviz.output.font_warning import FontWarning, font_warnings
from orgviz.output.fonts import FontSet, Setting, find_fonts, set_drawing
from orgviz.output.redraw import redraw
from orgviz.output.svg_writer import to_svg
from orgviz.reading import AS_IT_IS, Reading, ReadOptions, read_org
from orgviz.source.kind import ENDINGS, SCHEMA_FILE, InputKind
from orgviz.style.catalogue import load_theme
from orgviz.text import STANDARD_INPUT, SourceText

# The longest input that is read at all, in bytes.
LONGEST_INPUT = 64 * 1024 * 1024


class Format(StrEnum):
    """What a chart can be written as."""

    SVG = "svg"
    PNG = "png"
    PDF = "pdf"
    DOT = "dot"
    JSON = "json"
    TXT = "txt"


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderOptions:
    """What a user may ask of a chart.

    Args:
        legend: ``None`` for one where there is something to explain.
        background: ``#rrggbb``, ``none``, or ``None`` for the theme's.
        dpi: of a PNG; ``None`` for enough to fill a slide.
        counts: whether boxes say how many people are in them, directly and in all.
    """

    theme: str = "default"
    detail: Detail = Detail.POSITIONS
    legend: bool | None = None
    layout: LayoutOptions = field(default_factory=LayoutOptions)
    text: TextMode = TextMode.REAL
    background: str | None = None
    dpi: float | None = None
    font: Path | None = None
    id_prefix: str = ""
    counts: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """Finished outputs in the order asked for, and what the user should know."""

    outputs: tuple[bytes, ...]
    findings: tuple[Diagnostic, ...] = ()
    sources: Mapping[str, SourceText] = field(default_factory=dict)
    font_warnings: tuple[FontWarning, ...] = ()


def read_input(name: str) -> tuple[bytes, str]:
    """Return the bytes of a file, or of standard input for ``-``, and the name for messages.

    Raises:
        ToolError: the file cannot be read, or is too large.
    """
    if not name:
        raise UsageError("the input has no name", "give a file, or - for standard input")
    path = STANDARD_INPUT if name == "-" else name
    try:
        if name == "-":
            data = sys.stdin.buffer.read(LONGEST_INPUT + 1)
        else:
            with Path(name).open("rb") as file:
                data = file.read(LONGEST_INPUT + 1)
    except (OSError, ValueError) as error:
        raise ToolError(f"cannot read '{path}': {getattr(error, 'strerror', None) or error}") from error
    if len(data) > LONGEST_INPUT:
        raise ToolError(f"'{path}' is larger than {LONGEST_INPUT // 1024 // 1024} MB")
    return data, path


def read_inputs(names: Sequence[str]) -> list[tuple[bytes, str]]:
    """Return the bytes of several inputs, each with its name; a folder stands for its files of data, by name.

    Raises:
        ToolError: one cannot be read, they are too large together, or a folder holds nothing to read.
    """
    inputs: list[tuple[bytes, str]] = []
    for name in names:
        for file in _files_in(name) if name and name != "-" and _is_folder(name) else [name]:
            inputs.append(read_input(file))
            if sum(len(data) for data, _ in inputs) > LONGEST_INPUT:
                raise ToolError(f"the inputs are larger than {LONGEST_INPUT // 1024 // 1024} MB together")
    return inputs


def _is_folder(name: str) -> bool:
    try:
        return Path(name).is_dir()
    except ValueError:
        return False


def _is_no_data(path: Path) -> bool:
    return path.name.startswith(".") or path.name == SCHEMA_FILE


def _files_in(folder: str) -> list[str]:
    """Return the files of a folder that tables and lists of teams are kept in; documents are told one by one."""
    try:
        paths = sorted(path for path in Path(folder).iterdir() if path.is_file())
    except OSError as error:
        raise ToolError(f"cannot read '{folder}': {error.strerror}") from error
    kinds = [(path, ENDINGS.get(path.suffix.lower())) for path in paths if not _is_no_data(path)]
    files = [str(path) for path, kind in kinds if kind is not None and kind is not InputKind.TEXT]
    if not files:
        known = " ".join(ending for ending, kind in ENDINGS.items() if kind is not InputKind.TEXT)
        raise ToolError(
            f"cannot read '{folder}': it is a folder without tables",
            f"its files may end in {known}; a document is given by its own name",
        )
    return files


def render(
    data: bytes, path: str, formats: Sequence[Format], options: RenderOptions, how: ReadOptions = AS_IT_IS
) -> Rendered:
    """Return a chart of the organisation in `data`, in each of the formats; every stage runs once at most.

    Raises:
        InputError: the input has mistakes.
        UsageError: an option makes no sense.
        ToolError: something is missing on this machine.
    """
    return draw(read_org(data, path, how), formats, options)


def draw(
    reading: Reading,
    formats: Sequence[Format],
    options: RenderOptions,
    marks: Marks | None = None,
    *,
    whole: Org | None = None,
) -> Rendered:
    """Return a chart of what was read, in each of the formats.

    Args:
        marks: what changed, for a chart of a difference.
        whole: the organisation whose people are counted, where the chart shows only a part of it.

    Raises:
        UsageError: an option makes no sense.
        ToolError: something is missing on this machine.
    """
    chart = _Drawn(reading.org, options, marks, whole)
    outputs = tuple(chart.output(format) for format in formats)
    return Rendered(
        outputs=outputs,
        findings=reading.findings,
        sources=reading.sources,
        font_warnings=tuple(chart.warnings),
    )


class _Drawn:
    """One organisation on its way to several outputs, stage by stage, each when it is first needed."""

    def __init__(self, org: Org, options: RenderOptions, marks: Marks | None, whole: Org | None):
        self.org = org
        self.whole = whole or org
        self.marks = marks
        self.options = options
        self.settings: dict[bool, Setting] = {}
        self.warnings: list[FontWarning] = []

    def output(self, format: Format) -> bytes:
        match format:
            case Format.JSON:
                return to_json(self.org).encode()
            case Format.TXT:
                return to_text_tree(self.org, self.counts).encode()
            case Format.DOT:
                return self.dot.encode()
            case Format.SVG:
                return self._svg().encode()
            case Format.PNG:
                return self._png()
            case Format.PDF:
                return self._pdf()

    @cached_property
    def counts(self) -> Mapping[str, str]:
        return count_labels(count(self.whole)) if self.options.counts else {}

    @cached_property
    def scene(self) -> Scene:
        options = self.options
        theme = load_theme(options.theme)
        if options.layout.kind is LayoutKind.MATRIX:
            chart = make_matrix(self.org, theme, options.detail, with_legend=options.legend)
        else:
            chart = make_chart(
                self.org, theme, options.detail, with_legend=options.legend, marks=self.marks, counts=self.counts
            )
        return lay_out(chart, options.layout, _positions)

    @cached_property
    def dot(self) -> str:
        return to_dot(self.scene)

    @cached_property
    def drawing(self) -> Drawing:
        drawing = redraw(self.scene, graphviz_engine.draw(self.dot))
        if self.options.background is None:
            return drawing
        background = None if self.options.background == "none" else self.options.background
        return replace(drawing, background=background)

    def _svg(self) -> str:
        mode, prefix = self.options.text, self.options.id_prefix
        if mode is TextMode.REAL:
            return to_svg(self.drawing, id_prefix=prefix)
        return to_svg(self.drawing, text=mode, setting=self._setting(outlines=True), id_prefix=prefix)

    def _png(self) -> bytes:
        dpi = self.options.dpi or raster.slide_dpi(self.drawing)
        # Too large a picture is refused before fonts and memory are spent on it.
        raster.png_size(self.drawing, dpi)
        return raster.to_png(self.drawing, self._setting(outlines=raster.NAMES_ARE_UNSURE), dpi=dpi)

    def _pdf(self) -> bytes:
        return raster.to_pdf(self.drawing, self._setting(outlines=False), page=self.options.layout.page)

    @cached_property
    def fonts(self) -> FontSet:
        return find_fonts(self.options.font)

    def _setting(self, *, outlines: bool) -> Setting:
        if outlines not in self.settings:
            setting = set_drawing(self.drawing, self.fonts, outlines=outlines)
            self.settings[outlines] = setting
            self.warnings.extend(w for w in font_warnings(setting) if w not in self.warnings)
        return self.settings[outlines]


def _positions(dot: str) -> str:
    return graphviz_engine.positions(dot).decode("utf-8", "replace")
