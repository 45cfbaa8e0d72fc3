"""Tell the type of a department from its name, by words that are data in ``orgviz/lexicon``."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from orgviz.diagnostics import Findings
from orgviz.lean import dataclass
from orgviz.source import entries
from orgviz.source.yaml_reader import read_yaml
from orgviz.text import SourceText

LEXICONS = ("zh.yaml", "en.yaml")
_FOLDER = Path(__file__).parent / "lexicon"


# What a word begins with: a whole run of Latin letters and digits, for no word begins or ends within one
# (IT is not in Recruiting), or any other character.
_HEAD = re.compile(r"[a-z0-9]+|[^a-z0-9]")


@dataclass(frozen=True, slots=True)
class WordIndex:
    """Words and the type that each stands for, by their heads, the longest first."""

    by_head: Mapping[str, tuple[tuple[str, str], ...]]

    def __contains__(self, text: str) -> bool:
        """Whether a folded text is one of the words."""
        head = _HEAD.match(text)
        return head is not None and any(word == text for word, _ in self.by_head.get(head[0], ()))

    def find(self, text: str) -> str | None:
        """Return the type of the longest word in a folded text, the last of equals."""
        if not self.by_head or self.by_head.keys().isdisjoint(_HEAD.findall(text)):
            return None
        best_length, best_type = 0, None
        for head in _HEAD.finditer(text):
            for word, type_name in self.by_head.get(head[0], ()):
                if text.startswith(word, head.start()) and _stands_alone(text, head.start(), word):
                    if len(word) >= best_length:
                        best_length, best_type = len(word), type_name
                    break
        return best_type


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What words in names, in names of whole groups of departments, and in titles of posts stand for.

    `own` are the words of the file's own types; they go before all others.
    """

    words: WordIndex
    titles: WordIndex
    groups: Mapping[str, str]
    own: WordIndex

    def with_words(self, words: Iterable[tuple[str, str]]) -> Lexicon:
        """Return the lexicon with a file's own (word, type) pairs put first."""
        return Lexicon(self.words, self.titles, self.groups, _index((fold_name(word), name) for word, name in words))

    def unit_type(self, name: str, heading: str | None = None) -> str | None:
        """Return the type that a department's name tells, or nothing.

        A `heading` right above it, such as 职能部门, tells it before the built-in words do.

        >>> built_in_lexicon().unit_type("市场运营部")
        'operations'
        """
        text = fold_name(name)
        return self.own.find(text) or (heading and self.group_type(heading)) or self.words.find(text)

    def title_type(self, title: str) -> str | None:
        """Return the type that a post's title tells where no department does: by rank, then by field."""
        text = fold_name(title)
        return self.own.find(text) or self.titles.find(text) or self.words.find(text)

    def group_type(self, name: str) -> str | None:
        """Return the type of the departments below a heading such as 职能部门 or Support functions."""
        return self.groups.get(fold_name(name))


def fold_name(name: str) -> str:
    """Return a name as it is compared: compatibility forms, without case."""
    return name.lower() if name.isascii() else unicodedata.normalize("NFKC", name).casefold()


@cache
def built_in_lexicon() -> Lexicon:
    """Read the words that come with orgviz; read once, never changed."""
    trees = [_read(name) for name in LEXICONS]
    return Lexicon(
        words=_index(_pairs(trees, "words")),
        titles=_index(_pairs(trees, "titles")),
        groups=dict(_pairs(trees, "groups")),
        own=_index(()),
    )


_ASCII_WORD = re.compile(r"[a-z0-9]")


def _stands_alone(text: str, place: int, word: str) -> bool:
    """A Latin word must not be part of a longer one (IT is not in Recruiting); Chinese words may be."""
    if not word[0].isascii():
        return True
    before, after = text[place - 1 : place], text[place + len(word) : place + len(word) + 1]
    return not (_ASCII_WORD.match(before) or (_ASCII_WORD.match(after) and word[-1].isascii()))


def _index(pairs: Iterable[tuple[str, str]]) -> WordIndex:
    by_head: dict[str, dict[str, str]] = {}
    for word, type_name in pairs:
        head = _HEAD.match(word)
        if head is not None:
            by_head.setdefault(head[0], {}).setdefault(word, type_name)
    return WordIndex(
        {head: tuple(sorted(words.items(), key=lambda item: -len(item[0]))) for head, words in by_head.items()}
    )


def _pairs(trees: Iterable[entries.Mapping], section: str) -> Iterator[tuple[str, str]]:
    for tree in trees:
        for key, types in tree.pairs:
            if key.text == section and isinstance(types, entries.Mapping):
                for type_key, words in types.pairs:
                    yield from ((fold_name(word), type_key.text) for word in _texts(words))


def _texts(entry: entries.Entry) -> Iterator[str]:
    if isinstance(entry, entries.Sequence):
        yield from (item.text for item in entry.items if isinstance(item, entries.Scalar))


def _read(name: str) -> entries.Mapping:
    findings = Findings()
    text = (_FOLDER / name).read_text(encoding="utf-8")
    tree = read_yaml(SourceText(name, text), findings)
    if tree is None or findings.failed:
        raise ValueError(f"the lexicon {name} is broken: {findings.sorted()}")
    return tree
