"""Write an `Org` as a roster in CSV; read again it gives the same tree of units, posts, people and holders.

One row is a unit, a holder of a post, a vacancy, a post without either, or a person. The rows of one post have
one id. A table cannot hold: the title, the language and own types; links but dotted lines, and their labels;
names that stand for something in a cell (lists with ``、``, words such as 空缺 or 无); spaces at their ends.
Columns that would be empty are left out, but for the first five.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from orgviz.counts.tally import tally_of
from orgviz.model import TYPE_NAMES, EdgeKind, Node, NodeKind, Org, Status
from orgviz.vocabulary import language_key, vocabulary

# By the key of a cell: the header in Chinese, simplified and traditional, and in English.
_HEADERS: Mapping[str, tuple[str, str, str]] = MappingProxyType(
    {
        "id": ("编号", "編號", "ID"),
        "parent": ("上级编号", "上級編號", "Parent ID"),
        "unit": ("部门", "部門", "Department"),
        "title": ("职位", "職位", "Job title"),
        "name": ("姓名", "姓名", "Name"),
        "head": ("是否负责人", "是否負責人", "Is lead"),
        "assistant": ("是否助理", "是否助理", "Is assistant"),
        "seats": ("编制", "編制", "Seats"),
        "fte": ("FTE", "FTE", "FTE"),
        "dotted": ("虚线汇报", "虛線彙報", "Dotted line to"),
        "status": ("状态", "狀態", "Status"),
        "type": ("部门类型", "部門類型", "Department type"),
        "from": ("开始日期", "開始日期", "From"),
        "until": ("结束日期", "結束日期", "Until"),
        "url": ("链接", "鏈接", "URL"),
        "photo": ("照片", "照片", "Photo"),
        "duty": ("职责", "職責", "Duty"),
    }
)
_ALWAYS = ("id", "parent", "unit", "title", "name")
_FORMULA = re.compile(r"'*[=+\-@\t\r]")


def to_csv(org: Org) -> str:
    """Return the organisation as CSV with a header in its own language; lines end in ``\\n``."""
    words = _Words(org.lang)
    rows = list(_rows(org, words))
    columns = [key for key in _HEADERS if key in _ALWAYS or any(row.get(key) for row in rows)]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([_HEADERS[key][words.number] for key in columns])
    writer.writerows([guarded(row.get(key, "")) for key in columns] for row in rows)
    return out.getvalue()


def guarded(text: str) -> str:
    """Put an apostrophe before what a spreadsheet would run as a formula; the reader takes it away again.

    >>> guarded("=1+1"), guarded("A=1")
    ("'=1+1", 'A=1')
    """
    return f"'{text}" if _FORMULA.match(text) else text


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a language that stand in cells."""

    lang: str

    @property
    def number(self) -> int:
        """The place of the language among the headers."""
        return {"zh-hans": 0, "zh-hant": 1}.get(language_key(self.lang), 2)

    @property
    def yes(self) -> str:
        """The mark of a cell that is true."""
        return "yes" if self.number == 2 else "是"

    @property
    def vacant(self) -> str:
        """The word for nobody in a post."""
        return "vacant" if self.number == 2 else vocabulary(self.lang).vacant

    def status(self, status: Status) -> str:
        """Return the word for a status; nothing for the usual one."""
        if status is Status.ACTIVE:
            return ""
        return status.value if self.number == 2 else vocabulary(self.lang).statuses[status]

    def type(self, name: str) -> str:
        """Return the word for a type; a type of the file's own has none."""
        if name not in TYPE_NAMES:
            return ""
        return name if self.number == 2 else vocabulary(self.lang).types[name]


def _rows(org: Org, words: _Words) -> Iterator[dict[str, str]]:
    units: dict[str, str] = {}
    dotted: dict[str, list[str]] = {}
    for edge in org.edges:
        if edge.kind is EdgeKind.DOTTED:
            dotted.setdefault(edge.source, []).append(edge.target)
    for node in org.nodes:
        units[node.id] = node.name if node.kind is NodeKind.UNIT else units.get(node.parent or "", "")
        shared = _shared(node, units[node.id], dotted.get(node.id, []), words)
        if node.kind is NodeKind.POSITION:
            holders = _seats(node, words)
            for holder, share in zip(holders, _shares(node, len(holders)), strict=True):
                yield shared | {"title": node.name, "name": holder, "fte": share, "photo": _photo(node, holder)}
        elif node.kind is NodeKind.PERSON:
            yield shared | {"name": node.name, "photo": _photo(node, None)}
        else:
            yield shared | {"photo": _photo(node, None)}


def _photo(node: Node, holder: str | None) -> str:
    """Return the file of a holder, or of an only holder and of the node itself."""
    is_own = len(node.holders) < 2 and (not node.holders or holder in (None, *node.holders))
    files = {photo.of: photo.file for photo in node.photos}
    return files.get(holder) or (files.get(None) if is_own else None) or ""


def _seats(node: Node, words: _Words) -> list[str]:
    """Return the names of a post's rows: its holders, and one row for all vacancies."""
    is_vacant = node.vacant or (bool(node.holders) and node.vacancies > 0)
    return [*node.holders, *([words.vacant] if is_vacant else [])] or [""]


def _shares(node: Node, rows: int) -> Iterator[str]:
    """Yield each row's part of a post's full-time equivalents: the same for every seat, together what the post has."""
    if node.fte is None:
        yield from [""] * rows
        return
    left = node.fte
    one = round(node.fte / max(tally_of(node).seats, 1), 3)
    for row in range(rows):
        share = left if row == rows - 1 else min(one, left)
        left -= share
        yield f"{share.normalize():f}"


def _shared(node: Node, unit: str, dotted: list[str], words: _Words) -> dict[str, str]:
    return {
        "id": node.id,
        "parent": node.parent or "",
        "unit": unit,
        "head": words.yes if node.head else "",
        "assistant": words.yes if node.assistant else "",
        "seats": str(node.seats) if node.seats is not None else "",
        "fte": str(node.fte) if node.fte is not None else "",
        "dotted": "；".join(dotted),
        "status": words.status(node.status),
        "type": words.type(node.type) if node.given_type and node.type else "",
        "from": node.start or "",
        "until": node.end or "",
        "url": node.url or "",
        "duty": node.duty or "",
    }
