"""Read a table whose cells hold the articles of a statute, one in a row: they are read as the sentences they are."""

from __future__ import annotations

from collections.abc import Sequence

from orgviz.document.known.state import State
from orgviz.document.languages.prose import read_prose
from orgviz.document.text.passages import Passage
from orgviz.patterns import pattern

_CONTENT = frozenset(("内容", "条文", "条文内容", "法条", "条款", "规定", "修正条文", "现行条文", "修正内容"))
_ARTICLE = pattern(r"第\s*[一二三四五六七八九十百\d]{1,5}\s*条")
_SENTENCE = pattern(r"[^。]{6,}。")


def are_articles(rows: Sequence[Sequence[Passage]]) -> bool:
    """Whether rows are articles: a column is called so or rows begin with 第…条, and most hold whole sentences."""
    is_headed = any(cell.folded in _CONTENT for cell in rows[0])
    begun = sum(_ARTICLE.match(row[0].folded) is not None for row in rows if row)
    told = sum(any(_SENTENCE.match(cell.folded) for cell in row) for row in rows)
    return (is_headed or 2 * begun > len(rows)) and told > 1 and 2 * told > len(rows)


def read_articles(state: State, rows: Sequence[Sequence[Passage]], scope: int) -> None:
    """Read the first cell with sentences of each row; the others say why it is so."""
    for row in rows:
        article = next((cell for cell in row if _SENTENCE.match(cell.folded)), None)
        if article is not None:
            number = _ARTICLE.match(article.folded)
            read_prose(state, article.cut(number.end()) if number else article, scope)
