"""What a heading or a sentence that leads to a list says of the list's items."""

from __future__ import annotations

import re
from enum import StrEnum

from orgviz.document.names.about_units import is_about_units
from orgviz.document.names.keys import Key
from orgviz.patterns import pattern


class Promise(StrEnum):
    """What the items below are."""

    OPEN = "open"
    UNITS = "units"
    POSTS = "positions"
    MIXED = "units or positions"
    PEOPLE = "people"
    DUTIES = "duties"
    NOTHING = "nothing of an organisation"


_DUTIES = pattern(
    r"(?:职责|职能|任务|职权|职掌|掌理|事项|要求|条件|资格|工作内容|负责|工作(?:是|如下)|权利|义务|注意"
    r"|以下几点|以下几个?方面|几点|原则|目标|步骤|流程|优势|特点|好处|问题|(?<!成员)(?<!人员)(?<!岗位)(?<!配置)建议"
    r"|措施|方法|应该|应当|必须|不得|做到|遵守|区别|包括以下内容|事务|业务|権限|responsibilit|(?:is"
    r"|are) (?:also |further )?responsible for(?: the following(?: functions| areas| activities"
    r"| tasks| services)?)?:?$|(?:includes?|performs?|provides?) the following (?:functions|services):?$|duties|tasks"
    r"|requirements|goals|steps|benefits"
    r"|principles|rules|must|should|criteria|following (?:ways|things|steps)|aufgaben|사무|업무|분장)"
)
# A sentence that ends in the work that somebody does, whatever units it names: charged with services that include.
_WORK_AT_END = pattern(
    r"\b(?:responsible|accountable|charged|tasked|performs?|provides?|delivers?|carries out)\b"
    r"(?:(?!\b(?:units|departments|divisions|offices|sections|teams|bureaus|branches)\b)[^:.]){0,80}"
    r"\b(?:functions|services|duties|tasks|activities)(?: (?:which|that))?(?: (?:include|including|such as|are))?:?$"
)
_POSTS = pattern(
    r"岗位|职位|职务|职称|人员|角色|职员|人员设置|官员|领导|班子|编制|roles|positions|posts|officers|staff"
    r"|personnel|employees|ranks"
    r"|job titles|titles|jobs|ämter|职级|직위|役職|役員"
)
_UNITS = pattern(
    r"部门|机构|科室|处室|部、|科、|室|中心|小组|团队|组织|架构|委员会|分公司|子公司|单位|事业部|院系|组别|个组"
    r"|个部|板块|课、|各处|各组|工作组|专班|(?<![a-z])(?:departments?|teams?|divisions?|(?:sub|work)?groups?"
    r"|(?:sub-?)?(?:departments|divisions|units|committees|teams|chapters|centers|offices|sections|branches)|squads"
    r"|tribes|areas|crews|desks|guilds|circles|pods|wings|boards|councils|bodies|laboratories|labs|faculties"
    r"|(?:department|team|division|group|committee|unit|squad) (?:types|kinds|list|listings|profiles|names)\b"
    r"|schools|institutes|pillars|agencies|subsidiaries|companies|centres|directorates|(?:re)?organi[sz]ation|structure"
    r"|org chart|hierarchy)|abteilungen|referate|gliedert|部署|課|組織|조직|부서|gremien|organe"
)
_PEOPLE = pattern(
    r"成员名单|名单|members|people|maintainers|contributors|who we are|meet the team|成员介绍|mitglieder des"
)
_COMPOSED = pattern(
    r"下设|内设|分设|设有|设立|设置|分为|划分|包括|包含|组成|构成|涵盖|下辖|设|置|如下|有以下|consist|compris"
    r"|contain|divided|organi[sz]ed|include"
    r"|made up|following|are:|is:|have:|has:|split|structured|gliedert|besteht|置く|둔다"
)


# What a heading ends in under which nothing of an organisation stands, whatever the items are called.
_NOTHING = pattern(
    r"(?:.*\s)?(?:kpis?|metrics|indicators|objectives|okrs|goals|skills|qualifications|process|processes"
    r"|channels?|slack|links|tools|(?<!human )resources|reading|pages|meetings?|agenda|"
    r"schedule|cadence|install|installation|licen[cs]e|locations?|address(?:es)?|contact|contacts|roadmap"
    r"|values|components|architecture|features|glossary|emeritus|alumni|"
    r"faq|questions|history|changelog|steps|benefits|plans|pricing|partners|sponsors|friends|customers|clients"
    r"|products|events|documents|policies|calendar|reports|news|tree|layout|requirements|(?:known |open )issues"
    r"|problems|risks|pain points|territor(?:y|ies)|quests|abilities|mechanics|weapons|lore|philosophy"
    r"|(?:key|recent|past|featured|sample|example|notable) projects|deliverables|achievements|accomplishments"
    r"|milestones|timeline|certifications|playbooks|runbooks|workflows|rituals|ceremonies|highlights|strengths|hobbies"
    r"|dependencies|deadlines|expectations|lessons learned|best practices|next steps|references"
    r"|tools (?:&|and) technolog(?:y|ies)|technolog(?:y|ies) (?:&|and) tools|tech stack|working hours|outcomes)"
    r"(?: we use| for .*| of the .*| and .*| \(.*\))?:?|(?:becoming|changing|how to|how do|getting|where to"
    r"|where we|joining|contact|about this|further|see also|what's)\b.*|tools we use"
    r"|(?:user |buyer |customer )?personas"
)

