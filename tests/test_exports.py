"""What other programs may import from orgviz is named, sorted, and there."""

import re
import subprocess
import sys

import orgviz

HEAVY = ("cairocffi", "cairosvg", "fontTools", "graphviz", "pygraphviz", "pydantic", "rich", "typer", "yaml")


def test_every_public_name_is_there():
    assert [name for name in orgviz.__all__ if not hasattr(orgviz, name)] == []


def test_public_names_are_sorted_and_stand_once():
    assert list(orgviz.__all__) == sorted(set(orgviz.__all__))


def test_the_version_has_three_numbers():
    assert re.fullmatch(r"\d+\.\d+\.\d+([a-z]+\d+)?", orgviz.__version__)


def test_importing_orgviz_loads_nothing_heavy():
    code = f"import sys, orgviz; print(*sorted(set(sys.modules) & set({HEAVY!r})))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
