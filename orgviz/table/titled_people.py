"""Find the people whom a data file lists with their titles: in a team, or beside the list of teams."""

from __future__ import annotations

from orgviz.source import entries
from orgviz.source.entries import Entry, Scalar, Sequence
from orgviz.table.words import fold_word, words

_NAMES = frozenset(
    map(fold_word, ("name", "full name", "person", "holder", "姓名", "人员", "担任者", "氏名", "이름", "성명"))
)
_POSTS = frozenset(map(fold_word, ("positions", "posts", "jobs", "岗位", "职位", "役職", "직책", "stellen")))


def is_titled(entry: Entry) -> bool:
    """Tell whether a mapping is a person with a title and says no more than texts of them."""
    if not isinstance(entry, entries.Mapping):
        return False
    texts = {fold_word(key.text) for key, value in entry.pairs if isinstance(value, Scalar) and value.text.strip()}
    is_flat = all(isinstance(value, Scalar) for _, value in entry.pairs)
    return is_flat and bool(texts & _NAMES) and bool(texts & words().keys["title"])


def are_titled(entry: Entry) -> bool:
    """Tell whether a list holds nothing but people with titles."""
    return isinstance(entry, Sequence) and bool(entry.items) and all(map(is_titled, entry.items))


def posts_of(team: entries.Mapping) -> Sequence | None:
    """Return the posts that a team lists, with people or counted: positions: [{title: Clerk, name: Ann}]."""
    for key, value in team.pairs:
        if isinstance(value, Sequence) and fold_word(key.text) in _POSTS and (are_titled(value) or _are_counted(value)):
            return value
    return None


def _are_counted(posts: Sequence) -> bool:
    """Whether a list holds nothing but titles with how many there are of each: [{jobName: Clerk, num: 2}]."""
    keys = words().keys
    wanted = (keys["title"], keys["seats"])
    told = [
        {fold_word(key.text) for key, value in post.pairs if isinstance(value, Scalar)}
        for post in posts.items
        if isinstance(post, entries.Mapping)
    ]
    return bool(told) and len(told) == len(posts.items) and all(names & one for one in told for names in wanted)


def without_titled(root: entries.Mapping) -> entries.Mapping:
    """Return what holds a list of teams without the people beside it; anything else as it is."""
    kept = tuple(pair for pair in root.pairs if not (is_titled(pair[1]) or are_titled(pair[1])))
    lists = [value for _, value in kept if isinstance(value, Sequence)]
    return entries.Mapping(kept, root.span) if len(lists) == 1 and len(kept) < len(root.pairs) else root


def titled_beside(root: Entry) -> tuple[entries.Mapping, ...]:
    """Return the people with titles who stand beside the list of teams."""
    if not isinstance(root, entries.Mapping) or without_titled(root) is root:
        return ()
    told = [value for _, value in root.pairs if is_titled(value) or are_titled(value)]
    listed = (one for value in told for one in (value.items if isinstance(value, Sequence) else (value,)))
    return tuple(one for one in listed if isinstance(one, entries.Mapping))
