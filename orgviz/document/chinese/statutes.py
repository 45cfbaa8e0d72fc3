"""Tell what stands before the first article of a statute: its title, and the signatures of those who give it out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from orgviz.document.names.entry import Entry
from orgviz.document.names.judging import Sort, judge
from orgviz.document.names.notes import people_in
from orgviz.document.outline.nesting import Item
from orgviz.document.text.passages import Passage
from orgviz.patterns import pattern

_LEGAL = ("part", "chapter", "article")
_TITLE = pattern(
    r"^(?:(?:法规|规章|制度|文件|章程)?(?:名称|标题|题目) ?: ?)?(?:兹?制定|兹?修正|修订|公布|关于|《)*"
    r"(?P<who>.{3,30}?)(?: +(?:社团|学会|协会|组织))?(?:暂行|试行|内部|自治|工作)*(?:组织|办事|会务"
    r"|管理|(?:村民|居民)自治|自治|捐助|工作)*(?:章程|规程|条例|细则|简则|通则|准则|会章"
    r"|组织法|组织规则|(?<=工作)规则|(?<=管理|工作)(?:办法|制度))+(?:\(.*\))?(?:草案|全文|修正案|条文"
    r"|模版|模板|范本|范文|样本|示范文本|修订版|\d{4}年?(?:版|修订)?|》)*$"
)
_KEYED = pattern(r"(?:法规|规章|制度|章程)(?:名称|标题) ?:")
_LOOKED_AT = 40


def front_length(items: Sequence[Item]) -> int:
    """Return how many items stand before the first article of a statute; 0 in any other document."""
    legal = [place for place, item in enumerate(items) if item.mark is not None and item.mark.form in _LEGAL]
    articles = sum(1 for place in legal if _is_article(items[place]))
    return legal[0] if articles > 1 else 0


def _is_article(item: Item) -> bool:
    return item.mark is not None and item.mark.form == "article"


def is_signature(entry: Entry) -> bool:
    """Whether an item names an office and at most the person in it, as what signs a statute does."""
    if entry.sort is not Sort.POST:
        return False
    return entry.rest is None or bool(people_in(entry.rest))


def statute_name(items: Sequence[Item]) -> Passage | None:
    """Return the organisation that the title right before the articles names; nothing where it names none."""
    front = items[: min(front_length(items), _LOOKED_AT)]
    keyed = [item for item in items[:_LOOKED_AT] if _KEYED.match(item.body.folded)]
    for item in (*reversed(front), *keyed):
        match = None if item.line.cells else _TITLE.match(item.body.folded)
        if match is not None and judge(re.sub("所属各?|各", "", match["who"])) is Sort.UNIT:
            return item.body.cut(*match.span("who"))
    return _of_whom_articles_speak([item.body for item in items if _is_article(item)])


_SUBJECT = pattern(
    r"(?P<who>[^,、。;:的本]{3,16}?)(?:\([^()]*\))?(?:直?隶属?于?|直属于?|掌理|掌管|受|依|为|是|设|置|分)"
)
_FEWEST_ABOUT = 3


def _of_whom_articles_speak(articles: Sequence[Passage]) -> Passage | None:
    """Return the organisation with whose name the first article of a statute without a title begins, as others do."""
    match = _SUBJECT.match(articles[0].folded) if len(articles) >= _FEWEST_ABOUT else None
    if match is None or judge(match["who"]) is not Sort.UNIT:
        return None
    about = sum(article.folded.startswith(match["who"]) for article in articles)
    return articles[0].cut(*match.span("who")) if about >= _FEWEST_ABOUT and 3 * about >= len(articles) else None
