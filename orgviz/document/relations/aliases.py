"""Read the short names that a document gives to what it names: 以下简称客服部, hereinafter "the Board", (SSC)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from orgviz.document.known.register import ROOT
from orgviz.document.known.state import State
from orgviz.document.names.judging import Sort, is_wide, judge
from orgviz.document.names.name_keys import key_of, keys
from orgviz.document.outline.nesting import Item
from orgviz.document.text.passages import Passage
from orgviz.patterns import pattern

_QUOTES = "\"'“”‘’「」『』《》"
_WIDE = pattern(
    rf"(?P<open>\()?[,:]?\s*(?:以下|下文|下面|后文|对外|对内|内部|英文|中文)*(?:均|统|都)*(?:简称|下称|"
    rf"合称|又称|又名|亦称|也称|称)(?:为|作|"
    rf"之为)?\s*:?\s*[{_QUOTES}]?(?P<alias>[\u4e00-\u9fffA-Za-z0-9]{{2,12}}?)[{_QUOTES}]?(?(open)\s*\)|"
    rf"(?=[,。;、)]|$|是|由|设|为|负责|下设|主要))"
)
_LATIN = pattern(
    r"\(\s*(?:(?:hereinafter|hereafter|henceforth|below|herein|also)?,?\s*(?:referred\s+to\s+as|called|"
    r"known\s+as|"
    r"collectively)?,?\s*[:,]?\s*)?(?:the\s+)?[\"'“‘](?:the\s+)?(?P<quoted>[^\"'“”‘’()]{2,40})[\"'”’]\s*\)"
    r"|(?:\(|,)\s*(?:hereinafter|hereafter|henceforth|also)\s*,?\s*(?:referred\s+to\s+as|called|"
    r"known\s+as)?\s*(?:the\s+)?[\"'“‘]?(?:the\s+)?(?P<after>[A-Za-z][\w &'-]{1,38}?)[\"'”’]?(?:\)|,|"
    r"(?=\.))"
    r"|(?P<acronym>(?<=\w)\s\((?:the\s+)?(?P<letters>[A-Z][A-Za-z&]*[A-Z])s?\))"
)
_HINT = pattern(r"称|名|\(")
_OWN_WORDS = pattern(
    r"(?:本|该|我)?(?:公司|企业|集团|学校|医院|学院|协会|学会|商会|联合会|基金会|研究所|研究院|图书馆|馆|"
    r"院|校|会|局|厅|署|所|处|中心|部|店|厂|社|园|司|机构|组织|单位|分院|法人|团体)"
    r"|(?:the )?(?:company|association|society|foundation|university|club|trust|organi[sz]ation|institute|"
    r"school|corporation|charity|union|college|authority|agency|firm|group|federation|network|hospital|"
    r"verein|gesellschaft)"
)
_SMALL = ("of", "for", "and", "the", "on", "in", "to", "&")
_VERB = pattern(r"[,。;:、(\s]|下设|内设|设立|设置|设有|设(?![计备])|包括|成立|组建|根据|为了|关于|由|是|把|为|若干个?")
_BEFORE = pattern(r"和|与|及|以及")


def read_aliases(state: State, items: Sequence[Item]) -> None:
    """Note all short names, before what they stand for is read."""
    for item in items:
        for body in item.line.cells or (item.body,):
            if _HINT.search(body.folded):
                _read(state, body)


def _read(state: State, body: Passage) -> None:
    if is_wide(body.folded):
        for match in _WIDE.finditer(body.folded):
            name = _name_before(body, match.start())
            if name is not None:
                _note(state, name, body.cut(*match.span("alias")))
    for match in _LATIN.finditer(body.text):
        group = next(group for group in ("quoted", "after", "letters") if match[group])
        alias = body.cut(*match.span(group))
        name = _spelled(body, match.start(), alias.text) if group == "letters" else _phrase_before(body, match.start())
        if name is not None:
            _note(state, name, alias)


def _name_before(body: Passage, end: int) -> Passage | None:
    """Return the unit's name that ends at a place: the longest that stands behind a sign or a small word."""
    folded = body.folded[:end].rstrip(" ,:")
    folded = folded.rstrip(_QUOTES)
    begin = max(0, len(folded) - 30)
    for verb in _VERB.finditer(folded, begin):
        begin = verb.end()
    starts = [begin]
    starts += [begin + match.end() for match in _BEFORE.finditer(folded[begin:])]
    for start in sorted(dict.fromkeys(starts)):
        text = folded[start:].lstrip(_QUOTES)
        if judge(text) is Sort.UNIT and len(text) >= 3:
            return body.cut(len(folded) - len(text), len(folded))
    return None


def _phrase_before(body: Passage, end: int) -> Passage | None:
    """Return the capitalised name that ends at a place: by the Lowfield Model Railway Society."""
    text = body.text[:end].rstrip(" ,")
    match = re.search(r"(?:\b[A-ZÀ-Þ][\w'’&.-]*(?:\s+(?:of|for|and|the|on|in|&))*\s+){0,7}[A-ZÀ-Þ][\w'’&.-]*$", text)
    if match is None:
        return None
    start = match.start() + (4 if match[0].startswith("The ") else 0)
    return body.cut(start, len(text)) if len(text) - start > 2 else None


def _spelled(body: Passage, end: int, letters: str) -> Passage | None:
    """Return the words before a place whose initials are given letters: Shared Service Centre (SSC)."""
    wanted = [letter.lower() for letter in letters if letter.isupper()]
    words = list(re.finditer(r"[\w'’-]+|&", body.text[:end]))
    place = len(words)
    start = None
    while wanted and place:
        place -= 1
        word = words[place][0].lower()
        if word[0] == wanted[-1]:
            wanted.pop()
            start = words[place].start()
        elif word not in _SMALL:
            return None
    return None if wanted or start is None or len(letters) < 2 else body.cut(start, end)


def _note(state: State, name: Passage, alias: Passage) -> None:
    """Let a unit, or the organisation, be found by its short name."""
    register = state.register
    root = register.entities[ROOT]
    if _OWN_WORDS.fullmatch(alias.folded):
        if not root.name.text and judge(name.folded) is Sort.UNIT:
            register.name_root(name, alias.folded)
            state.tell(name, f"the organisation '{name.text}'", "given a short name")
        elif register.is_root(name.folded) or key_of(root.name.folded) in key_of(name.folded):
            register.name_root(name, alias.folded)
        return
    if register.is_root(name.folded):
        register.name_root(name, alias.folded)
        return
    for one, other in ((name, alias), (alias, name)):
        for key in keys(one.folded):
            known = register.aliases.setdefault(key, [])
            if other.folded not in known:
                known.append(other.folded)
    state.tell(alias, f"short for '{name.text}'", "given a short name")
