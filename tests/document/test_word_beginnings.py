"""What is put before the forms of verbs lets through every word that one of the forms begins with."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from orgviz.document.english import plain_words
from orgviz.document.english import verbs as english
from orgviz.document.relations import verbs as relations
from orgviz.document.text.word_beginnings import at_words, grouped

FORMS = {
    **{f"claim {number}": (english._STEMS, form) for number, (_, form) in enumerate(english._VERBS)},
    **{f"relation {number}": (relations._STEMS, form) for number, (_, form) in enumerate(relations.FORMS)},
    **{f"passive {number}": (relations._STEMS, form) for number, (_, form) in enumerate(relations.PASSIVE)},
    "guided": (relations._STEMS, relations._GUIDED),
    "said to lead": (plain_words.LED_STEMS, plain_words.LED),
    "said to have parts": (plain_words.PARTS_STEMS, plain_words.PARTS),
}
# What only looks at the words around says nothing of the word with which a form begins.
AROUND = re.compile(r"\(\?<?[=!](?:[^()]|\([^()]*\))*\)")


@pytest.mark.parametrize("name", FORMS)
def test_every_form_begins_with_one_of_the_words(name):
    stems, form = FORMS[name]
    begins = re.compile(at_words(stems))

    @settings(max_examples=50, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(st.from_regex(f"(?:{AROUND.sub('', form)})", fullmatch=True))
    def check(text):
        assert begins.match(text), text

    check()


def test_a_word_that_only_contains_a_stem_is_no_beginning():
    assert not re.search(at_words("led is"), "bundled thistles")


def test_grouped_alternatives_match_what_they_matched_apart():
    alternatives = "teams?|reports to|repositor(?:y|ies)|team leads?|crew"
    for text in ("team", "teams", "reports to", "repositories", "team lead", "crew", "reports", "repository of"):
        assert bool(re.fullmatch(grouped(alternatives), text)) == bool(re.fullmatch(alternatives, text))
