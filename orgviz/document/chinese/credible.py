"""Weigh whether a claim of composition lists parts of an organisation, and of which kind."""

from __future__ import annotations

import re

from orgviz.document.chinese.claims import Claim, first_clauses
from orgviz.document.names.class_in_names import bear_their_class, is_organised
from orgviz.document.names.endings import WRONG_CLASS
from orgviz.document.names.judging import STRONG, Sort, judge
from orgviz.document.names.lists import POST_CLASS, Listing, name_share, read_listing
from orgviz.document.names.notes import Named
from orgviz.model import NodeKind
from orgviz.patterns import pattern

_CLASS_BEFORE = pattern(r"(?:部门|团队|岗位|成员|机构|中心|科室)(?:一般|通常|主要)*$")


# 公司分三大块:前台业务、中台支撑、后台职能
_BLOCKS = pattern(r"(?:为|成)?[两二三四五六七八九十\d]{1,2}大?(?:块|板块|条线|系统|口|大类):")
_LEAST_SHARE = 0.3


def is_credible(claim: Claim, listing: Listing) -> bool:
    """Weigh whether a claim states structure: the items decide, the verb and the class word vouch."""
    if bear_their_class(listing) and is_organised(claim.before.folded.rpartition(",")[2]):
        return True
    told = _BLOCKS.match(claim.listed.folded)
    if told and listing.count == len(listing.items) and is_organised(claim.before.folded.rpartition(",")[2]):
        return name_share(listing.items) > _LEAST_SHARE
    is_wrong = WRONG_CLASS.search(listing.class_word) and listing.class_word not in ("环节", "板块")
    if not listing.items or is_wrong or all(item.name.folded.endswith(("级", "届")) for item in listing.items):
        return False
    strong = sum(judge(item.name.folded) in STRONG or _is_counted(item) for item in listing.items) / len(listing.items)
    share = name_share(listing.items)
    vouched = bool(listing.class_word) or bool(_CLASS_BEFORE.search(claim.before.folded))
    if claim.is_strong:
        return strong >= 0.5 or (share >= 0.4 and (vouched or len(listing.items) > 1))
    return strong >= 0.5 or (vouched and share >= 0.5)


def _is_counted(item: Named) -> bool:
    return item.seats is not None and judge(item.name.folded) is Sort.FIELD


def class_of(claim: Claim, listing: Listing) -> NodeKind | None:
    """Return what the items are by the word for their class, if there is one."""
    if listing.class_word:
        return NodeKind.POSITION if POST_CLASS.search(listing.class_word) else NodeKind.UNIT
    if re.search(r"(?:岗位|成员|人员|职位)(?:一般|通常|主要)*$", claim.before.folded):
        return NodeKind.POSITION
    return None


def only_posts(claim: Claim) -> list[Named]:
    """Return what a claim lists, if these are posts and nothing else."""
    listed = first_clauses(claim.listed)
    items = read_listing(listed).items if listed is not None else ()
    are_posts = all(judge(item.name.folded) is Sort.POST or item.seats is not None for item in items)
    return list(items) if are_posts else []


def lists_counted_posts(claim: Claim) -> bool:
    """Whether nothing but posts with their numbers is listed: 本次活动设总指挥1名,副总指挥2名."""
    posts = only_posts(claim)
    return bool(posts) and all(post.seats is not None and judge(post.name.folded) is Sort.POST for post in posts)
