"""Tell what a short text is in a script without spaces: Chinese, Japanese, Korean."""

from __future__ import annotations

import re
from functools import lru_cache

from orgviz.classify import built_in_lexicon
from orgviz.document.names.sorts import STRONG, Sort, is_wide
from orgviz.document.names.words import words
from orgviz.patterns import pattern

LONGEST = 22
_FUNCTION_WORDS = pattern(
    r"^个(?![人体贷险税金性案])|^型|^为(?![民企农您])|^产生|(?:选举|推选|推举|互选)产生|^设(?![计备施])|^员(?![工山村额外])|^(?:所有|任何|全体(?![^的]{0,4}会))|[\d一二两三四五][正副][\d一二两三四五][正副]|^属(?!地)|^\d+.{0,4}的|\d[来余多]个|不变$|[也都均统]归|^直接[向由对归]|可以|应当|需要|能够|进行|我们|他们|她们|如果|以便|从而|为了|因此|所以|但是|而且|了|吗|呢"
    r"|(?<![酒网餐水])吧(?!台|员|部)|着|很|把|被|所述|即可|(?<!^)何|^何(?=[时种谓为故处人事物以地等必况尝不]|$)|怎|什么|哪|并且|并由"
    r"|(?<![记学])(?<!志愿)(?<!管理)(?<!责任)(?<!担当)者$|(?:(?<=[部科处组室长理任总板席人])|(?<=总监))管(?![理委控道线网家])|(?:分?管|(?:有|为|成|括|含|盖|建|立|置|设|辖|备)了?)[两二三四五六七八九十\d]+[个大](?!人|[赛学国厦])|你|您|几个|多少|帮助(?!台)|最适合|^(?:必要时|需要时|按时|及时|定期|积极|主动)|(?<=.)(?:兼任|担任|出任)(?=.)|曾任|后任|历任|[升接]任(?=..)|(?<=[长理师员任记])任(?=[副主组委总执秘常])|(?<![系传])统管(?!理)|处理好"
    # What somebody sets up or calls together, and what is done with a department in a program.
    r"|^[本我][会社校院]设立|(?:半年|每年|每月|每季|一年|一月)[^,]{0,4}召开|召开(?:一|两|三|数|临时)[^,]{0,4}会议$"
    r"|^(?:新建|删除|新增|编辑|导入|导出|单击|点击|勾选|填写完?|修改|进入)[^,]{0,6}部门$|页面$"
)
_LEADING = pattern(r"^(?:次|下记)の|如下|下列|以下(?!简称)")  # leads to what stands below it
_OTHER_SENTENCES = pattern(
    r"(?:에|에서|에게|(?<!마)을|를|은|는|이며|이고|하고|두고|위하여|위해|하는|하기)\s|(?:한다|된다|둔다|이다"
    r"|있다|없다|했다|니다|세요)$"
    r"|を|(?:です|ます|する|した|して|される|こと|とき|ため)$|(?:に関する|における|による|について|では|には"
    r"|からの|または|及び)"
    r"|[\u4e00-\u9fff](?:に[\u4e00-\u9fff]|は、?$|は、)"
)
_WEAK_WORDS = pattern(
    r"(?:设[置立有]|下设|内设|分[为成]|划分|下辖|拥有|包括|(?<=..)[分管带辖])(?:了|为|成)?[两二三四五六七八九十\d]+个"
    r"|(?<=..)(?<![建铺架陈开附假敷增])(?<!(?<!通)常)设(?![计备施置立])|(?<=..)(?<![处安配装购设布闲搁位放添])置(?![换业地信])"
    r"|(?<=..)(?:直属(?!单位|机构|部门|企业|学校|事业|高校|医院|科室|机关|支队|大队|中队|[小中大]学|[所队库站])|隶属|挂靠|直接[向由对归])|(?<=[^自理缘])由|(?<=.)(?:辖下|下设|设有|分设)|的|是|在|有|将"
    r"|应|须|与其|并|等|为|之|其|每|至|以|于|(?<!校)对|所|或者|均|各"
)
_EITHER = pattern(r"\s*/\s*")
# So many of a thing: 电脑两台.
_THINGS = pattern(r".[一二两三四五六七八九十\d](?:台|把|套|件|辆|张|份|枚|只|架|条|间|个|本)$")
_OF = pattern(r"[^的是在有将应须每至以于对均等为]{2,10}的[^的]{0,4}")
# What a unit or post does, behind its name: 副店长负责两个分店, 作业组下设的小组.
_SAYS = pattern(
    r"(?P<who>..+?)(?:主要|全面|具体|直接|一般|得)?(?:负责(?!人)|(?:报告|汇报)给|协助(?![员岗])|下设|视(?=.*情)|协同(?!办)|包括|包含|涵盖|[向对].{1,8}(?:汇报|报告|负责)$)(?=..|$)"
)
_DOES_BOTH = pattern(
    r"(?:培训|培养|带领|安排|监督|指导|管理|组织)(?:和|与|及|并)(?:带领|督促|激励|指导|安排|考核|领导)(?P<whom>.{4,})"
)
# Names of whole groups of units, and short names that are no class words.
_GROUP = pattern(
    r"(?:职能|临床|医技|行政|业务|教学|教辅|科研|党政|后勤|直属|群团|支持|支撑|服务|核心|一线|二线|前台|中台"
    r"|后台|附属|运营|生产|辅助|专业|综合|保障|技术|直线|非临床)+(?:科室"
    r"|部门|机构|单位|处室|院系|板块|序列|条线)"
)
_VERSION = pattern(r"v?\d+\.\d+\S*\s|v\d+\s*[\u4e00-\u9fff]")  # V2.2 增加测试组
_COUNTED_UNIT = pattern(  # 生产一部, 三公司, 第二车间
    r"[\u4e00-\u9fff]{2,8}(?<![共分第])[一二三四五六七八九十]部"
    r"|第?[一二三四五六七八九十]{1,2}(?:分?公司|车间|分?厂|[大中支]队|项目部|营业部|分店|门店|分院|院区|校区)"
)
# Names of units though each part sorts or acts: 组织部, 文化部, 选举组.
_ORGANISING = pattern(
    r"(?:管理|经营|生产|事业)本部|组织[部科处股]|(?:事务|文化|标准|章程)部|(?:建设|选举|指导)(?:部|组|小组|科|课|处|室|股|中心|办公室)"
)
_CLASS = r"(?:中心|委员会|[科室部处组办队院局委会群厅司所站])"
_SO_MANY = pattern(  # 三个管理处, 三科一室, 4部及12组: leads to these
    r"[两二三四五六七八九十\d]{1,2}(?:个|大)[\u4e00-\u9fff]{1,6}"
    rf"|(?:[一两二三四五六七八九十\d]{{1,2}}个?{_CLASS}[和及与、]?){{2,4}}"
)
_OTHERS = pattern(r"另一个?.|其[他它余](?:必要|相关|有关|需要|若干|临时|专门|应|[^的]{0,6}的)")
_WHOLE = frozenset(
    (
        "工会",
        "党委",
        "纪委",
        "团委",
        "食堂",
        "厨房",
        "车队",
        "前台",
        "中台",
        "后台",
        "仓库",
        "库房",
        "药房",
        "前厅",
        "智库",
        "董办",
        "股东",
        "总部",
        "支部",
        "大会",
        "班子",
        "分馆",
        "分会",
        "分院",
        "分局",
        "分校",
        "分社",
        "分行",
        "总行",
        "总机",
        "支社",
        "支店",
    )
)
_HEADQUARTERS = pattern(
    r"\w*(?:[事营営企]业|経営|经营|[财业总総]务|开[发発]|[生水][产産]|企[画划]|技术|管理|制造|市场|[ァ-ヶー]{3})本部"
)
_BOTH = pattern(r".+?(?:与|和|及)(?P<right>.+)")
_STRUCTURE = pattern(
    r"(.{2,8}?)的?组织(?:机构|架构|结构)|(学校|公司|企业|单位|医院|机关|政府|集团|酒店|餐厅|工厂|商场|幼儿园|协会|学会)的?(?:行政|管理|内设|内部|职能|教学|党政)*(?:机构|部门)"
)
_WITH_LATIN = pattern(
    r"([\u4e00-\u9fff]{2,12})\s*(?:[a-z][a-z_ &-]{3,40}"
    r"|(?<=[监裁理官])\s(?:c[a-z]{1,2}o|hrd|hrvp|[es]?vp|gm))"
)
_CHIEF = pattern(r"([\u4e00-\u9fff]{2,14})\s?(?:c[efotim]o|chro|ciso|[es]?vp)")  # 集团CEO
_NUMBERED = pattern(r"(.*[\u4e00-\u9fff\uac00-\ud7a3])\s*(?:\d{1,5}|[\da-z]{1,2})")  # 销售部1, 班组B, 专员3
# What sorts alone, and names with a number behind it: 车间1.
_WITH_NUMBER = frozenset(
    ("部门", "小组", "班组", "车间", "门店", "分店", "分公司", "子公司", "分部", "支部", "工厂", "仓库")
)
_SORTS_OF_COMPANIES = frozenset(("子公司", "控股公司", "参股公司", "下属公司", "全资子公司", "下属子公司"))
_CLASS_WORDS = frozenset(("部门", "团队", "机构", "小组", "中心", "组", "岗位", "人员", "公司", "单位", "部", "科室"))
_EVERY = pattern(r"各个?(?!地)")
# What begins as a verb or a small word does and is a part of a name: 报关组, 经营部, 应收会计, 税务所所长.
_HARMLESS = pattern(
    r"采用(?=担当|课|组|团队|チーム|グループ)|报(?:关|社|名|账|检|价|刊|销|纸|务|表|馆|修|警|幕|规)|送(?:货|餐|水|奶|检|修|变电|样|风|气)|经(?:营|济|审|警|开|纪"
    r"|贸|费|理(?!事|向|对|由|负责|领导))|需(?:求|方)"
    r"|即(?:时|食|配)|给(?:水|排水|养|药|料|煤)|当(?:值|班|铺|麻|涂|阳|雄|然(?=委员|理事|监事|代表))|应(?:收(?!取|回|到)|付|届|税|变|力|试)"
    r"|建设(?=[局科处厅委课]|水道|管理|工程|项目|指挥|银行|集团|公司|投资"
    r"|用地|规划|事务|档案)"
    r"|指导(?=[处站办]|老师|教师|委员会)|领导(?=小组|班子|办)|推进(?=[办组处]$|小组|中心$|委员会|专班|办公室)"
    r"|选举(?=委员会|办|组)|合并报表|并(?:网|表)|有(?:线|轨"
    r"|氧)|在(?:途|库|制|建|研|押|岗)"
    r"|对(?:标|冲|讲|日|美|欧|台)|和(?:平|谐|睦)|使(?:馆|领馆)|[^有各每本该其][\u4e00-\u9fff]所$"
    r"|招聘(?=专员|主管|经理|顾问|助理|组|部|中心|岗)|(?:校对|联系|督促)(?=组|科|部|室|处|员|岗)|对外|在线|为民"
    r"|管理(?=(?:本|一|二|三)?[部处科室组局系课]|中心|学院|委员会|人员|员|会计|岗|总部)|有限|国有|公有|所有|有机|应急|应用|响应|供应|反应|对公|以太"
    r"|各区|各地|各省|其他|研究所|事务所|并购|将军|未来|之家|有色|现在|对口|是否|存在|至善|行为|华为|作为"
    r"|以色列|甲等|高等|平等|中等|初等|均衡|于都|每日|每天|效应|适应|产业对|针对"
    r"|所属|派出所|卫生所|交易所|诊所|支付宝|特有|自有|专有|占有|稀有|拥有|保有|等级|等离子|对账|对接|在职|在校"
    r"|内在|外在|总在|存续"
)
_SYLLABLES = pattern(r"[\u3040-\u30ff\uac00-\ud7a3]")


