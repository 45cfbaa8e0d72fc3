"""Give the people of an English list to the post that it counts: two account managers: Tom Hill and Jane Fox."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from orgviz.document.english.completed import renamed
from orgviz.document.english.phrases import Phrase
from orgviz.document.english.titled_names import is_name_of_person
from orgviz.document.names.judging import Sort, judge
from orgviz.document.names.notes import Named
from orgviz.document.names.people import is_first_name
from orgviz.patterns import pattern

# Who is called no more than that holds no post by it.
_ANYBODY = pattern(
    r"officer|post|position|role|job|employee|people|person|member|staff|individual|figure|expert|professional|official|"
    r"personnel|worker|leader|lead|executive|creative|head|partner|founder|principal"
)


def held_by_listed(items: tuple[Phrase, ...], title: str, count: int | None) -> tuple[Phrase, ...] | None:
    """Return the one post whose holders a list names that is called after it; nothing where it lists anything else."""
    word = title.rsplit(" ", maxsplit=1)[-1]
    if len(items) < 2 or count != len(items) or not _are_people(items):
        return None
    if (_ANYBODY.fullmatch(word) and " " not in title) or judge(title) is not Sort.POST:
        return None
    named = Named(name=renamed(items[0].name, title), holders=tuple(item.name.text for item in items))
    return (Phrase(before=str(count), count=count, named=named, sort=Sort.POST, rest=items[-1].rest),)


def held_behind(items: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """Return items with the people behind a counted post as its holders: two sous chefs, Anna and Ravi."""
    first = items[0] if items else None
    count = first.count or 0 if first is not None and first.sort is Sort.POST and not first.named.holders else 0
    people = items[1 : 1 + count]
    if first is None or count < 2 or len(people) < count or not _are_people(people):
        return items
    held = replace(first, named=replace(first.named, holders=tuple(one.name.text for one in people)))
    return (held, *items[1 + count :])


def _are_people(items: Sequence[Phrase]) -> bool:
    """Whether all items are names of people, at least one of them surely so."""
    names = [item.name for item in items if not item.before and not item.rest.text and not item.named.holders]
    are_names = len(names) == len(items) and all(
        is_name_of_person(name) or is_first_name(name.folded) or _is_one_word(name.text) for name in names
    )
    return are_names and any(is_first_name(name.folded.split(" ")[0]) for name in names)


def _is_one_word(text: str) -> bool:
    """Whether a name may be a first name that few people have, beside others: Anna and Ravi."""
    return text.isalpha() and text.istitle() and judge(text.lower()) is Sort.FIELD
