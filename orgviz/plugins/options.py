"""Read the options that a page gives a chart, by the names and with the words of `orgviz render`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from orgviz.build.views import ALL, DEPTH_LIMIT
from orgviz.chart.values import Detail, PhotoMode
from orgviz.cli.chart_options import render_options
from orgviz.cli.inputs import read_columns
from orgviz.cli.look import LookArguments
from orgviz.cli.viewing import ViewArguments
from orgviz.diagnostics import UsageError
from orgviz.layout.options import Direction, LayoutKind
from orgviz.output.drawing import TextMode
from orgviz.readings import ReadOptions
from orgviz.render_options import RenderOptions
from orgviz.source.kind import InputKind
from orgviz.wording import listed, nearest, quoted

_YES, _NO = ("", "true", "yes", "on", "1"), ("false", "no", "off", "0")


@dataclass(frozen=True, slots=True)
class ChartOptions:
    """What a page asks of a chart, as the stages of drawing take it."""

    reading: ReadOptions
    views: ViewArguments
    drawing: RenderOptions


def read_options(written: Mapping[str, str]) -> ChartOptions:
    """Read the options of a page; those that are not given are as on the command line.

    Raises:
        UsageError: one is unknown, or says nothing that makes sense.
    """
    values: dict[str, Any] = {}
    for name, text in written.items():
        if name not in READERS:
            near = nearest(name, READERS)
            raise UsageError(
                f"a chart has no option {quoted(name)}", f"did you mean '{near}'?" if near else f"it has {_all()}"
            )
        values[name] = READERS[name](name, text.strip())
    if values.get("view") == ALL:
        raise UsageError(f"view: '{ALL}' is more than one chart", "name one view, and draw the others beside it")
    look = {field: values[name] for name, field in _LOOK.items() if name in values}
    views = {field: values[name] for name, field in _VIEWS.items() if name in values}
    legend = False if values.get("no-legend") else values.get("legend")
    drawing = render_options(LookArguments(**look), legend=legend, counts=values.get("counts", False))
    reading = ReadOptions(
        kind=values.get("from"),
        section=values.get("section"),
        columns=read_columns(values.get("map", ())),
        photos=drawing.photos is not PhotoMode.NONE,
    )
    return ChartOptions(reading, ViewArguments(**views), replace(drawing, crop=True))


def _all() -> str:
    return listed(READERS, "and")


def _text(name: str, text: str) -> str:
    if not text:
        raise UsageError(f"{name}: a value is missing", f"write it, as after --{name}")
    return text


def _flag(name: str, text: str) -> bool:
    if text.lower() in _YES:
        return True
    if text.lower() in _NO:
        return False
    raise UsageError(f"{name}: {quoted(text)} is neither yes nor no", f"write '{name}' alone, or 'false'")


def _texts(_name: str, text: str) -> tuple[str, ...]:
    """Read what may stand several times on the command line; here its parts stand between semicolons."""
    return tuple(part.strip() for part in text.split(";") if part.strip())


def _levels(name: str, text: str) -> int:
    if text.isascii() and text.isdigit() and 1 <= int(text[:6]) <= DEPTH_LIMIT:
        return int(text)
    raise UsageError(f"{name}: {quoted(text)} is no number of levels", f"write one from 1 to {DEPTH_LIMIT}")


def _one_of(kind: type[StrEnum]) -> Callable[[str, str], StrEnum]:
    def read(name: str, text: str) -> StrEnum:
        words = [str(word) for word in kind]
        word = next((word for word in words if word.lower() == text.lower()), None)
        if word is None:
            near = nearest(text, words)
            hint = f"did you mean '{near}'?" if near else f"it is one of {listed(words)}"
            raise UsageError(f"{name}: {quoted(text)} is unknown", hint)
        return kind(word)

    return read


READERS: Mapping[str, Callable[[str, str], Any]] = MappingProxyType(
    {
        "theme": _text, "layout": _one_of(LayoutKind), "direction": _one_of(Direction), "fit": _text,
        "detail": _one_of(Detail), "legend": _flag, "no-legend": _flag, "counts": _flag, "background": _text,
        "text": _one_of(TextMode), "view": _text, "root": _text, "depth": _levels, "type": _texts, "filter": _texts,
        "collapse": _texts, "only-units": _flag, "hide-names": _flag, "as-of": _text, "from": _one_of(InputKind),
        "section": _text, "map": _texts, "photos": _one_of(PhotoMode),
    }
)  # fmt: skip
"""Every option that a chart in a page may have, and what reads its text."""

_LOOK = {name: name for name in ("theme", "layout", "direction", "fit", "detail", "photos", "background", "text")}
_VIEWS = {
    "view": "view", "root": "root", "depth": "depth", "type": "types", "filter": "filters", "collapse": "collapse",
    "only-units": "only_units", "hide-names": "hide_names", "as-of": "as_of",
}  # fmt: skip
