"""What is written of days, tenures and views reads back as the same."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from orgviz.build.views import ALL
from orgviz.export.json_writer import to_json
from orgviz.export.yaml_writer import to_yaml
from orgviz.reading import read_org
from tests.strategies import names, without_spans
from tests.views.strategies import living_orgs, views


@st.composite
def orgs_with_views(draw):
    org = draw(living_orgs)
    called = draw(st.lists(names.map(lambda name: " ".join(name.split())), max_size=3, unique=True))
    titles = st.none() | names.map(lambda name: " ".join(name.split()))
    found = tuple(
        replace(draw(views(org)), name=name, title=draw(titles), text=None) for name in called if name and name != ALL
    )
    return replace(org, views=found)


@given(orgs_with_views())
def test_yaml_reads_back_as_the_same_organisation(org):
    assert without_spans(read_org(to_yaml(org).encode(), "org.yaml").org) == without_spans(org)


@given(orgs_with_views())
def test_json_reads_back_as_the_same_organisation(org):
    assert without_spans(read_org(to_json(org).encode(), "org.json").org) == without_spans(org)


@given(orgs_with_views())
def test_yaml_stays_as_it_is(org):
    text = to_yaml(org)
    assert to_yaml(read_org(text.encode(), "org.yaml").org) == text
