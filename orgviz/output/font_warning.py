"""Say which characters no font on this machine has, and the line that installs one."""

from __future__ import annotations

import sys
from pathlib import Path

from orgviz.lean import dataclass
from orgviz.output.fonts import Setting, is_east_asian

_SHOWN = 8  # characters named in a message
_OS_RELEASE = Path("/etc/os-release")
# What installs a Chinese font, by system or by a name of the distribution in os-release.
_INSTALL = {
    "debian": "apt-get install fonts-noto-cjk",
    "ubuntu": "apt-get install fonts-noto-cjk",
    "fedora": "dnf install google-noto-sans-cjk-fonts",
    "rhel": "dnf install google-noto-sans-cjk-fonts",
    "centos": "dnf install google-noto-sans-cjk-ttc-fonts",
    "suse": "zypper install google-noto-sans-cjk-fonts",
    "arch": "pacman -S noto-fonts-cjk",
    "alpine": "apk add font-noto-cjk",
    "darwin": "brew install --cask font-noto-sans-cjk-sc",
    "win32": "Settings > System > Optional features > Chinese (Simplified) Supplemental Fonts",
}
_ANYWHERE = "install a font such as Noto Sans CJK SC, or name a font file with --font FILE"
_RARE = "install a font that has them, or name a font file with --font FILE"


@dataclass(frozen=True, slots=True)
class FontWarning:
    """Characters that no font has, and what helps.

    Args:
        characters: all of them, each once, in the order of the drawing.
        message: for the user, without an end.
        hint: the line that installs a font, or what else to do.
    """

    characters: tuple[str, ...]
    message: str
    hint: str


def font_warnings(setting: Setting) -> tuple[FontWarning, ...]:
    """Return a warning when there is no Chinese font, and one for other characters that are left blank."""
    east_asian = tuple(char for char in setting.missing if is_east_asian(char))
    others = tuple(char for char in setting.missing if not is_east_asian(char))
    has_font = any(is_east_asian(char) for (char, _), glyph in setting.glyphs.items() if glyph.face)
    warnings = []
    if east_asian and not has_font:
        message = f"this machine has no Chinese font: {_named(east_asian)} left blank"
        warnings.append(FontWarning(east_asian, message, install_line()))
    rest = others if warnings else setting.missing
    if rest:
        warnings.append(
            FontWarning(rest, f"no font on this machine draws all of this chart: {_named(rest)} left blank", _RARE)
        )
    return tuple(warnings)


def install_line(platform: str = sys.platform, os_release: Path = _OS_RELEASE) -> str:
    """Return the line that installs a Chinese font on a system.

    Args:
        platform: as `sys.platform` names it.
        os_release: the file in which a Linux distribution says what it is.
    """
    names = (platform, *_distribution(os_release)) if platform.startswith("linux") else (platform,)
    return next((_INSTALL[name] for name in names if name in _INSTALL), _ANYWHERE)


def _distribution(os_release: Path) -> tuple[str, ...]:
    """Return the names of the distribution and of those it is made from, the nearest first."""
    try:
        lines = os_release.read_text("utf-8", errors="replace").splitlines()
    except OSError:
        return ()
    values = {key: value.strip("\"'") for key, _, value in (line.partition("=") for line in lines)}
    return (values.get("ID", ""), *values.get("ID_LIKE", "").split())


def _named(characters: tuple[str, ...]) -> str:
    shown = "".join(characters[:_SHOWN]) + ("…" if len(characters) > _SHOWN else "")
    return f"1 character ('{shown}') is" if len(characters) == 1 else f"{len(characters)} characters ('{shown}') are"
