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
