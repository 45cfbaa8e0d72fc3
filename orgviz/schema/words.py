"""What each key of the language says, for whoever hovers over it in an editor; data only.

Each key has a sentence or two and an example; `tests/schema` holds them against the tables in `orgviz.build`.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TypeAlias

Said: TypeAlias = tuple[str, str]
"""What a key says, and an example of it as YAML."""
Words: TypeAlias = Mapping[str, Said]

_ID: Said = (
    "A name for references. It is needed only where two units or posts are called the same.",
    "id: east-sales",
)
_TYPE: Said = (
    "What kind of department it is. Left out, it is told from the name, then taken from the unit above.",
    "type: operations",
)
_DUTY: Said = ("What it is responsible for, in a few words.", "duty: 商品、活动、用户与数据")
_EXISTENCE = {
    "status": (
        "Whether it stands as drawn. The usual is 'active'; what is 'closed' is not drawn.",
        "status: planned",
    ),
    "from": ("The first day on which it exists, written year-month-day.", "from: 2026-10-01"),
    "until": ("The last day on which it exists, written year-month-day.", "until: 2026-11-15"),
}
_URL: Said = ("A link for the box: http, https or mailto.", "url: https://example.com/ops")
_FTE: Said = (
    "Full-time equivalents of all seats together, for counting. Left out, every seat is one full-time job.",
    "fte: 0.5",
)
_PHOTO: Said = (
    "A picture of them, or the logo of a unit: a file below the folder of this one.",
    "photo: photos/wangmin.jpg",
)
_DOTTED_TO: Said = (
    "Further managers, by name or id: each gets a dotted line, which never moves a box.",
    "dotted_to: [cfo]",
)
_ASSISTANTS: Said = ("Posts that stand beside it rather than below it.", "assistants: [运营助理]")
_REPORTS: Said = (
    "The posts and people below it. A bare text is a post with that title.",
    "reports: [客服班长, 客服文员]",
)
_UNITS: Said = ("The units below it. A bare text is a unit with that name.", "units: [商品运营部, 活动运营部]")
_POSITIONS: Said = (
    "Its posts: seats that are there even when nobody sits in them. A bare text is a post with that title.",
    "positions: [运营专员, {title: 客服专员, seats: 5}]",
)
_REPORTS_TO: Said = (
    "The one above it, by name or id: for posts that are listed flat instead of nested under 'reports'.",
    "reports_to: ceo",
)

TOP: Words = MappingProxyType(
    {
        "version": ("The version of this language: 1.", "version: 1"),
        "title": ("What the chart is called; it stands above it.", "title: 启明电商组织架构"),
        "lang": ("The language of the chart, such as zh-CN or en. Left out, it is told from the names.", "lang: zh-CN"),
        "types": (
            "Your own kinds of departments, or another label or colour for those that are built in.",
            "types: {channel: {label: 渠道, color: teal, match: [渠道, 直播]}}",
        ),
        "extends": (
            "The file that this one is a variant of: everything in it holds, but for the changes.",
            "extends: base.yaml",
        ),
        "include": (
            "Files whose units, posts, links, types and views belong to this organisation, too.",
            "include: [finance.yaml, {file: sales.yaml, under: 销售中心}]",
        ),
        "changes": (
            "What is different from the file that this one extends, from the top down.",
            "changes: [{move: 客服部, under: 运营中心}]",
        ),
        "units": (
            "The departments, teams, offices. A bare text is a unit with that name.",
            "units: [市场部, {name: 财务部, head: 王敏}]",
        ),
        "positions": (
            "Posts and people outside departments, nested by 'reports' or flat by 'reports_to'.",
            "positions: [{title: CEO, holder: Ann, reports: [CTO]}]",
        ),
        "links": (
            "Lines across. They never move a box.",
            "links: [{from: 活动运营部, to: 客服部, kind: collaborates, label: 大促}]",
        ),
        "views": (
            "Parts of the organisation that are drawn by their names with --view.",
            "views: {高层: {depth: 2}}",
        ),
        "check": (
            "How severe each check of this file is, and from how many direct reports on somebody has too many.",
            "check: {max-span: 12, severity: {two-posts: off}}",
        ),
        "$schema": (
            "The JSON Schema by which an editor checks this file. orgviz itself takes no notice of it.",
            "$schema: ./orgviz.schema.json",
        ),
    }
)
UNIT: Words = MappingProxyType(
    {
        "name": ("What the unit is called.", "name: 运营中心"),
        "id": _ID,
        "type": _TYPE,
        "head": (
            "Who leads it: a name, a post with its holder, or a list of those who lead together.",
            "head: {title: 总经理, holder: 王敏}",
        ),
        "duty": _DUTY,
        **_EXISTENCE,
        "url": _URL,
        "photo": _PHOTO,
        "dotted_to": _DOTTED_TO,
        "assistants": _ASSISTANTS,
        "members": ("People without a named post.", "members: [李四, 赵六]"),
        "positions": _POSITIONS,
        "units": _UNITS,
    }
)
POSITION: Words = MappingProxyType(
    {
        "title": ("What the post is called.", "title: 客服专员"),
        "id": _ID,
        "type": _TYPE,
        "holder": (
            "Who is in the post: a name, a list of names, or 'vacant'. Left out, nothing is said about it.",
            "holder: [李四, {name: 赵六, from: 2026-07-01}]",
        ),
        "seats": (
            "How many people the post is meant for. Seats without a holder are drawn as vacancies.",
            "seats: 5",
        ),
        "fte": _FTE,
        "duty": _DUTY,
        **_EXISTENCE,
        "url": _URL,
        "photo": _PHOTO,
        "reports_to": _REPORTS_TO,
        "dotted_to": _DOTTED_TO,
        "assistants": _ASSISTANTS,
        "reports": _REPORTS,
        "units": _UNITS,
    }
)
HOLDER: Words = MappingProxyType(
    {
        "name": ("Who holds the post.", "name: 王敏"),
        "from": ("The first day on which they hold it, written year-month-day.", "from: 2026-07-01"),
        "until": ("The last day on which they hold it, written year-month-day.", "until: 2026-06-30"),
        "photo": _PHOTO,
    }
)
PERSON: Words = MappingProxyType(
    {
        "name": ("The person's name.", "name: 李四"),
        "holder": ("The person's name: the same as 'name', for someone without a title.", "holder: 李四"),
        "id": _ID,
        "type": _TYPE,
        "fte": _FTE,
        "duty": _DUTY,
        **_EXISTENCE,
        "url": _URL,
        "photo": _PHOTO,
        "reports_to": _REPORTS_TO,
        "dotted_to": _DOTTED_TO,
        "assistants": _ASSISTANTS,
        "reports": _REPORTS,
        "units": _UNITS,
    }
)
TYPE: Words = MappingProxyType(
    {
        "label": ("What the legend calls it.", "label: 渠道"),
        "color": ("A colour name of the theme, or a colour in quotes.", 'color: "#2563eb"'),
        "match": ("Words that make a unit of this type when they stand in its name.", "match: [渠道, 直播]"),
    }
)
_ENDS = {
    "from": ("Where the line begins: a name, or an id where a name stands twice.", "from: 活动运营部"),
    "to": ("Where the line ends: a name, or an id where a name stands twice.", "to: 客服部"),
}
LINK: Words = MappingProxyType(
    {
        **_ENDS,
        "kind": (
            "What the line means: collaborates (the usual), supports, member, dotted; reports is a second solid line.",
            "kind: supports",
        ),
        "label": ("What stands on the line.", "label: 大促"),
        "since": ("The first day on which the line exists, written year-month-day.", "since: 2026-10-20"),
        "until": ("The last day on which the line exists, written year-month-day.", "until: 2026-11-18"),
        "status": (
            "'proposed' for a line that a document only suggests: it is kept here, but not drawn.",
            "status: proposed",
        ),
    }
)
VIEW: Words = MappingProxyType(
    {
        "title": ("The title of this view's chart, in place of that of the file.", "title: 大促期间的组织"),
        "root": ("Only this unit or post, and what stands below it.", "root: 运营中心"),
        "depth": ("Only so many levels of units; what is below is counted on its box.", "depth: 2"),
        "type": ("Only departments of these types, and who stands above them.", "type: [service, support]"),
        "only_units": ("Departments without posts and people.", "only_units: true"),
        "hide_names": ("Posts without the names of people.", "hide_names: true"),
        "collapse": ("Units or posts with nothing below them but a count.", "collapse: [客服部]"),
        "status": ("Only what has one of these statuses, and who stands above it.", "status: [planned, optional]"),
        "text": ("Only what has this text in its name, title, duty or holders.", "text: 客服"),
        "as_of": ("Only what exists on this day, written year-month-day.", "as_of: 2026-11-01"),
    }
)
CHECK: Words = MappingProxyType(
    {
        "max-span": ("From how many direct reports on somebody has too many.", "max-span: 12"),
        "severity": (
            "How severe each check is: error, warning, note or off.",
            "severity: {two-posts: off, look-alike-names: error}",
        ),
    }
)
INCLUDED: Words = MappingProxyType(
    {
        "file": ("The file, seen from this one.", "file: sales.yaml"),
        "under": ("The unit below which the units and posts of that file stand.", "under: 销售中心"),
    }
)
