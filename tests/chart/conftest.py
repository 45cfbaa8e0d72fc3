"""Charts of short files."""

from collections.abc import Callable

import pytest

from orgviz.chart.make import make_chart
from orgviz.chart.values import Chart, Detail
from orgviz.reading import read_org
from orgviz.style.catalogue import load_theme
from orgviz.style.theme import Theme


@pytest.fixture(scope="session")
def theme() -> Theme:
    return load_theme("default")


@pytest.fixture
def chart(theme: Theme) -> Callable[..., Chart]:
    """Return what makes a chart of a file."""

    def make(text: str, detail: Detail = Detail.POSITIONS, *, with_legend: bool | None = None) -> Chart:
        return make_chart(read_org(text.encode(), "org.yaml").org, theme, detail, with_legend=with_legend)

    return make
