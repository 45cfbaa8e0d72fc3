"""List the fonts on this machine, from fontconfig where it is, else from the usual folders."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec
from itertools import groupby
from pathlib import Path

from orgviz.diagnostics import ToolError
from orgviz.output.font_faces import BOLD, REGULAR, Face, Family
from orgviz.output.font_files import faces_in_file

FONT_PACKAGE = "orgviz_fonts"
_SUFFIXES = (".ttf", ".otf", ".ttc", ".otc")
_FIELDS = (
    "file", "index", "family", "weight", "slant", "width", "variable", "outline", "fontformat", "charset",
)  # fmt: skip
_FORMAT = "\t".join(f"%{{{field}}}" for field in _FIELDS) + "\n"
_FC_LIST_SECONDS = 30
_NORMAL_WIDTH, _UPRIGHT = "100", "0"
# Weights as fontconfig counts them (fontconfig.h) and as fonts do (OpenType usWeightClass).
_WEIGHTS = (
    (0, 100), (40, 200), (50, 300), (55, 350), (75, 380),
    (80, 400), (100, 500), (180, 600), (200, 700), (210, 900),
)  # fmt: skip


def installed_families() -> tuple[Family, ...]:
    """Return the families of the font package and of this machine, ordered by name."""
    listed = _faces_of_fontconfig()
    if listed is None:
        listed = _faces_in_folders(_font_folders(), private=False)
    packaged = _faces_in_folders(_package_folders(), private=True)
    return _families([*packaged, *listed])


def families_in_file(path: Path) -> tuple[Family, ...]:
    """Return the families in a font file that the user named.

    Raises:
        ToolError: the file cannot be read, or is not a font.
    """
    faces = list(faces_in_file(str(path), private=True))
    if not faces:
        raise ToolError(f"'{path}' is not a font file that can be read", "give a .ttf, .otf, .ttc or .otc file")
    return _families(faces)


def _families(faces: list[Face]) -> tuple[Family, ...]:
    faces.sort(key=lambda face: (face.family, not face.private, face.path, face.index, face.instance))
    return tuple(_family(list(members)) for _, members in groupby(faces, key=lambda face: face.family))


def _family(faces: list[Face]) -> Family:
    if any(face.private for face in faces):
        faces = [face for face in faces if face.private]
    regular = [face for face in faces if not face.bold]
    bold = [face for face in faces if face.bold]
    return Family(
        faces[0].families,
        min(regular, key=lambda face: abs(face.weight - REGULAR), default=None),
        min(bold, key=lambda face: abs(face.weight - BOLD), default=None),
    )


def font_stamp() -> bytes:
    """Return what changes when a font comes or goes, without looking into any."""
    listed = _fontconfig_lists()
    folders = _package_folders() if listed is not None else (*_package_folders(), *_font_folders())
    files = [f"{path} {path.stat().st_size}" for path in _font_files(folders)]
    return (listed or b"") + "\n".join(files).encode("utf-8", "surrogateescape")


def _fontconfig_lists() -> bytes | None:
    """Return a line for each face that fontconfig knows, or ``None`` where its program is not to be had."""
    try:
        return subprocess.run(  # noqa: S603
            ["fc-list", "--format", _FORMAT],  # noqa: S607
            capture_output=True,
            timeout=_FC_LIST_SECONDS,
            check=True,
        ).stdout
    except (OSError, subprocess.SubprocessError):
        return None


def _faces_of_fontconfig() -> list[Face] | None:
    """Return the faces that fontconfig lists, if it can be had."""
    listed = _fontconfig_lists()
    if listed is None:
        return None
    lines = listed.split(b"\n")
    return [face for line in lines if (face := _face_of_line(os.fsdecode(line))) is not None]


def _face_of_line(line: str) -> Face | None:
    values = line.split("\t")
    if len(values) != len(_FIELDS):
        return None
    path, index, families, weight, slant, width, variable, outline, kind, charset = values
    if kind not in ("TrueType", "CFF") or variable == "True" or not families:
        return None
    if slant != _UPRIGHT or width != _NORMAL_WIDTH:
        return None
    number = int(index or 0)
    return Face(
        path=path,
        index=number & 0xFFFF,
        instance=number >> 16,
        families=tuple(families.split(",")),
        weight=_open_type_weight(weight),
        colored=outline != "True",
        charset=charset,
    )


def _open_type_weight(weight: str) -> int:
    try:
        value = float(weight)
    except ValueError:
        return REGULAR
    return min(_WEIGHTS, key=lambda pair: abs(pair[0] - value))[1]


def _font_folders() -> tuple[Path, ...]:
    home = Path.home()
    if sys.platform == "darwin":
        return (Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library/Fonts")
    if sys.platform == "win32":
        local = Path(os.environ.get("LOCALAPPDATA", home / "AppData/Local"))
        return (Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts", local / "Microsoft/Windows/Fonts")
    shared = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"))
    return (*shared, home / ".local/share/fonts", home / ".fonts")


def _package_folders() -> tuple[Path, ...]:
    spec = find_spec(FONT_PACKAGE)
    return tuple(Path(folder) for folder in (spec.submodule_search_locations or ())) if spec else ()


def _faces_in_folders(folders: tuple[Path, ...], *, private: bool) -> list[Face]:
    return [face for path in _font_files(folders) for face in faces_in_file(str(path), private=private)]


def _font_files(folders: tuple[Path, ...]) -> list[Path]:
    files = [path for folder in folders for path in folder.rglob("*")]
    return sorted(path for path in files if path.suffix.lower() in _SUFFIXES)
