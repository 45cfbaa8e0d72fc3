"""Make fonts of only a drawing's characters, inside a style sheet; the same bytes every time."""

from __future__ import annotations

import base64
import hashlib
import io
import logging
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any, TypeAlias

from orgviz.diagnostics import ToolError
from orgviz.output.font_faces import Face
from orgviz.output.font_files import TTFont, location_of, open_ttfont
from orgviz.output.fonts import Setting

_SubsetOptions: TypeAlias = Any  # fontTools has no types
_KEPT_NAMES = (0, 1, 2, 13, 14)  # copyright, family, style, licence and its address: who made it stays told
_MAY_NOT_BE_EMBEDDED = 1 << 1  # OS/2.fsType


@dataclass(frozen=True, slots=True)
class EmbeddedFonts:
    """The style sheet that carries fonts, and the names it gives them, the first to be tried first."""

    css: str
    families: tuple[str, ...]


def embed_fonts(setting: Setting) -> EmbeddedFonts:
    """Make a font of each face that `setting` uses, with the characters it draws.

    Raises:
        ToolError: a font cannot be read, or its makers do not allow embedding.
    """
    kind = "woff2" if find_spec("brotli") else "woff"
    subsets = {face: subset_font(face, chars, kind) for face, chars in setting.characters_by_face().items()}
    digest = hashlib.sha256(b"".join(subsets.values())).hexdigest()[:8]
    families = list(dict.fromkeys(face.family for face in subsets))
    names = {family: f"orgviz-{digest}-{number}" for number, family in enumerate(families, start=1)}
    rules = (_rule(names[face.family], face, kind, data) for face, data in subsets.items())
    return EmbeddedFonts("".join(rules), tuple(names.values()))


def subset_font(face: Face, chars: Iterable[str], kind: str) -> bytes:
    """Return a font file of `kind` (``woff2``, ``woff``, or ``otf`` for a bare one) with only `chars`.

    Raises:
        ToolError: the font cannot be read, or its makers do not allow embedding.
    """
    from fontTools.subset import Subsetter  # noqa: PLC0415 - loading it takes time

    font = open_ttfont(face)
    if font["OS/2"].fsType & _MAY_NOT_BE_EMBEDDED:
        raise ToolError(f"the font '{face.family}' may not be embedded", "choose another with --font FILE")
    subsetter = Subsetter(_options())
    subsetter.populate(unicodes=[ord(char) for char in chars])
    subsetter.subset(font)
    return _saved(_pinned(font, face), kind)


def _options() -> _SubsetOptions:
    from fontTools.subset import Options  # noqa: PLC0415 - loading it takes time

    logging.getLogger("fontTools.subset").setLevel(logging.ERROR)
    return Options(
        layout_features=[],
        hinting=False,
        name_IDs=list(_KEPT_NAMES),
        notdef_outline=True,
        drop_tables=["DSIG", "FFTM", "GSUB", "GPOS", "GDEF", "BASE", "VORG", "vhea", "vmtx", "meta"],
        ignore_missing_unicodes=True,
        recalc_timestamp=False,
    )


def _pinned(font: TTFont, face: Face) -> TTFont:
    """Return `font` without its axes, at the place of the face on them."""
    location = location_of(font, face)
    if location is None:
        return font
    from fontTools.varLib.instancer import instantiateVariableFont  # noqa: PLC0415 - loading it takes time

    return instantiateVariableFont(font, location)


def _saved(font: TTFont, kind: str) -> bytes:
    font.flavor = None if kind == "otf" else kind
    target = io.BytesIO()
    font.save(target, reorderTables=True)
    return target.getvalue()


def _rule(name: str, face: Face, kind: str, data: bytes) -> str:
    source = f"url(data:font/{kind};base64,{base64.b64encode(data).decode('ascii')}) format('{kind}')"
    weight = "bold" if face.bold else "normal"
    return f"@font-face{{font-family:'{name}';font-weight:{weight};src:{source}}}"
