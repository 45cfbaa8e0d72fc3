"""Regular expressions mean the same in every Python that orgviz runs on."""

import re
from pathlib import Path

import orgviz

# Before Python 3.11.5, (?:ab)*+ goes on behind the a of a repeat that fails: an atomic group, (?>(?:ab)*), does not.
_POSSESSIVE_GROUP = re.compile(r"(?<!\\)\)[*+?]\+")


def test_no_group_has_a_possessive_repeat():
    files = sorted(Path(orgviz.__file__).parent.rglob("*.py"))
    lines = [(file.name, line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    assert len(files) > 600
    assert [one for one in lines if _POSSESSIVE_GROUP.search(one[1]) and "(?" in one[1]] == []
