"""Close up words that are spaced out to the width of others: 电  话, 院　长, 韩　雪."""

from __future__ import annotations

from orgviz.document.text.passages import Passage
from orgviz.patterns import pattern

_SPACED = pattern(
    # a title of which every character stands apart
    "^[ \u3000]*[\u4e00-\u9fff](?:[ \u3000]{1,6}[\u4e00-\u9fff]){4,40}[ \u3000]*$"
    "|[\u4e00-\u9fff](?<![^\\s:：,，、。；;(（].)(?:[ \u3000]{1,6}[\u4e00-\u9fff]){1,3}(?=$|[\\s:：,，、。；;)）])"
)
_SPACES = pattern("[ \u3000]+")


def close_up(body: Passage) -> Passage:
    """Return a text in which single characters that stand apart are one word.

    >>> from orgviz.document.text.passages import passage
    >>> close_up(passage("副局长：韩　雪　分管办公室", 1, 1)).text
    '副局长：韩雪　分管办公室'
    """
    if " " not in body.folded:
        return body
    spans = [
        space.span()
        for word in _SPACED.finditer(body.text)
        for space in _SPACES.finditer(body.text, word.start(), word.end())
    ]
    return body.without(spans) if spans else body
