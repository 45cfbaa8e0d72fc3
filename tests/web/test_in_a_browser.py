"""The page does what its readers do with it: they click, type, drag, walk, print and go back."""

import io
import re

import pypdf
import pytest

from tests.web.conftest import html_of

pytestmark = pytest.mark.needs_browser

CHOSEN = "document.activeElement.getAttribute('aria-label')"
RESULTS = "[...document.querySelectorAll('.results [role=option] b')].map(item => item.textContent)"
FACTS = "document.querySelector('.details').hidden ? null : document.querySelector('.details').innerText"
SHOWN = "[...document.querySelectorAll('[role=treeitem]')].filter(item => item.getBoundingClientRect().width).length"
VIEW = "document.querySelector('.sheet').style.transform"


def find(tab, text):
    tab.press("/")
    tab.run("document.querySelector('.query').select() ?? 1")
    tab.type(text)
    return tab.run(RESULTS)


def scale(tab):
    return float(re.search(r"scale\((.*?)\)", tab.run(VIEW))[1])


def in_view(tab, selector):
    x, y = tab.middle(selector)
    return 0 < x < 1280 and 50 < y < 800


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("供应链", "供应链中心"),
        ("gyl", "供应链中心"),
        ("gongying", "供应链中心"),
        ("gong ying lian", "供应链中心"),
        ("gongyl", "供应链中心"),
        ("chongqing", "重庆仓"),
        ("zhongqing", "重庆仓"),
        ("cqc", "重庆仓"),
        ("vip", "VIP 客服组"),
        ("vipkf", "VIP 客服组"),
        ("孙七", "供应链中心"),
        ("sunqi", "供应链中心"),
        ("采购专员", "供应链中心"),
        ("bijia", "供应链中心"),
        ("zb", "总部"),
    ],
)
def test_search_finds_names_people_titles_and_duties_as_characters_and_as_pinyin(open_page, typed, name):
    assert find(open_page("company"), typed)[0] == name


def test_a_page_opens_with_the_chart_in_its_place_rather_than_sliding_there(open_page):
    tab = open_page("company")
    assert tab.run("document.querySelector('.sheet').classList.contains('gliding')") is False
    tab.click(".fit")
    assert tab.run("document.querySelector('.sheet').classList.contains('gliding')") is True


def test_what_is_nowhere_is_not_found(open_page):
    tab = open_page("company")
    assert find(tab, "gylx") == []
    assert tab.run("document.querySelector('.told').textContent") == "没有找到"


def test_enter_goes_to_what_was_found_shows_it_and_writes_the_address(open_page):
    tab = open_page("two thousand")
    tab.press("/")
    tab.type("1234")
    tab.press("Enter")
    assert tab.run(CHOSEN).startswith("产品") or "1234" in tab.run(CHOSEN)
    assert scale(tab) >= 1
    assert in_view(tab, "[role=treeitem]:focus")
    assert "1234" in tab.run("decodeURIComponent(location.hash)")
    assert "1234" in tab.run(FACTS)


def test_arrows_choose_among_the_results(open_page):
    tab = open_page("thirty")
    names = find(tab, "kehu")
    tab.press("ArrowDown", "ArrowDown", "ArrowUp", "Enter")
    assert tab.run(CHOSEN).startswith(names[1])


def test_escape_empties_the_search_then_leaves_it(open_page):
    tab = open_page("company")
    find(tab, "gyl")
    tab.press("Escape")
    assert tab.run("document.querySelector('.query').value") == ""
    tab.press("Escape")
    assert tab.run(CHOSEN).startswith("总部")


def test_a_click_shows_all_that_is_known(open_page):
    tab = open_page("company")
    tab.click("#scm")
    said = tab.run(FACTS)
    for words in ("供应链中心", "李四", "采购专员", "×3 · 赵六、孙七", "○ 空缺", "比价", "仓库主管", "采购与仓储"):
        assert words in said
    assert "协作 · 大促" in said
    assert tab.run("document.querySelector('.facts a').href") == "https://example.com/scm"
    assert tab.run("document.querySelector('.facts a').rel") == "noopener noreferrer"
    assert tab.run("location.hash") == "#unit=scm"


