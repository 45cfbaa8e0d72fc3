"""The verb `plugin`: say where the files for other programs lie that come with orgviz."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType

from orgviz.diagnostics import ToolError, UsageError
from orgviz.output.write import write_stdout
from orgviz.wording import listed, nearest, quoted

PLUGIN_FILES: Mapping[str, str] = MappingProxyType(
    {"make": "orgviz.mk", "pandoc": "pandoc/orgviz.lua", "quarto": "pandoc"}
)
"""What each program is given, by its name here: a file or folder in `orgviz/plugins`."""


def run_plugin(name: str | None) -> None:
    """Write the path of a program's file to standard output; without a name, all names and paths.

    Raises:
        UsageError: nothing comes for a program of that name.
        ToolError: the package is not installed as files.
    """
    if name is None:
        width = max(map(len, PLUGIN_FILES))
        write_stdout("".join(f"{one:<{width}}  {plugin_file(one)}\n" for one in PLUGIN_FILES).encode())
        return
    write_stdout(f"{plugin_file(name)}\n".encode("utf-8", "surrogateescape"))


def plugin_file(name: str) -> Path:
    """Return where the file for a program lies.

    Raises:
        UsageError: nothing comes for a program of that name.
        ToolError: the package is not installed as files.
    """
    if name not in PLUGIN_FILES:
        near = nearest(name, PLUGIN_FILES)
        hint = f"did you mean '{near}'?" if near else "Sphinx and Python-Markdown load theirs by its name"
        raise UsageError(f"there is nothing for {quoted(name)}; there is {listed(PLUGIN_FILES, 'and')}", hint)
    place = files("orgviz.plugins").joinpath(PLUGIN_FILES[name])
    if not isinstance(place, Path) or not place.exists():
        raise ToolError(f"the file for {name} is not there", "install orgviz as files, with pip")
    return place
