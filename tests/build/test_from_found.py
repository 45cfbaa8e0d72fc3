"""What a reader of documents found becomes an organisation, whatever it found, and is written so that it reads back."""

from hypothesis import given
from hypothesis import strategies as st

from orgviz.build.from_found import build_found
from orgviz.diagnostics import Findings
from orgviz.export import to_json, to_yaml
from orgviz.found import Found, FoundLink, FoundNode
from orgviz.model import EdgeKind, NodeKind, Status
from orgviz.reading import read_org
from orgviz.text import Span
from tests.strategies import dates, names, texts, without_spans

PLACE = Span("a.txt", 1, 1)


def unit(name, parent=None, **more):
    return FoundNode(kind=NodeKind.UNIT, name=name, span=PLACE, parent=parent, **more)


def post(name, parent=None, **more):
    return FoundNode(kind=NodeKind.POSITION, name=name, span=PLACE, parent=parent, **more)


def person(name, parent=None, **more):
    return FoundNode(kind=NodeKind.PERSON, name=name, span=PLACE, parent=parent, **more)


def link(source, target, kind=EdgeKind.COLLABORATES, **more):
    return FoundLink(source=source, target=target, kind=kind, span=PLACE, **more)


def built(*nodes, links=(), **more):
    """Return the organisation and the ids of a finding that has no mistakes."""
    findings = Findings()
    result = build_found(Found(nodes=nodes, links=links, **more), findings)
    assert findings.items == []
    assert result is not None
    return result


def problems(*nodes):
    findings = Findings()
    assert build_found(Found(nodes=nodes), findings) is None
    return [found.code for found in findings.items]


def test_ids_are_in_the_order_in_which_nodes_were_found():
    org, ids = built(unit("总部"), unit("一部", 0), post("经理", 0), unit("一部", 1))
    assert ids == ("总部", "总部/一部", "经理", "总部/一部/一部")
    assert {node.id for node in org.nodes} == set(ids)


def test_types_are_those_of_the_text_else_of_the_name_else_of_what_stands_above():
    org, _ = built(unit("Zorp", type="external"), unit("财务部", 0), unit("Blip", 0), unit("市场部", type="project"))
    assert [(node.type, node.given_type) for node in org.nodes] == [
        ("external", True), ("function", False), ("external", False), ("project", True),
    ]  # fmt: skip


def test_links_go_by_place_and_proposals_are_marked():
    org, _ = built(unit("A"), unit("A"), unit("B"), links=(link(1, 2), link(2, 0, stated=False, label="x")))
    assert [(edge.source, edge.target, edge.label, edge.proposed) for edge in org.edges] == [
        ("/A#2", "B", None, False), ("B", "/A", "x", True),
    ]  # fmt: skip


def test_a_link_to_itself_twice_or_along_the_solid_line_is_left_out():
    dotted = EdgeKind.DOTTED
    org, _ = built(
        unit("A"), unit("B", 0), links=(link(0, 0), link(1, 0, dotted), link(0, 1, stated=False), link(0, 1))
    )
    assert [(edge.kind, edge.proposed) for edge in org.edges] == [(EdgeKind.COLLABORATES, False)]


def test_heads_assistants_holders_and_vacancies_are_kept():
    org, _ = built(
        unit("A"), post("Lead", 0, head=True, holders=("Ann",)), post("Aide", 0, assistant=True),
        post("Clerk", 0, seats=3, vacant=True), person("李四", 0), person("空缺", 0),
    )  # fmt: skip
    lead, aide, clerk, nobody, someone = org.nodes[1:]
    assert (lead.head, lead.holders) == (True, ("Ann",))
    assert aide.assistant
    assert [edge.kind for edge in org.edges] == [EdgeKind.ASSISTANT]
    assert (clerk.vacancies, someone.kind, nobody.kind, nobody.vacant) == (
        3, NodeKind.PERSON, NodeKind.POSITION, True,
    )  # fmt: skip


def test_what_a_node_cannot_be_is_left_out():
    org, _ = built(
        unit("A", head=True, seats=3, holders=("Ann",), start="soon", url="javascript:x", type="nosuch"),
        post("B", 0, seats=0, start="2026-02-01", end="2026-01-01", duty=" \n"),
    )
    a, b = org.nodes
    assert (a.head, a.seats, a.holders, a.start, a.url, a.given_type) == (False, None, (), None, None, False)
    assert (b.seats, b.start, b.end, b.duty) == (None, "2026-02-01", None, None)


def test_a_name_that_shows_nothing_or_has_no_end_is_told():
    assert problems(unit("\u200b")) == ["invisible-text"]
    assert problems(unit("")) == ["missing-value"]
    assert problems(unit("x" * 2_001)) == ["too-long"]


def test_where_everything_is_closed_nothing_is_left():
    assert problems(unit("A", status=Status.CLOSED)) == ["nothing-to-draw"]


def test_the_language_is_told_unless_the_reader_knows_it():
    assert [built(unit("市场部"), lang=lang)[0].lang for lang in (None, "zh-TW")] == ["zh-CN", "zh-TW"]


found_nodes = st.builds(
    FoundNode,
    kind=st.sampled_from(NodeKind),
    name=names,
    span=st.just(PLACE),
    parent=st.none() | st.integers(0, 8),
    type=st.none() | st.sampled_from(["external", "nosuch"]),
    duty=st.none() | texts,
    head=st.booleans(),
    assistant=st.booleans(),
    holders=st.lists(names, max_size=2).map(tuple),
    seats=st.none() | st.integers(-1, 3),
    vacant=st.booleans(),
    status=st.sampled_from([Status.ACTIVE, Status.PLANNED]),
    start=st.none() | dates | st.just("x"),
    end=st.none() | dates,
    guess=st.none() | st.text(max_size=30) | st.sampled_from(["parent by line 12", "a: b", "]} # -", "name：A"]),
)
finds = st.builds(
    Found,
    nodes=st.lists(found_nodes, min_size=1, max_size=8).map(tuple),
    title=st.none() | names,
    lang=st.none() | st.sampled_from(["de", "zh-CN"]),
)


@st.composite
def found_with_links(draw):
    found = draw(finds)
    places = st.integers(0, len(found.nodes) - 1)
    links = draw(
        st.lists(
            st.builds(
                FoundLink, source=places, target=places, kind=st.sampled_from(EdgeKind), span=st.just(PLACE),
                label=st.none() | texts, stated=st.booleans(),
            ),
            max_size=4,
        )
    )  # fmt: skip
    return Found(nodes=found.nodes, links=tuple(links), title=found.title, lang=found.lang)


@given(found_with_links())
def test_whatever_is_found_is_built_and_reads_back_from_both_forms(found):
    org, ids = built(*found.nodes, links=found.links, title=found.title, lang=found.lang)
    assert sorted(ids) == sorted(node.id for node in org.nodes)
    comments = {id: node.guess for id, node in zip(ids, found.nodes, strict=True) if node.guess}
    for text, name in ((to_yaml(org, comments), "a.yaml"), (to_json(org), "a.json")):
        assert without_spans(read_org(text.encode(), name).org) == without_spans(org)


@given(found_with_links())
def test_a_comment_stands_behind_each_node_that_was_guessed(found):
    org, ids = built(*found.nodes, links=found.links, title=found.title, lang=found.lang)
    comments = {id: f"guess number {number};" for number, id in enumerate(ids)}
    text = to_yaml(org, comments)
    assert [text.count(comment) for comment in comments.values()] == [1] * len(ids)
    assert all(f"  # {comment}\n" in text for comment in comments.values())
