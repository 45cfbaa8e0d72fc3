"""Read who stands above all units, or beside others by number: 各部门都对总经理负责; 3名副院长分别分管…."""

from __future__ import annotations

from collections.abc import Iterator

from orgviz.document.known.register import ROOT
from orgviz.document.known.state import LISTED, State, put
from orgviz.document.names.held_posts import held_post
from orgviz.document.names.judging import Sort, judge
from orgviz.document.names.notes import Named
from orgviz.document.names.people import is_person
from orgviz.document.names.ranks import is_top_rank
from orgviz.document.text.hinted import hinted
from orgviz.document.text.marks import chinese_number
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind
from orgviz.patterns import pattern

# All units answer to one: 各部门都对总经理负责, 各中心由总经理统一领导.
_ALL_ANSWER = hinted(
    r"各|所有|全部|以上|上述",
    r"(?:^|,)(?:(?:以上|上述)(?:各|所有|\S{1,3}个)?|各|所有|全部)[^,。;、]{0,4}?(?:部门|中心|单位|机构|科室|团队|部|处室|小?组|事业部|板块|委员会|条线|科|处)(?:的?(?:负责人|主管|经理|领导|组长|部长|主任|总监))?(?:均|都|直接|统一|应|须|一律)*"
    r"(?:(?:对|向)(?P<to>[^,。;、]{2,8}?)(?:负责|汇报|报告)|(?:由|受)(?P<by>[^,。;、]{2,8}?)(?:直接|统一|全面)*(?:领导|管理|指挥|统筹))",
)
_WHOLE_LED = hinted(
    r"由",
    r"(?:^|,)(?:[^,。;、由]{0,10}?(?:公司|医院|学校|集团|中心|协会|学会|企业|院|校|馆|社|会|厂))?(?:实行)?由(?P<who>[^,。;、由]{2,8}?)(?:一人|1人)?"
    r"(?:全面负责|总负责|负责全面|主持全面|统一领导|总揽|统揽)"
    r"|(?:^|,)(?:整个|[本我该])?(?:们)?(?:公司|医院|学校|集团|协会|学会|企业|工厂|院|校)(?:的?(?:全面|整体|日常)?(?:工作|事务|运营|管理))?(?:目前|现)?由"
    r"(?P<led>[^,。;、由]{2,10}?)(?:同志|先生|女士)?(?:全面|统一|总体|直接|负责)*(?:领导|负责|管理|主持|掌管|统筹)(?:工作)?(?=$|,)",
)
# Who is at the head of all: 最高管理者是总经理, 公司总经理为王敏.
_HIGHEST = hinted(
    r"最高",
    r"(?:^|,)[^,。;、]{0,10}?最高(?:行政|经营|管理|决策)*(?:管理者|领导者|领导人|领导|负责人|决策者|决策人|管理人员|执行官)(?:是|为)(?P<who>[^,。;、的]{2,10})(?=$|,)",
)
_NAMED_HEAD = hinted(
    r"[是为叫]",
    r"(?:^|,)(?:目前|现任?|现在|其中)*(?:(?:整个|[本我该])?(?:们)?(?:公司|医院|学校|集团|协会|学会|企业|工厂|院|校)的?)?(?:目前|现任?)*"
    r"(?P<post>[^,。;、由是为的]{2,8}?)(?:目前|现在?)?(?:是|为|叫)(?P<person>[^,。;、的]{2,4}?)(?:同志|先生|女士|老师)?(?=$|,)",
)
_SO_MANY = hinted(
    r"分管|协助|负责",
    r"(?:^|,)(?:另有|还有|设)?(?P<n>\d{1,2}|[一二两三四五六七八九十]{1,2})(?:名|位)(?P<post>[^,。;、\d]{2,8}?)(?:分别|各自|共同|各)*(?:分管|协助|负责)",
)


def read_top_posts(state: State, text: Passage, scope: int) -> bool:
    """Read one sentence; tell whether it names a post above all, or several beside it by their number."""
    found = False
    for post in _on_top(text) if scope == ROOT else ():
        found = _put(state, post, ROOT) or found
    for match in _SO_MANY.finditer(text.folded):
        post = Named(name=text.cut(*match.span("post")), seats=chinese_number(match["n"]))
        found = _put(state, post, scope, is_top=False) or found
    return found


def _on_top(text: Passage) -> Iterator[Named]:
    """Yield the posts that a sentence sets above all, and those who are said to hold one."""
    for form in (_ALL_ANSWER, _WHOLE_LED, _HIGHEST):
        for match in form.finditer(text.folded):
            group = next(name for name in match.groupdict() if match[name])
            yield held_post(text.cut(*match.span(group)))
    for match in _NAMED_HEAD.finditer(text.folded):
        person = text.cut(*match.span("person"))
        if is_person(person.text, person.folded):
            posts = text.cut(*match.span("post"))
            yield from (Named(name=post, holders=(person.text,)) for post in posts.split(_both(posts)))


def _both(posts: Passage) -> Iterator[tuple[int, int]]:
    """Yield what stands between the posts that one person has: 董事长兼总裁."""
    return (match.span() for match in _AND_ALSO.finditer(posts.folded))


_AND_ALSO = pattern(r"兼(?:任)?|、")


def _put(state: State, post: Named, scope: int, *, is_top: bool = True) -> bool:
    """Put a post that stands nowhere yet."""
    folded = post.name.folded
    if judge(folded) is not Sort.POST or (is_top and not is_top_rank(folded)):
        return False
    known = state.register.find(folded, NodeKind.POSITION)
    if known is not None:
        state.register.note(known, post)
        state.subject = known if is_top else state.subject
        return bool(post.holders)
    state.evidence += 0.5
    place = put(state, NodeKind.POSITION, post, scope, "post above all units", LISTED)
    state.subject = place if is_top and place != ROOT else state.subject
    return place != ROOT
