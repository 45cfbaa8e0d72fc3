"""The filter for pandoc and Quarto: what stands in each kind of document, and how it stops."""

import os
import re
import shutil
import subprocess
import sys
import zipfile

import pytest

from orgviz.cli.plugin_files import plugin_file
from tests.cli.conftest import ROOT

pytestmark = pytest.mark.skipif(shutil.which("pandoc") is None, reason="no pandoc on the path")

DOCUMENT = """\
---
title: Handbook
---

```{.orgviz theme="print" caption="Our *shop*" #ours}
title: Shop
units: [{name: Works, url: "https://example.com/w"}, 河滨店]
```

```{.orgviz src="org.yaml" alt="two <boxes>" width="80%" no-legend=true type="function; support"}
```

```yaml
units: [not drawn]
```
"""


@pytest.fixture
def pandoc(tmp_path):
    program = tmp_path / "my orgviz"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m orgviz "$@"\n', "utf-8")
    program.chmod(0o755)
    tmp_path.joinpath("org.yaml").write_text(
        "units: [{name: Money, type: function}, {name: Help, type: support}]\n", "utf-8"
    )

    def run(text, name, *options, **environment):
        settings = {**os.environ, "PYTHONPATH": str(ROOT), "ORGVIZ": str(program), **environment}
        return subprocess.run(
            ["pandoc", "-s", "-f", "markdown", "--lua-filter", plugin_file("pandoc"), "-o", name, *options],
            cwd=tmp_path, env=settings, input=text, capture_output=True, text=True, check=False, timeout=120,
        )  # fmt: skip

    return run


def test_a_web_page_has_the_charts_in_it(pandoc, tmp_path):
    done = pandoc(DOCUMENT, "a.html")
    assert (done.returncode, done.stderr) == (0, "")
    page = tmp_path.joinpath("a.html").read_text("utf-8")
    assert page.count("<svg ") == 2
    assert "<?xml version" not in page.partition("<body>")[2]
    assert '<figure id="ours" class="orgviz"' in page
    assert "Our <em>shop</em>" in page
    assert 'xlink:href="https://example.com/w"' in page
    assert 'aria-label="two &lt;boxes&gt;"' in page
    assert "not drawn" in page
    ids = re.findall(r'\bid="(orgviz-[^"]*)"', page)
    assert len(ids) == len(set(ids)) > 6


@pytest.mark.parametrize(("ending", "picture"), [("docx", "png"), ("pptx", "png"), ("odt", "png"), ("epub", "svg")])
def test_a_document_carries_the_charts_as_pictures(ending, picture, pandoc, tmp_path):
    done = pandoc(DOCUMENT, f"a.{ending}")
    assert (done.returncode, done.stderr) == (0, "")
    names = [name for name in zipfile.ZipFile(tmp_path / f"a.{ending}").namelist() if name.endswith(f".{picture}")]
    assert len([name for name in names if "thumbnail" not in name.lower()]) == 2


def test_latex_takes_in_pdf(pandoc, tmp_path):
    done = pandoc(DOCUMENT, "a.tex", "--extract-media", "media")
    assert (done.returncode, done.stderr) == (0, "")
    names = re.findall(
        r"\\includegraphics(?:\[[^]]*\])?\{(media/[^}]*\.pdf)\}", tmp_path.joinpath("a.tex").read_text("utf-8")
    )
    assert len(names) == 2
    assert all(tmp_path.joinpath(name).read_bytes().startswith(b"%PDF") for name in names)


def test_the_format_can_be_chosen(pandoc, tmp_path):
    pandoc("```{.orgviz format=svg}\nunits: [A]\n```\n", "a.docx")
    assert any(name.endswith(".svg") for name in zipfile.ZipFile(tmp_path / "a.docx").namelist())


@pytest.mark.parametrize(
    ("block", "words"),
    [
        ("```{.orgviz}\nunits: [{nmae: X}]\n```", "<stdin>:1:10: error[unknown-key]: a unit has no key 'nmae'"),
        ("```{.orgviz theem=x}\nunits: [A]\n```", "block 1: a chart has no option 'theem'"),
        ("```{.orgviz theme=prnt}\nunits: [A]\n```", "there is no theme 'prnt'"),
        ("```{.orgviz}\n```", "block 1: there is nothing to draw"),
        ("```{.orgviz src=none.yaml}\n```", "block 1: cannot read 'none.yaml'"),
        ("```{.orgviz src=org.yaml}\nunits: [A]\n```", "not from both"),
        ("```{.orgviz format=exe}\nunits: [A]\n```", "'exe' is none of svg, pdf and png"),
    ],
)
def test_a_mistake_stops_with_words_and_leaves_the_old_document(block, words, pandoc, tmp_path):
    old = tmp_path / "a.html"
    old.write_text("old")
    done = pandoc(block + "\n", "a.html")
    assert done.returncode == 83
    assert words in done.stderr
    assert "traceback" not in done.stderr
    assert old.read_text() == "old"


def test_a_missing_program_is_named(pandoc):
    done = pandoc("```{.orgviz}\nunits: [A]\n```\n", "a.html", ORGVIZ="no-such-orgviz")
    assert done.returncode == 83
    assert "'no-such-orgviz' cannot be run: pip install orgviz" in done.stderr


def test_what_a_document_asks_for_is_no_command_and_no_other_option(pandoc, tmp_path):
    block = '```{.orgviz theme="x; touch bad" root="--output=bad" background="$(touch bad)"}\nunits: [A]\n```\n'
    assert pandoc(block, "a.html").returncode == 83
    tmp_path.joinpath("-o.yaml").write_text("units: [Dash]\n", "utf-8")
    assert pandoc('```{.orgviz src="-o.yaml"}\n```\n', "b.html").returncode == 0
    assert not tmp_path.joinpath("bad").exists()
    assert "Dash" in tmp_path.joinpath("b.html").read_text("utf-8")


def test_the_same_file_is_an_extension_of_quarto():
    folder = plugin_file("quarto")
    lines = folder.joinpath("_extension.yml").read_text("utf-8").splitlines()
    assert "    - orgviz.lua" in lines
    assert folder / "orgviz.lua" == plugin_file("pandoc")
