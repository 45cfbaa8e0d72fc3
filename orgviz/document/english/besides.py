"""Take a sentence apart that names some units beside others: besides the Archive, the House has two offices."""

from __future__ import annotations

from orgviz.document.english.lists import read_enumeration
from orgviz.document.english.plain_words import CLASS
from orgviz.document.english.reworded import together, word
from orgviz.document.names.judging import Sort
from orgviz.document.text.passages import Passage
from orgviz.patterns import pattern

_BESIDES = r"(?:in addition to|besides|apart from|aside from|alongside|as well as|on top of)"
_SAYS = (
    r"(?:(?:currently |also |further )?(?:has|have|comprises?|includes?|consists? of|contains?|runs|operates)"
    rf"|is (?:divided|organi[sz]ed|split) into)\s(?:[\w-]+\s){{0,4}}?(?:{CLASS})s?"
)
_WHO = r"(?P<who>(?:the|our|this)\s[^,:;]{2,60}?)"
_FIRST = pattern(rf"{_BESIDES}\s(?P<more>[^:;]{{3,120}}?),\s(?P<main>{_WHO}\s{_SAYS}\b.*)")
_MAY_BE = pattern(r"addition|besides|apart|aside|alongside|as well|top of")
_CLASS = pattern(rf"\b(?:{CLASS})s?\b")


def besides(text: Passage) -> tuple[Passage, ...]:
    """Return the sentences that a sentence with more units beside its own holds; only itself where it has none.

    >>> from orgviz.document.text.passages import passage
    >>> [one.text for one in besides(passage("Besides the Map Office, the House has two units", 1, 1))]
    ['the House has two units', 'the House has the Map Office']
    """
    if _MAY_BE.search(text.folded) is None:
        return (text,)
    match = _FIRST.fullmatch(text.folded)
    if match is None:
        return (text,)
    more = text.cut(*match.span("more"))
    items = read_enumeration(more).items
    if not items or any(item.rest.text or not (item.is_proper or item.sort is Sort.UNIT) for item in items):
        return (text,)
    main, who = text.cut(*match.span("main")), text.cut(*match.span("who"))
    if all(item.sort in (Sort.UNIT, Sort.POST) for item in items):
        return main, together(who, word(text, "has"), more)
    if any(item.sort not in (Sort.UNIT, Sort.FIELD, Sort.GENERIC) for item in items):
        return (text,)
    called = _CLASS.search(main.folded, len(who))
    return main, together(who, word(text, f"has {len(items)} {called[0] if called else 'units'}:"), more)
