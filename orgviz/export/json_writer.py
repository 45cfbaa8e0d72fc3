"""Write an `Org` as the node/edge model in JSON; read back it gives the same `Org`, but for the spans."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import TypeAlias

from orgviz.export.checks_written import check_keys
from orgviz.export.views_written import view_keys
from orgviz.model import TYPE_NAMES, CheckSettings, Edge, Node, Org, Tenure, UnitType, View

Json: TypeAlias = bool | int | float | str | Sequence["Json"] | Mapping[str, "Json"] | None


def to_json(org: Org) -> str:
    """Return the model as JSON, one node or edge a line; the rarer keys stand only when set."""
    lines = [f'"version": 1, "title": {_dumped(org.title)}, "lang": {_dumped(org.lang)}']
    if org.given_lang:
        lines[0] += ', "given_lang": true'
    own = {one.name: _type(one) for one in org.types if not _is_plain(one)}
    if own:
        lines.append(f'"types": {_dumped(own)}')
    lines.append(f'"nodes": {_listed(_node(node) for node in org.nodes)}')
    lines.append(f'"edges": {_listed(_edge(edge) for edge in org.edges)}')
    if org.views:
        lines.append(f'"views": {_dumped({view.name: _view(view) for view in org.views})}')
    if org.checks != CheckSettings():
        lines.append(f'"check": {_dumped(check_keys(org.checks))}')
    return "{" + ",\n ".join(lines) + "}\n"


def _view(view: View) -> dict[str, Json]:
    """Return a view as the file has it, its number and its flags as JSON has them."""
    keys: dict[str, Json] = {key: list(value) if isinstance(value, tuple) else value for key, value in view_keys(view)}
    typed: dict[str, Json] = {"depth": view.depth, "only_units": view.only_units, "hide_names": view.hide_names}
    return keys | {key: value for key, value in typed.items() if key in keys}


def _is_plain(unit_type: UnitType) -> bool:
    return unit_type == UnitType(name=unit_type.name) and unit_type.name in TYPE_NAMES


def _type(unit_type: UnitType) -> dict[str, Json]:
    return _when_set({"label": unit_type.label, "color": unit_type.color, "match": list(unit_type.match)})


def _node(node: Node) -> dict[str, Json]:
    always: dict[str, Json] = {
        "id": node.id,
        "kind": node.kind.value,
        "name": node.name,
        "type": node.type,
        "parent": node.parent,
        "duty": node.duty,
        "head": node.head,
        "holders": list(node.holders),
        "seats": node.seats,
        "status": node.status.value,
    }
    sometimes: dict[str, Json] = {
        "vacant": node.vacant,
        "from": node.start,
        "until": node.end,
        "url": node.url,
        "tenures": [_tenure(tenure) for tenure in node.tenures],
        "photos": [_when_set({"of": photo.of, "file": photo.file}) for photo in node.photos],
        "cut": None if node.cut is None else {"posts": node.cut.posts, "units": node.cut.units},
        "given_id": node.given_id,
        "given_type": node.given_type,
    }
    fte: dict[str, Json] = {} if node.fte is None else {"fte": _number(node.fte)}
    return always | fte | _when_set(sometimes) | {"source": {"line": node.span.line, "column": node.span.column}}


def _number(number: Decimal) -> int | float:
    return int(number) if number == int(number) else float(number)


def _tenure(tenure: Tenure) -> dict[str, Json]:
    return {"name": tenure.holder} | _when_set({"from": tenure.start, "until": tenure.end})


def _edge(edge: Edge) -> dict[str, Json]:
    always: dict[str, Json] = {"from": edge.source, "to": edge.target, "kind": edge.kind.value}
    return always | _when_set({"label": edge.label, "since": edge.start, "until": edge.end, "proposed": edge.proposed})


def _when_set(values: Mapping[str, Json]) -> dict[str, Json]:
    return {key: value for key, value in values.items() if value}


def _listed(items: Iterable[Json]) -> str:
    return "[" + ",\n  ".join(_dumped(item) for item in items) + "]"


def _dumped(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False)
