"""Find the starter files, which lie beside this module, by kind of organisation and language."""

from __future__ import annotations

from enum import StrEnum
from importlib.resources import files
from types import MappingProxyType


class Starter(StrEnum):
    """What kind of organisation a file starts from, the usual one first."""

    SMALL_SHOP = "small-shop"
    ECOMMERCE = "ecommerce"
    MATRIX = "matrix"
    STARTUP = "startup"
    PUBLIC_BODY = "public-body"


class Language(StrEnum):
    """In which language the names and the explanations are."""

    CHINESE = "zh-CN"
    ENGLISH = "en"


SHOWS = MappingProxyType(
    {
        Starter.SMALL_SHOP: "departments, heads, posts, seats and vacancies; every line explained",
        Starter.ECOMMERCE: "types, optional and outsourced units, a team for one sale, links, views",
        Starter.MATRIX: "functions and projects, dotted lines, members; also as a grid",
        Starter.STARTUP: "people who report to people, changing holders, planned posts",
        Starter.PUBLIC_BODY: "a board, established posts, parts said once, checks of its own",
    }
)
"""What each of them shows, in a line."""


def starter_text(starter: Starter, language: Language) -> str:
    """Return the text of a starter file."""
    return files(__package__).joinpath(f"{starter}.{language}.yaml").read_text(encoding="utf-8")