_GONE = pattern(
    r"(?:[a-z]+ ){0,3}(?:emerit(?:us|i|a)|alumni)"
    r"|(?:former|past|previous|retired|inactive|outgoing) (?:[a-z]+ ){0,3}[a-z]+s"
)

# What else is drawn as a tree or an outline.
_NO_PEOPLE = pattern(
    r"\b(?:products?|software|systems?(?! of\b)"
    r"|(?<!information )(?<!& )(?<!and )technology(?! (?:&|and) )|tech stack|directory|repositor(?:y|ies)|folders?"
    r"|files?|site ?map|website|database|schema|api|pipeline|features?|modules?|navigation|menu)\b"
    r"|产品(?:结构|架构|体系|线)|(?:技术|系统|软件|网络|平台)(?:架构|结构|栈)|目录|功能(?:结构|模块|架构)"
    r"|网站(?:结构|地图|栏目)|数据库|代码|仓库结构|接口|菜单|文件结构"
    r"|ディレクトリ|ファイル|verzeichnis"
)
_SOME_PEOPLE = pattern(r"team|department|people|staff|who |部门|团队|人员|岗位|组织|科室")


_NAMES_OF = pattern(
    r"\b(?:department|team|division|unit|section|office) names (?:are|is|below|we)\b|these department names\b"
)
_QUESTION = pattern(r"如何|怎么|怎样|为什么|为何|什么是|是什么|干什么")


def promise_of(folded: str) -> Promise:
    """Return what a heading or a lead-in sentence promises of the items below it.

    >>> promise_of("可以设立以下职能部门:"), promise_of("内科部掌理事项如下:"), promise_of("岗位设置")
    (<Promise.UNITS: 'units'>, <Promise.DUTIES: 'duties'>, <Promise.POSTS: 'positions'>)
    """
    if _NO_PEOPLE.search(folded) and not _SOME_PEOPLE.search(folded):
        return Promise.NOTHING
    if _NAMES_OF.search(folded):
        return Promise.UNITS
    if _QUESTION.search(folded) and not folded.endswith(":"):
        return Promise.OPEN
    if _PEOPLE.search(folded) and not _UNITS.search(folded):
        return Promise.PEOPLE
    if _WORK_AT_END.search(folded):
        return Promise.DUTIES
    if folded.isascii() and (_NOTHING.fullmatch(folded) or is_about_units(folded)):
        return Promise.NOTHING
    composed = bool(_COMPOSED.search(folded))
    duties = _DUTIES.search(folded)
    if duties and not (composed and _named_behind(folded, duties)) and not _is_both(folded):
        return Promise.DUTIES
    posts, units = list(_POSTS.finditer(folded)), list(_UNITS.finditer(folded))
    if posts and units and _SORTED_BY_POSTS.search(folded):
        return Promise.UNITS
    if posts and units:
        return (
            Promise.MIXED
            if not composed
            else (Promise.POSTS if posts[-1].start() > units[-1].start() else Promise.UNITS)
        )
    if posts:
        return Promise.POSTS
    if units:
        return Promise.UNITS
    return Promise.OPEN


_SORTED_BY_POSTS = pattern(
    r"\b(?:staff|officers?|personnel|employees?) (?:teams|groups|departments|committees|crews)\b"
)


def is_of_gone(folded: str) -> bool:
    """Tell whether a heading leads to people who belong to a unit no more.

    >>> is_of_gone("emeritus"), is_of_gone("former members"), is_of_gone("members")
    (True, True, False)
    """
    return _GONE.fullmatch(folded.strip(" :")) is not None


def _is_both(folded: str) -> bool:
    """Whether a heading announces units and their duties together: 机构设置与职责."""
    names_units = re.search(r"架构|机构|岗位|部门", folded)
    return bool(names_units and re.search(r"及|与|和|、|&| and ", folded)) and not folded.endswith(":")


def _named_behind(folded: str, duties: re.Match[str]) -> bool:
    """Whether units or posts are named behind the word for duties: 设各处，分别掌理下列事项 promises units."""
    before = folded[: duties.start()]
    behind = folded[duties.end() :]
    setting = re.search(r"设(?!计|备)|置|分为|下设|包括|divided|consists?|includes?", before)
    return bool(_UNITS.search(behind) or _POSTS.search(behind)) or bool(
        setting and _UNITS.search(before[setting.start() :])
    )


def promise_of_key(key: Key) -> Promise:
    """Return what the items below a key are."""
    if key is Key.BELOW:
        return Promise.MIXED
    if key is Key.UNITS:
        return Promise.UNITS
    if key is Key.MEMBERS:
        return Promise.PEOPLE
    return Promise.DUTIES if key in (Key.DUTY, Key.SUPPORTS, Key.WORKS_WITH) else Promise.NOTHING
