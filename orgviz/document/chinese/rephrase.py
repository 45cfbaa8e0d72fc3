"""Say a Chinese sentence about an organisation in the plainest words that mean the same, before it is read."""

from __future__ import annotations

import re

from orgviz.document.chinese.behind_units import BEHIND_UNITS, NUMBER, SETS_UP, Reading
from orgviz.document.known.subjects import strong_start
from orgviz.document.names.held_posts import person_in
from orgviz.document.names.judging import STRONG, Sort, judge
from orgviz.document.names.lists import read_listing
from orgviz.document.names.people import is_person
from orgviz.document.text.hinted import Hinted, hinted
from orgviz.document.text.passages import Passage, behind, joined, linked
from orgviz.patterns import pattern

_CLASS = r"(?:部门|事业部|中心|小?组|科室|处室|团队|机构|单位|委员会|板块|岗位)"
_LEADS = r"(?:负责|领导|带领|牵头|管理|主管|分管|统筹|主持|带队|兼管)"


def rephrased(text: Passage) -> Passage:
    """Return a sentence in plain words: what 都是甲部的下属小组 is what 甲部下设; other sentences as they are.

    >>> from orgviz.document.text.passages import passage
    >>> rephrased(passage("会务组和联络组都是秘书处的下属小组", 1, 1)).text
    '秘书处下设会务组和联络组'
    >>> rephrased(passage("秘书处、财务部分别由王敏、李强负责", 1, 1)).text
    '秘书处由王敏负责，财务部由李强负责'
    """
    for form, plainly in _FORMS:
        match = form.match(text.folded)
        plain = plainly(text, match) if match else None
        if plain is not None:
            return plain
    return text


def _below(text: Passage, match: re.Match[str]) -> Passage | None:
    """Read 隶属于甲部的有一组和二组, and 一组和二组都是甲部的下属小组: 甲部下设一组和二组."""
    above, listed = text.cut(*match.span("above")), text.cut(*match.span("list"))
    items = read_listing(listed).items
    if judge(above.folded) not in STRONG or not items:
        return None
    if any(judge(item.name.folded) not in STRONG for item in items):
        return None
    return linked(above, "下设", listed)


def _each_led(text: Passage, match: re.Match[str]) -> Passage | None:
    """Read 甲部、乙部分别由王敏、李强负责, and 王敏、李强分别负责甲部、乙部: 甲部由王敏负责,乙部由李强负责."""
    units = [item.name for item in read_listing(text.cut(*match.span("units"))).items]
    leaders = [part for part in _parts(text.cut(*match.span("who"))) if part.text]
    if len(units) < _SEVERAL or len(units) != len(leaders):
        return None
    if any(judge(unit.folded) is not Sort.UNIT for unit in units):
        return None
    if any(judge(one.folded) is not Sort.POST and person_in(one) is None for one in leaders):
        return None
    parts: list[Passage] = []
    for unit, leader in zip(units, leaders, strict=True):
        parts += [behind(parts[-1], "，")] if parts else []
        parts += [unit, behind(unit, "由"), leader, text.cut(*match.span("verb"))]
    return joined(parts, "")


_SEVERAL = 2
_AND = pattern(r"、|以及|和|及|与")


def _parts(text: Passage) -> list[Passage]:
    return list(text.split(match.span() for match in _AND.finditer(text.folded)))


def _led_at_last(text: Passage, match: re.Match[str]) -> Passage | None:
    """Read 甲部共有12人,由经理王敏带领: 甲部共有12人。甲部由经理王敏带领."""
    end = strong_start(match["said"])
    if end is None or end == len(match["said"]) or judge(match["said"][:end]) is not Sort.UNIT:
        return None
    said, unit = text.cut(*match.span("said")), text.cut(0, end)
    return joined((said, behind(said, "。"), unit, text.cut(match.start("led"))), "")


def _below_that(text: Passage, match: re.Match[str]) -> Passage | None:
    """Read 最高管理者是总经理,下面有两名副总: 最高管理者是总经理。总经理下面有两名副总."""
    said, who = text.cut(*match.span("said")), text.cut(*match.span("who"))
    if judge(who.folded) is not Sort.POST:
        return None
    return joined((said, behind(said, "。"), who, text.cut(match.start("below"))), "")


