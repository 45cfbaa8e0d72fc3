"""What stands on a chart of several pages, in its language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from orgviz.vocabulary import language_key

# On a chart of several pages: a page's number, and that page as a place to look at; what the list of pages, and the
# first page, are called.
_PAGES = ("page", "see", "contents", "overview")
_PAGE_WORDS: Final[Mapping[str, str]] = {
    "en": "p. {n}|p. {n}|Contents|Overview",
    "zh-hans": "第 {n} 页|见第 {n} 页|目录|总览",
    "zh-hant": "第 {n} 頁|見第 {n} 頁|目錄|總覽",
    "ja": "{n} ページ|{n} ページへ|目次|全体図",
    "ko": "{n}쪽|{n}쪽 참조|차례|전체 보기",
    "de": "S. {n}|S. {n}|Inhalt|Übersicht",
}


def page_words(lang: str) -> Mapping[str, str]:
    """Return the words of a chart of several pages in a BCP 47 language; English where there are none.

    >>> page_words("zh-CN")["see"].format(n=3)
    '见第 3 页'
    """
    text = _PAGE_WORDS.get(language_key(lang), _PAGE_WORDS["en"])
    return dict(zip(_PAGES, text.split("|"), strict=True))
