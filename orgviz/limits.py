"""Say how much orgviz takes in and gives out: one frozen value, which only the command line changes, never a file."""

from __future__ import annotations

from orgviz.lean import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The most of everything; set for charts of up to 200,000 boxes.

    Args:
        bytes: of all that is read for one chart.
        entries: texts, lists and mappings of a YAML or JSON file, aliases written out.
        aliases: entries that the aliases of a file stand for.
        depth: of lists and mappings within each other.
        boxes: units, positions and people; also the items of one list and the rows of a table.
        links: lines beside those of the hierarchy.
        lines: of a document that is read for its sense.
        characters: of such a document.
        name: characters of a name.
        text: characters of any longer text.
        findings: that are written for people to read.
        seconds: that one run may take.
        megapixels: of a PNG.
    """

    bytes: int = 48 * 1024 * 1024
    entries: int = 4_000_000
    aliases: int = 200_000
    depth: int = 256
    boxes: int = 200_000
    links: int = 2_000
    lines: int = 50_000
    characters: int = 1_000_000
    name: int = 2_000
    text: int = 10_000
    findings: int = 20
    seconds: int = 900
    megapixels: int = 200


LIMITS = Limits()


def raising(name: str, value: int) -> str:
    """Return the hint by which a limit is raised, in words of the command line.

    >>> raising("links", 2000)
    'if it is meant so: --limit links=4000'
    """
    return f"if it is meant so: --limit {name}={2 * value}"
