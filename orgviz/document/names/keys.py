"""Keys that an item may begin with, such as 职责： or Reports to: what stands behind them is said of the open name."""

from __future__ import annotations

from enum import StrEnum

from orgviz.patterns import pattern


class Key(StrEnum):
    """What a key says."""

    DUTY = "duty"
    ABOVE = "reports to"
    BELOW = "direct reports"
    DOTTED = "dotted line"
    SEATS = "seats"
    HEAD = "head"
    MEMBERS = "members"
    HOLDER = "holder"
    UNIT = "belongs to"
    UNITS = "has as units"
    NAME = "name"
    SUPPORTS = "supports"
    WORKS_WITH = "works with"
    OTHER = "nothing of an organisation"


# Titles that say no more than that somebody leads.
SAY_NO_MORE = frozenset(
    ("负责人", "部门负责人", "主要负责人", "head", "lead", "leader", "leads", "owner", "owners", "担当", "代表",
     "leitung", "leiter", "leiterin", "leiter/in", "leiter:in", "leiter*in", "leiter(in)", "ansprechpartner")
)  # fmt: skip
_KEYS = (
    (
        Key.DUTY,
        (
            "(?:主要|核心|工作|岗位|部门|基本|具体|关键)*(?:职责|职能|任务|工作内容|分工|职掌|使命|定位|功能"
            "|掌理事项)(?:概述|概要|描述|说明)?|负责(?:内容|事项|工作)?|业务范围"
            "|responsibilit(?:y|ies)|key responsibilities|main responsibilities|duties|duty|role|mission|purpose"
            "|focus|scope|description|about|responsible for|remit|charter"
            "|(?:담당|주요)? ?업무|역할|책임|기능|役割|担当業務|業務|業務内容"
            "|aufgaben|aufgabe"
            "|zuständigkeit(?:en)?|job summary|summary"
        ),
    ),
    (
        Key.ABOVE,
        (
            "(?:直接|直属|汇报|隶属|行政)*(?:上级|上司|汇报对象|汇报给|汇报关系|主管领导|上级岗位|上级部门"
            "|直属上级|父级)(?:岗位|部门|职位|角色|机构|单位|组织)?|父(?:部门|岗位|组织|机构)"
            "|向.{0,2}汇报|汇报至|隶属|隶属于|归属"
            "|reports? (?:to|directly to)|reporting to|reporting line|report to|reports into|supervisor"
            "|parent(?: role| position| department| team| unit| group)?|(?:direct |immediate )superior|supervised by"
            "|(?:direct|immediate|reporting) (?:manager|supervisor)"
            "|(?:immediate |direct )?(?:supervisor|superior|manager)(?:'?s|s'| s)? (?:position|job|post)?(?: ?title)"
            "|accountable to|answers to|manager title|line manager"
            "|상위부서|보고|上長|上司|上位部署|vorgesetzter"
            "|unterstellt"
            "|berichtet an"
        ),
    ),
    (
        Key.BELOW,
        (
            "(?:直接|所属)*(?:下级|下属|下辖|下设)(?:岗位|部门|单位|机构|人员|科室|小组|团队)?"
            "|直属下级|管理(?:岗位|下属)|direct "
            "reports?|reports|subordinates"
            "|supervises|manages|oversees|can manage|managed roles|children|하위부서|部下|下位部署|unterstellte"
        ),
    ),
    (
        Key.DOTTED,
        (
            "虚线(?:上级|汇报|汇报对象)|间接上级|间接汇报|dotted[- ]line(?: to| report(?:ing|s)?)?|secondary manager"
            "|functional(?:ly)? reports? to"
        ),
    ),
    (
        Key.SEATS,
        (
            "(?:招聘|编制|定员|定编|岗位|部门|现有|所需)*(?:人数|编制|定员|定编|名额|编制数|人力|人手)"
            "|headcount|seats|number of "
            "(?:positions|posts|staff"
            "|people)|positions|fte|staff|인원|定員|人員|人数"
            "|stellen|personalstärke"
        ),
    ),
    (
        Key.UNITS,
        (
            "(?:sub-?)?(?:teams|units|groups|departments|divisions|sections|squads|committees|branches|offices"
            "|chapters|crews|areas|desks|pods)|abteilungen|referate|composition|sub-?team|sub-?unit|sub-?group"
        ),
    ),
    (
        Key.HEAD,
        (
            "(?!总经理)(?:部门|团队|小组|主要|总)*(?:负责人|领导|主管|主管领导|牵头人|带头人|组长|部长|主任|经理|负责)|lead"
            "|leads|team leads?|leader|head|manager"
            "|department head|head of (?:department|division|unit|office|team)"
            "|(?:division|unit|section|group|branch) (?:head|lead|leader|chief)"
            "|owner|chair|chairs|co-chairs?|director|captain|led by|headed by|tech leads?|chaired by|부서장|담당자"
            "|팀장|責任者"
            "|部長|課長|室長|リーダー|代表|leitung|leiter(?:in)?"
        ),
    ),
    (
        Key.MEMBERS,
        (
            "(?:部门|团队|小组|主要|核心|现有)*(?:成员|人员|组员|队员)(?:名单|构成|组成)?|members|team members"
            "|workers|personnel|workforce|people|staff members|team|구성원"
            "|メンバー|成員|mitglieder"
        ),
    ),
    (
        Key.HOLDER,
        "(?:现任|任职者|任职人|姓名|担任者|在职人员)|holder|incumbent|name of holder|currently|filled by|held by",
    ),
    (
        Key.UNIT,
        (
            "(?:所属|所在|隶属)(?:部门|单位|团队|机构)|部门归属|department"
            "|directorate|(?:business|organi[sz]ational|work) unit|belongs to|part of|部署|所属|소속"
        ),
    ),
    (Key.NAME, "(?:岗位|职位|职务|部门)(?:名称)?|title|job title|position|position title|role title|部署名|직책"),
    (Key.SUPPORTS, "支持(?:对象|部门)?|服务对象|supports|provides support to"),
    (
        Key.WORKS_WITH,
        (
            "协作(?:部门|对象|关系)?|配合部门|对接部门|协同部门|内部协作|内部联系|横向协作|工作关系|内部关系"
            "|coordinates with|works with|collaborates with"
            "|partners with|interfaces with|works closely with|liaises with"
        ),
    ),
    (
        Key.OTHER,
        (
            "外部联系|工作关系|工作任务|聘用条件|知识技能|工作经历|所需学历|编\\s*号|任职(?:要求|资格|条件)"
            "|工作(?:地点|地址|时间|经验|年限|目标|权限|环境|流程|依据)|岗位(?:要求"
            "|目的|目标|编号|权限|等级|级别|概述|代码)|招聘(?:要求|条件)|职位要求|薪资|薪酬|待遇|薪资待遇|学历|专业"
            "|经验|技能|联系(?:电话|方式|人)|电话|地址|邮箱|传真|邮编|网址"
            "|法定代表人|法人代表|注册资本|经营范围|统一社会信用代码|成立日期|时间|日期|版本|作者|来源|发布时间|更新时间|编号|备注|注|说明|提示|问题|问|答|例如|比如|举例|示例|案例"
            "|目的|目标|原则|优点|缺点|优势|劣势|适用|适用范围|特点|结论|总结|标题"
            "|关键词|摘要|考核指标|考核标准|绩效指标|kpi|责任者|状态|权限|汇报内容|输入|输出|requirements"
            "|qualifications|location|locations|email"
            "|e-mail|phone|tel|fax|slack|slack channel|slack channels|channel|website|url|links?|github|repository"
            "|date|version|author|status|example|examples|note|notes|salary|compensation|hours|service hours"
            r"|(?:current |target |planned |maximum )?(?:team |group |crew )?size(?: \(.*\))?|employees"
            r"|number of employees|staff count|(?:sub)?totals?(?: .*)?|grand total|overall|all staff|meeting|meetings"
            "|meeting time|meets|schedule|term|terms|quorum|contact|calendar|mailing list"
            "|provides feedback to|management levels?|geographic distribution|stakeholders|kpis|goals?|objectives?"
            "|ext|extension|span of control|annual budget|services (?:provided|offered)"
            "|skills|experience|education|level|grade|band|typical .*|time zone|pronouns|interests|bio|expertise"
            "|areas? of expertise|eligibility|floor|office|offices|address|opening hours|working hours|office hours"
            "|reviewed|last updated|terms?|timezone|github team|chat|zoom|hashtag|owner of|codeowners|founded"
            "|revenue|leads to|visibility|subject|to|from|cc|re|thanks|regards|decision.*|authority|escalation.*"
            "|budget|deliverables?|tools?|cadence|frequency|agenda|process|status update|q|a|tl;dr|todo|warning"
            "|important|tip|hint|caution|industry|sector|(?:business |operating |delivery )?model|headquarters|hq"
            "|ownership|legal (?:form|status)|role type|needs|interactions|year founded|established|turnover"
        ),
    ),
)
_PATTERN = pattern("|".join(f"(?P<{key.name}>{pattern})" for key, pattern in _KEYS))


