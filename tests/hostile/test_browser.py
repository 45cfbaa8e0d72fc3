"""In a browser no drawing of a hostile input runs anything or asks for anything: opened by itself, as a picture, in a page."""

import html
from pathlib import Path

import pytest

from orgviz.output.drawing import TextMode
from orgviz.pipeline import render
from orgviz.render_options import Format, RenderOptions
from tests.browser.conftest import open_page
from tests.browser.test_safety import listener
from tests.hostile.cases import cases

__all__ = ["listener"]
pytestmark = pytest.mark.needs_browser

# Few of one kind are as good as all, where a browser has to lay out each.
SHOWN = tuple(case for case in cases() if case.is_ok and case.category not in ("size-depth", "org-semantics"))
# Whatever runs leaves a mark in the page; the last one does, so that we know that we would see the others.
MARK = "<script>window.alert = () => document.documentElement.setAttribute('data-ran', 'yes')</script>"


def drawings(format: Format, folder: Path) -> list[Path]:
    paths = []
    for case in SHOWN:
        options = RenderOptions(text=TextMode.REAL)
        paths.append(folder / f"{case.path.stem}.{format}")
        paths[-1].write_bytes(render(case.data, case.name, [format], options).outputs[0])
    return paths


def test_every_drawing_is_silent_as_a_picture_in_a_frame_and_within_a_page(browser, listener, tmp_path):
    paths = drawings(Format.SVG, tmp_path)
    parts = [
        f'<img src="{path.name}"><iframe src="{path.name}"></iframe>{path.read_text("utf-8").partition("?>")[2]}'
        for path in paths
    ]
    trap = f"<svg xmlns='http://www.w3.org/2000/svg'><script>fetch('{listener.address}/trap')</script></svg>"
    tmp_path.joinpath("trap.svg").write_text(trap)
    page = tmp_path / "page.html"
    head = f"<!doctype html><meta charset=utf-8>{MARK}"
    page.write_text(head + "".join(parts) + '<iframe src="trap.svg"></iframe>', "utf-8")
    document = open_page(browser, page, "--virtual-time-budget=5000")
    assert document.count('class="node ') >= len(paths)
    assert 'data-ran="yes"' not in document
    assert listener.asked == ["/trap"]


def test_what_runs_would_be_seen(browser, tmp_path):
    page = tmp_path / "page.html"
    page.write_text(f"<!doctype html>{MARK}<svg><script>alert(1)</script></svg>")
    assert 'data-ran="yes"' in open_page(browser, page)


@pytest.mark.parametrize("stem", ["name-svg-script", "title-script", "name-svg-closes-all", "name-svg-foreign"])
def test_a_web_page_of_a_hostile_input_asks_for_nothing_and_may_not(browser, listener, tmp_path, stem):
    (case,) = (case for case in SHOWN if case.path.stem == stem)
    page = tmp_path / "page.html"
    page.write_bytes(render(case.data, case.name, [Format.HTML], RenderOptions()).outputs[0])
    written = page.read_text("utf-8")
    assert "default-src 'none'" in html.unescape(written)
    document = open_page(browser, page, "--virtual-time-budget=3000")
    assert 'class="node ' in document
    # What its own policy allows is its own script alone: one that is put in is not run.
    page.write_text(written.replace("</body>", "<script>document.title='ran'</script></body>"), "utf-8")
    assert "<title>ran</title>" not in open_page(browser, page, "--virtual-time-budget=3000")
    assert listener.asked == []