def judge_wide(text: str) -> Sort:
    """Return what a folded text with wide characters is."""
    named_twice = _WITH_LATIN.fullmatch(text)
    if named_twice and judge_wide(named_twice[1]) in STRONG:
        return judge_wide(named_twice[1])
    chief = _CHIEF.fullmatch(text)
    if chief and judge_wide(chief[1]) in (Sort.UNIT, Sort.FIELD, Sort.GENERIC):
        return Sort.POST
    numbered = _NUMBERED.fullmatch(text)
    told = _by_number(numbered[1]) if numbered else None
    if told is not None:
        return told
    either = _EITHER.search(text)
    if either and is_wide(text[: either.start()]) and judge_wide(text[: either.start()]) in STRONG:
        return judge_wide(text[: either.start()])
    if (
        len("".join(text.split())) > LONGEST
        or _VERSION.match(text)
        or _FUNCTION_WORDS.search(text)
        or _THINGS.search(text)
        or _is_other_sentence(text)
    ):
        return Sort.SENTENCE
    compact = "".join(text.split())
    if _SO_MANY.fullmatch(compact):
        return Sort.GENERIC
    whole = _by_its_whole(compact)
    if whole is None and _LEADING.search(compact):
        return Sort.SENTENCE
    return whole or _by_its_ending(compact, text) or _without_ending(compact)


