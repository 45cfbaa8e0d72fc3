"""What the shell offers behind options when Tab is pressed: names of themes, formats, pages, and what a file names.

Nothing here may fail or say anything: where there is nothing to offer, the shell offers files.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import typer

from orgviz.patterns import pattern

if TYPE_CHECKING:
    from orgviz.model import Org

FORMATS = ("svg", "png", "pdf", "pptx", "html", "drawio", "dot", "json", "txt")
HOW_PAGES = ("auto", "level:2", "level:3", "unit", "none")
PLUGINS = ("make", "pandoc", "quarto")
PAGES = ("16:9", "4:3", "A4", "A4-portrait", "A3", "A3-portrait", "letter", "letter-portrait", "none")
ENDINGS = (".yaml", ".yml", ".json")
# The largest file that is read while somebody waits, in bytes.
LARGEST = 1024 * 1024
MOST = 200
_SPECIAL = pattern(r"[\s'\"\\$`!*?&;|<>(){}\[\]~#]")


def themes(incomplete: str) -> list[str]:
    """Offer the themes that come along."""
    from orgviz.style.catalogue import theme_names

    return _offered(theme_names(), incomplete)


def formats(incomplete: str) -> list[str]:
    """Offer what a chart can be written as."""
    return _offered(FORMATS, incomplete)


def pages(incomplete: str) -> list[str]:
    """Offer the pages that have names."""
    return _offered(PAGES, incomplete)


def divisions(ctx: typer.Context, incomplete: str) -> list[str]:
    """Offer the ways to divide a chart, with the types of the input."""
    org = _org(ctx)
    kinds = (f"type:{name}" for name in _type_names(org))
    return _offered((*HOW_PAGES, *kinds), incomplete)


def plugins(incomplete: str) -> list[str]:
    """Offer the programs that are given files."""
    return _offered(PLUGINS, incomplete)


def views(ctx: typer.Context, incomplete: str) -> list[str]:
    """Offer the views that the input on the command line names."""
    org = _org(ctx)
    return _offered((*(view.name for view in org.views), "all"), incomplete) if org and org.views else []


def types(ctx: typer.Context, incomplete: str) -> list[str]:
    """Offer the types of departments, those of the input with them."""
    return _offered(_type_names(_org(ctx)), incomplete)


def nodes(ctx: typer.Context, incomplete: str) -> list[str]:
    """Offer the names of units, and the ids of what has one."""
    org = _org(ctx)
    if org is None:
        return []
    found = (node.id if node.given_id else node.name for node in org.nodes if node.given_id or node.kind == "unit")
    return _offered(found, incomplete)


def _type_names(org: Org | None) -> Iterable[str]:
    from orgviz.model import TYPE_NAMES

    return (one.name for one in org.types) if org else TYPE_NAMES


def _offered(words: Iterable[str], incomplete: str) -> list[str]:
    found = dict.fromkeys(word for word in words if word.startswith(incomplete) and "\n" not in word)
    offered = list(found)[:MOST]
    if not _in_bash():
        return offered
    import shlex

    # Of the shells only bash puts a word with spaces on the line as it is, where it would be several.
    return [shlex.quote(word) if _SPECIAL.search(word) else word for word in offered]


def _in_bash() -> bool:
    return os.environ.get("_ORGVIZ_COMPLETE") == "complete_bash"


def _org(ctx: typer.Context) -> Org | None:
    """Return the organisation in the one file on the command line, if it can be read at once."""
    # An option that still waits for its value leaves the input among the arguments that nobody took.
    given: Sequence[str] = (*(ctx.params.get("inputs") or ()), *ctx.args)
    names = [name for name in given if name.lower().endswith(ENDINGS)]
    if len(names) != 1:
        return None
    # Whatever is wrong: somebody is typing, and will hear of it later.
    found = None
    with contextlib.suppress(Exception):
        found = _read(names[0])
    return found


def _read(name: str) -> Org | None:
    from pathlib import Path

    from orgviz.reading import read_org

    path = Path(name)
    if path.stat().st_size > LARGEST:
        return None
    return read_org(path.read_bytes(), name).org
