import pytest

from orgviz.classify import built_in_lexicon
from orgviz.model import TYPE_NAMES


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("董事会", "governance"), ("監事會", "governance"), ("Board of Directors", "governance"),
        ("高层管理团队", "executive"), ("总经理办公室", "executive"), ("Executive Team", "executive"),
        ("Office of the CEO", "executive"),
        ("财务部", "function"), ("人力資源部", "function"), ("HR", "function"), ("IT", "function"),
        ("技术研发部", "function"), ("供应链管理部门", "function"), ("Finance & Legal", "function"),
        ("Engineering", "function"), ("People Operations", "function"),
        ("运营部", "operations"), ("市場營銷部", "operations"), ("采购及物流部", "operations"),
        ("Sales", "operations"),
        ("商品管理部门", "operations"), ("Supply Chain", "operations"),
        ("Product Marketing", "operations"),
        ("后勤部", "support"), ("美工设计", "support"), ("直播自媒体", "support"), ("支持服务部门", "support"),
        ("Shared Services", "support"), ("Warehouse", "support"),
        ("客服销售部门", "service"), ("售後服務部", "service"), ("呼叫中心", "service"),
        ("Customer Success", "service"),
        ("活动运营团队", "project"), ("数字化专项组", "project"), ("ERP Task Force", "project"),
        ("外部顾问", "external"), ("代运营", "external"), ("Suppliers", "external"),
    ],
)  # fmt: skip
def test_a_name_tells_its_type(name, expected):
    assert built_in_lexicon().unit_type(name) == expected


@pytest.mark.parametrize("name", ["数据分析部门", "上海", "Team Alpha", "", "Shanghai"])
def test_other_names_tell_nothing(name):
    assert built_in_lexicon().unit_type(name) is None


def test_the_longest_word_wins_and_then_the_last():
    lexicon = built_in_lexicon()
    assert lexicon.unit_type("市场财务") == "function"
    assert lexicon.unit_type("财务市场") == "operations"
    assert lexicon.unit_type("客户服务运营") == "service"


@pytest.mark.parametrize("name", ["Recruiter", "Digital", "Transit", "Hrvatska"])
def test_latin_words_count_only_whole(name):
    assert built_in_lexicon().unit_type(name) is None


def test_width_and_case_do_not_count():
    assert built_in_lexicon().unit_type("ＨＲ") == built_in_lexicon().unit_type("hr") == "function"


@pytest.mark.parametrize(
    ("title", "expected"),
    [("CEO", "executive"), ("首席财务官", "executive"), ("VP Sales", "executive"), ("董事长", "governance"),
     ("财务总监", "function"), ("Sales Manager", "operations"), ("秘书", None)],
)  # fmt: skip
def test_a_title_tells_its_rank_before_its_field(title, expected):
    assert built_in_lexicon().title_type(title) == expected


def test_own_words_go_first_even_when_they_are_shorter():
    lexicon = built_in_lexicon().with_words([("渠道", "channel")])
    assert lexicon.unit_type("渠道市场营销部") == "channel"


def test_the_lexicon_knows_no_other_types():
    lexicon = built_in_lexicon()
    indexes = (lexicon.words, lexicon.titles)
    found = {name for index in indexes for words in index.by_head.values() for _, name in words}
    assert found | set(lexicon.groups.values()) == set(TYPE_NAMES)
