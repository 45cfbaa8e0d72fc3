"""Say what this machine has and lacks, what that costs, and the line that mends it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from orgviz.machine import ChineseFont, Machine, look_at_machine

FORMATS = ("svg", "png", "pdf")

# What each installer calls the packages; the empty key stands for all others.
PACKAGES = {
    "graphviz": {"": "graphviz"},
    "cairo": {"apt-get": "libcairo2", "": "cairo"},
    "fonts": {
        "apt-get": "fonts-noto-cjk",
        "brew": "font-noto-sans-cjk",
        "dnf": "google-noto-sans-cjk-fonts",
        "apk": "font-noto-cjk",
        "": "noto-fonts-cjk",
    },
}
INSTALL_LINES = {
    "apt-get": "apt-get install -y {}",
    "brew": "brew install {}",
    "dnf": "dnf install -y {}",
    "pacman": "pacman -S --needed {}",
    "apk": "apk add {}",
}
ON_WINDOWS = {
    "graphviz": "pip install orgviz[graphviz]",
    "cairo": "install the GTK 3 runtime for Windows, which brings cairo",
    "fonts": "add the supplemental Chinese fonts under Settings, Optional features",
}


class State(StrEnum):
    """How well a need is met."""

    OK = "ok"
    LIMITED = "limited"
    MISSING = "missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One need of orgviz, and how this machine meets it.

    Args:
        name: a short, stable word.
        found: what is there.
        cost: what does not work, or less well; ``None`` when all is well.
        remedy: the line to type; ``None`` when all is well or nothing can be typed.
    """

    name: str
    state: State
    found: str
    cost: str | None = None
    remedy: str | None = None


def examine(machine: Machine | None = None) -> tuple[Finding, ...]:
    """Judge `machine`, or the one that this runs on."""
    machine = machine or look_at_machine()
    return (
        Finding(name="python", state=State.OK, found=f"{machine.python.version} ({machine.python.place})"),
        _graphviz(machine),
        _cairo(machine),
        _chinese_font(machine),
        _font_tools(machine),
        _package("photos", "pillow", machine.pillow, "no photos, no PNG and no PDF; SVG without photos works"),
        _package("pinyin", "pypinyin", machine.pypinyin, "no web pages (.html) of charts with Chinese in them"),
        _package("slides", "python-pptx", machine.pptx, "no PowerPoint files (.pptx)", "orgviz[pptx]"),
        _package("workbooks", "openpyxl", machine.openpyxl, "no Excel files (.xlsx) are read; CSV is", "orgviz[xlsx]"),
        _themes(machine),
        _cache(machine),
        _encoding(machine),
    )


def drawable_formats(findings: tuple[Finding, ...]) -> tuple[str, ...]:
    """Return which of svg, png and pdf this machine can write; none without Graphviz."""
    states = {finding.name: finding.state for finding in findings}
    if states["graphviz"] is State.MISSING:
        return ()
    return FORMATS[:1] if states["cairo"] is State.MISSING else FORMATS


def format_findings(findings: tuple[Finding, ...]) -> str:
    """Write the findings for people, one or more lines each, ending without a line break."""
    margin = max(len(finding.name) for finding in findings) + 11
    lines = []
    for finding in findings:
        lines.append(f"{finding.state:<8} {finding.name}".ljust(margin) + finding.found)
        if finding.cost:
            lines.append(" " * margin + finding.cost)
        if finding.remedy:
            lines.append(" " * margin + f"to mend it: {finding.remedy}")
    return "\n".join(lines)


def install_line(need: str, machine: Machine) -> str:
    """Return the line that this machine's user types to install `need`, a key of `PACKAGES`."""
    if machine.system == "win32":
        return ON_WINDOWS[need]
    names = PACKAGES[need]
    if machine.installer is None:
        return f"install '{names['']}' with this system's package manager"
    line = INSTALL_LINES[machine.installer].format(names.get(machine.installer, names[""]))
    return line if machine.is_root or machine.installer == "brew" else f"sudo {line}"