@lru_cache(maxsize=1 << 14)
def _by_number(name: str) -> Sort | None:
    """Judge a name with a number behind it by what stands before, which many have in common: 专员1, 专员2."""
    sort = Sort.UNIT if name in _WITH_NUMBER else judge_wide(name)
    return sort if sort in STRONG else None


def _by_its_whole(compact: str) -> Sort | None:
    """Tell names of groups, sorting words and bare ranks, which are known as a whole."""
    known = words()
    if _OTHERS.match(compact):
        return Sort.SENTENCE
    if compact in _SORTS_OF_COMPANIES:
        return Sort.GENERIC
    is_class_word = compact in known.units.words and len(compact) < 3 and compact not in _WHOLE
    if (
        _GROUP.fullmatch(compact)
        or _COUNTED_UNIT.fullmatch(compact)
        or _ORGANISING.fullmatch(compact)
        or _is_field_and_suffix(compact)
    ):
        return Sort.UNIT
    if known.generic.fullmatch(compact) or is_class_word or _is_structure_of_whole(compact):
        return Sort.GENERIC
    if compact in known.posts.words:
        return Sort.POST
    both = _BOTH.fullmatch(compact)
    if both and known.generic.fullmatch(both["right"]):
        return Sort.GENERIC
    every = _EVERY.match(compact)
    if every is None:
        return None
    inner = compact[every.end() :]
    ending = known.units.match(inner) or known.posts.match(inner)
    return judge_wide(inner) if len(inner) > len(ending) + 1 else Sort.GENERIC


