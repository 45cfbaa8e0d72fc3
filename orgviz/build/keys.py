"""The keys of every mapping in an organisation file, and what each may hold; data only."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType

from orgviz.lean import dataclass
from orgviz.source import entries


class Shape(Enum):
    """The shapes that values have: their words for messages, and the entries that fit."""

    TEXT = "text", entries.Scalar
    TEXTS = "text or a list of texts", entries.Scalar, entries.Sequence
    LIST = "a list", entries.Sequence
    MAPPING = "a mapping", entries.Mapping
    ITEMS = "a name, a mapping, or a list of them", entries.Scalar, entries.Mapping, entries.Sequence

    def __init__(self, words: str, *fits: type) -> None:
        self.words = words
        self.fits = fits


@dataclass(frozen=True, slots=True)
class Table:
    """The keys of one kind of mapping.

    Args:
        what: the mapping's name in messages.
        keys: each key and the shape of its value, in the canonical order.
        fits: each key and the kinds of entries that its value can be.
        synonyms: words that people write instead, and the keys that they may mean, the likeliest first.
    """

    what: str
    keys: Mapping[str, Shape]
    fits: Mapping[str, tuple[type, ...]]
    synonyms: Mapping[str, tuple[str, ...]]


def _words(**keys: str) -> dict[str, tuple[str, ...]]:
    """Turn ``name="名称 名字"`` into a mapping from each word to the keys it may mean."""
    meanings: dict[str, tuple[str, ...]] = {}
    for key, words in keys.items():
        for word in words.split():
            meanings[word] = (*meanings.get(word, ()), key.rstrip("_"))
    return meanings


SYNONYMS = MappingProxyType(
    _words(
        name="名称 名稱 名字 姓名 部门名称 部門名稱 title label unit department",
        title="名称 名稱 标题 標題 岗位 崗位 岗位名称 职位 職位 职务 職務 职称 name role job position post 名字",
        units="部门 部門 下级部门 下級部門 子部门 子部門 下设 下設 组织 組織 "
        "children departments subunits teams divisions",
        positions="岗位 崗位 职位 職位 编制 編制 人员 roles posts jobs employees staff",
        reports="下属 下屬 下级 下級 children subordinates direct_reports positions team",
        head="负责人 負責人 主管 领导 領導 经理 經理 manager lead leader chief boss heads director",
        holder="任职者 任職者 担任者 姓名 在任 人员 人員 name person people employee member members holders",
        members="成员 成員 人员 人員 people staff employees persons holders",
        assistants="助理 秘书 秘書 aides secretary",
        duty="职责 職責 职能 職能 工作职责 说明 說明 description responsibility responsibilities duties notes purpose",
        type="类型 類型 类别 類別 kind category",
        id="编号 編號 标识 標識 代码 代碼 key code identifier",
        status="状态 狀態 state",
        from_="开始 開始 开始日期 自 来源 從 从 start begin start_date starts since valid_from source tail",
        since="开始 開始 start begin start_date from",
        until="结束 結束 结束日期 至 截止 end end_date ends to valid_to valid_until",
        to="到 目标 目標 指向 target head",
        photo="照片 相片 头像 頭像 图片 圖片 标志 標誌 picture image avatar portrait logo img",
        url="链接 鏈接 連結 网址 網址 href website link web",
        seats="人数 人數 编制 編制 名额 名額 headcount count number slots",
        fte="全时当量 全時當量 折合全职 FTE share workload",
        reports_to="汇报 匯報 汇报给 上级 上級 直属上级 manager boss parent supervisor",
        dotted_to="虚线 虛線 虚线汇报 dotted",
        links="关系 關係 连线 連線 协作 edges relations lines connections",
        types="部门类型 類型 类型",
        version="版本",
        lang="语言 語言 language locale",
        kind="类型 類型 关系 關係 type",
        label="标签 標籤 说明 說明 名称 name text title",
        color="颜色 顏色 colour",
        match="关键词 關鍵詞 匹配 words keywords",
        parent="上级 上級 reports_to manager",
        nodes="节点 節點",
        edges="边 邊 links",
    )
)


def table_of(what: str, keys: Mapping[str, Shape], synonyms: Mapping[str, tuple[str, ...]] = SYNONYMS) -> Table:
    """Return the table of a kind of mapping with these keys."""
    return Table(what, MappingProxyType(dict(keys)), {key: shape.fits for key, shape in keys.items()}, synonyms)


# By this key editors are told what they check a file by; it says nothing about the organisation.
SCHEMA = "$schema"
_EXISTENCE = {"status": Shape.TEXT, "from": Shape.TEXT, "until": Shape.TEXT}
_BELOW = {"reports": Shape.LIST, "units": Shape.LIST}

TOP = table_of(
    "the file",
    {
        "version": Shape.TEXT,
        "title": Shape.TEXT,
        "lang": Shape.TEXT,
        "types": Shape.MAPPING,
        "extends": Shape.TEXT,
        "include": Shape.TEXTS,
        "changes": Shape.LIST,
        "units": Shape.LIST,
        "positions": Shape.LIST,
        "links": Shape.LIST,
        "views": Shape.MAPPING,
        "check": Shape.MAPPING,
        SCHEMA: Shape.TEXT,
    },
)
UNIT = table_of(
    "a unit",
    {
        "name": Shape.TEXT,
        "id": Shape.TEXT,
        "type": Shape.TEXT,
        "head": Shape.ITEMS,
        "duty": Shape.TEXT,
        **_EXISTENCE,
        "url": Shape.TEXT,
        "photo": Shape.TEXT,
        "dotted_to": Shape.TEXTS,
        "assistants": Shape.LIST,
        "members": Shape.LIST,
        "positions": Shape.LIST,
        "units": Shape.LIST,
    },
)
POSITION = table_of(
    "a position",
    {
        "title": Shape.TEXT,
        "id": Shape.TEXT,
        "type": Shape.TEXT,
        "holder": Shape.ITEMS,
        "seats": Shape.TEXT,
        "fte": Shape.TEXT,
        "duty": Shape.TEXT,
        **_EXISTENCE,
        "url": Shape.TEXT,
        "photo": Shape.TEXT,
        "reports_to": Shape.TEXT,
        "dotted_to": Shape.TEXTS,
        "assistants": Shape.LIST,
        **_BELOW,
    },
)
HOLDER = table_of("a holder", {"name": Shape.TEXT, "from": Shape.TEXT, "until": Shape.TEXT, "photo": Shape.TEXT})
PHOTO = table_of("a photo", {"file": Shape.TEXT, "of": Shape.TEXT})
PERSON = table_of(
    "a person",
    {
        "name": Shape.TEXT,
        "holder": Shape.TEXT,
        "id": Shape.TEXT,
        "type": Shape.TEXT,
        "fte": Shape.TEXT,
        "duty": Shape.TEXT,
        **_EXISTENCE,
        "url": Shape.TEXT,
        "photo": Shape.TEXT,
        "reports_to": Shape.TEXT,
        "dotted_to": Shape.TEXTS,
        "assistants": Shape.LIST,
        **_BELOW,
    },
)
TYPE = table_of("a type", {"label": Shape.TEXT, "color": Shape.TEXT, "match": Shape.TEXTS})
LINK = table_of(
    "a link",
    {
        "from": Shape.TEXT,
        "to": Shape.TEXT,
        "kind": Shape.TEXT,
        "label": Shape.TEXT,
        "since": Shape.TEXT,
        "until": Shape.TEXT,
        "status": Shape.TEXT,
    },
)

VIEW = table_of(
    "a view",
    {
        "title": Shape.TEXT,
        "root": Shape.TEXT,
        "depth": Shape.TEXT,
        "type": Shape.TEXTS,
        "only_units": Shape.TEXT,
        "hide_names": Shape.TEXT,
        "collapse": Shape.TEXTS,
        "status": Shape.TEXTS,
        "text": Shape.TEXT,
        "as_of": Shape.TEXT,
    },
)
CHECK = table_of("the checks", {"max-span": Shape.TEXT, "severity": Shape.MAPPING})

# The node/edge model, as `orgviz convert -f json` writes it.
MODEL = table_of(
    "the model",
    {
        "version": Shape.TEXT,
        "title": Shape.TEXT,
        "lang": Shape.TEXT,
        "given_lang": Shape.TEXT,
        "types": Shape.MAPPING,
        "nodes": Shape.LIST,
        "edges": Shape.LIST,
        "views": Shape.MAPPING,
        "check": Shape.MAPPING,
        SCHEMA: Shape.TEXT,
    },
)
NODE = table_of(
    "a node",
    {
        "id": Shape.TEXT,
        "kind": Shape.TEXT,
        "name": Shape.TEXT,
        "type": Shape.TEXT,
        "parent": Shape.TEXT,
        "duty": Shape.TEXT,
        "head": Shape.TEXT,
        "holders": Shape.TEXTS,
        "seats": Shape.TEXT,
        **_EXISTENCE,
        "vacant": Shape.TEXT,
        "url": Shape.TEXT,
        "given_id": Shape.TEXT,
        "given_type": Shape.TEXT,
        "fte": Shape.TEXT,
        "tenures": Shape.LIST,
        "photos": Shape.LIST,
        "cut": Shape.MAPPING,
        "source": Shape.MAPPING,
    },
)
CUT = table_of("a cut", {"posts": Shape.TEXT, "units": Shape.TEXT})
EDGE = table_of(
    "an edge",
    {**{key: shape for key, shape in LINK.keys.items() if key != "status"}, "proposed": Shape.TEXT},
)

# A key that is unknown in one table may belong to another of the same form of file.
OUTLINE_TABLES = (TOP, UNIT, POSITION, TYPE, LINK, HOLDER)
MODEL_TABLES = (MODEL, NODE, EDGE)
