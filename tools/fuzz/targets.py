"""What is fuzzed: for each reader a function that takes any bytes, and lets nothing escape but a bug."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from orgviz.diagnostics import Findings, OrgvizError
from orgviz.export.json_writer import to_json
from orgviz.export.yaml_writer import to_yaml
from orgviz.fmt.formatted import format_text
from orgviz.fmt.scalars import UnformattableError
from orgviz.model import Org
from orgviz.output.graphviz_svg import read_groups
from orgviz.photos.pixels import PixelError, small_face, small_logo
from orgviz.pipeline import render
from orgviz.reading import read_org
from orgviz.readings import ReadOptions
from orgviz.render_options import Format, RenderOptions
from orgviz.slides.archive import unpacked
from orgviz.slides.options import DeckFile
from orgviz.source.decode import decode
from orgviz.source.entries import said
from orgviz.source.kind import InputKind
from orgviz.source.yaml_reader import read_yaml
from orgviz.style.reader import read_theme
from orgviz.text import SourceText
from tools.fuzz import seeds
from tools.fuzz.drawings import redrawn
from tools.pages import CHECKOUT

_TEXTS = ("samples/*.txt", "samples/*.md", "tests/texts/corpus/**/*.txt", "tests/texts/corpus/**/*.md")
_FILES = ("samples/*.yaml", "tests/errors/*/input.yaml", "tests/wrong/files/*.yaml")


@dataclass(frozen=True, slots=True)
class Target:
    """One way in.

    Args:
        take: takes any bytes; what it raises is a find.
        files: patterns of files in the checkout from which fuzzing starts.
        made: makes what else it starts from.
    """

    name: str
    take: Callable[[bytes], object]
    files: tuple[str, ...] = ()
    made: Callable[[], Iterator[bytes]] = lambda: iter(())


def _yaml(data: bytes) -> None:
    """Both parsers see the same; what is read can be written and read again."""
    _same_by_both_parsers(data)
    _round_trip(data, "org.yaml", InputKind.YAML)


def _json(data: bytes) -> None:
    _round_trip(data, "org.json", InputKind.JSON)


def _text(data: bytes) -> None:
    _read(data, "company.txt", InputKind.TEXT)


def _csv(data: bytes) -> None:
    _round_trip(data, "roster.csv", InputKind.CSV)


def _teams(data: bytes) -> None:
    _round_trip(data, "teams.yaml", InputKind.DATA)


def _xlsx(data: bytes) -> None:
    _read(data, "roster.xlsx", InputKind.XLSX)


def _chart(data: bytes) -> None:
    """Everything up to what Graphviz is given."""
    try:
        render(data, "org.yaml", [Format.DOT], RenderOptions(), ReadOptions(kind=InputKind.YAML))
    except OrgvizError:
        return


def _theme(data: bytes) -> None:
    findings = Findings()
    source = decode(data, "theme.yaml", findings)
    if source is not None:
        read_theme(source, lambda _reference, _by: None, findings)


def _fmt(data: bytes) -> None:
    """What is formatted stays as it is when it is formatted again."""
    findings = Findings()
    source = decode(data, "org.yaml", findings)
    if source is None:
        return
    try:
        formatted = format_text(source, findings)
        again = None if formatted is None else format_text(SourceText("org.yaml", formatted), Findings())
    except UnformattableError:
        return
    assert formatted == again, "formatting twice is not formatting once"


def _svg(data: bytes) -> None:
    """Whatever Graphviz might answer."""
    try:
        read_groups(data)
        redrawn(data)
    except OrgvizError:
        return


def _photo(data: bytes) -> None:
    for make in (small_face, small_logo):
        try:
            make(data)
        except PixelError:
            continue


def _deck(data: bytes) -> None:
    try:
        unpacked(DeckFile("deck.pptx", data))
    except OrgvizError:
        return


TARGETS = (
    Target("yaml", _yaml, _FILES),
    Target("json", _json, ("tests/golden/**/*.json", "tests/errors/*/input.json")),
    Target("text", _text, _TEXTS),
    Target("csv", _csv, ("samples/*.csv", "tests/errors/*/input.csv")),
    Target("teams", _teams, ("tests/errors/*/input.yaml",)),
    Target("xlsx", _xlsx, ("tests/errors/*/input.xlsx",)),
    Target("chart", _chart, _FILES),
    Target("theme", _theme, ("styles/*.yaml",)),
    Target("fmt", _fmt, _FILES),
    Target("svg", _svg, made=seeds.drawn),
    Target("photo", _photo, made=seeds.photos),
    Target("deck", _deck, made=seeds.decks),
)


def starts(target: Target) -> Iterator[bytes]:
    """Yield what fuzzing a target starts from, what was found before among it."""
    patterns = (*target.files, f"tests/fuzz/found/{target.name}/*")
    paths = {path for pattern in patterns for path in CHECKOUT.glob(pattern) if path.is_file()}
    yield from (path.read_bytes() for path in sorted(paths))
    yield from target.made()


def _read(data: bytes, path: str, kind: InputKind) -> Org | None:
    try:
        return read_org(data, path, ReadOptions(kind=kind)).org
    except OrgvizError:
        return None


def _round_trip(data: bytes, path: str, kind: InputKind) -> None:
    """What is read can be written and read again."""
    org = _read(data, path, kind)
    if org is None:
        return
    written = to_yaml(org)
    for again in (
        _read(to_json(org).encode(), "again.json", InputKind.JSON),
        _read(written.encode(), "again.yaml", InputKind.YAML),
    ):
        assert again is not None, "what was written cannot be read"
        assert to_yaml(again) == written, "what was written reads as something else"


def _same_by_both_parsers(data: bytes) -> None:
    source = decode(data, "org.yaml", Findings())
    if source is None:
        return
    by_c, by_python = Findings(), Findings()
    seen = read_yaml(source, by_c), read_yaml(source, by_python, python_parser=True)
    # PyYAML's own parser refuses a little more, such as {a?b: c}; what both take must be the same.
    if not (by_c.failed or by_python.failed):
        # The place of a value that is not there differs between them by a space.
        one, other = (None if root is None else list(said(root)) for root in seen)
        assert one == other, "the two parsers of YAML read different things"
