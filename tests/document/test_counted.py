"""What stands behind a unit's name is divided into posts with their numbers; the rest stays as it is written."""

from orgviz.diagnostics import Findings
from orgviz.document.read import read_document
from orgviz.text import SourceText


def duties(text):
    found = read_document(SourceText("a.md", text), None, Findings()).found
    return {node.name: node.duty for node in found.nodes}


def test_a_duty_before_the_posts_stays_in_one_piece():
    told = duties(
        "1. 商品部：选品、定价和商品页面的维护。商品经理1名，选品专员3名。\n2. 客服部：售前、售后。客服5名。\n"
    )
    assert told["商品部"] == "选品、定价和商品页面的维护"


def test_what_follows_a_post_is_its_duty():
    told = duties("1. 直播部：主播3名，负责讲解、互动；场控1名，上下架商品。\n2. 客服部：客服5名。\n")
    assert told["主播"] == "负责讲解、互动"
    assert told["场控"] == "上下架商品"
