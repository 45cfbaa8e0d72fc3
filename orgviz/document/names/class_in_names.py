"""Tell parts of an organisation that bear the name of their class: 三大体系:厨房体系、前厅体系和后台体系."""

from __future__ import annotations

from orgviz.document.names.lists import Listing
from orgviz.patterns import pattern

# What parts are called that are neither departments nor posts.
_CLASS = pattern(r"(?:体系|系统|系列|序列|板块|条线|模块|平台)$")
# Rules and programs are called so, too, and nobody works in them.
_NOBODYS = pattern(
    r"质量|环境|健康|安全|标准|制度|考核|薪酬|激励|评价|保障|信息|数据|订单|用户|支付|登录|监控|控制|[a-z]"
)
_ORGANISED = pattern(
    r"(?:组织|架构|结构|机构|部门|岗位|职位|人员|团队|队伍|公司|集团|企业|酒店|饭店|宾馆|餐厅|店|医院|学校|工厂|超市|商场|物业)"
    r"(?:内部|[又还]?(?:一般|通常|大体|大致|主要|可以|可|共|总体)上?)*$"
)


def bear_their_class(listing: Listing) -> bool:
    """Whether all that is listed ends in the word that the list has for it.

    >>> from orgviz.document.names.lists import read_listing
    >>> from orgviz.document.text.passages import passage
    >>> bear_their_class(read_listing(passage("三大体系:厨房体系、前厅体系和后台体系", 1, 1)))
    True
    """
    word = _CLASS.search(listing.class_word)
    names = [item.name.folded for item in listing.items]
    if word is None or len(names) < 2:
        return False
    return all(len(name) > len(word[0]) and name.endswith(word[0]) and not _NOBODYS.search(name) for name in names)


def is_organised(subject: str) -> bool:
    """Whether that is an organisation, or its posts and people, what is said to be divided.

    >>> is_organised("酒店一般"), is_organised("课程")
    (True, False)
    """
    return _ORGANISED.search(subject) is not None
