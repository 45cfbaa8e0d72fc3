"""Tell what the columns of a table within a document mean."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from orgviz.document.names.judging import Sort, judge
from orgviz.document.names.keys import SAY_NO_MORE
from orgviz.document.outline.cell_sorts import sort_of, sort_of_class
from orgviz.document.text.passages import Passage
from orgviz.folding import fold, fold_pattern
from orgviz.patterns import pattern
from orgviz.table.words import fold_word
from orgviz.table.words import words as table_words


class Column(StrEnum):
    """What stands in a column."""

    UNIT = "unit"
    POST = "position"
    PERSON = "person"
    NAME = "name"
    HEAD = "head"
    MEMBERS = "members"
    ABOVE = "reports to"
    BELOW = "parts"
    DUTY = "duty"
    SEATS = "seats"
    STATUS = "status"
    TIME_OR_PRICE = "time or price"
    REACHED_BY = "phone number"


PEOPLE: Final = frozenset((Column.PERSON, Column.NAME))  # what holds the names of people
_FIELDS = {
    "department": Column.UNIT, "unit_name": Column.NAME, "label": Column.NAME, "title": Column.POST,
    "name": Column.PERSON, "lead": Column.HEAD, "boss": Column.HEAD, "manager": Column.ABOVE,
    "parent": Column.ABOVE, "parent_any": Column.ABOVE, "members": Column.MEMBERS, "duty": Column.DUTY,
    "seats": Column.SEATS, "fte": Column.SEATS, "status": Column.STATUS,
}  # fmt: skip
_BY_SORT: Mapping[Sort | None, Column] = {Sort.UNIT: Column.UNIT, Sort.POST: Column.POST}
# Beside the names in `orgviz/lexicon/columns.yaml`, folded as there.
_MORE = (
    (Column.BELOW, (
        r"(?:下属|下设|内设|子|下辖|直属)(?:部门|机构|科室|单位|小组|团队|岗位)|(?:岗位|人员)(?:设置|配置|构成)"
        r"|直接下级|下级|subteams|subunits|"
r"subgroups|(?:its|own|sub|component)?(?:divisions|sections|units|departments|subdivisions)|directreports|teams|roles|하위부서|下位部署|係|내부조직|unterstellte")),
    (Column.UNIT, (
        r"(?:内设|下设|直属|主要|职能|业务|工作|责任)?(?:机构|处室|科室|(?:工作|专项|应急|功能)小?组|小组|团队|组别|班组|中心|委员会"
        r"|部门)(?:名称|设置)?|部门(?:机构|及岗位|岗位)|(?:层级|级别|类别|分类)/?部门|"
r"分管部门|一级部门|(?:working|interest|user)group|subteam|sig|wg|squad|tribe|committee|council|"
r"chapter|guild|\w{0,24}(?:team|squad|tribe|guild|committee|department|division|group|board|crew|council)name|チーム(?:名)?|部署(?:名)?|部門(?:名)?|部门名?|课名?|課名?|係名?|组织名?|所属|팀|"
r"팀명|부서|부서명|조직|조직명|abteilung|bereich|referat|gremium|organ|fachbereich|sachgebiet|équipe|"
r"equipe|service|direction|département|departamento|setor|phòngban|bộphận")),
    (Column.POST, (
        r"(?:成员|人员|岗位|职位)(?:类型|类别)|(?:主要|关键|核心|现有|编制|常见|常设|典型|代表性?|所需|相关|下设|包含|涉及)*(?:岗位|职位|角色|职务)(?:名称|设置|职务)?|岗位角色|役職(?:名)?|役割名"
        r"|職位|职名|職名|ポジション|직책|직위|직급|"
r"보직|직무|stelle|amt|posten|ehrenamt|vorstandsamt|funktion|rolle|poste|fonction|cargo|chứcdanh|"
r"(?:new|open|key|proposed|planned)(?:role|position|post)s?|jobrole|officer|office holder")),
    (Column.HEAD, (
        r"(?:部门|团队|小组|主要|总|第一)?(?:牵头人|带头人|主管|领导|长|负责人姓名|组长姓名)|[班队站科处股室店厂课段院校馆所]长(?:姓名)?|现任负责人|담당자"
        r"|팀장|부서장|책임자|リーダー|責任者|责任者|部長|课长|"
r"課長|部门长|部門長|代表者?|担当者?|leitung|leiter(?:in)?|vorsitz(?:ende[rn]?)?|ansprechpartner(?:in)?|"
r"chairs?|cochairs?|chairperson|owners?|captain|(?:section|group|ward|desk|crew|squad|shift|branch|division)(?:leads?|leaders?|heads?|chiefs?|managers?)|teamleads?|techleads?|leads?|ledby|headedby|"
r"contactperson|responsable|chef|gerente|trưởngphòng")),
    (Column.MEMBERS, (
        r"(?:团队|小组|主要|核心|现有|部门)?(?:成员|人员|组员|队员)(?:名单|构成|组成)?|구성원|팀원|メンバー"
        r"|構成員|mitglieder|maintainers?|"
r"reviewers?|approvers|staffmembers|membres|membros")),
    (Column.SEATS, (
        r"(?:现有|招聘|配备|配置|岗位|编制|计划|建议|部门|定编)?(?:人数|人员数|人员数量|数量|编制|定员"
        r"|员额)(?:人|名)?|인원|인원수|정원|현원|人員|定員|员数|"
r"メンバー数|人員数|stellen(?:anzahl)?|anzahl|mitarbeiter(?:zahl)?|personal|teamsize|size|effectif|"
r"count|numberofpeople|quantity|qty")),
    (Column.DUTY, (
        r"(?:主要|核心|工作|岗位|部门|基本|具体|关键|职能|负责)*(?:职责|职能|任务|工作内容|分工|业务|定位|内容"
        r"|事项|范围|领域|工作)(?:描述|说明|范围|概述)?|"
r"职责范围|负责内容|说明|描述|业务内容|업무|주요업무|담당업무|업무내용|역할|기능|担当领域|担当領域|担当業務"
r"|担当业务|業務|業務内容|役割|主な(?:役割|業務|业务)|"
r"分掌(?:事務|事务)|aufgaben(?:bereich|gebiet)?|aufgabe|zuständigkeit(?:en)?|verantwortung|"
r"schwerpunkte?|scope|focus(?:area)?|owns|what(?:we|they|it)(?:do|does)|remit|role(?:and)?responsibilities|"
r"keyresponsibilities|mainresponsibilities|details|summary|responsiblefor|serviceowned|ownership|missions?|"
r"responsabilidades|nhiệmvụ")),
    (Column.ABOVE, (
        r"(?:直接|汇报|隶属|行政)*(?:上级|汇报对象|上级部门|上级岗位|汇报给)|汇报线|归口管理|상위부서|상위조직"
        r"|보고|上位部署|上司|上長|vorgesetzte[r]?|"
r"berichtetan|unterstellt|übergeordnet|reportsinto|reportingline")),
    (Column.PERSON, (
        r"(?:担任|任职|现任)?(?:姓名|人员姓名)|이름|성명|氏名|名前|担当者名|vorname|nachname|nom|nome|họtên|who"
        r"|incumbents?|"
r"officeholder|currentholder|(?:team|core|staff|board|committee|council)?member|humans?")),
    (Column.TIME_OR_PRICE, (
        r"(?:.*(?<!入职)(?<!任职)(?<!到岗)(?<!成立)(?<!设立)(?<!加入)(?:时间|日期)|.*(?:价格|金额|费用|单价|报价|课时|星期|周[一二三四五六日].*|周末|租金|班次))|date"
        r"|dates?time|time|price|cost|"
r"costs|monday.*|hours|day|when|deadline|tuesday|wednesday|weekdays?|日時|料金|価格|날짜|시간|가격|"
r"uhrzeit|datum|preis")),
    (Column.STATUS, r"状况|现状|备注状态|상태|状態"),
)  # fmt: skip
_PATTERNS = tuple((column, pattern(fold_pattern(named))) for column, named in _MORE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Where each kind of column stands, the levels of departments, the header's cells, and those that are posts."""

    header: tuple[Passage, ...]
    places: Mapping[Column, int]
    levels: tuple[int, ...]
    posts: tuple[int, ...] = ()

    def cell(self, row: Sequence[Passage], column: Column) -> Passage | None:
        """Return what a row has in a column, if it has anything."""
        place = self.places.get(column)
        return row[place] if place is not None and place < len(row) and row[place].text else None

    @property
    def place_of_names(self) -> int | None:
        """Where the names of what the rows are stand, unless several columns make a path of departments."""
        return None if self.levels or self.subject is None else self.places[self.subject]

    @property
    def subject(self) -> Column | None:
        """What a row is: a post before a unit before a person."""
        for column in (Column.POST, Column.UNIT, Column.NAME, Column.PERSON):
            if column in self.places or (column is Column.UNIT and self.levels):
                return column
        return None


