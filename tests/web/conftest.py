"""Pages to look into, and a browser to use them with."""

import json
import re

import pytest

from orgviz.pipeline import render
from orgviz.render_options import Format, RenderOptions
from tests.browser.charts import NAMES, ordinary, tree
from tests.devtools import Browser

COMPANY = """\
title: 启明电商
units:
  - name: 总部
    head: {title: 总经理, holder: 王敏}
    units:
      - name: 供应链中心
        id: scm
        head: 李四
        duty: 采购与仓储
        url: https://example.com/scm
        positions:
          - {title: 采购专员, holder: [赵六, 孙七], seats: 3, duty: 比价}
          - 仓库主管
        units: [重庆仓, 华东仓]
      - name: 客服部
        status: planned
        from: 2026-10-01
        members: [周八]
        units:
          - {name: VIP 客服组, id: vip/组}
links:
  - {from: 供应链中心, to: 客服部, kind: collaborates, label: 大促}
  - {from: 采购专员, to: VIP 客服组, kind: dotted}
"""


def html_of(source, **options):
    return render(source.encode(), "org.yaml", [Format.HTML], RenderOptions(**options)).outputs[0].decode()


def data_of(page):
    """Return what the page's script is given."""
    (found,) = re.findall(r'<script type="application/json" class="data">(.*?)</script>', page, re.DOTALL)
    return json.loads(found)


@pytest.fixture(scope="session")
def company():
    return html_of(COMPANY)


@pytest.fixture(scope="session")
def pages(tmp_path_factory, company):
    """Pages as files, by name."""
    folder = tmp_path_factory.mktemp("pages")
    texts = {
        "company": company,
        "thirty": html_of(tree(ordinary(30), NAMES["chinese"], rich=True)),
        "two thousand": html_of(tree(ordinary(2000), NAMES["mixed"])),
    }
    for name, text in texts.items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    return {name: folder / f"{name}.html" for name in texts}


@pytest.fixture(scope="session")
def driven(browser, tmp_path_factory):
    """A browser that does what it is told."""
    running = Browser(browser, tmp_path_factory.mktemp("profile"))
    yield running
    running.close()


@pytest.fixture
def open_page(driven, pages):
    """Open a page by its name; at the end it must have asked for nothing and complained of nothing."""
    tabs = []

    def open_it(name, *, fragment="", **how):
        tabs.append(driven.open(pages[name].as_uri() + fragment, **how))
        return tabs[-1]

    yield open_it
    for tab in tabs:
        assert all(address.startswith(pages["company"].parent.as_uri()) for address in tab.asked())
        assert tab.complaints() == []
        tab.close()
