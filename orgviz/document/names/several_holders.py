"""Read a post with several people behind it: 业务员 周凯、吴涛, 会计王敏、李静."""

from __future__ import annotations

from orgviz.document.names.judging import Sort, judge
from orgviz.document.names.notes import Named, people_in
from orgviz.document.names.people import is_person
from orgviz.document.text.passages import Passage
from orgviz.patterns import pattern

_SPACED = pattern(r"(?P<post>[\u4e00-\u9fff]{2,8})\s+(?P<who>\S.*)")
# Of those who lead there is one, and who stands behind the first may be anybody: 组长王敏、李静.
_LEADS = pattern(r"(?:[长席]|主任|经理|总监|书记|主管|负责人|领班)$")


def several_behind_post(piece: Passage) -> Named | None:
    """Return the post before several people, behind a space, or where it is none of one who leads."""
    spaced = _SPACED.fullmatch(piece.folded)
    if spaced is not None and judge(spaced["post"]) is Sort.POST:
        people = people_in(piece.cut(spaced.start("who")))
        return Named(name=piece.cut(*spaced.span("post")), holders=people) if len(people) > 1 else None
    first = piece.folded.find("、")
    for length in (3, 2, 4) if first > 0 else ():
        begin = first - length
        who = piece.cut(begin, first) if begin > 1 else None
        if who is None or not is_person(who.text, who.folded) or judge(piece.folded[:begin]) is not Sort.POST:
            continue
        people = people_in(piece.cut(begin))
        is_led = _LEADS.search(piece.folded[:begin]) is not None
        return Named(name=piece.cut(0, begin), holders=people) if len(people) > 1 and not is_led else None
    return None
