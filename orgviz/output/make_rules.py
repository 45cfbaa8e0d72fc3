"""Write what outputs were made from as a rule that GNU make includes; only names that make can take."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from orgviz.diagnostics import UsageError
from orgviz.wording import quoted

_QUOTED = " #:[]*?"  # by a backslash
_WRITTEN_OUT = "=&"  # make looks for these before it expands a line, and knows no way to quote them
_IMPOSSIBLE = ";\t\n\r\v\f"


def make_rules(outputs: Sequence[Path], inputs: Sequence[Path]) -> str:
    """Return a rule by which the outputs depend on the inputs, and an empty one for each input.

    By its empty rule an input that is gone does not stop make: what was made from it is made anew, as with the
    files that ``gcc -MP`` writes.

    Raises:
        UsageError: a name cannot be written in a Makefile.

    >>> print(make_rules([Path("a.svg"), Path("a.png")], [Path("my org.yaml")]), end="")
    a.svg a.png: \\
      my\\ org.yaml
    <BLANKLINE>
    my\\ org.yaml:
    """
    targets = " ".join(_target(path) for path in dict.fromkeys(outputs))
    sources = tuple(dict.fromkeys(inputs))
    wanted = "".join(f" \\\n  {_prerequisite(path)}" for path in sources)
    return f"{targets}:{wanted}\n" + "".join(f"\n{_target(path)}:\n" for path in sources)


def _target(path: Path) -> str:
    return _escaped(path, quoted_too="%", written_out=f"{_WRITTEN_OUT}|")


def _prerequisite(path: Path) -> str:
    return _escaped(path, quoted_too="|", written_out=_WRITTEN_OUT)


def _escaped(path: Path, *, quoted_too: str, written_out: str) -> str:
    """Return a name as make reads it; before what is quoted, a backslash of the name's own is doubled."""
    name = path.as_posix()
    is_member = name.endswith(")") and "(" in name  # of an archive
    if is_member or name.endswith("\\") or any(character in _IMPOSSIBLE for character in name):
        raise UsageError(f"--deps: make cannot take the name {quoted(name)}", "give the file another name")
    written, backslashes = "", 0
    for character in name:
        if character in _QUOTED or character in quoted_too:
            written += "\\" * backslashes + "\\" + character
        elif character == "$":
            written += "$$"
        else:
            written += f"$(subst ,,{character})" if character in written_out else character
        backslashes = backslashes + 1 if character == "\\" else 0
    return written
