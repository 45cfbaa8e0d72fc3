"""Tell the titles of a page that have a colon and their text on the next line from those that sort them."""

from __future__ import annotations

from collections.abc import Sequence

from orgviz.document.names.judging import Sort, judge
from orgviz.document.text.marks import Mark
from orgviz.patterns import pattern

_OF_POSTS = pattern(r"(?:人员|岗位|岗|类|层|队伍)$")


def is_explained_post(folded: str) -> bool:
    """Whether a title with a colon is a post whose duty follows on a line of its own: 收银员:."""
    return folded.endswith(":") and judge(folded.rstrip(":").split("/")[0]) is Sort.POST


def is_sorted_by(title: str, folded: str) -> bool:
    """Whether a title without a colon stands over those with a colon that are posts: 厨房部门 over 面点师:."""
    if not folded.endswith(":") or title.endswith(":") or not is_explained_post(folded):
        return False
    return judge(title) is not Sort.POST or bool(_OF_POSTS.search(title))


def told_apart_by_colons(above: tuple[str, str], title: str, folded: str) -> bool:
    """Whether a title and one before it do not stand beside each other: one has a colon, and the other sorts such.

    Args:
        above: the form and the text of what the one before it stands below.
    """
    leaves = above[0] == "bare" and not folded.endswith(":") and is_sorted_by(above[1], title)
    return leaves or is_sorted_by(title, folded)


def is_told_of(title: str, below: Sequence[Mark | None]) -> bool:
    """Whether a post's title with a colon has its text, and nothing else, below it."""
    return bool(below) and all(mark is None for mark in below) and is_explained_post(title)
