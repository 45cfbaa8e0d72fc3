"""What is too large is refused by the first limit that it meets, before much of it is built."""

import pytest

from orgviz.diagnostics import InputError
from orgviz.reading import read_org
from tests.hostile.large import large

QUICK = tuple(one for one in large() if one.code and one.name not in ("items.yaml", "file.yaml", "lines.txt"))


@pytest.mark.parametrize("one", QUICK, ids=lambda one: one.name)
def test_what_is_too_large_is_refused_with_its_code(one):
    with pytest.raises(InputError) as caught:
        read_org(one.make().encode(), one.name)
    assert (caught.value.exit_code, caught.value.diagnostics[0].code) == (one.code, one.why)


def test_what_only_looks_dangerous_is_read():
    (wide,) = (one for one in large() if one.name == "wide.yaml")
    assert len(read_org(wide.make().encode(), wide.name).org.nodes) == 5_001


def test_there_are_as_many_as_there_are_kinds_of_largeness():
    assert len({one.name for one in large()}) >= 18
