"""Take out of a Chinese sentence what is no name: grades, what a unit serves as, quotes, the staff by their titles."""

from __future__ import annotations

from orgviz.document.text.passages import Passage, joined
from orgviz.patterns import pattern

_OFFICE = (
    r"(?:特任|简任|[荐薦]任|委任|聘任|派任|选任|特派|简派|[荐薦]派|委派|简聘|[荐薦]聘|聘用|约聘|约雇|雇用"
    r"|警监|警正|警佐)"
)
_RANK = r"(?:第?[一二三四五六七八九十]{1,3}(?:职等|等|级)?(?:至|到|或|、|-)?)*"
_GRADE = pattern(
    rf"(?<=[,、人名员额\d)])[,、]?(?:职务|官等|均|皆|俱|分别|其中|其|得|各)*(?:列|比照|系|为)?{_OFFICE}(?:待遇)?{_RANK}"
    rf"(?:(?:或|至|、|兼|及)?(?:列|比照)?{_OFFICE}(?:待遇)?{_RANK})*(?=[,、。;)]|$)"
    r"|,?(?:职务|官等)(?:均|皆|得|各)*(?:列|比照)[^,。;、]{2,40}?职等(?=[,。;、]|$)"
    r"|\((?:内|其中|含)[^()]{0,12}[一二三四五六七八九十两\d]+(?:人|名)[^()]{0,24}\)"
    r"|\((?:享受)?(?:正|副)?[处科厅局股县部]级(?:待遇)?\)"
    r"|(?<=[人名位个])不等(?=[,。;、]|$)"
    r"|,?\((?:可)?由[^()]{2,16}(?:兼任|担任|兼)\)"
    r"|(?<=[部门组处科室局院所会心队团办])作为[^,。;、:]{2,24},"
    r"|,(?:其中|内)[一二三四五六七八九十两\d]{1,3}人,?(?:得|均|并)?(?:列|比照)[^,。;]{0,24}?(?:职等|任|警监|警正)(?=[,。;、]|$)"
)
# Who is employed is no part: 现有职工50余人.
HEADCOUNT = pattern(
    r"(?:全[院校厂馆所局]|公司|现有|共有|在职|在编|专职|正式|全职)*(?:教?职工|员工|职员|专任教师|工作人员|从业人员|专业技术人员|技术人员)[^,、]{0,4}\d"
)
_LEARNED = pattern(r"(?:教授|讲师|院士|导师|研究员|职称|博士|硕士|学位)[^,、。;]{0,3}\d")
_QUOTED = pattern(r"[「『“\"](?P<name>[^「」『』“”\",。;:、]{2,14})[」』”\"]")
_HINT = pattern(r"[「『“\"]|作为|[任警派聘雇]|职等|不等|级\)|待遇\)|\((?:内|其中|含|可?由)")


def without_asides(text: Passage) -> Passage:
    """Return a sentence less these, its words in their places."""
    headcount = HEADCOUNT.search(text.folded)
    if headcount and _LEARNED.search(text.folded, headcount.end()):
        text = text.cut(0, headcount.start())  # 教职工80人,其中教授12人: how learned they are
    if not _HINT.search(text.folded):
        return text
    cuts = [match.span() for match in _GRADE.finditer(text.folded)]
    for match in _QUOTED.finditer(text.folded):
        cuts += [(match.start(), match.start("name")), (match.end("name"), match.end())]
    if not cuts:
        return text
    parts = [part for part in text.split(sorted(cuts)) if part.text]
    return joined(parts, "") if parts else text
