"""A chart that was drawn as bytes that can be kept, and what they depend on."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence

from orgviz.alike import org_said
from orgviz.chart_work import ChartWork
from orgviz.output.font_warning import FontWarning
from orgviz.pipeline import Rendered
from orgviz.render_options import Format

# What says where things stand in the file.
_WITH_LINES = (Format.JSON,)


def content_of(work: ChartWork) -> str | None:
    """Return what differs wherever a chart of the same command does; ``None`` where that cannot be told."""
    if any(format in _WITH_LINES for format in work.formats):
        return None
    digest = hashlib.sha256(repr((work.formats, work.options)).encode("utf-8", "surrogatepass"))
    for org in (work.reading.org, *([] if work.whole is None else [work.whole])):
        for said in org_said(org, work.reading.pictures):
            digest.update(said.encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def pieces_of(drawn: Rendered) -> tuple[bytes, ...]:
    """Return a drawn chart as bytes: each of its formats, then what the user should know of fonts."""
    warnings = [(warning.characters, warning.message, warning.hint) for warning in drawn.font_warnings]
    return (*drawn.outputs, json.dumps(warnings).encode())


def drawn_from(pieces: Sequence[bytes]) -> Rendered:
    """Return the drawn chart that `pieces_of` took apart."""
    *outputs, said = pieces
    told = tuple(FontWarning(tuple(characters), message, hint) for characters, message, hint in json.loads(said))
    return Rendered(outputs=tuple(outputs), font_warnings=told)
