"""Take people at work for posts: unknown words in a list that holds posts, and teams of nothing but one post."""

from __future__ import annotations

from dataclasses import replace

from orgviz.document.english.completed import in_singular
from orgviz.document.english.phrases import Phrase
from orgviz.document.names.judging import Sort, judge
from orgviz.patterns import pattern

_AGENT = pattern(r"[a-z][a-z -]*(?:[^eo]er|[^o]or|ist|ician|rian|gian|ographer|eer|ant|man|woman|ee)(?P<s>s)?")


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


_TEAM_OF = pattern(r"(?:[a-z-]+ )?(?:team|group|staff|crew|pool) of ")


def crews(items: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """Take a team that is told only by the post of its people for that post, beside others: a team of developers."""
    if len(items) < 2 or not any(item.sort is Sort.POST for item in items):
        return items
    return tuple(map(_crew, items))


def _crew(item: Phrase) -> Phrase:
    match = _TEAM_OF.match(item.name.folded)
    if match is None or item.is_proper or item.rest.text or not item.name.folded.endswith("s"):
        return item
    post = replace(item, named=replace(item.named, name=item.name.cut(match.end())), sort=Sort.POST)
    single = in_singular(post)
    is_post = judge(single.folded) is Sort.POST or _AGENT.fullmatch(single.folded) is not None
    return replace(post, named=replace(post.named, name=single)) if is_post else item
