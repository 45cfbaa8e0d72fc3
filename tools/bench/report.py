"""Put the results of the bench into docs/performance.md: `python -m tools.bench.report [FOLDER]`."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from tools.bench.peers import BUILT, CHECKOUT, PEERS
from tools.bench.results import read_results
from tools.bench.table import tables

PAGE = CHECKOUT / "docs" / "performance.md"
RESULTS, PICTURES = "results.json", "pictures"
"""What a run leaves in its folder."""

_PART = re.compile(r"(<!-- bench: (\w+) -->\n).*?(<!-- end of bench -->)", re.DOTALL)
_IN_A_ROW = 2


def with_parts(page: str, parts: Mapping[str, str]) -> str:
    """Return a page with each part between its marks: ``<!-- bench: time -->`` and ``<!-- end of bench -->``.

    Raises:
        ValueError: the page has no place for a part, or a place for none.
    """
    places = [found[2] for found in _PART.finditer(page)]
    if sorted(places) != sorted(parts):
        raise ValueError(f"the page has places for {sorted(places)}, and there are {sorted(parts)}")
    # A blank line keeps what follows a comment from being taken for HTML.
    return _PART.sub(lambda found: f"{found[1]}\n{parts[found[2]].strip()}\n\n{found[3]}", page)


def picture_table(peers: Sequence[str]) -> str:
    """Return the pictures of some peers, side by side."""
    lines = []
    for first in range(0, len(peers), _IN_A_ROW):
        row = peers[first : first + _IN_A_ROW]
        filled = [""] * (_IN_A_ROW - len(row))
        shown = [f"![{PEERS[peer].title}](pictures/bench-{peer}.png)" for peer in row]
        lines += [[*(PEERS[peer].title for peer in row), *filled], [*shown, *filled]]
    head = [[""] * _IN_A_ROW, ["---"] * _IN_A_ROW]
    return "".join(f"| {' | '.join(line)} |\n" for line in [*head, *lines])


def report(folder: Path, page: Path = PAGE) -> None:
    """Rewrite the tables of the page, and put the pictures beside it.

    Raises:
        OSError: there are no results in the folder.
        ValueError: what stands there is something else, or the page has other places.
    """
    parts = dict(tables(read_results(folder / RESULTS)))
    drawn = [peer for peer in PEERS if (folder / PICTURES / f"{peer}.png").exists()]
    parts["pictures"] = picture_table(drawn)
    page.write_text(with_parts(page.read_text(encoding="utf-8"), parts), encoding="utf-8")
    for peer in drawn:
        shutil.copyfile(folder / PICTURES / f"{peer}.png", page.parent / "pictures" / f"bench-{peer}.png")


if __name__ == "__main__":
    report(Path(sys.argv[1]) if len(sys.argv) > 1 else BUILT)