def test_links_are_jumps_in_both_directions(open_page):
    tab = open_page("company")
    tab.click("#scm")
    tab.run("[...document.querySelectorAll('.link .jump')].find(one => one.textContent === '客服部').click() ?? 1")
    assert tab.run(CHOSEN).startswith("客服部")
    assert "来自供应链中心" in tab.run("document.querySelector('.link').textContent.replace('← ', '')")


def test_back_leads_to_the_unit_before(open_page):
    tab = open_page("company")
    tab.click("#scm")
    tab.click(f"[id='{tab.run('document.querySelector(`[aria-label^=VIP]`).id')}']")
    assert tab.run("location.hash") == "#unit=vip%2F%E7%BB%84"
    tab.run("history.back() ?? 1")
    tab.until("location.hash === '#unit=scm'")
    tab.until("document.querySelector('.details h2').textContent === '供应链中心'")


def test_an_address_opens_its_unit_even_below_a_post(open_page):
    tab = open_page("company", fragment="#unit=vip%2F%E7%BB%84")
    assert tab.run("document.querySelector('.details h2').textContent") == "VIP 客服组"
    assert tab.run(CHOSEN).startswith("VIP")


@pytest.mark.parametrize("fragment", ["#unit=", "#unit=nobody", "#unit=%", "#unit=__proto__", "#x"])
def test_an_address_that_names_no_unit_shows_the_chart(open_page, fragment):
    assert open_page("company", fragment=fragment).run(FACTS) is None


def test_collapsing_hides_what_is_below_counts_it_and_closes_up(open_page):
    tab = open_page("thirty")
    before = tab.run(SHOWN)
    height = "Math.max(...[...document.querySelectorAll('g.node:not(.away)')].map(one => one.getBoundingClientRect().bottom))"
    lowest = tab.run(height)
    tab.click(".fold-all")
    assert (before, tab.run(SHOWN)) == (30, 6)
    counts = tab.run("[...document.querySelectorAll('.knob.closed text')].map(one => Number(one.textContent))")
    assert sum(counts) == 24
    assert tab.run(height) / scale(tab) < lowest
    tab.click(".open-all")
    assert tab.run(SHOWN) == 30
    assert tab.run("document.querySelectorAll('g.graph [transform]').length") == 0


def test_after_collapsing_no_boxes_overlap_and_lines_still_meet_them(open_page):
    tab = open_page("two thousand")
    tab.run(
        "[...document.querySelectorAll('[aria-expanded]')].filter((one, i) => i % 7 === 3)"
        ".forEach(one => one.dispatchEvent(new MouseEvent('dblclick', {bubbles: true}))) ?? 1"
    )
    faults = tab.run("""(() => {
        const boxes = [...document.querySelectorAll('g.node:not(.away)')].map(one => one.querySelector('polygon'))
            .map(one => ({box: one.getBoundingClientRect(), id: one.parentNode.id})).sort((a, b) => a.box.x - b.box.x);
        const faults = [];
        boxes.forEach((one, i) => {
            for (let j = i + 1; j < boxes.length && boxes[j].box.x < one.box.right - 0.05; j += 1)
                if (boxes[j].box.y < one.box.bottom - 0.05 && one.box.y < boxes[j].box.bottom - 0.05) faults.push([one.id, boxes[j].id]);
            const edge = document.getElementById('edge-' + one.id);
            if (!edge) return;
            const path = edge.querySelector('path');
            const end = path.getPointAtLength(path.getTotalLength()).matrixTransform(path.getScreenCTM());
            const near = 1.5;
            if (end.x < one.box.x - near || end.x > one.box.right + near || end.y < one.box.y - near || end.y > one.box.bottom + near)
                faults.push([one.id, 'line']);
        });
        return [boxes.length, faults];
    })()""")
    assert 100 < faults[0] < 2000
    assert faults[1] == []


def test_the_knob_of_a_box_collapses_and_expands_it(open_page):
    tab = open_page("company")
    tab.hover("#scm")
    tab.click(".knob")
    assert tab.run("document.querySelector('#scm').getAttribute('aria-expanded')") == "false"
    assert tab.run(SHOWN) == 4
    tab.click(".knob.closed")
    assert tab.run(SHOWN) == 6


def test_search_expands_what_it_goes_into(open_page):
    tab = open_page("company")
    tab.click(".fold-all")
    find(tab, "cqc")
    tab.press("Enter")
    assert tab.run(CHOSEN).startswith("重庆仓")
    assert in_view(tab, "[role=treeitem]:focus")


