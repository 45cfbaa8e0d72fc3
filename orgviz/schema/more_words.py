"""What the keys of changes, and of the node/edge model, say; data only, as in `orgviz.schema.words`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from orgviz.schema.words import LINK, POSITION, TOP, UNIT, Said, Words

_PLACE: dict[str, Said] = {
    "under": ("What it shall stand below, by name, id or path; left out, it comes to the top.", "under: 运营中心"),
    "before": ("What it shall stand in front of.", "before: 活动部"),
    "after": ("What it shall stand behind.", "after: 活动部"),
}
CHANGES: Mapping[str, Words] = MappingProxyType(
    {
        "add": {
            "add": ("Adds units, posts or people, written as anywhere else.", "add: [直播组, 私域组]"),
            **_PLACE,
            "as": (
                "What is added. Left out, what has a title is a position and all else a unit.",
                "as: head",
            ),
        },
        "remove": {
            "remove": ("Takes away units or posts with all below them, by name, id or path.", "remove: 法务部"),
            "keep": ("'children': what stood below moves up.", "keep: children"),
        },
        "move": {"move": ("Moves units or posts with all below them.", "move: 客服部"), **_PLACE},
        "merge": {
            "merge": ("Makes one unit of several, with their posts, units and links.", "merge: [商品部, 活动部]"),
            "into": ("One of them, or the name of the unit that comes of it.", "into: 运营组"),
        },
        "rename": {
            "rename": ("Gives a unit or post another name; it is still found by the old one.", "rename: 客服部"),
            "to": ("Its new name.", "to: 客户成功部"),
        },
        "set": {
            **UNIT,
            **POSITION,
            "set": (
                "Sets what the other keys of this change say, on one unit or post; null takes a value away.",
                "set: 财务部",
            ),
        },
        "unlink": {"unlink": ("Takes a link away.", "unlink: {from: 活动部, to: 客服部}")},
    }
)
UNLINKED: Words = MappingProxyType({key: LINK[key] for key in ("from", "to", "kind")})

MODEL: Words = MappingProxyType(
    {
        **{key: TOP[key] for key in ("version", "title", "lang", "types", "views", "check", "$schema")},
        "given_lang": ("Whether the author wrote the language; else it was told from the names.", "given_lang: true"),
        "nodes": (
            "Units, positions and people; each but the roots names its parent.",
            "nodes: [{id: ops, kind: unit, name: 运营中心, parent: null}]",
        ),
        "edges": (
            "Lines beside the solid one that 'parent' stands for.",
            "edges: [{from: ops, to: svc, kind: collaborates, label: 大促}]",
        ),
    }
)
NODE: Words = MappingProxyType(
    {
        "id": ("The node's name for references; each has its own.", "id: ops"),
        "kind": ("unit, position, or person: somebody without a named post.", "kind: unit"),
        "name": ("A unit's name, a position's title, or a person's name.", "name: 运营中心"),
        "type": ("The department type.", "type: operations"),
        "parent": ("The id of the node above: the one solid line. A root has null.", "parent: ops"),
        "duty": UNIT["duty"],
        "head": ("Whether this is the post, or person, that leads its unit.", "head: true"),
        "holders": ("The people in a position.", "holders: [李四, 赵六]"),
        "seats": POSITION["seats"],
        "fte": POSITION["fte"],
        **{key: UNIT[key] for key in ("status", "from", "until", "url")},
        "vacant": ("Whether the file says that nobody holds the position.", "vacant: true"),
        "given_id": ("Whether the author wrote the id; else it was made from the name.", "given_id: true"),
        "given_type": ("Whether the author wrote the type; else it was told from the name.", "given_type: true"),
        "tenures": (
            "The days of those holders of whom the file gives some, in the order of the holders.",
            "tenures: [{name: 赵六, from: 2026-07-01}]",
        ),
        "photos": ("The pictures of its holders.", "photos: [{file: photos/wangmin.jpg, of: 王敏}]"),
        "cut": ("How much a view has left out below this node.", "cut: {posts: 6, units: 2}"),
        "source": ("Where it stood in the file. It is not read again.", "source: {line: 6, column: 5}"),
    }
)
PHOTO: Words = MappingProxyType(
    {
        "file": ("The picture, seen from the file that names it.", "file: photos/wangmin.jpg"),
        "of": ("Whom it shows.", "of: 王敏"),
    }
)
CUT: Words = MappingProxyType(
    {
        "posts": ("How many positions and people were left out.", "posts: 6"),
        "units": ("How many units were left out.", "units: 2"),
    }
)
EDGE: Words = MappingProxyType(
    {
        **{key: LINK[key] for key in ("from", "to", "label", "since", "until")},
        "kind": (
            "What the line means: reports (a second solid line), dotted, assistant, collaborates, supports or member.",
            "kind: supports",
        ),
        "proposed": ("Whether a document only suggests the line: it is kept, but not drawn.", "proposed: true"),
    }
)
