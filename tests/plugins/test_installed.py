"""The plugins work from the installed wheel, in a folder that knows nothing of the checkout."""

import re
import shutil

import pytest

from tests.test_packaging import CHECKOUT, clean_environment, installed, run, wheel

__all__ = ["installed", "wheel"]  # fixtures, taken over by their names


@pytest.fixture
def sites(tmp_path):
    return shutil.copytree(CHECKOUT / "docs" / "sites", tmp_path / "sites")


def path_of(installed, name):
    text = run(installed / "orgviz", "plugin", name, env=clean_environment()).strip()
    assert not text.startswith(str(CHECKOUT / "orgviz"))
    return text


def charts(page):
    text = page.read_text("utf-8")
    assert "orgviz-error" not in text
    return len(re.findall("<svg ", text))


def test_sphinx(installed, sites):
    pytest.importorskip("sphinx")
    options = ("-q", "-W", "-b", "html", "sphinx", "out")
    run(installed / "python", "-m", "sphinx", *options, cwd=sites, env=clean_environment())
    assert charts(sites / "out" / "index.html") == 3


def test_mkdocs(installed, sites):
    pytest.importorskip("mkdocs")
    options = ("build", "-q", "--strict", "-f", "mkdocs/mkdocs.yml", "-d", sites / "out")
    run(installed / "python", "-m", "mkdocs", *options, cwd=sites, env=clean_environment())
    assert charts(sites / "out" / "index.html") == 3


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="no pandoc on the path")
def test_pandoc(installed, sites):
    options = ("-s", "--lua-filter", path_of(installed, "pandoc"), "handbook.md", "-o", "handbook.html")
    environment = {**clean_environment(), "ORGVIZ": str(installed / "orgviz")}
    run("pandoc", *options, cwd=sites / "pandoc", env=environment)
    assert charts(sites / "pandoc" / "handbook.html") == 3


@pytest.mark.skipif(shutil.which("make") is None, reason="no make on the path")
def test_make(installed, tmp_path):
    tmp_path.joinpath("org").mkdir()
    tmp_path.joinpath("org/a.yaml").write_text("units: [A]\n", "utf-8")
    variables = (f"ORGVIZ={installed / 'orgviz'}", "ORGVIZ_FORMATS=svg txt")
    fragment = path_of(installed, "make")
    run("make", "-j2", "-f", fragment, *variables, cwd=tmp_path, env=clean_environment())
    run("make", "-q", "-f", fragment, *variables, cwd=tmp_path, env=clean_environment())
    assert {path.name for path in tmp_path.joinpath("out").glob("a.*")} == {"a.svg", "a.txt"}
