"""The page in a real browser: what a person sees while a file is being written."""

import pytest

from tests.cli.conftest import GOOD, with_files
from tests.serve.chrome import chrome
from tests.serve.running import running, save

pytestmark = pytest.mark.needs_browser

STATE = "document.body.dataset.state"
SOURCE = "document.querySelector('#stage img')?.src"
SEEN = "document.querySelector('#stage img')?.naturalWidth > 0"
PROBLEMS = "document.getElementById('problems').innerText"


@pytest.fixture
def folder(tmp_path):
    return with_files(tmp_path)


@pytest.fixture
def page(browser, folder):
    """A page of the preview of org.yaml, once its picture is seen."""
    with (
        running("serve", "org.yaml", "--port", "0", folder=folder) as found,
        chrome(browser, folder / ".profile") as opened,
    ):
        opened.open(found.heard(r"http://\S+")[0])
        opened.until(f"{STATE} === 'fine' && {SEEN}")
        opened.preview = found
        yield opened


def test_the_page_shows_the_chart_and_forgets_the_token_in_its_address(page):
    assert page.value("document.title") == "✓ 启明电商"
    assert page.value("location.search") == ""
    assert page.value("document.documentElement.lang") == "zh-CN"
    page.call("Page.reload")
    page.until(f"{STATE} === 'fine' && {SEEN}")


def test_the_picture_changes_with_the_file_and_the_page_stays(page, folder):
    before = page.value(SOURCE)
    page.value("window.mark = 1")
    save(folder / "org.yaml", GOOD.replace("Finance", "Treasury"))
    page.until(f"{SOURCE} !== '{before}' && {SEEN}")
    assert page.value("window.mark") == 1
    assert page.value("document.querySelectorAll('#stage img').length") == 1
    assert page.value(f"{STATE}") == "fine"


def test_errors_stand_beside_the_kept_picture_until_they_are_mended(page, folder):
    before = page.value(SOURCE)
    save(folder / "org.yaml", GOOD.replace("head:", "haed:"))
    page.until(f"{STATE} === 'error'")
    told = page.value(PROBLEMS)
    for words in (
        "1 个错误",
        "org.yaml:4:5",
        "a unit has no key 'haed'",
        "4 |     haed: 王敏",
        "^^^^",
        "提示: did you mean",
    ):
        assert words in told
    assert (page.value(SOURCE), page.value(SEEN)) == (before, True)
    assert page.value("document.title").startswith("✗ 1 个错误")
    save(folder / "org.yaml", GOOD)
    page.until(f"{STATE} === 'fine'")
    assert page.value("document.getElementById('problems').hidden") is True


def test_nothing_in_a_file_becomes_markup(page, folder):
    name = "<img src=x onerror='window.hurt=1'><script>window.hurt=1</script>"
    save(folder / "org.yaml", f'title: {name}\nunits:\n  - {{{name}: 1}}\n  - {{name: "{name}"}}\n')
    page.until(f"{STATE} === 'error'")
    assert "onerror" in page.value(PROBLEMS)
    save(folder / "org.yaml", f'title: "{name}"\nunits: ["{name}"]\n')
    page.until(f"{STATE} === 'fine'")
    assert page.value("document.title") == f"✓ {name}"
    assert page.value("document.querySelectorAll('img[onerror], body script, header img, aside img').length") == 0
    assert page.value("window.hurt === undefined") is True


def test_zoom_and_place_are_kept_when_the_picture_changes_and_when_the_page_is_loaded_again(page, folder):
    page.value("zoom(3); document.getElementById('stage').scrollTo(123, 45); keep()")
    place = "JSON.stringify([stage.scrollLeft, stage.scrollTop, document.getElementById('percent').textContent])"
    before, source = page.value(place), page.value(SOURCE)
    assert before.startswith("[123,")
    save(folder / "org.yaml", GOOD.replace("Finance", "Finanzen"))
    page.until(f"{SOURCE} !== '{source}' && {SEEN}")
    assert page.value(place) == before
    page.call("Page.reload")
    page.until(f"{STATE} === 'fine' && {SEEN} && {place} === '{before}'")
    page.value("document.getElementById('fit').click()")
    assert page.value(place) != before


def test_keys_and_buttons_zoom(page):
    percent = "document.getElementById('percent').textContent"
    first = page.value(percent)
    for kind in ("keyDown", "keyUp"):
        page.call("Input.dispatchKeyEvent", type=kind, key="+", text="+" if kind == "keyDown" else "")
    larger = page.value(percent)
    assert int(larger.split()[0]) > int(first.split()[0])
    page.value("document.getElementById('smaller').click()")
    assert page.value(percent) == first
    page.value("document.getElementById('larger').click()")
    for kind in ("keyDown", "keyUp"):
        page.call("Input.dispatchKeyEvent", type=kind, key="0", text="0" if kind == "keyDown" else "")
    assert page.value(percent) == first


def test_the_page_finds_the_preview_again_after_a_restart(page, folder):
    port = page.value("location.port")
    page.preview.stop()
    page.until(f"{STATE} === 'lost'")
    assert page.value(SEEN) is True
    save(folder / "org.yaml", GOOD.replace("Finance", "Treasury"))
    before = page.value(SOURCE)
    with running("serve", "org.yaml", "--port", port, folder=folder):
        page.until(f"{STATE} === 'fine' && {SOURCE} !== '{before}'")


def test_the_preview_of_another_file_is_not_shown_in_its_place(page, folder):
    port = page.value("location.port")
    page.preview.stop()
    with running("serve", "warned.yaml", "--port", port, folder=folder) as other:
        other.heard("http://")
        page.until("document.getElementById('words').textContent === '请打开 orgviz 显示的地址。'")
        assert page.value("document.getElementById('title').textContent") == "启明电商"


def test_views_are_tabs(browser, folder):
    save(folder / "org.yaml", GOOD + "views:\n  全部: {}\n  运营: {root: 运营中心}\n")
    with (
        running("serve", "org.yaml", "--view", "all", "--port", "0", folder=folder) as found,
        chrome(browser, folder / ".profile") as page,
    ):
        page.open(found.heard(r"http://\S+")[0])
        page.until(f"{STATE} === 'fine' && {SEEN}")
        assert page.value("document.getElementById('tabs').innerText").split() == ["全部", "运营"]
        first = page.value(SOURCE)
        page.value("document.querySelectorAll('#tabs button')[1].click()")
        page.until(f"{SOURCE} !== '{first}' && {SEEN}")
        save(folder / "org.yaml", folder.joinpath("org.yaml").read_text("utf-8").replace("Finance", "Treasury"))
        page.until("document.querySelectorAll('#tabs [aria-selected=true]')[0].textContent === '运营'")


def test_the_browser_finds_nothing_wrong_with_the_page(page, folder):
    page.call("Log.enable")
    page.call("Page.reload")
    page.until(f"{STATE} === 'fine' && {SEEN}")
    save(folder / "org.yaml", GOOD.replace("head:", "haed:"))
    page.until(f"{STATE} === 'error'")
    wrong = [one for one in page.entries if "favicon" not in one["url"]]
    assert wrong == []
