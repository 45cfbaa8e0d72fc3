"""Read tables as the command line does, and show what came of them as a tree."""

import pytest

from orgviz.build import build_org
from orgviz.diagnostics import Findings
from orgviz.export.text_tree import to_text_tree
from orgviz.model import Org
from orgviz.table.read import read_table_sources
from orgviz.text import SourceText


class Reader:
    """Reads texts; keeps the findings of the last reading."""

    def __init__(self) -> None:
        self.findings = Findings()

    def org(self, *texts: str, path: str = "a.csv", columns: dict[str, str] | None = None) -> Org | None:
        """Read texts as one organisation; a text that begins with `name.ending|` is a file of that name."""
        self.findings = Findings()
        sources = []
        for text in texts:
            name, bar, rest = text.partition("|")
            is_named = bool(bar) and "." in name and len(name) < 20 and "\n" not in name
            sources.append(SourceText(name, rest) if is_named else SourceText(path, text))
        root = read_table_sources(sources, columns or {}, self.findings)
        return build_org(root, self.findings) if root is not None else None

    def tree(self, *texts: str, path: str = "a.csv", columns: dict[str, str] | None = None) -> list[str]:
        """Return the lines of the tree; of none, the codes that were told."""
        org = self.org(*texts, path=path, columns=columns)
        return self.told() if org is None else to_text_tree(org).splitlines()

    def told(self) -> list[str]:
        """Return place and code of each finding."""
        return [f"{item.span.line}:{item.span.column} {item.code}" for item in self.findings.sorted()]


@pytest.fixture
def reader() -> Reader:
    return Reader()