_WEAK_UNITS = pattern(
    r"areas?|projects?|initiatives?|领域|板块|workstreams?|track|topic|domain|分野|영역|themen?|stream|组件|module"
)


def may_be_units(cell: Passage) -> bool:
    """Whether a header is that of units where somebody leads them or belongs to them, and of anything else otherwise.

    >>> from orgviz.document.text.passages import passage
    >>> may_be_units(passage("Workstream", 1, 1)), may_be_units(passage("Department", 1, 1))
    (True, False)
    """
    return _WEAK_UNITS.fullmatch(fold_word(cell.text)) is not None


def column_of(name: str) -> Column | None:
    """Return what a column is by its name.

    >>> column_of("负责人"), column_of("Working Group"), column_of("부서"), column_of("价格")
    (<Column.HEAD: 'head'>, <Column.UNIT: 'unit'>, <Column.UNIT: 'unit'>, <Column.TIME_OR_PRICE: 'time or price'>)
    """
    if not name or len(name) > 40:
        return None
    folded = fold_word(fold(re.sub(r"[(（].*[)）]", "", name)))
    for column, form in _PATTERNS:
        if form.fullmatch(folded):
            return column
    field = table_words().field(name)
    return _FIELDS.get(field) if field is not None else _BY_SORT.get(sort_of_class(folded))


