"""A page is one file that asks for nothing, runs only its own script, and is always the same bytes."""

import base64
import hashlib
import os
import re
import subprocess
import sys
from html import unescape

import pytest

from orgviz.output.drawing import TextMode
from tests.web.conftest import COMPANY, data_of, html_of

HOSTILE = (
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<!--<script>",
    "{{script}}",
    "__proto__",
)


def policy_of(page):
    (found,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    return dict(rule.split(" ", 1) for rule in unescape(found).split("; "))


def digest(text):
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"


def test_the_policy_lets_in_nothing_but_this_script_and_this_style(company):
    policy = policy_of(company)
    (style,) = re.findall(r"<style>(.*?)</style>", company, re.DOTALL)
    (script,) = re.findall(r'<script type="module">(.*?)</script>', company, re.DOTALL)
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == digest(script)
    assert policy["style-src"] == digest(style)
    assert "font-src" not in policy


def test_fonts_that_come_along_are_allowed_and_part_of_the_style():
    page = html_of("units: [Design]", text=TextMode.EMBED)
    (style,) = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    assert policy_of(page)["font-src"] == "data:"
    assert policy_of(page)["style-src"] == digest(style)
    assert "@font-face" in style


def test_nothing_in_it_is_an_address_but_links_and_names_of_languages(company):
    rest = re.sub(r'xmlns(:xlink)?="[^"]*"|"http://www.w3.org/2000/svg"', "", company)
    assert set(re.findall(r"\w+://[^\s\"'<]*", rest)) == {"https://example.com/scm"}
    assert not re.findall(r"<(?:img|iframe|object|embed|base|form)\b|\bsrc=|\bon\w+=|<[^>]*\sstyle=", company)
    assert not re.findall(r"innerHTML|outerHTML|insertAdjacent|document\.write|\beval\b|new Function", company)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_is_only_a_name(name):
    quoted = "'" + name.replace("'", "''") + "'"
    page = html_of(f"title: {quoted}\nunits: [{{name: {quoted}, id: {quoted}, duty: {quoted}}}]")
    (card,) = data_of(page)["cards"]
    assert (card["name"], card["unit"], card["duty"]) == (name, name, name)
    assert len(re.findall("<script", page)) == 2
    assert f"<title>{name}" not in page or "<" not in name


def test_ids_of_the_chart_take_the_prefix_and_the_page_knows_it():
    page = html_of(COMPANY, id_prefix="a-")
    data = data_of(page)
    assert data["prefix"] == "a-"
    assert all(f'id="a-{card["id"]}"' in page for card in data["cards"])


def test_no_id_stands_twice(company):
    ids = re.findall(r'\bid="([^"]*)"', company)
    assert len(ids) == len(set(ids))


def test_the_same_file_gives_the_same_bytes_in_every_run():
    code = "import sys; from tests.web.conftest import *; sys.stdout.buffer.write(html_of(COMPANY).encode())"
    runs = [
        subprocess.run(
            [sys.executable, "-c", code], check=True, capture_output=True, env=os.environ | {"PYTHONHASHSEED": seed}
        )
        for seed in ("1", "2")
    ]
    assert runs[0].stdout == runs[1].stdout == html_of(COMPANY).encode()


def test_other_formats_load_nothing_of_the_page():
    code = (
        "import sys; from orgviz.pipeline import *; "
        "render('units: [供应链]'.encode(), 'a.yaml', [Format.SVG], RenderOptions()); "
        "print([name for name in sys.modules if name.startswith(('orgviz.web', 'pypinyin'))])"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "[]"
