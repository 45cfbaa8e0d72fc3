"""The keys of the changes that make a variant of an organisation; data only."""

from __future__ import annotations

from types import MappingProxyType

from orgviz.build.keys import POSITION, UNIT, Shape, Table, table_of

_PLACE = {"under": Shape.TEXT, "before": Shape.TEXT, "after": Shape.TEXT}
_SETTABLE = {
    key: shape
    for table in (UNIT, POSITION)
    for key, shape in table.keys.items()
    if key not in ("assistants", "members", "positions", "units", "reports", "reports_to", "dotted_to")
}


def _table(verb: str, keys: dict[str, Shape]) -> Table:
    return table_of(f"the change '{verb}'", keys)


CHANGES = MappingProxyType(
    {
        "add": _table("add", {"add": Shape.ITEMS, **_PLACE, "as": Shape.TEXT}),
        "remove": _table("remove", {"remove": Shape.TEXTS, "keep": Shape.TEXT}),
        "move": _table("move", {"move": Shape.TEXTS, **_PLACE}),
        "merge": _table("merge", {"merge": Shape.LIST, "into": Shape.TEXT}),
        "rename": _table("rename", {"rename": Shape.TEXT, "to": Shape.TEXT}),
        "set": _table("set", {"set": Shape.TEXT, **_SETTABLE}),
        "unlink": _table("unlink", {"unlink": Shape.MAPPING}),
    }
)
UNLINKED = table_of("the link", {"from": Shape.TEXT, "to": Shape.TEXT, "kind": Shape.TEXT})