def title_of_column(columns: Columns, column: Column) -> Passage | None:
    """Return the name of a column of heads as a title, where it says more than that somebody leads."""
    header = columns.header[columns.places[column]]
    is_title = column is Column.HEAD and judge(header.folded) is Sort.POST
    return header if is_title and header.folded.strip() not in SAY_NO_MORE else None


_PARTS = pattern(
    r"(?P<units>部门|机构|科室|单位|小组|团队|teams|units|groups|divisions|sections|departments|부서|部署|係|조직)|(?P<posts>岗位|人员|roles|positions)"
)


def sort_of_parts(columns: Columns) -> Sort | None:
    """Return what the column of parts holds by its name: units below 下设科室, posts below roles."""
    match = _PARTS.search(columns.header[columns.places[Column.BELOW]].folded)
    return None if match is None else Sort.UNIT if match["units"] else Sort.POST


def is_header(cells: Sequence[Passage]) -> bool:
    """Whether a row can only be a header: at least two of its cells are names of columns, and half of all."""
    known = sum(column_of(cell.text) is not None for cell in cells)
    return known >= 2 and 2 * known >= len(cells)


def read_columns(header: Sequence[Passage]) -> Columns:
    """Tell what the columns below a header hold."""
    found: list[Column | None] = [column_of(cell.text) for cell in header]
    ranks: dict[tuple[int, int], int] = {}
    for place, cell in enumerate(header):
        rank = table_words().level(cell.text) if cell.text else None
        if rank is not None:
            ranks.setdefault(rank, place)
    levels = _levels(ranks, found)
    found = [Column.BELOW if _are_parts(found, header, place) else column for place, column in enumerate(found)]
    places: dict[Column, int] = {}
    for place, column in enumerate(found):
        if column is not None and place not in levels:
            places.setdefault(column, place)
    if Column.UNIT not in places and not levels and Column.POST not in places:
        weak = next((place for place, cell in enumerate(header) if may_be_units(cell)), None)
        if weak is not None and {Column.HEAD, Column.MEMBERS, Column.PERSON} & places.keys():
            places[Column.UNIT] = weak
    if Column.BELOW in places and Column.UNIT not in places and Column.POST not in places and not levels:
        is_posts = "岗" in header[places[Column.BELOW]].text or "role" in header[places[Column.BELOW]].folded
        places[Column.POST if is_posts else Column.UNIT] = places.pop(Column.BELOW)
    return Columns(header=tuple(header), places=places, levels=levels)


def _are_parts(found: Sequence[Column | None], header: Sequence[Passage], place: int) -> bool:
    """Whether a column behind that of units is called after several of them: Division, Departments."""
    is_further = found[place] is Column.UNIT and Column.UNIT in found[:place] and Column.BELOW not in found
    return is_further and _SEVERAL.fullmatch(header[place].folded) is not None


_SEVERAL = pattern(r"(?:\w+ )?(?:departments|divisions|sections|teams|squads|committees)")


def with_titles(columns: Columns, rows: Sequence[Sequence[Passage]]) -> Columns:
    """Take a column beside people that is called after roles for one of titles, where its cells are titles."""
    places = columns.places
    place = places.get(Column.DUTY)
    if place is None or Column.POST in places or not places.keys() & {Column.PERSON, Column.NAME}:
        return columns
    cells = [row[place] for row in rows if place < len(row) and row[place].text]
    posts = sum(sort_of(cell.folded) is Sort.POST for cell in cells)
    if not cells or 2 * posts <= len(cells):
        return columns
    return replace(columns, places={Column.POST if one is Column.DUTY else one: at for one, at in places.items()})


def _levels(ranks: Mapping[tuple[int, int], int], found: Sequence[Column | None]) -> tuple[int, ...]:
    """Return the columns that make a path of departments, from the highest down."""
    numbered = [ranks[rank] for rank in sorted(ranks) if rank[0] == 0]
    worded = [ranks[rank] for rank in sorted(ranks) if rank[0] == 1]
    if numbered:
        units = [place for place, column in enumerate(found) if column is Column.UNIT and place not in numbered]
        return (*numbered, units[0]) if len(numbered) == 1 and units and units[0] > numbered[0] else tuple(numbered)
    is_rising = worded == sorted(worded)
    return tuple(worded) if len(worded) > 1 and is_rising and Column.ABOVE not in found else ()
