"""Tell sorting words that name a group of units, or a body, from those that only sort."""

from __future__ import annotations

import re

from orgviz.classify import built_in_lexicon
from orgviz.document.items.walked import HEADINGS, Walk
from orgviz.document.names.entry import Entry
from orgviz.document.names.judging import Sort, ends_as_unit
from orgviz.document.names.promises import Promise
from orgviz.document.text.marks import LEGAL

# Words of which even several together name no group: 内部单位, 人员编制.
_ONLY_SORTS = re.compile(
    r"(?:内部|内设|下属|所属|组织|机构|架构|结构|部门|单位|设置|人员|岗位|职位|编制|配置|构成|组成|概况|简介"
    r"|一览|图|表|及|和|与|的)+"
)


_AMOUNT = re.compile(r"\d{1,4}\s*(?:个|项|개|건|件|つ)?")  # Functions: 2개


def is_group(walked: Walk, place: int, entry: Entry, promise: Promise) -> bool:
    """Tell sorting words that name a group of units from those that only sort."""
    item = walked.items[place]
    is_counted = entry.rest is not None and _AMOUNT.fullmatch(entry.rest.folded) is not None
    if built_in_lexicon().group_type(entry.name.folded) is not None and entry.divider != "verb" and not is_counted:
        return True
    if entry.rest is not None:
        return False
    form = item.form
    if promise is Promise.UNITS and form not in HEADINGS and ends_as_unit(entry.name.folded):
        return True
    if _is_class_beside_units(walked, place, entry):
        return True
    if _ONLY_SORTS.fullmatch(entry.name.folded):
        return False
    return walked.is_outline and bool(item.children) and form not in ("bare", "#", *LEGAL)


_CLASS_OF_BODY = re.compile(r"(?:Standing|Executive|Working|Advisory|Steering|Core|Field|Support) [A-Z][a-z]+")


def _is_class_beside_units(walked: Walk, place: int, entry: Entry) -> bool:
    """Whether a class of units stands as one of them below a unit, beside others: Standing Committee."""
    parent = walked.items[place].parent
    is_below = parent is not None and walked.made[parent] is not None and not walked.items[place].children
    is_name = _CLASS_OF_BODY.fullmatch(entry.name.text) is not None and ends_as_unit(entry.name.folded)
    return is_below and is_name and walked.sorts_beside(place)[Sort.UNIT] > 0
