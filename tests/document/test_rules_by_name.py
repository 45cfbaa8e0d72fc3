"""Each rule that has a name in the code is shown: three texts need it, and one that looks like these does not.

A rule without such texts fits one document only, or none: it is to be shown here or to be removed.
"""

from contextlib import contextmanager
from dataclasses import replace

import pytest

from orgviz.diagnostics import Findings
from orgviz.document.chinese import sentences as chinese
from orgviz.document.english import people, rephrase
from orgviz.document.english import sentences as english
from orgviz.document.known import result
from orgviz.document.read import read_document
from orgviz.text import SourceText
from tests.document.test_rules import FILES, load

# The files of `rules/` whose texts need a rule, by the name of its function.
SHOWN = {
    "reports": ("takes-orders-from",),
    "leads": ("leads-in-other-words",),
    "consists": ("parts-in-other-words", "insertions-left-out"),
    "without_vague": ("a-number-of-including", "counted-before-its-list"),
    "are_told": ("classes-that-are",),
    "is_part": ("part-in-other-words",),
    "has_fields": ("fields-of-units",),
    "heads": ("serves-as-head",),
    "turned": ("turned-around",),
    "there": ("there-are-of-a-unit",),
    "of_heads": ("heads-who-report",),
    "leads_class": ("leads-units-of-a-class",),
    "in_charge_here": ("in-charge-here",),
    "of_all_heads": ("heads-of-all-units",),
    "read_chiefs": ("chief-officers",),
    "read_each_announced": ("units-announced-by-number",),
    "read_one_for_each": ("one-for-each",),
    "read_duty_of": ("duty-of",),
    "read_these": ("these-are",),
    "read_direct": ("listed-as-ones-own",),
    "read_staff_at_work": ("staff-at-work",),
    "read_vested": ("power-vested",),
    "read_order": ("first-of-two-titles", "listed-further"),
    "read_body": ("highest-body", "members-of-a-body", "units-that-follow"),
    "read_over": ("posts-over-posts",),
    "read_responsibility": ("whose-responsibility",),
    "read_chief_officer": ("a-chief-officer",),
    "read_governing": ("body-above-another",),
    "read_plain_units": ("units-by-their-class",),
    "read_fields_placed": ("fields-placed-by-name",),
    "read_people_placed": ("people-placed-by-name",),
    "read_in_addition": ("counted-in-addition",),
    "_read_staff": ("staff-by-name",),
    "_read_as_posts": ("people-as-posts",),
    "_read_is_post": ("person-is-post",),
    "_read_apposition": ("post-with-its-holder",),
    "read_reorganised": ("units-reorganised",),
    "read_placing": ("belongs-to", "led-by", "reports-to", "reports-given-to", "office-of-a-group"),
    "read_overseen_units": ("units-overseen-by-post",),
    "read_elections": ("elected-among-them", "posts-that-a-body-fills"),
    "read_bodies": ("body-elected", "post-of-honour"),
    "read_organ": ("organ", "statute-grades-left-out"),
    "read_in_charge": ("in-charge",),
    "read_fields_of_units": ("fields-that-belong-to-units",),
    "read_holders": ("head-of-another", "holder-in-sentence"),
    "read_centre": ("built-around",),
    "read_ordinal": ("counted-off",),
    "read_top_posts": ("above-all-units",),
}
TABLES = (
    (rephrase, "_FORMS"),
    (english, "_FORMS"),
    (chinese, "_PLACES"),
    (chinese, "_CHOICES"),
    (chinese, "_ORGANS"),
    (chinese, "_OFFICES"),
)
READERS = ("_read_staff", "_read_as_posts", "_read_is_post", "_read_apposition")
STEMS = {file.stem: file for file in FILES}


def name_of(rule):
    return rule.plainly.__name__ if isinstance(rule, rephrase._Form) else rule.__name__


def texts(name, part):
    return [case["text"] for stem in SHOWN[name] for case in load(STEMS[stem])[part]]


def reading(text):
    return repr(read_document(SourceText("a.md", text), None, Findings()).found)


@contextmanager
def without(name):
    """Read without the rule of a name."""
    with pytest.MonkeyPatch.context() as patch:
        for module, table in TABLES:
            rules = getattr(module, table)
            kept = sum(1 << place for place, rule in enumerate(rules.rules) if name_of(rule) != name)
            calls = {word: bits & kept for word, bits in rules.calls.items()}
            patch.setattr(module, table, replace(rules, calls=calls))
        if name in READERS:
            patch.setattr(people, name, lambda *_: False)
        yield


@pytest.fixture(autouse=True)
def all_is_enough(monkeypatch):
    monkeypatch.setattr(result, "_is_enough", lambda _state, kept: bool(kept))


def test_every_rule_is_shown():
    named = {name_of(rule) for module, table in TABLES for rule in getattr(module, table).rules}
    assert named | set(READERS) == set(SHOWN)


@pytest.mark.parametrize("name", SHOWN)
def test_three_texts_need_a_rule(name):
    read = {text: reading(text) for text in texts(name, "reads")}
    with without(name):
        needing = [text for text in read if reading(text) != read[text]]
    assert len(needing) >= 3


@pytest.mark.parametrize("name", SHOWN)
def test_a_rule_gives_nothing_to_a_text_that_only_looks_like_it(name):
    read = {text: reading(text) for text in texts(name, "leaves")}
    with without(name):
        alike = [text for text in read if reading(text) == read[text]]
    assert alike