def test_the_keyboard_walks_the_tree(open_page):
    tab = open_page("company")
    tab.run("document.querySelector('[role=treeitem]').focus() ?? 1")
    walked = []
    for key in ("ArrowDown", "ArrowDown", "ArrowUp", "ArrowRight", "ArrowLeft", "End", "Home"):
        tab.press(key)
        walked.append(tab.run(CHOSEN).split(",")[0])
    assert walked == ["供应链中心", "重庆仓", "供应链中心", "重庆仓", "供应链中心", "VIP 客服组", "总部"]


def test_left_closes_right_opens_and_down_passes_what_is_closed(open_page):
    tab = open_page("company")
    tab.run("document.querySelector('#scm').focus() ?? 1")
    tab.press("ArrowRight", "ArrowLeft", "ArrowLeft")
    assert tab.run("document.querySelector('#scm').getAttribute('aria-expanded')") == "false"
    tab.press("ArrowDown")
    assert tab.run(CHOSEN).startswith("客服部")
    tab.press("ArrowUp", "ArrowRight")
    assert tab.run("document.querySelector('#scm').getAttribute('aria-expanded')") == "true"
    assert tab.run(CHOSEN).startswith("供应链中心")


def test_typing_jumps_to_a_name_also_by_its_first_letters(open_page):
    tab = open_page("company")
    tab.run("document.querySelector('[role=treeitem]').focus() ?? 1")
    tab.type("hdc")
    assert tab.run(CHOSEN).startswith("华东仓")


def test_enter_opens_the_details_and_escape_leads_back(open_page):
    tab = open_page("company")
    tab.run("document.querySelector('#scm').focus() ?? 1")
    tab.press("Enter")
    assert tab.run("document.activeElement.textContent") == "供应链中心"
    tab.press("Escape")
    assert tab.run(FACTS) is None
    assert tab.run(CHOSEN).startswith("供应链中心")


def test_tab_leads_to_one_box_only_and_to_no_link_inside(open_page):
    tab = open_page("company")
    assert tab.run("document.querySelectorAll('[role=treeitem][tabindex=\"0\"]').length") == 1
    assert tab.run("[...document.querySelectorAll('.graph a')].every(one => one.tabIndex < 0)")


def test_screen_readers_are_told_a_tree(open_page):
    tab = open_page("company")
    tab.call("Accessibility.enable")
    nodes = [node for node in tab.call("Accessibility.getFullAXTree")["nodes"] if not node.get("ignored")]
    items = [node for node in nodes if node["role"]["value"] == "treeitem"]
    said = {
        item["name"]["value"]: {one["name"]: one["value"].get("value") for one in item["properties"]} for item in items
    }
    assert [node["name"]["value"] for node in nodes if node["role"]["value"] == "tree"] == ["启明电商"]
    assert (said["总部, 王敏"]["level"], said["总部, 王敏"]["expanded"]) == (1, True)
    assert said["VIP 客服组"]["level"] == 3
    assert said["客服部, 筹建"]["level"] == 2


def test_the_way_to_the_root_and_links_are_lit(open_page):
    tab = open_page("company")
    tab.hover("#scm")
    assert tab.run(
        "[...document.querySelectorAll('.node.lit')].map(one => one.getAttribute('aria-label').split(',')[0])"
    ) == ["总部", "供应链中心"]
    assert tab.run("document.querySelectorAll('.edge.lit').length") == 2
    assert tab.run("document.querySelectorAll('.node.linked').length") == 2
    assert tab.run("document.querySelector('.wires').getAttribute('d')").startswith("M")


def test_wheel_keys_buttons_and_drag_move_the_view(open_page):
    tab = open_page("thirty")
    fitted = tab.run(VIEW)
    first = scale(tab)
    tab.wheel(500, 400, -200)
    assert scale(tab) > first
    tab.press("-", "-")
    tab.press("+")
    tab.press("0")
    assert tab.run(VIEW) == fitted
    tab.drag((400, 760), (300, 700))
    assert (scale(tab), tab.run(VIEW) != fitted) == (first, True)
    assert tab.run(FACTS) is None  # a drag is no click
    tab.click(".fit")
    tab.click(".zoom-in")
    assert scale(tab) == pytest.approx(first * 1.3, rel=1e-3)


