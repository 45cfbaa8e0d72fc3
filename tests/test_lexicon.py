"""The lists of words are in order: nobody who changes one has to look for a second place."""

from collections import Counter
from pathlib import Path

import pytest

from orgviz.diagnostics import Findings
from orgviz.source.entries import Mapping, Scalar, Sequence
from orgviz.source.yaml_reader import read_yaml
from orgviz.text import SourceText

FILES = sorted((Path(__file__).parents[1] / "orgviz" / "lexicon").glob("*.yaml"))


def lists_of(path):
    """Yield every list of words in a file with its name, such as ``posts.zh``."""
    root = read_yaml(SourceText(path.name, path.read_text(encoding="utf-8")), Findings())
    waiting = [("", root)]
    while waiting:
        name, entry = waiting.pop()
        if isinstance(entry, Mapping):
            waiting += [(f"{name}.{key.text}".lstrip("."), value) for key, value in entry.pairs]
        elif isinstance(entry, Sequence):
            yield name, [item.text for item in entry.items if isinstance(item, Scalar)]
            waiting += [(f"{name}[{number}]", item) for number, item in enumerate(entry.items)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_word_stands_twice_in_a_list(path):
    lists = dict(lists_of(path))
    assert lists
    twice = {name: [word for word, times in Counter(words).items() if times > 1] for name, words in lists.items()}
    assert {name: words for name, words in twice.items() if words} == {}