def _held(text: Passage, match: re.Match[str]) -> Passage | None:
    """Read 王敏是甲部的经理, 任命王敏为甲部经理, and 甲部由王敏担任经理: 甲部经理由王敏担任."""
    who, post = text.cut(*match.span("who")), text.cut(*match.span("post"))
    unit = text.cut(*match.span("unit")) if match["unit"] else None
    unit = None if unit is None or _OF_ALL.fullmatch(unit.folded) else unit
    is_of_unit = unit is None or (judge(unit.folded) is Sort.UNIT and _DEPARTMENT.search(unit.folded) is not None)
    if not is_person(who.text, who.folded) or judge(post.folded) is not Sort.POST or not is_of_unit:
        return None
    said = [text.cut(*match.span("said")), behind(who, "。")] if match["said"] else []
    whole = [post] if unit is None else [unit, post]
    return joined((*said, *whole, behind(post, "由"), who, behind(who, "担任")), "")


_DEPARTMENT = pattern(r"(?:[部科处室组队]|部门|团队|板块|中心|委员会|车间)$")  # no university of a speaker
_OF_ALL = pattern(r"(?:[本我该]们?)?(?:公司|集团|学校|医院|企业|协会|学会|工厂|院|校|会)")


_LONGEST = 400  # characters of a sentence of many clauses, of which each is said plainly in turn


def _of_its_part(text: Passage, match: re.Match[str]) -> Passage | None:
    """Read 甲部下设的一组负责推广: 甲部下设一组。一组负责推广."""
    unit, part = text.cut(*match.span("unit")), text.cut(*match.span("part"))
    is_told = judge(unit.folded) is Sort.UNIT or _OF_ALL.fullmatch(unit.folded) is not None
    if len(text) > _LONGEST or not is_told or judge(part.folded) is not Sort.UNIT:
        return None
    said = (text.cut(0, match.start("unit") - 1), behind(unit, "。")) if match["said"] else ()
    rest = rephrased(text.cut(match.start("part")))
    return joined((*said, linked(unit, "下设", part), behind(part, "。"), rest), "")


def _its_own(text: Passage, match: re.Match[str]) -> Passage | None:
    """Read 甲部负责推广,其下设一组 and 以甲部为例,该部门下设一组: the second clause is about 甲部."""
    unit = text.cut(*match.span("unit"))
    if judge(unit.folded) is not Sort.UNIT:
        return None
    said = text.cut(*match.span("said")) if match["said"] else None
    rest = text.cut(match.end())
    return joined((unit, rest) if said is None else (said, behind(said, "。"), unit, rest), "")


def _each_below(text: Passage, match: re.Match[str]) -> Passage | None:
    """Read 一组属于甲部,二组属于乙部: 甲部下设一组。乙部下设二组."""
    first, rest = text.cut(*match.span("first")), text.cut(*match.span("rest"))
    plain = rephrased(first)
    return None if plain is first or len(text) > _LONGEST else joined((plain, behind(first, "。"), rephrased(rest)), "")


