"""Statutes and charters, in both kinds of characters: organs, elections, posts in each unit; no duties, cases, members."""

import pytest

from tests.document.outlines import outline

BASE = "第一条 本会的名称为青山市茶艺协会。\n第二条 本会设办公室、宣传部、会员部。\n"
BELOW = "青山市茶艺协会\n  办公室\n  宣传部\n  会员部"


def more(text: str) -> str:
    """Return what a text adds to the tree of a charter with three units."""
    tree = outline(BASE + text)
    assert tree.startswith(BELOW)
    return tree.removeprefix(BELOW).strip("\n")


@pytest.mark.parametrize(
    ("text", "added"),
    [
        ("第三条 本会以会员大会为最高权力机构。", "  会员大会"),
        ("第三条 本会的最高权力机构是会员代表大会。", "  会员代表大会"),
        ("第三條 監事會為監察機關。", "  監事會"),
        ("第三条 会员大会闭会期间，由理事会代行职权。", "  理事会"),
        ("第三条 协会的目标是成为最高水平的团体。", ""),
        ("第三条 任何机构不得代行其职权。", ""),
    ],
)
def test_organs_of_the_whole(text, added):
    assert more(text) == added


@pytest.mark.parametrize(
    ("text", "added"),
    [
        (
            "第三條 本會置理事九人、監事三人,由會員選舉之,分別組織理、監事會。",
            "  理事會\n    #理事 x9\n  監事會\n    #監事 x3",
        ),
        ("第三条 本会由九名理事组成理事会。", "  理事会\n    #理事 x9"),
        (
            "第三條 理事會置常務理事五人,並由理事就常務理事中選舉一人為理事長,一人為副理事長。",
            "  理事會\n    #常務理事 x5\n    #理事長 x1\n    #副理事長 x1",
        ),
        ("第三条 董事会由董事七人组成，互推一人为董事长。", "  董事会\n    #董事 x7\n    #董事长 x1"),
        (
            "第三條 本會設董事會,董事七人,其中三人為常務董事。",
            "  董事會\n    #董事 x7\n    #常務董事 x3",
        ),
        ("第三条 本会得设学习小组，小组长由学习小组推选。", "  学习小组 optional\n    #小组长"),
        ("第三条 本会会长、副会长和秘书长组成会长会议。", "  会长会议\n  #会长\n  #副会长\n  #秘书长"),
        ("第三条 候选人名单由会员推选。", ""),
        ("第三条 大会选举五人以上参加时有效。", ""),
        ("第三条 本会组织会员参观博览会。", ""),
    ],
)
def test_elections_and_the_bodies_that_members_form(text, added):
    assert more(text) == added


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        (
            "第三條 總經理下設營業、會計二處,每處置經理一人。各處得置副理一人。",
            "#總經理\n  營業處\n    #經理 x1\n    #副理 x1 optional\n  會計處\n    #經理 x1\n    #副理 x1 optional",
        ),
        (
            "第三条 教务处下设语文、数学两个教研组，教研组设组长一人。",
            "教务处\n  语文教研组\n    #组长 x1\n  数学教研组\n    #组长 x1",
        ),
        (
            "第三条 学校设教务处、总务处。各处室设主任一人。",
            "教务处\n  #主任 x1\n总务处\n  #主任 x1",
        ),
        (
            "第三條 執行長一人;下設企劃組、活動組,各置組長一人。",
            "#執行長 x1\n  企劃組\n    #組長 x1\n  活動組\n    #組長 x1",
        ),
        ("第三条 学校设教务处、总务处、保卫处。每个家庭设安全员一名。", "教务处\n总务处\n保卫处"),
        ("第三条 学校设教务处、总务处、保卫处。各县设联络员一人。", "教务处\n总务处\n保卫处"),
    ],
)
def test_posts_that_each_unit_has(text, tree):
    assert outline(text) == tree


@pytest.mark.parametrize(
    ("text", "added"),
    [
        ("第三条 图书室、档案室归办公室管。", "    图书室\n    档案室"),
        ("第三条 本会设审计室，直属于办公室，置主任一人。", "    审计室\n      #主任 x1"),
        ("第三条 办公室分管资料室。", "    资料室"),
        ("第三条 资料、档案归办公室管。", ""),
        ("第三条 办公室直属机关工作人员不得兼职。", ""),
    ],
)
def test_units_said_to_belong_to_another(text, added):
    tree = outline(BASE + text)
    assert [
        line for line in tree.splitlines() if line not in BELOW.splitlines() and "办公室" not in line
    ] == added.splitlines()


