"""Tell the ranks that a body set up for a task has, such as 总指挥 and 副组长, and the body in whose name one ends."""

from __future__ import annotations

from orgviz.document.names.judging import Sort, judge
from orgviz.patterns import pattern

_RANK = r"(?:常务|执行|第一)?副?(?:总指挥长?|指挥长|组长|召集人|主任委员|主任|秘书长|理事长|监事长)"
_IN_BODY = pattern(_RANK)
_OF_BODY = pattern(rf".{{2,}}(?:委员会|领导小组|工作小?组|指挥部|专班|理事会|监事会)(?={_RANK}$)")


def is_rank_in_body(folded: str) -> bool:
    """Whether a title says no more than what one is in a body: 副总指挥."""
    return _IN_BODY.fullmatch(folded) is not None


def end_of_body(folded: str) -> int | None:
    """Return where the name of the body ends in the title of who leads it: 安全委员会|主任; nothing in other titles."""
    body = _OF_BODY.match(folded)
    return body.end() if body is not None and judge(body[0]) is Sort.UNIT else None