_FORMS: tuple[tuple[Hinted, Reading], ...] = (
    (
        hinted(
            "属|归",
            r"(?:直接|行政上)*(?:隶属于?|归属于?|直属于?|属于|归)(?P<above>[^,。;:的]{2,14}?)(?:管理|领导|管辖|管|下面|之?下)?的"
            rf"(?:{_CLASS})?,?(?:主要|还|共|分别)*(?:有|包括|是|为):?(?P<list>[^。;]+)$",
        ),
        _below,
    ),
    (
        hinted(
            "[是为属]",
            r"(?P<list>[^。;:]{2,60}?)(?:两者|二者|这?[两二三四五六七八九十\d]个(?:小?组|部门|科室|团队))?,?(?:都|均|也|则|同)*(?:(?:是|为|作为|属于|隶属于?)(?P<above>[^,。;:的]{2,14}?)"
            rf"(?:的|所属的?|下属的?|下设的?|内设的?|下面的?)+(?:下属|所属|直属|内设|下级|二级)*{_CLASS}$)",
        ),
        _below,
    ),
    (
        hinted("属", r"(?P<list>[^。;:]{2,60}?)(?:都|均|也|则|同)*(?<![隶归直])属于?(?P<above>[^,。;:的]{2,14})$"),
        _below,
    ),
    (
        hinted(
            "属.*,.*属", r"(?P<first>[^。;:,]{2,60}?属于?[^,。;:的]{2,14}),(?P<rest>[^。;:,]{2,60}?属于?[^。;:]{2,})$"
        ),
        _each_below,
    ),
    (
        hinted(
            "合并|整合|重组|更名|改组",
            rf"(?P<said>[^。;:]{{4,40}}?(?:合并|整合|重组|更名|改组)(?:组建|成立)?(?:为|成)(?P<unit>[^,。;:、]{{2,14}})),{SETS_UP}",
        ),
        _its_own,
    ),
    (
        hinted(
            "分别",
            rf"(?P<units>[^。;:]{{4,60}}?)(?:分别|依次)由(?P<who>[^。;:,]{{4,60}}?)(?P<verb>{_LEADS})(?:工作)?$",
        ),
        _each_led,
    ),
    (
        hinted(
            "分别",
            rf"(?P<who>[^。;:,]{{4,60}}?)(?:分别|依次)(?P<verb>{_LEADS})(?P<units>[^。;:]{{4,60}}?)(?:的?工作)?$",
        ),
        _each_led,
    ),
    (
        hinted(
            ",.?.?由",
            rf"(?P<said>[^。;:,由设置辖]{{4,40}}(?<!成立)(?<!组建)),(?:目前|现|并)?(?P<led>由(?P<who>[^,。;由]{{2,12}}?){_LEADS}(?:工作)?(?=$|,))",
        ),
        _led_at_last,
    ),
    (
        hinted(
            ",.{0,3}下",
            r"(?P<said>[^,。;]{0,14}(?:是|为)(?P<who>[^,。;的是为]{2,8})),(?:其|他|她)?的?"
            r"(?P<below>(?:下面|手下|之下|底下|下)(?:又|还|再|分别|直接)?(?:设|有|分|管).+)$",
        ),
        _below_that,
    ),
    (
        hinted(
            "是",
            r"(?P<said>)(?P<who>[^,。;的是]{2,4})(?:目前|现在?|就)?是(?P<unit>[^,。;的]{2,14})的(?P<post>[^,。;的]{2,8})$",
        ),
        _held,
    ),
    (
        hinted(
            "[任聘派]",
            r"(?P<said>)(?:[^,。;:、]{0,8}?(?:公司|集团|学校|医院|院|会|校|厂|厂部)(?:决定)?)(?:任命|聘任|委任|指派|聘请)(?P<who>[^,。;的是]{2,4}?)"
            r"(?:同志|先生|女士)?(?:为|任|担任|出任)(?:(?P<unit>[^,。;的、]{2,14})的)?(?P<post>[^,。;的、]{2,14})$",
        ),
        _held,
    ),
    (
        hinted(
            "由",
            r"(?P<said>)(?P<unit>[^,。;的由、]{2,14}?)(?:目前|现在?|暂|则)?由(?P<who>[^,。;的是]{2,4}?)(?:同志|先生|女士)?"
            r"(?:担任|出任|兼任)(?P<post>[^,。;的、]{2,8})$",
        ),
        _held,
    ),
    (
        hinted(
            ",.{0,2}由",
            rf"(?P<said>[^,。;]{{0,20}}?设有?(?P<post>[^,。;、设]{{2,8}}?)(?:{NUMBER}[名人位])?),(?:目前|现)?由(?P<who>[^,。;、]{{2,4}}?)"
            r"(?P<unit>)(?:同志|先生|女士)?(?:担任|兼任|出任)$",
        ),
        _held,
    ),
    (
        hinted(
            ",其",
            rf"(?P<said>(?P<unit>[^,。;:、]{{1,13}}?[部科处组室门心会块队])(?:主要|全面|具体)?(?:负责|承担|是|由)[^。;:]{{2,40}}),其{SETS_UP}",
        ),
        _its_own,
    ),
    (
        hinted(
            "[设属辖]的",
            r"(?P<said>(?:[^,。;:]{1,40},)*?)(?P<unit>[^,。;:、的]{2,14}?)(?:下设|下属|下辖|内设|所属|所辖)的"
            r"(?P<part>[^,。;:、的]{2,12}?)(?:则|主要|具体|全面|专门)*(?:负责|承担|由)",
        ),
        _of_its_part,
    ),
    (
        hinted(
            "[以拿就]",
            rf"(?P<said>)[以拿就](?P<unit>[^,。;:、]{{2,14}}?)(?:为例|来说|而言|来看),(?:[该其它](?:{_CLASS})?)?{SETS_UP}",
        ),
        _its_own,
    ),
    *BEHIND_UNITS,
)
