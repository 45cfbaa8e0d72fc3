"""What is written as an outline reads back as the same organisation, and is written again as the same text."""

import json

from hypothesis import given
from hypothesis import strategies as st

from orgviz.build import build_org
from orgviz.diagnostics import Findings
from orgviz.export.outline_writer import to_outline
from orgviz.source.outline_reader import is_outline, read_outline_text
from orgviz.text import SourceText
from tests.strategies import TRICKY, names, orgs, read, texts, without_spans

# Texts that mean something in an outline.
SIGNS = (
    "a = b", "a =", "= a", "＝ a", "a × 5", "a ×5", "×5", "a x5", "x5 = a", "a [head]", "[head]", "a]", "a, b", "a，b",
    "a、b", "a：b", "：", "a -> b", "->", "a → b", "| a", "#a", "+ a", "* a", "- a", '"', '"a" b', "a \\ b", "#\"a", "head",
    "planned", "assistant", "from 2026-01-01", "2026-01-01 – 2026-02-02", "continued 1", "continued 1:", "https://a",
    "type: a", "match: a", "links:", "title: a", "orgviz outline 1", "【head】", "a (planned)", "［head］", "a（b）", "a\u3000= b",
)  # fmt: skip
signs = st.sampled_from(SIGNS)


def read_back(text):
    findings = Findings()
    entries = read_outline_text(SourceText("org.txt", text), findings)
    org = build_org(entries, findings) if entries else None
    assert org is not None, (text, findings.items)
    return org


@given(orgs())
def test_an_outline_reads_back_as_the_same_organisation(org):
    assert without_spans(read_back(to_outline(org))) == without_spans(org)


@given(orgs())
def test_an_outline_stays_as_it_is(org):
    text = to_outline(org)
    assert is_outline(text)
    assert to_outline(read_back(text)) == text


@given(st.lists(signs | names, min_size=9, max_size=9), texts, st.sampled_from([*SIGNS, *TRICKY]), st.integers(0, 9))
def test_texts_that_mean_something_in_an_outline_survive_in_every_place(drawn, duty, tricky, number):
    unit, post, person, holder, head, title, label, word, kind = drawn
    identifier, other = f"{tricky.strip()}{number}", f"{word.strip()}/2"
    kind = " ".join(kind.split())
    org = read(
        {
            "title": title,
            "types": {kind: {"label": label, "match": [word, tricky]}},
            "units": [
                {
                    "name": unit,
                    "id": identifier,
                    "type": kind,
                    "duty": duty,
                    "head": [{"name": head}, {"title": post, "holder": [holder, "x"]}],
                    "members": [{"name": person, "id": other, "duty": tricky}],
                    "positions": [{"title": post, "seats": "3", "holder": [holder, "vacant"]}],
                }
            ],
            "links": [{"from": identifier, "to": other, "kind": "dotted", "label": duty}],
        }
    )
    assert without_spans(read_back(to_outline(org))) == without_spans(org)


@given(st.integers(2, 400), st.randoms(use_true_random=False))
def test_deep_organisations_survive(count, random):
    nodes = [{"id": "0", "kind": "unit", "name": "0"}]
    for number in range(1, count):
        parent = nodes[-1 if random.random() < 0.95 else random.randrange(len(nodes))]
        kind = random.choice(["unit", "position", "person"])
        nodes.append({"id": str(number), "kind": kind, "name": str(number), "parent": parent["id"]})
    org = read(json.loads(json.dumps({"nodes": nodes, "edges": []})))
    assert without_spans(read_back(to_outline(org))) == without_spans(org)
