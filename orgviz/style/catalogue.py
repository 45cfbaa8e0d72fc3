"""Find themes by name or path; the shipped ones lie in the package, or beside it in a checkout."""

from __future__ import annotations

import contextlib
import os
from functools import cache
from pathlib import Path

from orgviz.diagnostics import Findings, OrgvizError, OutputError, UsageError
from orgviz.style.reader import read_theme
from orgviz.style.theme import Theme
from orgviz.text import SourceText
from orgviz.wording import listed, nearest, quoted

_PACKAGE = Path(__file__).parents[1]
_FOLDERS = (_PACKAGE / "styles", _PACKAGE.parent / "styles")
_ENDINGS = (".yaml", ".yml")


def load_theme(name_or_path: str) -> Theme:
    """Load a theme: a file if the text has a folder or a YAML ending in it, else a shipped theme.

    Raises:
        UsageError: there is no such theme.
        OutputError: the file cannot be read.
        InputError: the file, or one that it extends, has mistakes.
    """
    return _load(name_or_path) if _is_path(name_or_path) else _load_shipped(name_or_path)


@cache
def _load_shipped(name: str) -> Theme:
    """Read a theme that comes along once: a preview, or many views, want it again and again."""
    return _load(name)


def _load(name_or_path: str) -> Theme:
    source = _open(name_or_path, Path())
    if source is None:
        raise _unknown(name_or_path)
    opened = {source.path: source}

    def find(reference: str, by: SourceText) -> SourceText | None:
        found = _open(reference, Path(by.path).parent)
        if found is not None:
            opened[found.path] = found
        return found

    findings = Findings()
    theme = read_theme(source, find, findings)
    findings.raise_if_failed(opened)
    return theme


def theme_files(name_or_path: str) -> tuple[Path, ...]:
    """Return the user's own files that a theme is made of, as far as they can be followed; one that is missing, too."""
    files: list[Path] = []
    if not _is_path(name_or_path):
        return ()

    def find(reference: str, by: SourceText) -> SourceText | None:
        path = _place(reference, Path(by.path).parent)
        if path is None or path in files:
            return None
        files.append(path)
        return _read(path)

    with contextlib.suppress(OrgvizError):
        source = find(name_or_path, SourceText("", ""))
        if source is not None:
            read_theme(source, find, Findings())
    return tuple(path for path in files if path.parent not in _FOLDERS)


def theme_names() -> tuple[str, ...]:
    """Return the names of the shipped themes, the default first, then by the alphabet."""
    folder = next((folder for folder in _FOLDERS if folder.is_dir()), None)
    names = {path.stem for path in folder.glob("*.yaml")} if folder else set()
    return tuple(sorted(names, key=lambda name: (name != "default", name)))


def theme_text(name_or_path: str) -> str:
    """Return the text of a theme's file.

    Raises:
        UsageError: there is no such theme.
        OutputError: the file cannot be read.
    """
    source = _open(name_or_path, Path())
    if source is None:
        raise _unknown(name_or_path)
    return source.text


def _open(reference: str, folder: Path) -> SourceText | None:
    """Read the theme that a command line, or a theme in `folder`, names; nothing where there is none."""
    path = _place(reference, folder)
    return None if path is None else _read(path)


def _place(reference: str, folder: Path) -> Path | None:
    """Return where a theme is, under one spelling, so that one that comes up again is known again."""
    if _is_path(reference):
        return Path(os.path.normpath(folder / reference))
    paths = (place / f"{reference}.yaml" for place in _FOLDERS)
    return next((path for path in paths if path.is_file()), None)


def _is_path(reference: str) -> bool:
    return "/" in reference or "\\" in reference or reference.endswith(_ENDINGS)


def _read(path: Path) -> SourceText:
    try:
        return SourceText(str(path), path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise OutputError(f"the theme {quoted(str(path))} cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise OutputError(f"the theme {quoted(str(path))} is not UTF-8 text") from error


def _unknown(name: str) -> UsageError:
    names = theme_names()
    near = nearest(name, names)
    hint = f"did you mean {quoted(near)}?" if near else None
    return UsageError(f"there is no theme {quoted(name)}; there are {listed(names, 'and')}", hint)