_ENGLISH_ENDINGS = (" team", " tl", " pm", " leader", " manager", " lead", " group")


def _by_its_ending(compact: str, text: str) -> Sort | None:
    """Tell a name by the word that it ends in, if nothing before it makes it a sentence."""
    known = words()
    unit, post, other = (kind.match(compact) for kind in (known.units, known.posts, known.not_names))
    if not (unit or post) and text.endswith(_ENGLISH_ENDINGS):
        return Sort.UNIT if text.endswith((" team", " group")) else Sort.POST
    is_verbal = known.hard_verbs.match(compact) and not _HARMLESS.match(compact) and not compact.endswith("系")
    is_name = max(len(unit), len(post)) > len(other) or _HEADQUARTERS.fullmatch(compact) is not None
    if is_name and not is_verbal:
        best = unit if len(unit) >= len(post) else post
        if compact.endswith("的" + best) and best in _CLASS_WORDS:
            return Sort.GENERIC
        before = compact[: -len(best)]
        if _says_what_is_done(compact):
            return Sort.SENTENCE
        if _WEAK_WORDS.search(before) and len(before) > 1 and not _OF.fullmatch(before):
            return _judge_weak(compact, before)
        return Sort.UNIT if len(unit) >= len(post) else Sort.POST
    return None


def _says_what_is_done(compact: str) -> bool:
    """Whether a text that ends as a name is a sentence: what somebody does, or whom somebody leads."""
    said, done = _SAYS.match(compact), _DOES_BOTH.fullmatch(compact)
    if said is not None and judge_wide(said["who"]) in STRONG:
        return True
    return done is not None and judge_wide(done["whom"]) in STRONG


def _without_ending(compact: str) -> Sort:
    """Tell a field of work from what is talked about and from a sentence."""
    known = words()
    if known.abstract.match(compact):
        return Sort.ABSTRACT
    weak = _WEAK_WORDS.search(compact if len(compact) > _SHORT_FIELD else _HARMLESS.sub("", compact))
    if known.verbs.match(compact) or weak or len(compact) < 2 or _says_what_is_done(compact):
        return Sort.SENTENCE
    return Sort.FIELD if len(compact) <= 12 else Sort.SENTENCE


_SHORT_FIELD = 5  # signs of a field of work that may hold a part of a word such as 供应 and no small word


def _is_structure_of_whole(compact: str) -> bool:
    """Whether a text names the structure of something that is no unit of it: 大学组织机构, 现代企业的组织机构."""
    match = _STRUCTURE.fullmatch(compact)
    return match is not None and (match[1] is None or judge_wide(match[1]) not in STRONG)


def _is_field_and_suffix(compact: str) -> bool:
    """Whether a name is a known field of work with 部, 科 and the like behind it, whatever else its parts mean."""
    if compact.endswith(("模块", "板块", "条线")) and len(compact) > 3:
        return (
            not re.search(r"功能|系统|软件|代码|数据", compact)
            and not _WEAK_WORDS.search(_HARMLESS.sub("", compact[:-2]))
            and built_in_lexicon().words.find(compact[:-2]) is not None
        )
    stem = compact[:-1]
    return compact[-1:] in "部科处室组课股" and len(stem) > 1 and stem in built_in_lexicon().words


def _judge_weak(compact: str, before: str) -> Sort:
    """A name may hold a small word as a part of another (有限公司, 应急管理局); else it is a piece of a sentence."""
    if _WEAK_WORDS.search(_HARMLESS.sub("", before)):
        return Sort.SENTENCE
    known = words()
    return Sort.UNIT if len(known.units.match(compact)) >= len(known.posts.match(compact)) else Sort.POST


def _is_other_sentence(text: str) -> bool:
    """Tell a sentence in Korean or Japanese by its particles and endings."""
    return bool(_SYLLABLES.search(text)) and bool(_OTHER_SENTENCES.search(text))
