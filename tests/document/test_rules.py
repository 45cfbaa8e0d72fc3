"""Every rule by which a document is read has sentences of its own that it reads, and look-alikes that it leaves.

A file in ``rules/`` holds one rule; how its trees are written is said in ``trees.py``. A text is compared without asking
whether it is enough to be an organisation, so that a look-alike must give nothing at all, unless the file says
``whole: true``.
"""

from functools import cache
from pathlib import Path

import pytest
import yaml

from orgviz.diagnostics import Findings
from orgviz.document.known import result
from orgviz.document.read import read_document
from orgviz.text import SourceText
from tests.document.trees import compared

FILES = sorted((Path(__file__).parent / "rules").glob("*.yaml"))


@cache
def load(file):
    rule = yaml.safe_load(file.read_text(encoding="utf-8"))
    assert set(rule) - {"whole"} == {"rule", "reads", "leaves"}, file.name
    assert all(set(case) == {"text", "tree"} for case in (*rule["reads"], *rule["leaves"])), file.name
    return rule


def cases(part):
    return [
        pytest.param(
            case["text"], case["tree"].rstrip("\n"), load(file).get("whole", False), id=f"{file.stem}-{number}"
        )
        for file in FILES
        for number, case in enumerate(load(file)[part], 1)
    ]


def check(text, tree, whole, monkeypatch):
    if not whole:
        monkeypatch.setattr(result, "_is_enough", lambda _state, kept: bool(kept))
    assert compared(read_document(SourceText("a.md", text), None, Findings()).found, tree) == tree


@pytest.mark.parametrize(("text", "tree", "whole"), cases("reads"))
def test_a_rule_reads_its_sentences(text, tree, whole, monkeypatch):
    check(text, tree, whole, monkeypatch)


@pytest.mark.parametrize(("text", "tree", "whole"), cases("leaves"))
def test_a_rule_leaves_what_only_looks_like_it(text, tree, whole, monkeypatch):
    check(text, tree, whole, monkeypatch)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_rule_is_shown_by_three_texts_and_a_look_alike(file):
    rule = load(file)
    assert isinstance(rule["rule"], str)
    assert len({case["text"] for case in rule["reads"]}) >= 3
    assert all(case["tree"] for case in rule["reads"])
    assert rule["leaves"]
