"""Outlines of every writing are read: with codes, remarks, drawn boxes, two beside each other; lists of things are not."""

import pytest

from tests.document.outlines import outline


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("D00 总经办\n  D01 销售部\n  D02 采购部\n", "总经办\n  销售部\n  采购部"),
        ("01 总经办\n0101 秘书处\n02 营销中心\n0201 市场部\n", "总经办\n  秘书处\n营销中心\n  市场部"),
        ("1000 Verwaltung\n1100 Buchhaltung\n2000 Produktion\n2100 Montage\n",
         "Verwaltung\n  Buchhaltung\nProduktion\n  Montage"),
        ("HR - Human Resources\n  REC - Recruiting\nFIN - Finance\n  AP - Accounts Payable\n  PAY - Payroll\nOPS - Operations\n",
         "Human Resources\n  Recruiting\nFinance\n  Accounts Payable\n  Payroll\nOperations"),
        (("Head office              Branch office\n├── Finance team         ├── Sales team\n"
         "└── Legal team           └── Service team\n"),
         "Head office\n  Finance team\n  Legal team\nBranch office\n  Sales team\n  Service team"),
        ("-- 总部\n-- ├── 销售部\n-- │   └── 门店组\n-- └── 财务部\n", "总部\n  销售部\n    门店组\n  财务部"),
        ("# 两家公司\n\n甲公司：\n\n总经理\n├── 销售部\n└── 财务部\n\n乙公司：\n\n总经理\n└── 生产部\n",
         "两家公司\n  甲公司\n    #总经理\n      销售部\n      财务部\n  乙公司\n    #总经理\n      生产部"),
        ("QA Lead\n  Test Engineer - Frontend\n  Test Engineer - Backend\n",
         "#QA Lead\n  #Test Engineer - Frontend\n  #Test Engineer - Backend"),
        ("- Head of Sales → Account Managers + Sales Representatives\n- Design Lead → UX Designers + UI Designers\n",
         "#Head of Sales\n  #Account Managers\n  #Sales Representatives\n#Design Lead\n  #UX Designers\n  #UI Designers"),
        (("      ┌────────┐\n      │ 总经理 │\n      └───┬────┘\n    ┌─────┴─────┐\n┌───┴────┐ ┌────┴───┐\n"
         "│ 市场部 │ │ 财务部 │\n└────────┘ └────────┘\n"), "#总经理\n  市场部\n  财务部"),
        ("        CEO\n         |\n   +-----+-----+\n   |           |\n  COO         CFO\n", "#CEO\n  #COO\n  #CFO"),
        ("하늘상사 조직도\n\n대표이사\n  인사팀\n  총무팀\n", "하늘상사\n  #대표이사\n    인사팀\n    총무팀"),
    ],
)  # fmt: skip
def test_outlines_of_many_writings_are_read(text, expected):
    assert outline(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Weekend shopping\n  Vegetables\n    Carrots\n    Onions\n  Dairy\n    Milk\n",
        "Menu\n  File\n    Open\n    Close\n  View\n    Team\n    Manager\n",
        "产品目录\n  家电\n    冰箱\n  数码\n    手机\n",
        "Monday\n  09:00 Sales meeting\n  10:00 Team lead round\nTuesday\n  09:00 Finance review\n",
        "┌────────────┐\n│ API server │\n└─────┬──────┘\n      │\n┌─────┴──────┐\n│  Database  │\n└────────────┘\n",
    ],
)
def test_lists_of_other_things_give_nothing(text):
    assert not outline(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a table of contents is none, links to the pages of teams are
        (
            ("# Teams\n\n- [Sales team](teams/sales.md)\n- [Legal team](teams/legal.md)\n- [Design team](teams/design.md)\n"
            "- [Finance team](teams/finance.md)\n- [Support team](teams/support.md)\n"),
            "Sales team\nLegal team\nDesign team\nFinance team\nSupport team",
        ),
        # Korean headings sort, whatever stands below them
        ("## 보고 체계\n\n```\n대표이사\n ├── 영업팀\n └── 재무팀\n```\n", "#대표이사\n  영업팀\n  재무팀"),
        ("# 의사결정 구조\n\n- 대표이사\n  - 인사팀\n  - 총무팀\n", "#대표이사\n  인사팀\n  총무팀"),
        ("대표이사\n├── 재무 담당\n└── 법무 담당\n\n아직 큰 팀을 갖추고 있지는 않습니다.\n", "#대표이사\n  #재무 담당\n  #법무 담당"),
        ("# 组织架构层次\n\n## 1. 产品部\n\n## 2. 工程部\n\n### 2.1 测试组\n", "产品部\n工程部\n  测试组"),
        # two words for the field, one of them also one for a unit
        (
            "1. Managing Director\n  1.1 Team/Projects Manager\n  1.2 Office/Admin Manager\n  1.3 Board/Committee Secretary\n",
            "#Managing Director\n  #Team/Projects Manager\n  #Office/Admin Manager\n  #Board/Committee Secretary",
        ),
        ("- Managing Director\n  - Board of Directors/Trustees\n  - Sales/Marketing Team\n",
         "#Managing Director\n  Board of Directors/Trustees\n  Sales/Marketing Team"),
        # who leads a unit, with its parts below
        (
            ("1. Stage Manager\n  1.1 Oversees Sound Crew Team\n    1.1.1 Microphone team\n    1.1.2 Mixing team\n"
            "2. House Manager\n  2.1 Sells tickets\n"),
            "#Stage Manager\n  Sound Crew Team\n    Microphone team\n    Mixing team\n#House Manager : Sells tickets",
        ),
        ("- Stage Manager\n  - Oversees Sound Crew Team\n- House Manager\n  - Leads the tour\n",
         "#Stage Manager : Oversees Sound Crew Team\n#House Manager : Leads the tour"),
        # a post that is not settled yet
        ("1. Club Director\n  1.1 Ann Lee\n2. Deputy Director?\n  2.1 Bob Ray\n3. Club Secretary\n",
         "#Club Director Ann Lee\n#Deputy Director Bob Ray\n#Club Secretary"),
        # a name above a title that has a number in it
        (
            ("<h3>Vorstand</h3>\n<h4>Ann Berg</h4>\n<p>1. Vorsitzende</p>\n<h4>Udo Stein</h4>\n<p>2. Vorsitzender</p>\n"
            "<h4>Eva Lang</h4>\n<p>Kassenwartin</p>\n"),
            "Vorstand\n  #1. Vorsitzende Ann Berg\n  #2. Vorsitzender Udo Stein\n  #Kassenwartin Eva Lang",
        ),
        # a unit set up below its own heading, and who makes up a group but stands elsewhere
        (
            ("2.1 资料调度中心\n依托县档案馆设立县防汛资料调度中心，主要职责是统一汇总资料。\n2.2 专项抢险机构\n"
            "根据需要，成立县防汛专项抢险指挥部。\n(1)综合协调组。由县政府办公室牵头，水务局、气象局等单位组成，负责协调。\n"
            "(2)物资保障组。由商务局牵头，民政局、交通局等部门组成，负责物资。\n"),
            ("资料调度中心 : 依托县档案馆设立县防汛资料调度中心，主要职责是统一汇总资料\n专项抢险机构 : 根据需要，成立县防汛专项抢险指挥部\n  综合协调组 : 由县政府办公室牵头，水务局、气象局等单位组成，负责协调\n"
            "  物资保障组 : 由商务局牵头，民政局、交通局等部门组成，负责物资"),
        ),
        ("2.1 资料调度中心\n资料调度中心设第二资料调度中心、第三资料调度中心。\n2.2 财务部\n2.3 人事部\n",
         "资料调度中心\n  第二资料调度中心\n  第三资料调度中心\n财务部\n人事部"),
    ],
)  # fmt: skip
def test_what_stands_beside_and_below_a_name_tells_what_it_is(text, expected):
    assert outline(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        ("# The Manager Handbook\n\n## 1 Team state\n\n* 1.1 [Skills](/a/skills.md)\n* 1.2 [Retros](/a/retros.md)\n"
        "* 1.3 [Health](/a/health.md)\n\n## 2 Code state\n\n* 2.1 [Linting](/b/lint.md) TODO\n* 2.2 [Tests](/b/tests.md)\n"),
        ("## Team guide\n\n1. [First week](#first-week)\n2. [Code review](#code-review)\n3. [Pull requests](#pull-requests)\n"
        "4. [Team rituals](#team-rituals)\n5. [Holidays](#holidays)\n"),
        ("# Division of work\n\n- [Planning](docs/plan.html) - how we plan\n- [Estimates](docs/estimates.html)\n"
        "- [Meetings](docs/meetings.html)\n- [Team values](docs/values.html)\n- [Glossary](docs/glossary.html)\n"),
    ],
)  # fmt: skip
def test_a_table_of_contents_is_no_organisation(text):
    assert not outline(text)
