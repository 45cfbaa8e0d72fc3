"""Turn a theme file, and the files that it extends, into a `Theme`; tells every mistake at its place."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Mapping as Table
from dataclasses import fields, replace
from enum import StrEnum
from typing import TypeAlias, TypeVar

from orgviz.diagnostics import Findings
from orgviz.source.entries import Entry, Mapping, Scalar
from orgviz.source.yaml_reader import read_yaml
from orgviz.style.settings import did_you_mean, keyed, read_color, read_flag, read_record, read_text, spelled
from orgviz.style.theme import SWATCH_COLORS, Swatch, Theme, derive_swatch
from orgviz.text import SourceText
from orgviz.wording import quoted

Finder: TypeAlias = Callable[[str, SourceText], SourceText | None]
"""Find the theme that a theme file names; the second argument is the file that names it."""

NOTHING = "none"
"""What `extends` says in a theme that builds on no other."""

IMPLIED = "default"
"""The theme that a theme builds on when it does not say."""

SECTIONS = {
    "name": "name",
    "extends": "extends",
    "monochrome": "monochrome",
    "page": "page",
    "boxes": "boxes",
    "root": "root",
    "palette": "palette",
    "types": "types",
    "text": "text_roles",
    "lines": "lines",
    "statuses": "statuses",
}
"""The keys of a theme file and the fields of `Theme` that they set, in the order in which they apply:
the page comes before the palette, whose short colours are made to suit the page."""

_T = TypeVar("_T")
_K = TypeVar("_K", bound=StrEnum)


def read_theme(source: SourceText, find: Finder, findings: Findings) -> Theme:
    """Read a theme; where something in it is wrong, what it extends holds.

    The files from the named theme down to the one that extends nothing are laid over each other, key by key.
    """
    theme = Theme()
    for layer in reversed(_layers(source, find, findings)):
        theme = overlay(theme, layer, findings)
    return theme


def overlay(theme: Theme, layer: Mapping, findings: Findings) -> Theme:
    """Return the theme with everything that one theme file says laid over it."""
    entries = keyed(layer, SECTIONS, "a theme", findings)
    for key in sorted(entries, key=list(SECTIONS).index):
        if key != "extends":
            value = _section(key, theme, entries[key], findings)
            theme = replace(theme, **{SECTIONS[key]: value})  # type: ignore[arg-type]
    _check_types(theme, entries.get("types"), findings)
    return theme


def _layers(source: SourceText, find: Finder, findings: Findings) -> list[Mapping]:
    """Follow `extends` from file to file; the named theme comes first."""
    layers: list[Mapping] = []
    seen = [source.path]
    current: SourceText | None = source
    while current is not None:
        entry = read_yaml(current, findings)
        if entry is None:
            break
        layers.append(entry)
        current = _extended(entry, current, seen, find, findings)
    return layers


def _extended(
    layer: Mapping, source: SourceText, seen: list[str], find: Finder, findings: Findings
) -> SourceText | None:
    """Return the file that a theme file extends, and note it in `seen`."""
    entry = next((value for key, value in layer.pairs if key.text == "extends"), None)
    name = IMPLIED if entry is None else read_text(entry, findings)
    if name is None or name == NOTHING:
        return None
    span = layer.span if entry is None else entry.span
    found = find(name, source)
    if found is None:
        findings.error("theme-unknown-theme", f"there is no theme {quoted(name)} to extend", span)
    elif found.path in seen:
        findings.error("theme-loop", f"{quoted(name)} extends this theme, so this theme cannot extend it", span)
    else:
        seen.append(found.path)
        return found
    return None


def _section(key: str, theme: Theme, entry: Entry, findings: Findings) -> object:
    """Return the new value of one field of the theme."""
    match key:
        case "name":
            return read_text(entry, findings) or theme.name
        case "palette":
            return _palette(theme, entry, findings)
        case "types":
            return _types(theme, entry, findings)
        case "text":
            return _roles(theme.text_roles, entry, "text", findings, words=SWATCH_COLORS)
        case "lines":
            return _roles(theme.lines, entry, "lines", findings)
        case "statuses":
            return _roles(theme.statuses, entry, "statuses", findings, words=SWATCH_COLORS)
    before = getattr(theme, key)
    if key == "monochrome":
        return read_flag(entry, before, findings)
    return read_record(before, entry, key, findings)


def _palette(theme: Theme, entry: Entry, findings: Findings) -> dict[str, Swatch]:
    """Read the swatches: each a colour, from which the others follow, or a mapping of what differs."""
    palette = dict(theme.palette)
    for name, value in keyed(entry, None, "palette", findings).items():
        if isinstance(value, Scalar):
            edge = read_color(value, "", findings)
            if edge:
                palette[name] = derive_swatch(edge, theme.page, monochrome=theme.monochrome)
        elif name in palette:
            palette[name] = read_record(palette[name], value, f"palette colour {quoted(name)}", findings)
        else:
            palette[name] = _new_swatch(theme, name, value, findings)
    return palette


def _new_swatch(theme: Theme, name: str, entry: Entry, findings: Findings) -> Swatch:
    """Read a swatch under a name that no other theme has given yet: `edge` is needed, the rest can follow."""
    given = dict.fromkeys(key.text for key, _ in entry.pairs) if isinstance(entry, Mapping) else {}
    if isinstance(entry, Mapping) and "edge" not in given:
        message = f"the new palette colour {quoted(name)} has no 'edge'"
        findings.error("theme-bad-color", message, entry.span, 'give at least that, as in edge: "#2563eb"')
    swatch = read_record(Swatch(), entry, f"palette colour {quoted(name)}", findings)
    derived = derive_swatch(swatch.edge, theme.page, monochrome=theme.monochrome)
    kept = {item.name: getattr(swatch, item.name) for item in fields(swatch) if spelled(item.name) in given}
    return replace(derived, **kept)


def _types(theme: Theme, entry: Entry, findings: Findings) -> dict[str, str]:
    """Read which type has which colour; `_check_types` looks whether there are such colours."""
    given = keyed(entry, None, "types", findings)
    named = {name: read_text(value, findings) for name, value in given.items()}
    return {**theme.types, **{name: color for name, color in named.items() if color}}


def _check_types(theme: Theme, entry: Entry | None, findings: Findings) -> None:
    """Look whether the theme's palette has the colours that its types ask for."""
    for _, value in entry.pairs if isinstance(entry, Mapping) else ():
        if isinstance(value, Scalar) and not value.null and not theme.knows(value.text):
            message = f"there is no colour {quoted(value.text)} in the palette"
            hint = did_you_mean(value.text, theme.palette)
            findings.error("theme-unknown-color", message, value.span, hint)


def _roles(
    before: Table[_K, _T], entry: Entry, place: str, findings: Findings, *, words: tuple[str, ...] = ()
) -> dict[_K, _T]:
    """Read a section that has one mapping of settings for each role."""
    after = dict(before)
    roles = {str(role): role for role in before}
    for name, value in keyed(entry, roles, place, findings).items():
        after[roles[name]] = read_record(before[roles[name]], value, quoted(name), findings, words=words)
    return after
