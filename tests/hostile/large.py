"""Make the hostile inputs that are too large to keep: each a name, what must become of it, and its bytes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from orgviz.limits import LIMITS

MERSENNE = 2**61 - 1  # whole numbers that Python's dictionaries take for one another


@dataclass(frozen=True)
class Large:
    """An input that is made when it is needed; `code` is how a run of it ends, `why` the code of its first message."""

    name: str
    code: int
    why: str
    make: Callable[[], str]


def large() -> tuple[Large, ...]:
    """Return all of them."""
    return (
        Large("brackets.yaml", 1, "too-deep", lambda: "units: " + "[" * 100_000),
        Large("braces.yaml", 1, "too-deep", lambda: "{a: " * 100_000),
        Large("deep-units.yaml", 1, "too-deep", lambda: _flow(10_000)),
        Large("deep.json", 1, "too-deep", lambda: '{"units": [' + '{"name": "U", "units": [' * 10_000),
        Large("name.yaml", 1, "too-long", lambda: "units:\n  - name: " + "x" * 10_000_000 + "\n"),
        Large("escapes.yaml", 1, "too-long", lambda: 'units:\n  - "' + "\\u4e2d" * 1_000_000 + '"\n'),
        Large("file.yaml", 4, "too-large", lambda: "".join(_lines("  - Quay {}\n", 4_000_000, "units:\n"))),
        Large("items.yaml", 4, "too-many", lambda: "".join(_lines("    - p{}\n", 1_000_000, "units:\n"))),
        Large("items-in-one-line.yaml", 4, "too-many", lambda: "units: [" + "a," * 1_000_000 + "]\n"),
        Large("words-in-braces.yaml", 1, "unknown-key", lambda: "units: [A]\nx: {" + "a b " * 250_000 + "}\n"),
        Large("keys.yaml", 1, "unknown-key", lambda: "units: [A]\n" + "".join(_colliding(20_000))),
        Large("one-key.yaml", 1, "unknown-key", lambda: "units: [A]\n" + "x: y\n" * 100_000),
        Large("mistakes.yaml", 1, "unknown-key", lambda: "".join(_lines("  - {{nmae: x{}}}\n", 10_000, "units:\n"))),
        Large("links.yaml", 4, "too-many", lambda: _dense(100)),
        Large("merges.yaml", 1, "alias-budget", _merges),
        Large("documents.yaml", 1, "several-documents", lambda: "---\nunits: [A]\n" * 100_000),
        Large("lines.txt", 4, "too-many", lambda: "".join(_lines("Line {}\n", 1_000_000))),
        Large("one-line.txt", 4, "too-many", lambda: "总经理管理市场部、" * 1_000_000),
        Large("rows.csv", 4, "too-many", lambda: "".join(_lines("P{0},P{0}\n", 1_000_000, "name,manager\n"))),
        Large("cell.csv", 1, "too-long", lambda: "name,manager\n" + "x" * 1_000_000 + ",y\n"),
        Large(
            "wide.yaml", 0, "", lambda: "".join(_lines("      - U{}\n", 5_000, "units:\n  - name: Top\n    units:\n"))
        ),
        Large("comments.yaml", 0, "", lambda: "# a comment\n" * 1_000_000 + "units: [A]\n"),
    )


def _lines(form: str, number: int, head: str = "") -> Iterator[str]:
    yield head
    yield from (form.format(place) for place in range(number))


def _colliding(number: int) -> Iterator[str]:
    return (f"{MERSENNE * place}: x\n" for place in range(number))


def _flow(depth: int) -> str:
    return "units: [" + "{name: U, units: [" * depth + "]}" * depth + "]\n"


def _dense(units: int) -> str:
    pairs = [(source, target) for target in range(units) for source in range(target)]
    assert len(pairs) > LIMITS.links
    links = "".join(f"  - {{from: U{source}, to: U{target}, kind: dotted}}\n" for source, target in pairs)
    return "".join(_lines("  - U{}\n", units, "units:\n")) + "links:\n" + links


def _merges() -> str:
    first = "x0: &x0 {" + ", ".join(f"k{number}: v" for number in range(1_000)) + "}\n"
    levels = (f"x{n}: &x{n}\n  <<: [{', '.join([f'*x{n - 1}'] * 100)}]\n" for n in range(1, 8))
    return first + "".join(levels) + "units: [A]\n"
