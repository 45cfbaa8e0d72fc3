"""The words of the grammar, read once from ``orgviz/lexicon/names.yaml``, in the shapes that matching needs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from orgviz.diagnostics import Findings
from orgviz.folding import fold
from orgviz.patterns import pattern
from orgviz.source import entries
from orgviz.source.yaml_reader import read_yaml
from orgviz.text import SourceText

_FILE = Path(__file__).parents[2] / "lexicon" / "names.yaml"


@dataclass(frozen=True, slots=True)
class Endings:
    """Words that may end a text in a script without spaces, found by their length."""

    words: frozenset[str]
    longest: int
    last: frozenset[str]  # the last two signs of each, or the only one: few texts end so

    def match(self, text: str) -> str:
        """Return the longest word that ends a text, or nothing."""
        if text[-2:] not in self.last and text[-1:] not in self.last:
            return ""
        for length in range(min(self.longest, len(text)), 0, -1):
            if text[-length:] in self.words:
                return text[-length:]
        return ""


@dataclass(frozen=True, slots=True)
class Words:
    """All lists, by what they tell; `latin` ones are compared word by word, the others as endings."""

    units: Endings
    posts: Endings
    not_names: Endings
    abstract: Endings
    generic: re.Pattern[str]
    verbs: re.Pattern[str]
    hard_verbs: re.Pattern[str]
    latin_units: frozenset[str]
    latin_posts: frozenset[str]
    latin_not: frozenset[str]
    latin_abstract: frozenset[str]
    latin_generic: frozenset[str]
    latin_verbs: frozenset[str]
    german_units: Endings
    german_posts: Endings
    duty_verbs: re.Pattern[str]


@cache
def words() -> Words:
    """Return the words; read once, never changed."""
    lists = _lists()
    wide = {section: [*_get(lists, section, "zh", "ja", "ko")] for section in lists}
    return Words(
        units=_endings(wide["units"]),
        posts=_endings(wide["posts"]),
        not_names=_endings(wide["not_names"]),
        abstract=_endings(wide["abstract"]),
        generic=pattern(f"(?:{_either(wide['generic'])}|[\\d ·&/()、]|第.)+"),
        verbs=pattern(_either([*wide["verbs"], *wide["hard_verbs"]])),
        hard_verbs=pattern(_either(wide["hard_verbs"])),
        latin_units=frozenset(_get(lists, "units", "en")),
        latin_posts=frozenset(_get(lists, "posts", "en")),
        latin_not=frozenset(_get(lists, "not_names", "en")),
        latin_abstract=frozenset(_get(lists, "abstract", "en")),
        latin_generic=frozenset(_get(lists, "generic", "en", "de")),
        latin_verbs=frozenset(_get(lists, "verbs", "en")),
        german_units=_endings(_get(lists, "units", "de")),
        german_posts=_endings(_get(lists, "posts", "de")),
        duty_verbs=pattern(_either(wide["duty_verbs"])),
    )


def _get(lists: Mapping[str, Mapping[str, tuple[str, ...]]], section: str, *languages: str) -> Iterable[str]:
    for language in languages:
        yield from lists[section].get(language, ())


def _endings(found: Iterable[str]) -> Endings:
    kept = frozenset(found)
    return Endings(kept, max(map(len, kept), default=0), frozenset(word[-2:] for word in kept))


def _either(found: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(dict.fromkeys(found), key=lambda word: (-len(word), word)))


def _lists() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    findings = Findings()
    text = _FILE.read_text(encoding="utf-8")
    tree = read_yaml(SourceText("names.yaml", text), findings)
    if tree is None or findings.failed:
        raise ValueError(f"the lexicon names.yaml is broken: {findings.sorted()}")
    return {
        section.text: {language.text: _folded(found) for language, found in languages.pairs}
        for section, languages in tree.pairs
        if isinstance(languages, entries.Mapping)
    }


def _folded(entry: entries.Entry) -> tuple[str, ...]:
    items = entry.items if isinstance(entry, entries.Sequence) else ()
    return tuple(fold(item.text) for item in items if isinstance(item, entries.Scalar))
