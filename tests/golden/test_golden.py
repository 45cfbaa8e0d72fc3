"""Every golden case still gives the same chart, scene and DOT. `make accept` takes what it gives now for right."""

import difflib
import os

import pytest

from tests.golden.cases import folders, results, stray_files

ACCEPT = os.environ.get("ORGVIZ_ACCEPT") == "1"


@pytest.mark.parametrize("folder", folders(), ids=lambda folder: folder.name)
def test_a_case_gives_what_it_gave(folder):
    differences = []
    for name, text in results(folder).items():
        path = folder / name
        if ACCEPT:
            path.write_text(text, encoding="utf-8")
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        differences += difflib.unified_diff(
            before.splitlines(), text.splitlines(), f"accepted {name}", f"now {name}", lineterm="", n=1
        )
    assert not differences, "\n".join(["(if this is better: make accept)", *differences[:200]])


@pytest.mark.parametrize("folder", folders(), ids=lambda folder: folder.name)
def test_a_case_says_its_idea_first(folder):
    first = folder.joinpath("org.yaml").read_text(encoding="utf-8").split("\n", 1)[0]
    assert first.startswith("# ")


def test_there_are_no_other_files():
    assert not list(stray_files())
