"""Tell a document about software or machines, whose parts are called managers and workers too."""

from __future__ import annotations

import re
from collections.abc import Iterable

from orgviz.document.text.word_beginnings import grouped
from orgviz.patterns import pattern


def _words_of(alternatives: str) -> re.Pattern[str]:
    return pattern(rf"\b(?:{grouped(alternatives)})\b")


_MACHINES = _words_of(
    r"components?|clusters?|servers?|apis?|cli|protocols?|daemons?|runtimes?|containers?|pods?|microservices?|"
    r"databases?|caches?|queues?|schedulers?|"
    r"workloads?|tokens?|http|https|grpc|rest|json|yaml|sdk|plugins?|modules?|packages?|repositor(?:y|ies)|"
    r"backends?|frontends?|endpoints?|kernel|threads?|sockets?|"
    r"deploy(?:s|ed|ment)?|docker|kubernetes|python|golang|rust|java|javascript|typescript|node\.js|sql|cpu|gpu|"
    r"ram|latency|replicas?|snapshot|ledger|orchestrat\w+|"
    r"source tree|depends on|dependenc(?:y|ies)|compil\w+|binary|binaries|config(?:uration)?|parser|renderer|"
    r"engine|instances?|processes?|algorithm|agents are|mqtt|websockets?|architecture"
)
_PEOPLE = _words_of(
    r"teams?|departments?|committees?|members?|people|persons?|staff|employees?|directors?|chairs?|president|"
    r"treasurer|secretar(?:y|ies)|councils?|board of|"
    r"meetings?|elect(?:s|ed|ion)?|hired?|hiring|responsibilit(?:y|ies)|reports to|led by|headed by|crews?|leads?|"
    r"maintainers?|contributors?|working groups?|"
    r"volunteers?|engineers?|developers|analysts?|designers?|ceo|cto|cfo|vp|head of|salary|colleagues|company|"
    r"organi[sz]ation|division"
)

_CHINESE_MACHINES = pattern(
    r"[a-z]+_[a-z_]+|菜单|字段|登录|页面|按钮|弹窗|点击|单击|双击|勾选|下拉框|(?:系统|用户|角色|权限|菜单)管理|密码|数据权限|接口|前端|后端|数据库|服务器|代码|部署|路由|组件|框架|脚本|容器|缓存|日志|功能模块|目录结构|配置文件|源码"
    r"|数据模型|微服务"
)
_CHINESE_PEOPLE = pattern(
    r"团队|人员|员工|经理|主管|负责人|岗位|总监|专员|职责|招聘|领导|成员|委员|科室|组长|公司|工程师"
)

_KANA = pattern(r"[\u3041-\u3096\u30a1-\u30fa]")
_GERMAN_PEOPLE = pattern(
    r"vorstand|vorsitz|geschäftsführ|geschäftsstelle|mitglied|mitarbeiter|referent|leiter\b|leitung\b|beauftragte|sprecher"
    r"|schatzmeister|abteilung|versammlung|ausschuss"
)

# A title that announces the parts of a thing.
_TITLE = pattern(
    r"\b(?:product|system|software|module|modules|feature|features|site|repository|repo|directory|folder|menu|page|"
    r"app|application|data|code|project)"
    r" (?:structure|tree|map|architecture|hierarchy|breakdown|layout)\b"
)

# The chapters of a program's manual.
_CHAPTER = pattern(
    r"(?:(?:how to )?(?:use|install|run|build|configure)|(?:basic |example )?usage|installation|installing|set ?up"
    r"|(?:command[ -]line )?(?:params|parameters|arguments|options|flags)|(?:system )?requirements|prerequisites"
    r"|quick ?start|(?:development )?environment|dev(?:elopment)? setup|(?:supported |available )?(?:\w+ )?commands"
    r"|(?:in|out)put(?: files?| format)?|file (?:format|structure)|environment variables|dependencies"
    r"|how to (?:create|add|edit|delete|access|enter|view|assign|import|export) (?:an?|the|new) .+"
    r"|(?:key |main )?features|related topics|running the (?:app|tests|program|server|code)|tech(?:nology)? stack"
    r"|screenshots?"
    r"|安装|使用方法|运行环境|环境要求|依赖|快速开始|命令行参数|インストール|使い方|動作環境|설치|사용법|설치 방법)"
)
# A title with the folder that holds the files on it: Marketing (docs/marketing/).
_FOLDER = pattern(r"(?!.*\b(?:teams?|groups?|committees?|departments?)\b)[^()/]{2,60} \([\w.-]+/[\w./-]*\):?")
_CHAPTERS = 3  # from which on a text is such a manual


