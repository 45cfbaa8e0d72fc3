"""The label of a document: the tree that somebody who reads with care finds in it; and any drawn organisation in the same form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from orgviz.model import NodeKind, Org
from tests.texts.names import folded, spellings, stem

Data = dict[str, Any]

TOP_KEYS = {
    "expect",
    "lang",
    "name",
    "implied",
    "alt",
    "raw",
    "children",
    "positions",
    "links",
    "ignore",
    "must_not",
    "why",
}
BOX_KEYS = {"name", "alt", "raw", "kind", "guess", "duty", "positions", "children", "head", "holder", "count"}
BOX_KEYS |= {"optional", "group", "alt_parent", "as", "open", "subunits", "unit"}
LINK_KEYS = {"from", "to", "kind", "alt_kind", "alt_from", "alt_to", "optional", "why"}
FLAGS = {"implied", "head", "optional", "group", "open"}

# Words for types and for links, beside the ones that stand first.
TYPES = {
    "executive": "exec management leadership top 高层 管理层 决策层",
    "function": "functional functions 职能 职能部门",
    "operations": "operation operational business line 业务 运营 核心",
    "support": "shared supporting 支持 后勤 保障",
    "service": "customer_service customer-service customerservice cs 客服 服务",
    "governance": "board committee council 治理",
    "project": "matrix temporary taskforce 项目 矩阵 临时",
}
RELATIONS = {
    "collaboration": "collaborate collaborates cooperates cooperation coordinates with 协作 配合",
    "support": "supports assists assistant 支持 协助 辅助",
    "reports": "report reports_to reports-to accountable belongs 汇报 负责 隶属",
    "guidance": "dotted dotted_to dotted-line guides 指导",
    "project": "matrix member 项目 矩阵",
    "supervises": "leads chairs 监督 领导",
    "elects": "appoints 选举 任命",
}


@dataclass(eq=False, slots=True)
class Box:
    """A unit or a post, of a label or of a drawn organisation.

    Args:
        names: all its spellings.
        stems: its names without their suffixes.
        said: the label's own keys, which say what may be drawn otherwise.
    """

    name: str
    is_post: bool
    names: frozenset[str]
    stems: frozenset[str]
    type: str = ""
    duty: str = ""
    said: Data = field(default_factory=dict)
    above: Box | None = None
    below: list[Box] = field(default_factory=list)

    def says(self, key: str) -> bool:
        return bool(self.said.get(key))

    @property
    def is_free(self) -> bool:
        """Whether it may be drawn or not."""
        return self.says("optional") or self.says("group")

    @property
    def leads(self) -> bool:
        return self.is_post and self.says("head")

    def put(self, box: Box) -> None:
        box.above = self
        self.below.append(box)


@dataclass(frozen=True, slots=True)
class Relation:
    """A link: its ends by name, each with other names of the same, and the words that may stand for its kind."""

    source: tuple[str, ...]
    target: tuple[str, ...]
    kinds: tuple[str, ...]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """A whole tree; what has no name at its top is only a frame."""

    top: Box
    relations: tuple[Relation, ...] = ()

    def boxes(self) -> list[Box]:
        """Return all boxes but the top, level by level."""
        found: list[Box] = []
        level = self.top.below
        while level:
            found.extend(level)
            level = [box for above in level for box in above.below]
        return found


@dataclass(frozen=True, slots=True)
class Label:
    """What is expected of a document; `drawing` is nothing where it describes no organisation."""

    drawing: Drawing | None
    implied: bool = False
    ignore: frozenset[str] = frozenset()
    must_not: frozenset[str] = frozenset()


def listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value in (None, "") else [value]


def read_label(path: Path) -> Label:
    return label_of(yaml.safe_load(path.read_text(encoding="utf-8")))


def label_of(data: Data) -> Label:
    if data.get("expect") == "none":
        return Label(None)
    return Label(
        drawing_of(data),
        implied=bool(data.get("implied")),
        ignore=frozenset(spelling for name in listed(data.get("ignore")) for spelling in spellings(str(name))),
        must_not=frozenset(folded(str(name)) for name in listed(data.get("must_not"))),
    )


def drawing_of(data: Data) -> Drawing:
    """Return the tree of a label."""
    top = _box(data, is_post=False)
    waiting = [(top, data)]
    while waiting:
        above, said = waiting.pop()
        for key, is_post in (("children", False), ("positions", True)):
            for item in listed(said.get(key)):
                below = item if isinstance(item, dict) else {"name": item}
                box = _box(below, is_post=is_post)
                above.put(box)
                waiting.append((box, below))
    return Drawing(top, tuple(_relation(item) for item in listed(data.get("links"))))


def _box(said: Data, *, is_post: bool) -> Box:
    name = str(said.get("name") or "")
    others = [str(other) for key in ("alt", "raw", "holder") for other in listed(said.get(key))]
    written = [text for text in (name, *others) if text]
    names = frozenset(spelling for text in written for spelling in spellings(text)) if name else frozenset()
    kind, duty = str(said.get("kind") or ""), " ".join(map(str, listed(said.get("duty"))))
    return Box(name, is_post, names, frozenset(map(stem, written)), kind, duty, said)


def _relation(said: Data) -> Relation:
    source, target, kinds = (
        tuple(str(text) for text in (said.get(key), *listed(said.get(f"alt_{key}")))) for key in ("from", "to", "kind")
    )
    return Relation(source, target, kinds, bool(said.get("optional")))


def drawing_of_org(org: Org) -> Drawing:
    """Return what was read from a document in the form of a label; several roots stand in a frame."""
    boxes = {
        node.id: Box(
            node.name,
            node.kind is NodeKind.POSITION,
            spellings(node.name),
            frozenset({stem(node.name)}),
            node.type or "",
            node.duty or "",
        )
        for node in org.nodes
    }
    is_frame_named = sum(node.parent is None for node in org.nodes) > 1
    top = _box({"name": org.title if is_frame_named else ""}, is_post=False)
    for node in sorted(org.nodes, key=lambda node: node.kind is NodeKind.POSITION):
        # Units first, as in a label.
        (boxes[node.parent] if node.parent else top).put(boxes[node.id])
    links = (Relation((boxes[one.source].name,), (boxes[one.target].name,), (str(one.kind),)) for one in org.edges)
    return Drawing(top, tuple(links))


def type_named(word: str) -> str:
    return _named(word, TYPES)


def relation_named(word: str) -> str:
    return _named(word, RELATIONS)


def _named(word: str, table: dict[str, str]) -> str:
    wanted = word.strip().lower().replace(" ", "_")
    return next((name for name, others in table.items() if wanted == name or wanted in others.split()), wanted)


def mistakes_of(data: Any) -> Iterator[str]:
    """Yield what is wrong with a label itself: unknown keys and values, and names that no reader could tell apart."""
    if not isinstance(data, dict) or data.get("expect") not in ("structure", "none"):
        yield "'expect' must be structure or none"
        return
    yield from _wrong_keys("the top", data, TOP_KEYS)
    if data["expect"] == "none":
        yield from (
            f"'{key}' stands in a label of no structure" for key in ("name", "children", "links") if data.get(key)
        )
        return
    if not data.get("name"):
        yield "the organisation has no name"
    waiting = [data]
    while waiting:
        above = waiting.pop()
        for key in ("children", "positions"):
            boxes = [box if isinstance(box, dict) else {"name": box} for box in listed(above.get(key))]
            yield from _mistakes_of_boxes(str(above.get("name")), boxes)
            waiting.extend(boxes)
    for link in listed(data.get("links")):
        yield from _mistakes_of_link(link)


def _mistakes_of_boxes(above: str, boxes: list[Data]) -> Iterator[str]:
    # Two posts of one title are two only if something tells them apart, such as who holds them.
    doubled = [box for place, box in enumerate(boxes) if box in boxes[:place]]
    yield from (f"'{box.get('name')}' stands twice below '{above}'" for box in doubled)
    for box in boxes:
        if not isinstance(box.get("name"), str) or not box["name"].strip():
            yield f"a name below '{above}' is missing, or is no text: {box.get('name')!r}"
        yield from _wrong_keys(str(box.get("name")), box, BOX_KEYS)
        for key in ("kind", "guess"):
            if key in box and type_named(str(box[key])) not in TYPES:
                yield f"'{box[key]}' is no type"
        if box.get("as", "any") != "any":
            yield f"'as' can only be any, not '{box['as']}'"


def _mistakes_of_link(link: Data) -> Iterator[str]:
    yield from _wrong_keys("a link", link, LINK_KEYS)
    yield from (f"a link lacks '{key}'" for key in ("from", "to", "kind") if not link.get(key))
    for kind in (link.get("kind"), *listed(link.get("alt_kind"))):
        if relation_named(str(kind)) not in RELATIONS:
            yield f"'{kind}' is no kind of link"


def _wrong_keys(where: str, said: Data, known: set[str]) -> Iterator[str]:
    yield from (f"'{key}' is no key of {where}" for key in said if key not in known)
    yield from (f"'{key}' of {where} is true or left out" for key in FLAGS & said.keys() if said[key] is not True)
