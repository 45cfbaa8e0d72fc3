"""Take unknown words for people at work for posts, where the list that they stand in holds posts: videographers."""

from __future__ import annotations

import re
from dataclasses import replace

from orgviz.document.english.phrases import Phrase
from orgviz.document.names.judging import Sort

_AGENT = re.compile(r"[a-z][a-z -]*(?:[^eo]er|[^o]or|ist|ician|rian|gian|ographer|eer|ant|man|woman|ee)(?P<s>s)?")


def _is_agent(item: Phrase) -> bool:
    match = _AGENT.fullmatch(item.name.folded)
    return match is not None and (bool(match["s"]) or item.before in ("a", "an", "one"))


def agents(items: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """Take unknown words such as videographers for posts in a list where some are, and all are written alike."""
    unknown = [item for item in items if item.sort is Sort.FIELD]
    if not unknown or not all(
        item.sort is Sort.POST or (item.sort is Sort.FIELD and _is_agent(item)) for item in items
    ):
        return items
    if len(unknown) == len(items) or any(item.is_proper for item in unknown[1:]):
        return items
    return tuple(replace(item, sort=Sort.POST) if item in unknown else item for item in items)
