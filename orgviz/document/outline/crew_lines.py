"""Tell lines that say nothing but who works in the unit above them, and lines that begin with another one like it."""

from __future__ import annotations

from orgviz.document.names.crew import read_crew
from orgviz.document.names.entry import read_entry
from orgviz.document.names.judging import Sort, is_wide, judge
from orgviz.document.names.ranks import is_top_rank
from orgviz.document.outline.line import Line
from orgviz.document.outline.open_items import Nest
from orgviz.patterns import pattern

_TITLES = ("bare", "bold", "key", "named")


def is_crew_of_open(nest: Nest, line: Line) -> bool:
    """Whether a line below a unit's name counts its posts or says who holds them: 经理 何勇; 前台1人，司机2人."""
    place, following = len(nest.marks), len(nest.marks) + 1
    if line.after_blank or not nest.open or not is_wide(line.body.folded):
        return False
    if following < len(nest.lines) and nest.lines[following].indent > line.indent:
        return False
    titles = [one for one in nest.open[-_FEW:] if nest.form(one) in _TITLES and nest.indent(one) == line.indent]
    if not titles or place - titles[0] > _NEAR or read_entry(nest.lines[titles[0]].body).sort is not Sort.UNIT:
        return False
    if read_entry(line.body).sort is Sort.UNIT:
        return False
    crew = read_crew(line.body)
    posts = [clause.post for _, clause in crew.told if clause.post is not None]
    is_whole = bool(posts) and len(posts) == len(crew.told) and not crew.left
    is_headed = nest.title(titles[0]).endswith(":")  # 总经办: 总经理 王平
    return is_whole and (is_headed or not any(is_top_rank(post.name.folded) for post in posts))


_NEAR = 12  # lines that a unit's own may be
_FEW = 4  # open items, the innermost, among which the unit is
_CLASS = pattern(
    r"[\u4e00-\u9fff]{1,11}(?P<class>部|科|处|室|组|队|中心|办公室|委员会|车间|课|係|局|站|所|厂)(?=[:\s(は]|下设|下辖|负责|由|分为|$)"
)


def is_unit_beside(title: str, folded: str) -> bool:
    """Whether a line begins with a unit of the same class as the one alone on a line before it: 财务部, 技术部下设两组.

    >>> is_unit_beside("财务部", "技术部下设前端组、后端组"), is_unit_beside("技术部", "前端组:三人")
    (True, False)
    """
    first, second = _CLASS.match(title), _CLASS.match(folded)
    if first is None or second is None or first["class"] != second["class"]:
        return False
    return first.end() == len(title) and judge(first[0]) is Sort.UNIT and judge(second[0]) is Sort.UNIT


_LED_BESIDE = pattern(
    r"(?!(?:The|It|This|That|Each|Every|They|He|She|We|All|Our|Its|These)\b)"
    r"(?P<name>[A-Z][\w'-]+(?:[ &]+[\w'-]+){0,4}?)"
    r" (?:is|are) (?:led|run|headed|managed|chaired|directed|overseen) by "
)


def is_led_beside(line: Line, title: str) -> bool:
    """Whether a line without a mark says of another than the one above who leads it: Operations is run by Ann Lee."""
    match = _LED_BESIDE.match(line.body.text)
    return match is not None and not title.startswith(match["name"].lower())
