"""The names of columns and keys, and words in cells, as ``orgviz/lexicon/columns.yaml`` has them; read once."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from orgviz.diagnostics import Findings
from orgviz.folding import fold
from orgviz.source import entries
from orgviz.source.yaml_reader import read_yaml
from orgviz.text import SourceText

_FILE = Path(__file__).parents[1] / "lexicon" / "columns.yaml"

_SIGNS = re.compile(r"[\s_\-—–/\\.:：·,，()（）\[\]【】*#\"'“”‘’]+")
_BRACKETS = re.compile(r"[(（\[【][^()（）\[\]【】]*[)）\]】]")
_LEVEL = re.compile(
    r"(?:第?([0-9一二三四五六七八九])级(?:部门|组织|机构|单位|团队|科室)?|(?:部门|组织|机构)层?级?([0-9一二三四五六七八九])级?"
    r"|(?:org|dept|department|unit|team|group|organisation|organization)?(?:level|lvl|l|tier)([0-9])"
    r"|(?:department|dept|unit|org)([0-9])|([0-9])(?:st|nd|rd|th)?level(?:department|dept|unit)?)"
)
_NUMERALS = "零一二三四五六七八九"
LONGEST_NAME, LONGEST_CELL = 200, 40


@dataclass(frozen=True, slots=True)
class Words:
    """What names of columns and keys, and words in cells, mean.

    Args:
        columns: field by folded name of a column, for all columns.
        levels: rank, from 0 for the highest, by folded name.
        keys: for each role of a key in a data file, the folded names.
        cells: for each meaning of a cell, the words; `meanings` for each word, the meanings.
    """

    columns: Mapping[str, str]
    levels: Mapping[str, int]
    keys: Mapping[str, frozenset[str]]
    cells: Mapping[str, frozenset[str]]
    meanings: Mapping[str, tuple[str, ...]]

    def field(self, name: str) -> str | None:
        """Return what a column is by its name, as written or without what stands in brackets."""
        return self.columns.get(fold_word(name)) or self.columns.get(fold_word(_BRACKETS.sub("", name)))

    def level(self, name: str) -> tuple[int, int] | None:
        """Return the rank of a column of departments: by a number in its name first, then by its word."""
        folded = fold_word(name)
        numbered = _LEVEL.fullmatch(folded)
        if numbered is not None:
            sign = next(group for group in numbered.groups() if group)
            return 0, int(sign) if sign.isascii() else _NUMERALS.index(sign)
        rank = self.levels.get(folded)
        return None if rank is None else (1, rank)

    def says(self, meaning: str, text: str) -> bool:
        """Tell whether a cell is one of the words of a meaning.

        >>> words().says("vacant", "暫缺")
        True
        """
        return meaning in self.said(text)

    def said(self, text: str) -> tuple[str, ...]:
        """Return every meaning of which a cell is one of the words."""
        return self.meanings.get(_fold_cell(text), ()) if len(text) <= LONGEST_CELL else ()

    def ends(self, meaning: str, text: str) -> bool:
        """Tell whether a cell ends with one of the words of a meaning; of a word in letters, the last word is one.

        >>> words().ends("unit_ends", "销售部"), words().ends("unit_ends", "Steam")
        (True, False)
        """
        folded = _fold_cell(text)
        wanted = self.cells[meaning]
        if folded.isascii():
            return folded.rpartition(" ")[2] in wanted
        return any(folded.endswith(word) for word in wanted if not word.isascii())


def fold_word(name: str) -> str:
    """Return a name of a column as it is compared.

    >>> fold_word("Reports_To "), fold_word("部門 名稱")
    ('reportsto', '部门名称')
    """
    return _SIGNS.sub("", _fold_cell(name[:LONGEST_NAME]))


def _fold_cell(text: str) -> str:
    """Return a text as it is compared, with its signs: a cell may be nothing but one."""
    if text.isascii():
        return text.strip().lower()
    folded = unicodedata.normalize("NFKC", text).strip().casefold()
    return folded if folded.isascii() else fold(folded)


@cache
def words() -> Words:
    """Read the words that come with orgviz."""
    sections = {key.text: value for key, value in _read().pairs}
    columns: dict[str, str] = {}
    for name, texts in _lists(sections["columns"]):
        for text in texts:
            columns.setdefault(fold_word(text), name)
    ranks = sections["levels"]
    assert isinstance(ranks, entries.Sequence)
    cells = {name: tuple(dict.fromkeys(map(_fold_cell, texts))) for name, texts in _lists(sections["cells"])}
    meanings: dict[str, tuple[str, ...]] = {}
    for meaning, folded in cells.items():
        for text in folded:
            meanings[text] = (*meanings.get(text, ()), meaning)
    return Words(
        columns=columns,
        levels={fold_word(text): rank for rank, item in enumerate(ranks.items) for text in _texts(item)},
        keys={name: frozenset(fold_word(text) for text in texts) for name, texts in _lists(sections["keys"])},
        cells={meaning: frozenset(folded) for meaning, folded in cells.items()},
        meanings=meanings,
    )


def _lists(entry: entries.Entry) -> Iterator[tuple[str, tuple[str, ...]]]:
    assert isinstance(entry, entries.Mapping)
    for key, value in entry.pairs:
        yield key.text, tuple(_texts(value))


def _texts(entry: entries.Entry) -> Iterator[str]:
    assert isinstance(entry, entries.Sequence)
    yield from (item.text for item in entry.items if isinstance(item, entries.Scalar))


def _read() -> entries.Mapping:
    findings = Findings()
    text = _FILE.read_text(encoding="utf-8")
    tree = read_yaml(SourceText("columns.yaml", text), findings)
    if tree is None or findings.failed:
        raise ValueError(f"the lexicon columns.yaml is broken: {findings.sorted()}")
    return tree
