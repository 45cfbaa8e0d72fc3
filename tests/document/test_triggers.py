"""Rules are tried only where one of their words stands: none is left out that would have read a sentence."""

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from orgviz.diagnostics import Findings
from orgviz.document.chinese import (
    bodies,
    elections,
    fields_of_units,
    offices,
    overseen,
    placing,
    posts_held,
    reorganised,
    top_posts,
)
from orgviz.document.chinese import sentences as chinese
from orgviz.document.english import bodies as english_bodies
from orgviz.document.english import (
    chief_officer,
    chiefs,
    direct,
    duties,
    each,
    governing,
    in_addition,
    one_for_each,
    order,
    over,
    placed_names,
    plain_units,
    rephrase,
    responsibility,
    staff,
    vested,
)
from orgviz.document.english import sentences as english
from orgviz.document.names.judging import is_wide
from orgviz.document.read import read_document
from orgviz.document.text.hinted import Hinted
from orgviz.document.text.triggers import Triggered
from orgviz.text import SourceText

TESTS = Path(__file__).parents[1]
RULES = [yaml.safe_load(file.read_text(encoding="utf-8")) for file in sorted(TESTS.glob("document/rules/*.yaml"))]
TEXTS = [case["text"] for rule in RULES for case in (*rule["reads"], *rule["leaves"])]
TEXTS += [
    file.read_text(encoding="utf-8")
    for file in sorted((TESTS / "texts" / "corpus").iterdir())
    if file.suffix in (".txt", ".md")
]
SENTENCES = [one.strip() for text in TEXTS for one in re.split(r"(?<=[.。;!?])\s*|\n", text) if 12 < len(one) < 240]
ENGLISH = [one for one in SENTENCES if not is_wide(one) and " " in one]
CHINESE = [one for one in SENTENCES if is_wide(one)]
OFTEN = {"deadline": None, "derandomize": True, "suppress_health_check": list(HealthCheck)}


def reading(text):
    return repr(read_document(SourceText("a.md", text), None, Findings()))


@pytest.fixture
def ungated(monkeypatch):
    """Return what reads a text with every rule tried on every sentence."""

    def read(text):
        with monkeypatch.context() as patch:
            patch.setattr(Triggered, "called", lambda self, _: iter(self.rules))
            return reading(text)

    return read


def test_all_texts_of_the_tests_are_read_the_same_where_every_rule_is_tried(ungated):
    different = [text for text in TEXTS if reading(text) != ungated(text)]
    assert not different


@pytest.mark.parametrize(("sentences", "between"), [(ENGLISH, " "), (CHINESE, "")], ids=["english", "chinese"])
def test_sentences_of_mixed_words_are_read_the_same_where_every_rule_is_tried(sentences, between, ungated):
    @settings(max_examples=100, **OFTEN)
    @given(st.lists(st.sampled_from(sentences), min_size=3, max_size=3), st.integers(1, 9), st.integers(1, 9))
    def check(chosen, first, second):
        words = [one.split() if between else list(one) for one in chosen]
        mixed = between.join([*words[0][:-first], *words[1][second:]])
        text = f"{chosen[2]}\n\n{chosen[1]} {mixed}.\n"
        assert reading(text) == ungated(text)

    check()


