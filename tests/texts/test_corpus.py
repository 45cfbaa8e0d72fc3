"""Every document of the corpus is read at least as well as it was once, and all together well enough."""

from functools import cache

import pytest
import yaml

from orgviz.diagnostics import InputError
from orgviz.reading import read_org
from tests.texts.documents import CORPUS, LABEL_ENDING, documents
from tests.texts.label import mistakes_of
from tests.texts.score import NO_STRUCTURE, mean, read_floor

# Means over all documents that have structure.
LEAST_NODE_F1 = 0.90
LEAST_EDGE_F1 = 0.85
MOST_TRAPS = 4

ALL = tuple(documents())
WITH_STRUCTURE = tuple(one for one in ALL if one.label.drawing is not None)
WITHOUT_STRUCTURE = tuple(one for one in ALL if one.label.drawing is None)


@cache
def score_of(document):
    return document.read()[0]


def name_of(document):
    return document.name


def test_there_is_a_corpus_of_both_sorts():
    assert len(WITH_STRUCTURE) >= 30
    assert len(WITHOUT_STRUCTURE) >= 5


def test_every_label_has_one_document_and_every_document_a_label():
    labels = sorted(path.name.removesuffix(LABEL_ENDING) for path in CORPUS.glob(f"*{LABEL_ENDING}"))
    assert labels == [one.name for one in ALL]


@pytest.mark.parametrize("document", ALL, ids=name_of)
def test_a_label_keeps_to_its_schema(document):
    assert list(mistakes_of(yaml.safe_load(document.label_path.read_text(encoding="utf-8")))) == []


@pytest.mark.parametrize("document", WITH_STRUCTURE, ids=name_of)
def test_a_document_is_read_as_well_as_before(document):
    floor = read_floor().get(document.name)
    assert floor is not None, "run `python -m tests.texts.score --accept`"
    score = score_of(document)
    assert score.nodes.f1 >= floor["nodes"], score.notes
    assert score.edges.f1 >= floor["edges"], score.notes


@pytest.mark.parametrize("document", WITHOUT_STRUCTURE, ids=name_of)
def test_a_text_about_something_else_is_refused(document):
    with pytest.raises(InputError) as caught:
        read_org(document.path.read_bytes(), document.path.name)
    assert {finding.code for finding in caught.value.diagnostics} == {NO_STRUCTURE}


def test_floors_are_of_documents_that_there_are():
    assert set(read_floor()) == {one.name for one in WITH_STRUCTURE}


def test_all_documents_together_are_read_well():
    assert mean(score_of(one).nodes.f1 for one in WITH_STRUCTURE) >= LEAST_NODE_F1
    assert mean(score_of(one).edges.f1 for one in WITH_STRUCTURE) >= LEAST_EDGE_F1
    assert sum(score_of(one).traps for one in WITH_STRUCTURE) <= MOST_TRAPS
