"""Make organisations of any size to measure with: the same shape, size and seed give the same boxes, everywhere."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import count, islice

FEWEST_REPORTS, MOST_REPORTS = 3, 12
_BOXES_OF_A_TREE, _REPORTS_IN_A_TREE = 25, 4  # in a forest


class Shape(StrEnum):
    """Who reports to whom.

    Members:
        BALANCED: every manager has 3 to 12 reports, level after level.
        WIDE: all report to one.
        CHAIN: each has one report.
        FOREST: trees of 25 boxes that nothing connects.
        UNEVEN: a few have most of the reports.
        CHINESE: as balanced, with Chinese names.
    """

    BALANCED = "balanced"
    WIDE = "wide"
    CHAIN = "chain"
    FOREST = "forest"
    UNEVEN = "uneven"
    CHINESE = "chinese"


@dataclass(frozen=True, slots=True)
class Box:
    """A post and who has it; `parent` is the place of its manager's box, which stands before it."""

    title: str
    holder: str
    parent: int | None

    @property
    def lines(self) -> tuple[str, str]:
        """What is written in the box."""
        return self.title, self.holder


@dataclass(frozen=True, slots=True)
class _Words:
    """Of what titles and names are made: a post has a field and a role, a person one of each part of a name."""

    fields: Sequence[str]
    roles: Sequence[str]
    names: tuple[Sequence[str], ...]
    between: str

    def box(self, number: int, parent: int | None, chance: random.Random) -> Box:
        """Return a box; no two of the first hundred thousand are held by the same person."""
        title = f"{chance.choice(self.fields)}{self.between}{chance.choice(self.roles)}"
        return Box(title, self._name(number), parent)

    def _name(self, number: int) -> str:
        # A prime step that divides no number of names meets each of them before it comes to one again.
        place, parts = number * _STEP, []
        for words in self.names:
            place, choice = divmod(place, len(words))
            parts.append(words[choice])
        return "".join(parts)


_STEP = 15_485_863
_ENGLISH = _Words(
    fields=("Sales", "Support", "Product", "Finance", "Quality", "Logistics", "Research", "Training", "Design"),
    roles=("Manager", "Lead", "Officer", "Analyst", "Engineer", "Assistant", "Coordinator"),
    names=(
        ("Ann ", "Bob ", "Carla ", "Daniel ", "Eve ", "Frederick ", "Grace ", "Hugo ", "Ines ", "Jonathan "),
        ("Ash", "Bel", "Bran", "Car", "Dal", "Ed", "Fair", "Gar", "Hal", "Hart", "Kel", "Lang", "Mar", "Nor", "Old",
         "Pen", "Rad", "Stan", "Thorn", "West", "Whit", "Win"),
        ("a", "be", "bur", "ca", "den", "der", "e", "fer", "gan", "ha", "i", "ken", "la", "ling", "mer", "ne", "o",
         "ro", "ver", "wa", "win", "ze"),
        ("by", "cote", "den", "dale", "field", "ford", "ham", "hurst", "land", "ley", "man", "more", "ridge", "son",
         "stead", "ston", "ton", "well", "wick", "wood", "worth", "yard"),
    ),
    between=" ",
)  # fmt: skip
_CHINESE = _Words(
    fields=("销售", "客户服务", "产品", "财务", "质量管理", "物流", "研发", "培训", "设计"),
    roles=("经理", "主管", "专员", "工程师", "助理", "负责人"),
    names=(
        "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎",
        "安博承春德恩方国海和慧家建杰静君凯乐丽林美明宁平秋荣瑞若思天文晓欣秀雅一永宇玉云泽志子正仲世",
        "安博成春达恩芳刚浩和华辉佳健洁静军凯岚丽琳敏明娜宁平强秋荣瑞珊思涛婷伟文霞欣秀雪妍燕阳怡勇源",
    ),
    between="",
)


def organisation(shape: Shape, boxes: int, seed: int) -> tuple[Box, ...]:
    """Return an organisation; every box stands after its manager's."""
    chance = random.Random(f"{shape} {boxes} {seed}")  # noqa: S311 - nothing is to be kept secret
    words = _CHINESE if shape is Shape.CHINESE else _ENGLISH
    parents = islice(_parents(shape, chance), boxes)
    return tuple(words.box(number, parent, chance) for number, parent in enumerate(parents))


def _parents(shape: Shape, chance: random.Random) -> Iterator[int | None]:
    """Yield who is the manager of each box, without end."""
    match shape:
        case Shape.WIDE:
            yield None
            for _ in count():
                yield 0
        case Shape.CHAIN:
            yield None
            yield from count()
        case Shape.FOREST:
            for first in count(step=_BOXES_OF_A_TREE):
                yield None
                yield from (first + place // _REPORTS_IN_A_TREE for place in range(_BOXES_OF_A_TREE - 1))
        case Shape.UNEVEN:
            yield None
            yield from (int(number * chance.random() ** 3) for number in count(1))
        case Shape.BALANCED | Shape.CHINESE:
            yield None
            for manager in count():
                for _ in range(chance.randint(FEWEST_REPORTS, MOST_REPORTS)):
                    yield manager
