"""The charts that are judged: the samples, and organisations of every size and shape that people have."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from orgviz.chart.values import Detail
from orgviz.layout.options import Direction, LayoutKind, LayoutOptions, page_size
from orgviz.pipeline import render
from orgviz.render_options import Format, RenderOptions
from orgviz.style.catalogue import theme_names

SAMPLES = Path(__file__).parents[2] / "samples"

CHINESE = (
    "销售部", "华东大区", "客户成功中心", "财务部", "数据平台与算法部", "运营中心", "人力资源与行政部", "研发一部",
)  # fmt: skip
ENGLISH = ("Sales", "Customer Success", "Finance", "Data Platform", "Legal and Compliance", "IT", "People Operations")
PEOPLE = ("王敏", "李四", "欧阳晓云", "Ann Archer", "Bob", "Maximilian Featherstone")
NAMES = {"chinese": CHINESE, "english": ENGLISH, "mixed": (*ENGLISH[:4], *CHINESE[:5], "AI 产品部", "VIP 客服")}
LONG = (
    "跨境电子商务与海外仓储物流一体化运营管理及风险控制中心（筹）",
    "Office of the Deputy Vice President for International Partnerships and Strategic Development",
    "Donaudampfschifffahrtsgesellschaftskapitänsvereinigung",
    "https://example.com/a/very/long/path/that/nobody/should/use/as/a/name",
)


@dataclass(frozen=True)
class Chart:
    """An organisation and how it is drawn.

    Args:
        is_ordinary: whether each manager has from 3 to 10 reports, and the branches are equally deep.
    """

    name: str
    text: str
    options: RenderOptions = field(default_factory=RenderOptions)
    is_ordinary: bool = False

    @property
    def size(self) -> int:
        """How many units there are."""
        return self.text.count("- name:")

    def svg(self) -> str:
        """Draw it."""
        return render(self.text.encode(), f"{self.name}.yaml", [Format.SVG], self.options).outputs[0].decode()


def tree(parents: list[int | None], names: tuple[str, ...], *, rich: bool = False) -> str:
    """Write units as YAML; each stands below an earlier one, or below none."""
    children: dict[int | None, list[int]] = {}
    for unit, parent in enumerate(parents):
        children.setdefault(parent, []).append(unit)
    lines = ["units:"]
    waiting = [(unit, 1) for unit in reversed(children[None])]
    while waiting:
        unit, depth = waiting.pop()
        margin = "  " * depth
        lines.append(f"{margin}- name: {names[unit % len(names)]}{'' if unit < len(names) else f' {unit}'}")
        lines.append(f"{margin}  head: {PEOPLE[unit % len(PEOPLE)]}")
        if rich:
            lines.append(f"{margin}  duty: 商品、活动、用户与数据 and everything else that has to be done")
            lines.append(f"{margin}  positions: [主管, {{title: 专员, holder: [李四, 赵六], seats: 4}}, Analyst]")
        if unit in children:
            lines.append(f"{margin}  units:")
            waiting.extend((child, depth + 2) for child in reversed(children[unit]))
    return "\n".join(lines) + "\n"


def ordinary(size: int, spans: tuple[int, ...] = (5, 3, 7, 4, 10, 6)) -> list[int | None]:
    """Return the parents of a tree that is filled level by level, with these spans of control in turn."""
    parents: list[int | None] = [None]
    manager = 0
    while len(parents) < size:
        parents.extend([manager] * min(spans[manager % len(spans)], size - len(parents)))
        manager += 1
    return parents


def uneven(size: int, spans: tuple[int, ...] = (5, 3, 7, 4, 10, 6)) -> list[int | None]:
    """Return the parents of a tree with these spans of control, whose branches are of very different depth."""
    parents: list[int | None] = [None]
    waiting = [0]
    for turn in range(size):
        manager = waiting.pop((7 * turn) % len(waiting))
        for _ in range(min(spans[turn % len(spans)], size - len(parents))):
            waiting.append(len(parents))
            parents.append(manager)
    return parents


def options(**changes: object) -> RenderOptions:
    """Return options of a drawing; those of the layout are `kind`, `direction` and `fit`."""
    layout = LayoutOptions(
        kind=LayoutKind(changes.pop("kind", "auto")),
        direction=Direction(changes.pop("direction", "TB")),
        page=page_size(str(changes.pop("fit", "16:9"))),
    )
    return RenderOptions(layout=layout, detail=Detail(changes.pop("detail", "positions")), **changes)


def charts() -> Iterator[Chart]:
    """Yield every chart that is judged."""
    for path in sorted(SAMPLES.glob("*.yaml")):
        yield Chart(f"sample {path.stem}", path.read_text(encoding="utf-8"))
    yield from by_size()
    yield from by_depth()
    yield from by_shape()
    yield from by_option()


def by_size() -> Iterator[Chart]:
    for size, words in ((10, "chinese"), (30, "english"), (60, "mixed"), (60, "chinese"), (45, "english")):
        yield Chart(f"{size} {words}", tree(ordinary(size), NAMES[words]), options(detail="heads"), is_ordinary=True)
    for size, words in ((100, "chinese"), (100, "english"), (150, "mixed"), (200, "english"), (300, "chinese")):
        yield Chart(f"{size} {words}", tree(ordinary(size), NAMES[words]), is_ordinary=True)
    yield Chart("120 in fives", tree(ordinary(120, (5,)), NAMES["mixed"]), is_ordinary=True)
    yield Chart("300 in threes", tree(ordinary(300, (3,)), NAMES["chinese"]), is_ordinary=True)


def by_depth() -> Iterator[Chart]:
    for size, words in ((50, "chinese"), (100, "mixed"), (180, "english"), (300, "chinese")):
        yield Chart(f"{size} {words}, uneven", tree(uneven(size), NAMES[words]), options(detail="heads"))


def by_shape() -> Iterator[Chart]:
    yield Chart("40 reports", tree([None] + [0] * 40, NAMES["mixed"]))
    yield Chart("a chain of 30", tree([None, *range(29)], NAMES["chinese"]))
    yield Chart("five roots", tree([None] * 5 + [unit % 5 for unit in range(25)], NAMES["mixed"]))
    yield Chart("long names", tree(ordinary(12), LONG))
    yield Chart("long names LR", tree(ordinary(12), LONG), options(direction="LR"))
    yield Chart("one box", tree([None], NAMES["chinese"]))
    yield Chart("one deep, one wide", tree([None, *([0] * 12), 1, 13, 14, 15, 16, 17], NAMES["english"]))


def by_option() -> Iterator[Chart]:
    small = tree(ordinary(30), NAMES["mixed"], rich=True)
    for theme in theme_names():
        yield Chart(f"theme {theme}", small, options(theme=theme, legend=True))
        yield Chart(f"everything in {theme}", EVERYTHING, options(theme=theme, detail="duties", legend=True))
    for detail in Detail:
        yield Chart(f"detail {detail}", small, options(detail=detail))
    for size in (30, 100):
        yield Chart(f"{size} LR", tree(ordinary(size), NAMES["mixed"]), options(direction="LR"))
    for fit in ("A4-portrait", "4:3", "none"):
        yield Chart(f"fit {fit}", small, options(fit=fit, detail="heads"))
    for kind in ("compact", "tree", "dot"):
        yield Chart(f"layout {kind}", tree(ordinary(30), NAMES["english"]), options(kind=kind))


TYPES = ("governance", "executive", "function", "operations", "support", "service", "project", "external")
STATUSES = ("active", "planned", "optional", "outsourced", "temporary", "closed")
EVERYTHING = "".join(
    (
        "title: 全部类型 All types\nunits:\n",
        *[f"  - {{name: {name} unit, type: {name}, head: 王敏, duty: 职责 of {name}}}\n" for name in TYPES],
        *[
            f"  - {{name: {status} 部门, status: {status}, head: {{title: 主管, holder: vacant}}, members: [李四]}}\n"
            for status in STATUSES
        ],
        "links:\n",
        *[
            f"  - {{from: {TYPES[place]} unit, to: {TYPES[place + 3]} unit, kind: {kind}, label: 标签 {kind}}}\n"
            for place, kind in enumerate(("reports", "dotted", "collaborates", "supports", "member"))
        ],
    )
)