def test_two_fingers_zoom(open_page):
    tab = open_page("thirty", width=390, height=800, touch=True)
    first = scale(tab)
    tab.pinch([[(150, 400), (250, 400)], [(120, 400), (280, 400)], [(80, 400), (330, 400)]])
    assert scale(tab) > 1.5 * first


def test_on_a_phone_details_cover_the_lower_half_only(open_page):
    tab = open_page("company", width=390, height=800, touch=True)
    tab.click("#scm")
    top, width = tab.run("(box => [box.top, box.width])(document.querySelector('.details').getBoundingClientRect())")
    assert (top > 350, width) == (True, 390)
    assert tab.run("document.documentElement.scrollWidth") == 390
    assert tab.middle("#scm")[1] < top


@pytest.mark.parametrize("dark", [False, True])
def test_the_scheme_follows_the_system_and_the_button_turns_it(open_page, dark):
    tab = open_page("company", dark=dark)
    ground = "getComputedStyle(document.querySelector('.stage')).backgroundColor"
    box = "getComputedStyle(document.querySelector('#scm polygon')).fill"
    first = (tab.run(ground), tab.run(box))
    assert (first[0] == "rgb(255, 255, 255)") is not dark
    tab.click(".swap")
    second = (tab.run(ground), tab.run(box))
    assert (second[0] == "rgb(255, 255, 255)") is dark
    assert first[1] != second[1]
    tab.run("localStorage.clear() ?? 1")


@pytest.mark.parametrize("name", ["company", "two thousand"])
def test_it_prints_on_one_page_without_its_controls(open_page, name):
    tab = open_page(name)
    tab.press("+", "+")
    document = pypdf.PdfReader(io.BytesIO(tab.pdf()))
    assert len(document.pages) == 1
    box = document.pages[0].mediabox
    assert box.width > box.height
    text = document.pages[0].extract_text()
    assert "搜索" not in text
    assert ("总部" if name == "company" else "1999") in text


def test_without_scripts_the_chart_is_shown_whole(open_page):
    tab = open_page("thirty", scripts=False)
    document = tab.call("DOM.getDocument")["root"]["nodeId"]
    sheet = tab.call("DOM.querySelector", nodeId=document, selector=".sheet svg")["nodeId"]
    quad = tab.call("DOM.getBoxModel", nodeId=sheet)["model"]["content"]
    assert min(quad[1::2]) >= 0
    assert max(quad[1::2]) <= 800
    assert max(quad[0::2]) <= 1280


def test_what_was_seen_whole_stays_so_beside_the_details(open_page):
    tab = open_page("thirty")
    tab.click("[role=treeitem]")
    right = "Math.max(...[...document.querySelectorAll('g.node')].map(one => one.getBoundingClientRect().right))"
    assert tab.run(right) <= tab.run("document.querySelector('.details').getBoundingClientRect().left")
    tab.press("Escape")
    assert tab.run(right) > 1000


def test_hostile_names_do_nothing_and_the_policy_holds(driven, tmp_path):
    names = (
        "<img src=x onerror=window.hit=1>",
        "</script><script>window.hit=1</script>",
        "javascript:window.hit=1",
        "{{script}}",
    )
    units = "".join(f"  - {{name: '{name}', head: '{name}', duty: '{name}'}}\n" for name in names)
    page = tmp_path / "hostile.html"
    page.write_text(html_of(f"title: '{names[0]}'\nunits:\n{units}"), encoding="utf-8")
    tab = driven.open(page.as_uri())
    for number in range(len(names)):
        tab.run(f"document.querySelectorAll('[role=treeitem]')[{number}].focus() ?? 1")
        tab.press("Enter")
        assert names[number] in tab.run(FACTS)
    find(tab, "img src")
    assert (tab.run("window.hit"), tab.run("document.images.length")) == (None, 0)
    assert tab.complaints() == []
    # And if something did get in, it would not run, nor reach anybody.
    tab.run("document.body.append(Object.assign(document.createElement('script'), {type: 'text/plain'})) ?? 1")
    tab.run("fetch('https://example.com/').catch(() => window.refused = true)")
    assert tab.run("window.refused")
    assert all(address.startswith("file:") for address in tab.asked())
    tab.close()