_DUTY_FIRST = pattern(rf"\W*(?:the |our |\d+ )?(?:{dict(_KEYS)[Key.DUTY]})")


def may_be_duty_key(folded: str) -> bool:
    """Whether a line can be one that begins with a key for duties; most are not."""
    return _DUTY_FIRST.match(folded) is not None


_LATIN_KEY = pattern(r"([a-z][a-z -]{2,28}?)\s*:\s*(?=\S)")


def is_keyed(folded: str) -> bool:
    """Whether a line begins with a key in Latin letters and its value: Reports to: Head of Sales."""
    match = _LATIN_KEY.match(folded)
    return match is not None and read_key(match[1]) not in (None, Key.OTHER)


def goes_on_with_key(folded: str, following: str) -> bool:
    """Whether a key and its value are followed by another, whatever it says: Reports to: Ann, then Location: Leeds."""
    match = _LATIN_KEY.match(following)
    return match is not None and is_keyed(folded) and read_key(match[1]) is not None


def read_key(folded: str) -> Key | None:
    """Return what a text says if it is a key.

    >>> read_key("汇报对象"), read_key("direct reports"), read_key("市场部")
    (<Key.ABOVE: 'reports to'>, <Key.BELOW: 'direct reports'>, None)
    """
    text = folded.strip(" :*_【】[]")
    if not text or len(text) > 40:
        return None
    match = _PATTERN.fullmatch(text)
    return Key[match.lastgroup] if match and match.lastgroup else None