def _graphviz(machine: Machine) -> Finding:
    if machine.dot:
        found = f"dot {machine.dot.version} ({machine.dot.place})"
        return Finding(name="graphviz", state=State.OK, found=found)
    if machine.graphviz_library:
        found = f"no dot, but its library in pygraphviz {machine.graphviz_library.version}"
        return Finding(name="graphviz", state=State.OK, found=found)
    return Finding(
        name="graphviz",
        state=State.MISSING,
        found="neither the program dot nor the Python package pygraphviz (orgviz[graphviz])",
        cost="nothing can be drawn",
        remedy=install_line("graphviz", machine),
    )


def _cairo(machine: Machine) -> Finding:
    if machine.cairo:
        found = f"cairo {machine.cairo.version} ({machine.cairo.place})"
        return Finding(name="cairo", state=State.OK, found=found)
    return Finding(
        name="cairo",
        state=State.MISSING,
        found="there is no cairo library of 1.16 or newer",
        cost="no PNG and no PDF; SVG works",
        remedy=install_line("cairo", machine),
    )


def _chinese_font(machine: Machine) -> Finding:
    match machine.chinese:
        case ChineseFont(family=family, bold=True):
            return Finding(name="fonts", state=State.OK, found=f"{family} for Chinese, with a bold face")
        case ChineseFont(family=family):
            return Finding(
                name="fonts",
                state=State.LIMITED,
                found=f"{family} for Chinese, without a bold face",
                cost="bold Chinese in PNG and PDF is the regular face, thickened",
                remedy=install_line("fonts", machine),
            )
    return Finding(
        name="fonts",
        state=State.MISSING,
        found="no font with simplified Chinese",
        cost="Chinese characters are left blank in PNG and PDF; SVG uses the fonts of its readers",
        remedy=install_line("fonts", machine),
    )


def _font_tools(machine: Machine) -> Finding:
    if machine.fonttools is None:
        return Finding(
            name="fonttools",
            state=State.MISSING,
            found="the Python package fonttools is not installed",
            cost="no letters as paths, no fonts inside SVG",
            remedy="pip install fonttools",
        )
    if machine.brotli is None:
        return Finding(
            name="fonttools",
            state=State.LIMITED,
            found=f"fonttools {machine.fonttools}, no brotli",
            cost="fonts inside SVG (--text embed) take about half as much space again",
            remedy="pip install 'orgviz[woff2]'",
        )
    found = f"fonttools {machine.fonttools}, brotli {machine.brotli}"
    return Finding(name="fonttools", state=State.OK, found=found)


def _package(name: str, package: str, version: str | None, cost: str, extra: str | None = None) -> Finding:
    """Judge whether a Python package is there; `extra` brings it where orgviz comes without it."""
    if version:
        return Finding(name=name, state=State.OK, found=f"{package} {version}")
    return Finding(
        name=name,
        state=State.MISSING,
        found=f"the Python package {package} is not installed",
        cost=cost,
        remedy=f"pip install '{extra}'" if extra else f"pip install {package}",
    )


def _themes(machine: Machine) -> Finding:
    if machine.themes:
        return Finding(name="themes", state=State.OK, found=", ".join(machine.themes))
    return Finding(
        name="themes",
        state=State.MISSING,
        found="the folder of themes is not where orgviz is installed",
        cost="nothing can be drawn without a theme file of your own (--theme FILE)",
        remedy="pip install --force-reinstall orgviz",
    )


def _cache(machine: Machine) -> Finding:
    folder, writable = machine.cache
    if writable:
        return Finding(name="cache", state=State.OK, found=folder)
    return Finding(
        name="cache",
        state=State.LIMITED,
        found=f"{folder} cannot be written",
        cost="fonts may be looked through anew in every run, which takes seconds",
        remedy=None if machine.system == "win32" else "export XDG_CACHE_HOME=FOLDER",
    )


def _encoding(machine: Machine) -> Finding:
    if machine.encoding.lower().replace("-", "").replace("_", "") == "utf8":
        return Finding(name="output", state=State.OK, found="the terminal is written to in UTF-8")
    return Finding(
        name="output",
        state=State.LIMITED,
        found=f"the terminal is written to in {machine.encoding}",
        cost="Chinese in messages may be shown as '?'; files are not affected",
        remedy="set PYTHONUTF8=1" if machine.system == "win32" else "export PYTHONUTF8=1",
    )
