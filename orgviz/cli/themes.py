"""The verb `themes`."""

from __future__ import annotations

from orgviz.output.write import write_stdout
from orgviz.style.catalogue import theme_names, theme_text


def run_themes(name: str | None) -> None:
    """Write the names of the themes, or the file of one.

    Raises:
        UsageError: there is no such theme.
    """
    text = "".join(f"{each}\n" for each in theme_names()) if name is None else theme_text(name)
    write_stdout(text.encode())
