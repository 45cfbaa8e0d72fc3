"""What the command line asks of a chart: its formats and its look, checked before anything is read."""

from __future__ import annotations

from pathlib import Path

from orgviz.cli.inputs import STREAM
from orgviz.cli.look import LookArguments
from orgviz.diagnostics import UsageError
from orgviz.layout.options import LayoutOptions, page_size
from orgviz.patterns import pattern
from orgviz.render_options import Format, RenderOptions

_COLOR = pattern(r"#[0-9a-fA-F]{6}|#[0-9a-fA-F]{3}")
_PREFIX = pattern(r"[A-Za-z_][\w-]*|")


def format_of(output: str, wanted: str | None) -> Format:
    """Return the format of an output: as told, else by its ending; SVG for standard output.

    Raises:
        UsageError: it has none that is known.
    """
    name = (wanted or ("svg" if output == STREAM else Path(output).suffix[1:])).lower()
    try:
        return Format(name)
    except ValueError:
        known = ", ".join(Format)
        told = f"'{name}' is no format" if name else f"'{output}' has no ending that tells the format"
        raise UsageError(told, f"use one of {known}, as the ending or with -f") from None


def render_options(look: LookArguments, *, legend: bool | None, counts: bool = False) -> RenderOptions:
    """Return what the command line asks of a chart.

    Raises:
        UsageError: an option makes no sense.
    """
    if look.background not in (None, "none") and not _COLOR.fullmatch(look.background or ""):
        raise UsageError(f"--background: '{look.background}' is no colour", "use #rrggbb or none")
    if not _PREFIX.fullmatch(look.id_prefix):
        raise UsageError(
            f"--id-prefix: '{look.id_prefix}' cannot begin an id",
            "begin with a letter; use letters, digits, - and _",
        )
    if look.scale is not None and look.dpi is not None:
        raise UsageError("--scale and --dpi say the same thing", "give one of them")
    return RenderOptions(
        theme=look.theme,
        detail=look.detail,
        legend=legend,
        layout=LayoutOptions(
            kind=look.layout,
            direction=look.direction,
            page=page_size(look.fit),
        ),
        text=look.text,
        background=look.background,
        dpi=look.dpi if look.scale is None else 72.0 * look.scale,
        font=look.font,
        id_prefix=look.id_prefix,
        counts=counts,
        photos=look.photos,
        timeout=look.timeout,
    )
