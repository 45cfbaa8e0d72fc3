"""Tell a text that lists names of units or posts, and says nothing else."""

from __future__ import annotations

from functools import lru_cache

from orgviz.document.names.entry import masked
from orgviz.document.names.judging import STRONG, Sort, is_known_field, is_wide, judge
from orgviz.document.names.lists import Listing, read_listing
from orgviz.document.names.notes import Named
from orgviz.document.text.passages import Passage
from orgviz.patterns import pattern

_LONGEST = 600
_FEWEST = 2
_SHARE = 0.75  # of the names, which say themselves that they are units or posts
# Verbs that a longer name may hold as a part of a sentence does.
_SAYS_MORE = pattern(
    r"^[本该]|[:;!?]|。.|负责|包[括含]|涵盖|[下内]设|设[置立有]|下辖|分[管为]|组成|[与和]?之下|实行|由|直属(?!单位|机构|部门|企业)|隶属|归|协助|等[^、,]*[都均在属是为]"
)
_COMMA_WITHIN = pattern(r"、.*,|,.*、")
_NOTHING = Listing(items=())


@lru_cache(maxsize=1 << 10)
def bare_listing(text: Passage) -> Listing:
    """Return what a text lists if each item is a name, most of them such as only units and posts have.

    >>> from orgviz.document.text.passages import passage
    >>> [item.name.text for item in bare_listing(passage("检验科、放射科、药房等。", 1, 1)).items]
    ['检验科', '放射科', '药房']
    >>> bare_listing(passage("检验科、放射科负责检查。", 1, 1)).items
    ()
    """
    outside = masked(text.folded).rstrip("。;,. ")
    is_list = "、" in outside or outside.count(",") > 1
    if not is_list or len(outside) > _LONGEST or not is_wide(outside) or _SAYS_MORE.search(outside):
        return _NOTHING
    if _COMMA_WITHIN.search(outside):
        return _NOTHING
    listing = read_listing(text.cut(0, len(outside)))
    sorts = [_sort(item) for item in listing.items]
    strong = sum(sort in STRONG for sort in sorts)
    fields = sum(
        sort is Sort.FIELD and is_known_field(item.name.folded) for sort, item in zip(sorts, listing.items, strict=True)
    )
    if strong < max(_FEWEST, _SHARE * len(sorts)) or strong + fields < len(sorts):
        return _NOTHING
    return listing


def _sort(item: Named) -> Sort:
    """Return what a name is without the bracket behind it, in which more may stand than a note."""
    folded = item.name.folded
    start = folded.rfind("(")
    return judge(folded[:start]) if start > 1 and folded.endswith(")") else judge(folded)