PATTERNS = {
    reorganised.read_reorganised: (reorganised._BECOMES,),
    each.read_each_announced: (each._EACH_ONE,),
    each.read_these: (each._THESE,),
    one_for_each.read_one_for_each: (one_for_each._ONE,),
    duties.read_duty_of: (duties._OF,),
    direct.read_direct: (direct._OWN_UNITS, direct._REPORTING, direct._DIRECT),
    staff.read_staff_at_work: (staff._WORK,),
    vested.read_vested: (vested._VESTED, vested._DELEGATES),
    order.read_order: (order._TOP, order._AT_TOP, order._BELOW, order._NEXT, order._MADE_UP, order._ALSO),
    english_bodies.read_body: (
        english_bodies._HIGHEST,
        english_bodies._ELECTED,
        english_bodies._MEMBERS,
        english_bodies._FOLLOWING,
    ),
    over.read_over: (over._OVER,),
    chiefs.read_chiefs: (chiefs._CHIEF,),
    responsibility.read_responsibility: (responsibility._WHOSE,),
    chief_officer.read_chief_officer: (chief_officer._IS_CHIEF,),
    governing.read_governing: (
        governing._SUBJECT_TO,
        governing._BEGINS_WITH,
        governing._HIGHEST_IS,
        governing._IS_GOVERNING,
    ),
    plain_units.read_plain_units: (plain_units._DIVIDED, plain_units._OF_CLASS, plain_units._BELONGS),
    placed_names.read_fields_placed: (placed_names._BELONGS,),
    placed_names.read_people_placed: (placed_names._REPORTS,),
    in_addition.read_in_addition: (in_addition._BESIDES,),
    placing.read_placing: (
        placing._PLACED,
        placing._REPORTS,
        placing._REPORTS_TO,
        placing._LED,
        placing._MANAGES,
        placing._UP,
    ),
    overseen.read_overseen_units: (overseen._OVERSEES,),
    elections.read_elections: (
        elections._BECOMES,
        elections._AMONG_THEM,
        elections._COUNTED,
        elections._ELECTED_TOO,
        elections._CHOOSES,
        elections._ELECTED_BY,
        elections._FORM,
        elections._TOGETHER,
    ),
    bodies.read_bodies: (
        bodies._BODY_CHOSEN,
        bodies._BODY_BY,
        bodies._ASSEMBLY_CHOOSES,
        bodies._POSTS_BY,
        bodies._INVITED,
        bodies._BY_OFFICE,
    ),
    offices.read_organ: (offices._ORGAN,),
    fields_of_units.read_fields_of_units: (fields_of_units._BELONGS,),
    offices.read_in_charge: (offices._BY_POST,),
    posts_held.read_holders: (
        re.compile(posts_held._POST_HOLDER.pattern.pattern.replace("(?=", "(?:")),  # its verb is what stands behind
        posts_held._HELD,
        posts_held._BY_OFFICE,
    ),
    offices.read_centre: (offices._CENTRE,),
    offices.read_ordinal: (offices._ORDINAL,),
    top_posts.read_top_posts: (
        top_posts._ALL_ANSWER,
        top_posts._WHOLE_LED,
        top_posts._HIGHEST,
        top_posts._NAMED_HEAD,
        top_posts._SO_MANY,
    ),
    **{form: (form.pattern,) for form in rephrase._FORMS.rules},
}
TABLES = (english._FORMS, rephrase._FORMS, chinese._PLACES, chinese._CHOICES, chinese._ORGANS, chinese._OFFICES)
CALLED = [(table, rule) for table in TABLES for rule in table.rules]
# What only looks around says nothing of what a text of the form holds.
AROUND = re.compile(r"\(\?<?[=!](?:[^()]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))*\)")


@pytest.mark.parametrize("number", range(len(CALLED)))
def test_a_rule_is_called_by_every_text_of_its_form(number):
    table, rule = CALLED[number]
    patterns = [one.pattern if isinstance(one, Hinted) else one for one in PATTERNS[rule]]
    forms = [AROUND.sub("", one.pattern).lstrip("^") for one in patterns]

    @settings(max_examples=25 * len(forms), **OFTEN)
    @given(st.one_of(*(st.from_regex(re.compile(form), fullmatch=True) for form in forms)))
    def check(text):
        assert rule in list(table.called(text)), text

    check()


def test_a_rule_is_not_called_where_none_of_its_words_stands():
    assert not list(rephrase._FORMS.called("the mill is old"))
    assert order.read_order not in list(english._FORMS.called("the dean leads the school"))
    assert offices.read_centre not in list(chinese._OFFICES.called("市场部有三个人"))