def is_about_machines(texts: Iterable[str]) -> bool:
    """Whether folded texts speak of software much more than of people, or are the manual of a program.

    >>> is_about_machines(["the cluster has agents", "the coordinator is an api server", "a token cache"])
    True
    >>> is_about_machines(["the platform team runs the cluster and the api", "a team lead", "two engineers"])
    False
    """
    kept = tuple(texts)
    if sum(_FOLDER.fullmatch(text) is not None for text in kept) >= _CHAPTERS or _tells_permissions(kept):
        return True
    if sum(_CHAPTER.fullmatch(text) is not None for text in kept) >= _CHAPTERS:
        return True
    machines = 6 * sum(_TITLE.search(text) is not None for text in kept[:2])
    for text in kept:
        machines += len(_MACHINES.findall(text))
        is_japanese = _KANA.search(text) is not None
        wide = text.replace("部署", "") if is_japanese else text  # a department there, in Chinese to roll out
        machines += len(_CHINESE_MACHINES.findall(wide)) if not wide.isascii() or "_" in wide else 0
    return machines >= _FEWEST and machines > 3 * sum(map(_people, kept))


# Who may do what in a program, among whom some only look: Owner: pays the bill, Viewer: reads boards.
_MAY = pattern(
    r"(?:(?P<looks>viewer|guest|commenter|read(?:er|-only(?: user)?)|end user)|owner|admin(?:istrator)?|editor"
    r"|contributor|collaborator|member|user)s?\s?(?::|\s[-–—]\s).*"
)


def _tells_permissions(texts: Iterable[str]) -> bool:
    """Whether lines say what each sort of user of a program may do."""
    found = [match for text in texts if (match := _MAY.fullmatch(text))]
    return len(found) >= _CHAPTERS and any(match["looks"] for match in found)


# The chapters of a page on a pattern or a practice for any organisation.
_OF_PATTERN = pattern(
    r"(?:also known as|other names|aliases|applicability|pattern name\b.*|pattern (?:type|category|classification)"
    r"|(?:motivation|context) \(?(?:and )?forces\)?|forces|known uses|related (?:patterns|practices)|anti-?patterns?"
    r"|common (?:pitfalls|misconceptions|mistakes)|consequences|variations|variants"
    r"|when (?:not )?to (?:use|apply|adopt)\b.*"
    r"|when to avoid\b.*)"
)
_WEAK_OF_PATTERN = pattern(
    r"intent|motivation|problem|solution|context|participants|collaborations?|implementation|examples?|summary"
    r"|benefits|drawbacks|advantages|disadvantages|(?:advantages and disadvantages|pros and cons|trade-?offs|pros|cons)"
    r"|limitations|definition|characteristics|key (?:takeaways|characteristics)"
)
_ADVICE = pattern(r"(?:use|apply|adopt|choose|consider|avoid|do not (?:use|apply))\b.{0,60}\b(?:when|if|where)\s*:?")
# Governments should: what any of a sort is advised to do.
_SHOULD = pattern(r"(?!the |our )(?:[a-z-]+ ){0,2}[a-z-]+s should\s?:")
_CHAPTERS_OF_PATTERN = 2  # of its own, and one more that other pages have too


def is_pattern(texts: Iterable[str]) -> bool:
    """Whether folded lines are headings of a page that explains how any organisation could be arranged.

    >>> is_pattern(["also known as", "use chapters when:", "consequences"])
    True
    >>> is_pattern(["governments should:", "the team", "departments should:", "local governments should:"])
    True
    >>> is_pattern(["context", "solution", "the crane team", "advantages"])
    False
    """
    short = [text for text in texts if len(text) <= _LONGEST_HEADING]
    if sum(_SHOULD.fullmatch(text) is not None for text in short) >= _CHAPTERS:
        return True
    kept = frozenset(text.rstrip(" :") for text in short)
    own = sum(_OF_PATTERN.fullmatch(text) is not None or _ADVICE.fullmatch(text) is not None for text in kept)
    weak = sum(_WEAK_OF_PATTERN.fullmatch(text) is not None for text in kept)
    return own >= _CHAPTERS_OF_PATTERN and own + weak > _CHAPTERS_OF_PATTERN


_LONGEST_HEADING = 80
_FEWEST = 4


def _people(text: str) -> int:
    """Return how often a folded text speaks of people."""
    told = len(_PEOPLE.findall(text)) + len(_GERMAN_PEOPLE.findall(text))
    return told if text.isascii() else told + len(_CHINESE_PEOPLE.findall(text))
