"""Read under whose responsibility an organisation stands: 公司实行董事会领导下的总经理负责制."""

from __future__ import annotations

from orgviz.document.chinese.claims import last_subject
from orgviz.document.known.register import ROOT
from orgviz.document.known.state import LISTED, State, mark_head, put
from orgviz.document.known.subjects import find_subject
from orgviz.document.names.judging import Sort, judge
from orgviz.document.names.notes import Named
from orgviz.document.names.people import is_person
from orgviz.document.names.ranks import is_rank_only, is_top_rank
from orgviz.document.text.hinted import hinted
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind
from orgviz.patterns import pattern

_SYSTEM = hinted(
    "负责制",
    r"(?:[^。;:]{0,28}?[,:])?(?P<who>[^,。;:]{0,20}?)(?:依法|目前|统一)?(?:实行|实施|采[用取]|推行|坚持|施行|执行)了?"
    r"(?:(?P<above>[^,。;的]{2,10}?)(?:统一)?领导(?:下的?|的))?(?P<post>[^,。;、的]{2,8}?)(?:全面)?负责制度?(?:[,;]|$)",
)
_LEADS = pattern(r"(?<!班)(?:长|主任|经理|总裁|主席|总监|书记|总编辑)$")


def without_head_system(state: State, text: Passage, scope: int) -> Passage:
    """Read who has the responsibility if a sentence begins with that; return what it says behind."""
    match = _SYSTEM.match(text.folded)
    if match is None:
        return text
    who = text.cut(*match.span("who"))
    before = text.cut(0, match.start("who"))
    if who.text or not before.text:
        subject = find_subject(state, who, scope) if who.text else last_subject(state, scope)
    else:
        subject = find_subject(state, before.cut(0, len(before) - 1), scope, at_start=True)
        subject = last_subject(state, scope) if subject is None else subject
    subject = scope if subject is None else subject
    post = text.cut(*match.span("post"))
    is_its_own = subject != ROOT or is_rank_only(post.folded) or is_top_rank(post.folded)
    if _LEADS.search(post.folded) and is_its_own:
        above = text.cut(*match.span("above")) if match["above"] else None
        if above is not None and judge(above.folded) is Sort.UNIT:
            put(state, NodeKind.UNIT, Named(name=above), subject, "body that leads", LISTED)
        named = Named(name=post, holders=_holder(post, text.cut(match.end())))
        place = put(state, NodeKind.POSITION, named, subject, "post with the responsibility", LISTED)
        if subject != ROOT:
            mark_head(state, place)
        state.evidence += 0.5
        state.subject = subject
    return text.cut(match.end())


def _holder(post: Passage, behind: Passage) -> tuple[str, ...]:
    """Return who has the post if the words behind say nothing else: 实行总经理负责制，总经理李明."""
    begin = behind.folded.find(post.folded)
    match = _HOLDER.fullmatch(behind.folded, begin + len(post)) if begin >= 0 else None
    who = behind.cut(*match.span("who")) if match and behind.folded[:begin] in ("", "现任") else None
    return (who.text,) if who is not None and is_person(who.text, who.folded) else ()


_HOLDER = pattern(r"(?:[为是由:]|\s*)(?P<who>[^,。;:、的由为是]{2,4})(?:担任)?")
