"""Whatever the file: it says the same, every comment is there in its order, and what is tidy stays as it is."""

import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from orgviz.diagnostics import Findings, InputError
from orgviz.export.yaml_writer import to_yaml
from orgviz.fmt.flow import WIDTH
from orgviz.fmt.formatted import format_text
from orgviz.reading import read_org
from orgviz.source.decode import decode
from orgviz.text import SourceText, Span
from tests.fmt.untidy import files
from tests.schema.documents import ROOT
from tests.strategies import orgs

FOLDERS = ("samples", "styles", "tests", "orgviz")
WRITTEN = [path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.yaml"))]
LAWS = settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))


def formatted(text):
    return format_text(SourceText("file.yaml", text), Findings())


def model(data, name):
    try:
        org = read_org(data, name).org
    except InputError as error:
        return [finding.code for finding in error.diagnostics]
    nodes = tuple(replace(node, span=Span("", 1, 1)) for node in org.nodes)
    edges = tuple(replace(edge, span=Span("", 1, 1)) for edge in org.edges)
    return replace(org, nodes=nodes, edges=edges)


@given(files())
@LAWS
def test_what_is_formatted_is_formatted_once_and_for_all(text):
    once = formatted(text)
    if once is not None:
        assert formatted(once) == once
        assert "\n\n\n" not in re.sub(r"(?s)[|>].*", "", once)
        assert once.endswith("\n")
        assert not once.startswith("\n")


@given(orgs())
@settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))
def test_what_convert_writes_is_tidy(org):
    text = to_yaml(org)
    if max(map(len, text.splitlines())) <= WIDTH:
        assert formatted(text) == text


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_reads_the_same_after_it(path, monkeypatch):
    data = path.read_bytes()
    source = decode(data, path.name, Findings())
    text = format_text(source, Findings()) if source is not None else None
    if text is None:
        return
    assert formatted(text) == text
    if path.parent.name != "styles":
        monkeypatch.chdir(path.parent)
        assert model(data, path.name) == model(text.encode(), path.name)


@pytest.mark.parametrize("path", sorted((ROOT / "samples").glob("*.yaml")), ids=lambda path: path.name)
def test_a_sample_is_tidy(path):
    assert formatted(path.read_text(encoding="utf-8")) == path.read_text(encoding="utf-8")
