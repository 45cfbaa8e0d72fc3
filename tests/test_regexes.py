"""Regular expressions mean the same in every Python that orgviz runs on, and those for texts wait until needed."""

import re
import subprocess
import sys
from pathlib import Path

import orgviz

# Before Python 3.11.5, (?:ab)*+ goes on behind the a of a repeat that fails: an atomic group, (?>(?:ab)*), does not.
_POSSESSIVE_GROUP = re.compile(r"(?<!\\)\)[*+?]\+")


def test_no_group_has_a_possessive_repeat():
    files = sorted(Path(orgviz.__file__).parent.rglob("*.py"))
    lines = [(file.name, line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    assert len(files) > 600
    assert [one for one in lines if _POSSESSIVE_GROUP.search(one[1]) and "(?" in one[1]] == []


# Loads every module, each pattern compiled at once; what waits in a run would tell its mistakes only then.
COMPILE_ALL = """
import importlib, pkgutil, re
import orgviz.document, orgviz.patterns
compiled = []
orgviz.patterns.pattern = lambda text, flags=0: compiled.append(text) or re.compile(text, flags)
for module in pkgutil.walk_packages(orgviz.document.__path__, "orgviz.document."):
    importlib.import_module(module.name)
print(len(compiled))
"""


def test_all_patterns_for_texts_are_patterns():
    run = subprocess.run([sys.executable, "-W", "error", "-c", COMPILE_ALL], capture_output=True, text=True, check=True)
    assert int(run.stdout) > 1000


def test_no_text_waits_for_patterns_that_it_does_not_need():
    files = sorted((Path(orgviz.__file__).parent / "document").rglob("*.py"))
    assert len(files) > 300
    assert [file.name for file in files if "re.compile(" in file.read_text(encoding="utf-8")] == []