def test_an_office_that_has_its_rooms_in_another_stays_where_it_is():
    assert more("第三条 本会设安全委员会，委员会下设秘书组，秘书组设在办公室。").endswith("安全委员会\n    秘书组")


@pytest.mark.parametrize(
    ("text", "added"),
    [
        (
            "第三条 本会设秘书处，为常设办事机构，承办下列事务：\n（一）会议记录；\n（二）财务结算。",
            "  秘书处 : 会议记录；财务结算",
        ),
        (
            "第三條 本會置秘書長一人,掌理事項如下:\n一、文稿之綜核。\n二、會務之協調。",
            "  #秘書長 x1 : 文稿之綜核；會務之協調",
        ),
        (
            "第三条 本会会长行使下列职权：\n（一）召集理事会；\n（二）对外代表本会。",
            "  #会长 : 召集理事会；对外代表本会",
        ),
        ("第三条 有下列情形之一的，会员资格终止：\n（一）办公室除名；\n（二）主任会议劝退。", ""),
        ("第三条 会员享有下列权利：\n（一）参加宣传部活动；\n（二）选举权。", ""),
        ("第三条 教师应当做到：\n（一）按时到岗；\n（二）认真备课。", ""),
    ],
)
def test_sentences_that_lead_to_a_list(text, added):
    assert more(text) == added


@pytest.mark.parametrize(
    ("text", "added"),
    [
        ("第三条 馆长一名，主持日常工作；副馆长两名，协助馆长。", "  #馆长 x1\n    #副馆长 x2"),
        ("第三條 副局長一人襄助之。", "  #副局長 x1 : 襄助之"),
        ("第三條 本會置編纂一人至三人,編輯六人,職位列第六職等。", "  #編纂 x1\n  #編輯 x6"),
        ("第三条 会员五百人，平均年龄四十岁。", ""),
    ],
)
def test_counted_posts_without_a_verb(text, added):
    assert more(text) == added


@pytest.mark.parametrize(
    ("text", "added"),
    [
        (
            "第三条 本会设会长一人。\n第四条 评议会由会长、工会主席和评议员二人组成。",
            "  #会长 x1\n  评议会\n    #评议员 x2",
        ),
        ("第三条 评议会主任由副会长兼任，评议会设评议员二人。", "  评议会\n    #评议员 x2\n    #评议会主任"),
        ("第三条 理事会须由最少七人组成。", "  理事会"),
    ],
)
def test_who_sits_in_a_body_by_an_office_is_not_set_up_twice(text, added):
    assert more(text) == added


@pytest.mark.parametrize(
    "text",
    [
        "教育部部長 王敏\n行政院院長 李四\n青山圖書館組織條例\n第一條 青山圖書館置館長一人。\n第二條 青山圖書館設採編組、閱覽組。",
        "青山圖書館組織條例\n第一條 本館置館長一人。\n第二條 本館設採編組、閱覽組。",
        "關於本站\n最新消息\n制定青山圖書館組織條例\n第一條 本館置館長一人。\n第二條 本館設採編組、閱覽組。",
        "第一條 市政府為推廣閱讀,設青山圖書館(以下簡稱本館)。\n第二條 本館定名為青山圖書館,置館長一人。\n第三條 本館設採編組、閱覽組。",
    ],
)
def test_a_title_names_the_whole_and_signatures_are_no_posts(text):
    assert outline(text) == "青山圖書館\n  #館長 x1\n  採編組\n  閱覽組"


def test_the_first_of_a_list_without_articles_is_no_signature():
    assert outline("院長 王敏\n一、內科\n二、外科").startswith("#院長")


@pytest.mark.parametrize(
    "text",
    [
        "第一条 居民应当爱护设施。\n第二条 不得占用通道。\n第三条 违反者由居民委员会批评教育。",
        "第一条 项目负责人应当按期完成任务。\n第二条 承担单位应当配备财务人员。\n第三条 专家组由各方面专家组成。",
        "第一条 教师应当按时到岗。\n第二条 班长应当以身作则。\n第三条 值日生负责擦黑板。",
    ],
)
def test_rules_of_conduct_set_nothing_up(text):
    assert outline(text) == ""
