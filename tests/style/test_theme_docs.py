"""The page about themes: its examples are right, and it explains every mistake."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from orgviz.style.catalogue import load_theme, theme_names

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "themes.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("example", re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL))
def test_every_example_is_a_theme_without_mistakes(example: str, tmp_path: Path) -> None:
    path = tmp_path / "example.yaml"
    path.write_text(example, encoding="utf-8")
    assert load_theme(str(path)).name == "our-house"


def test_every_kind_of_mistake_is_explained() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "orgviz" / "style").glob("*.py"))
    assert set(re.findall(r'"(theme-[a-z-]+)"', code)) == set(re.findall(r"^### (theme-[a-z-]+)$", PAGE, re.MULTILINE))


def test_every_theme_is_listed() -> None:
    assert tuple(sorted(re.findall(r"^\| `([a-z]+)` \|", PAGE, re.MULTILINE))) == tuple(sorted(theme_names()))
