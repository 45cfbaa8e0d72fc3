"""Random organisations for laws that must hold for all of them."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from orgviz.model import COLOR_NAMES, TYPE_NAMES, EdgeKind, Org, Status
from orgviz.reading import read_org
from orgviz.source.characters import forbidden_character, invisible_text
from orgviz.text import Span

Data = dict[str, Any]

NOWHERE = Span("", 1, 1)

# Texts that mean something to YAML, to JSON or to us.
TRICKY = (
    "a: b", "a:", "#a", "a #b", "- a", "-", "-5", "? a", "?", ":", ": a", ":a", "yes", "NO", "null", "Null", "~", "=",
    "<<", "'a", "it's", '"a"', "a\\", "\\n", "{a}", "[b", "a]", "a,b", "|", ">-", "%a", "@a", "`a`", "!a", "&a", "*a",
    "---", "--- a", "...", ".a", "2024-01-02", "0x1F", "1_000", "a  b", "市场部", "销售 部", "空缺", "vacant", "CEO",
    "职能部门", "a/b", "a#2", "/a", "é", "e\u0301", "👩‍🔧", "\u00adb", "שלום", "a\u00a0", "\u3000a",
)  # fmt: skip


def is_name(text: str) -> bool:
    return bool(text.strip()) and forbidden_character(text) is None and invisible_text(text) is None


free_texts = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12).filter(is_name)
names = st.sampled_from(TRICKY) | st.sampled_from("ABCDEFGH") | free_texts
texts = names | st.lists(names, min_size=2, max_size=3).map("\n".join) | st.lists(names, min_size=2).map("\n\n".join)
dates = st.dates().map(lambda date: date.isoformat())
COMMON = {
    "type": st.sampled_from(TYPE_NAMES),
    "duty": texts,
    "status": st.sampled_from([status.value for status in Status]),
    "from": dates,
    "url": st.sampled_from(["https://example.com/a?b=c#d", "http://例子.example/路?q=é", "mailto:a@example.com"]),
}


def mappings(required: Data, optional: Data) -> st.SearchStrategy[Data]:
    """Mappings whose keys stand in any order, as people write them."""
    fixed = st.fixed_dictionaries(required, optional=optional)
    return fixed.flatmap(lambda data: st.permutations(list(data.items())).map(dict))


people = names | mappings({"name": names}, {**COMMON})
holders = st.lists(names, max_size=3) | names | st.just("vacant")
posts = {
    "holder": holders,
    "seats": st.integers(1, 9).map(str),
    "fte": st.sampled_from(["0", "0.5", "1.25", "4"]),
    **COMMON,
}
positions = st.recursive(
    names | mappings({"title": names}, posts),
    lambda below: mappings(
        {"title": names},
        {**posts, "reports": st.lists(below | people, max_size=3), "assistants": st.lists(below, max_size=2)},
    ),
    max_leaves=5,
)
units = st.recursive(
    names | mappings({"name": names}, COMMON),
    lambda below: mappings(
        {"name": names},
        {
            "head": positions | people | st.lists(positions | people, max_size=3),
            "assistants": st.lists(positions, max_size=2),
            "members": st.lists(people, max_size=3),
            "positions": st.lists(positions, max_size=3),
            "units": st.lists(below, max_size=4),
            **COMMON,
        },
    ),
    max_leaves=8,
)
own_types = st.dictionaries(
    st.sampled_from(["channel", "渠道", "a b", *TYPE_NAMES[:2]]),
    mappings(
        {}, {"label": names, "color": st.sampled_from((*COLOR_NAMES, "#abc")), "match": st.lists(names, max_size=2)}
    ),
    max_size=2,
)
links = mappings(
    {"kind": st.sampled_from([k.value for k in EdgeKind if k is not EdgeKind.ASSISTANT])},
    {"label": texts, "status": st.just("proposed")},
)


@st.composite
def outlines(draw: st.DrawFn) -> Data:
    """Files in the nested form, as the mappings and lists that JSON knows."""
    data: Data = {"units": draw(st.lists(units, min_size=1, max_size=3))}
    data |= draw(mappings({}, {"title": names, "lang": st.sampled_from(["de", "zh-CN"]), "types": own_types}))
    if draw(st.booleans()):
        data["positions"] = draw(st.lists(positions, max_size=3))
    first = data["units"][0]
    if isinstance(first, dict) and first.get("status") == Status.CLOSED:
        first["status"] = Status.TEMPORARY.value  # where everything is closed there is nothing to draw
    for number, item in enumerate(items_with_keys(data)):
        if draw(st.integers(0, 4)) == 0:
            item["id"] = f"{draw(st.sampled_from(TRICKY)).strip()}{number}"
    return data


def items_with_keys(data: Data) -> Iterator[Data]:
    """Yield all mappings that describe a node."""
    waiting = [*data["units"], *data.get("positions", [])]
    while waiting:
        item = waiting.pop()
        if isinstance(item, dict):
            yield item
            for key in ("head", "assistants", "members", "positions", "reports", "units"):
                below = item.get(key, [])
                waiting.extend(below if isinstance(below, list) else [below])


@st.composite
def orgs(draw: st.DrawFn) -> Org:
    """Finished organisations with links, from one box to some dozens."""
    data = draw(outlines())
    ids = [node.id for node in read(data).nodes]
    ends = st.tuples(st.sampled_from(ids), st.sampled_from(ids)).filter(lambda pair: pair[0] != pair[1])
    if len(ids) > 1:
        pairs = draw(st.lists(ends, max_size=4, unique=True))
        data["links"] = [{"from": source, "to": target, **draw(links)} for source, target in pairs]
    return read(data)


def read(data: Data) -> Org:
    return read_org(json.dumps(data).encode(), "org.json").org


def without_spans(org: Org) -> Org:
    """Return an organisation as it is, wherever it was written."""
    return replace(
        org,
        nodes=tuple(replace(node, span=NOWHERE) for node in org.nodes),
        edges=tuple(replace(edge, span=NOWHERE) for edge in org.edges),
    )
