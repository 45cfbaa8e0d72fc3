"""The page knows of each box what the file says of it."""

from pathlib import Path

from orgviz.layout.options import LayoutKind, LayoutOptions
from tests.web.conftest import COMPANY, data_of, html_of

SAMPLES = Path(__file__).parents[2] / "samples"


def cards_of(page):
    return {card["unit"]: card for card in data_of(page)["cards"]}


def test_a_box_tells_its_posts_duty_and_address(company):
    card = cards_of(company)["scm"]
    assert (card["name"], card["duty"], card["url"]) == ("供应链中心", "采购与仓储", "https://example.com/scm")
    head, buyer, keeper = card["rows"]
    assert (head["name"], head["head"]) == ("李四", True)
    assert (buyer["name"], buyer["holders"], buyer["seats"], buyer["vacant"]) == ("采购专员", "赵六、孙七", 3, "空缺")
    assert keeper == {"unit": keeper["unit"], "name": "仓库主管", "kind": "position"}


def test_a_box_tells_its_status_and_days(company):
    (card,) = [card for card in cards_of(company).values() if card["name"] == "客服部"]
    assert (card["status"], card["days"]) == ("筹建", "2026-10-01 起")


def test_boxes_name_the_one_above_by_its_number(company):
    cards = data_of(company)["cards"]
    assert [card.get("parent") for card in cards] == [None, 0, 1, 1, 0, 4]


def test_links_tell_their_kind_label_and_posts(company):
    one, other = data_of(company)["links"]
    assert (one["from"], one["to"], one["kind"], one["label"]) == (1, 4, "协作", "大促")
    assert (other["from_post"], other["to"], other["kind"]) == ("采购专员", 5, "虚线汇报")
    assert f'id="{one["id"]}"' in company


def test_what_is_hidden_in_a_view_is_not_in_the_page():
    page = html_of(COMPANY.replace("status: planned", "status: closed"))
    assert "VIP" not in page
    assert "周八" not in page


def test_a_matrix_has_its_crossings_as_boxes_of_their_own():
    text = (SAMPLES / "matrix-firm.yaml").read_text(encoding="utf-8")
    page = html_of(text, layout=LayoutOptions(kind=LayoutKind.MATRIX))
    cards = data_of(page)["cards"]
    assert len({card["unit"] for card in cards}) == len(cards)
    assert any(" · " in card["name"] for card in cards)
