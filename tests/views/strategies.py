"""Random organisations that change: with days, tenures, statuses and links, and random views of them."""

import json
from typing import Any

from hypothesis import strategies as st

from orgviz.model import TYPE_NAMES, EdgeKind, Org, Status, View
from orgviz.reading import read_org
from tests.strategies import items_with_keys, links, outlines

Data = dict[str, Any]

DAYS = ("2026-01-01", "2026-03-31", "2026-04-01", "2026-06-30", "2026-10-01", "2026-11-15", "2027-01-01")
PEOPLE = ("王敏", "李四", "赵六", "Ann")
days = st.sampled_from(DAYS)
spans = (
    st.lists(days, min_size=2, max_size=2)
    .map(sorted)
    .flatmap(
        lambda pair: st.sampled_from([{}, {"from": pair[0]}, {"until": pair[1]}, {"from": pair[0], "until": pair[1]}])
    )
)
holders = st.lists(
    st.sampled_from(PEOPLE) | st.builds(lambda name, span: {"name": name, **span}, st.sampled_from(PEOPLE), spans),
    max_size=4,
)


@st.composite
def living_files(draw: st.DrawFn) -> Data:
    """Files in the nested form; about half of what is in them has days."""
    data = draw(outlines())
    for item in items_with_keys(data):
        item.pop("from", None)
        item.update(draw(spans))
        if "title" in item and draw(st.booleans()):
            item["holder"] = draw(holders)
    ids = [node.id for node in read(data).nodes]
    if len(ids) > 1:
        ends = st.tuples(st.sampled_from(ids), st.sampled_from(ids)).filter(lambda pair: pair[0] != pair[1])
        pairs = draw(st.lists(ends, max_size=5, unique=True))
        data["links"] = [
            {"from": source, "to": target, **draw(links), **_as_of_link(draw(spans))} for source, target in pairs
        ]
    return data


def _as_of_link(span: Data) -> Data:
    return {"since" if key == "from" else key: day for key, day in span.items()}


def read(data: Data) -> Org:
    return read_org(json.dumps(data).encode(), "org.json").org


living_orgs = living_files().map(read)


def views(org: Org) -> st.SearchStrategy[View]:
    """Views of an organisation, most of them of few parts."""
    ids = st.sampled_from([node.id for node in org.nodes])
    texts = st.sampled_from([node.name[:2].strip() or "A" for node in org.nodes] + ["王", "a", "市"])
    parts: dict[str, st.SearchStrategy[Any]] = {
        "root": ids,
        "depth": st.integers(1, 4),
        "types": st.lists(st.sampled_from(TYPE_NAMES), min_size=1, max_size=3, unique=True).map(tuple),
        "only_units": st.just(True),
        "hide_names": st.just(True),
        "collapse": st.lists(ids, min_size=1, max_size=3, unique=True).map(tuple),
        "statuses": st.lists(st.sampled_from(Status), min_size=1, max_size=4, unique=True).map(tuple),
        "text": texts,
        "as_of": days,
    }
    chosen = st.lists(st.sampled_from(sorted(parts)), max_size=4, unique=True)
    return chosen.flatmap(lambda keys: st.fixed_dictionaries({key: parts[key] for key in keys})).map(
        lambda found: View(name="v", **found)
    )


LIKE_SOLID = (EdgeKind.REPORTS, EdgeKind.DOTTED, EdgeKind.MEMBER)
