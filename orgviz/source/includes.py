"""Put what a file includes into it: the units, posts, links and types of other files, each entry with its own place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import field

from orgviz.diagnostics import Findings
from orgviz.lean import dataclass
from orgviz.source.entries import Entry, Mapping, Scalar, Sequence
from orgviz.source.project_files import ProjectFiles
from orgviz.text import SourceText, Span
from orgviz.wording import nearest, quoted

DEEPEST = 16
_LISTS = ("units", "positions", "links", "changes")
_MAPPINGS = ("types", "views")
_BELOW = ("units", "positions")

Parse = Callable[[bytes, str, Findings], tuple[SourceText | None, Mapping | None]]


@dataclass(slots=True)
class Inclusion:
    """One run of including.

    Args:
        parse: reads the bytes of a file of that name as a mapping; the findings say what is wrong with it.
        sources: gets the text of each file, to quote from.
    """

    files: ProjectFiles
    parse: Parse
    findings: Findings
    sources: dict[str, SourceText] = field(default_factory=dict)


def with_includes(root: Mapping, inclusion: Inclusion, stack: tuple[str, ...] = ()) -> Mapping:
    """Return a file with all that it includes, in the order in which it names them, behind its own.

    ``include: sales.yaml`` or a list; ``{file: sales.yaml, under: 运营中心}`` puts the units and posts of a file
    below a unit of this one. A file may include others; a file that includes itself is reported.
    """
    wanted = _value(root, "include")
    if wanted is None:
        return root
    merged = _without(root, "include")
    for entry in wanted.items if isinstance(wanted, Sequence) else (wanted,):
        file, under = _asked(entry, inclusion.findings)
        part = _read(file, inclusion, (*stack, file.span.path)) if file is not None else None
        if part is None:
            continue
        merged = _merged(merged, part, inclusion.findings) if under is None else _below(merged, part, under, inclusion)
    return merged


def _asked(entry: Entry, findings: Findings) -> tuple[Scalar | None, Scalar | None]:
    """Return the file and the unit that an item names."""
    if isinstance(entry, Scalar) and not entry.null and entry.text.strip():
        return entry, None
    keys = {key.text: value for key, value in entry.pairs} if isinstance(entry, Mapping) else {}
    file, under = keys.get("file"), keys.get("under")
    is_right = isinstance(file, Scalar) and file.text.strip() and (under is None or isinstance(under, Scalar))
    if is_right and set(keys) <= {"file", "under"}:
        return file if isinstance(file, Scalar) else None, under if isinstance(under, Scalar) else None
    findings.error(
        "wrong-shape",
        "'include' takes files",
        entry.span,
        "write 'include: sales.yaml', or {file: sales.yaml, under: Unit}",
    )
    return None, None


def _read(file: Scalar, inclusion: Inclusion, stack: tuple[str, ...]) -> Mapping | None:
    if len(stack) > DEEPEST:
        inclusion.findings.error(
            "file-loop",
            f"files include each other more than {DEEPEST} deep",
            file.span,
            "include it from one place only",
        )
        return None
    read = inclusion.files.read(file, inclusion.findings)
    if read is None:
        return None
    name, data = read
    if name in stack:
        way = " → ".join((*stack[stack.index(name) :], name))
        inclusion.findings.error("file-loop", f"the files include each other in a circle: {way}", file.span)
        return None
    source, root = inclusion.parse(data, name, inclusion.findings)
    if source is not None:
        inclusion.sources[name] = source
    if root is None:
        return None
    base = _value(root, "extends")
    if base is not None:
        inclusion.findings.error(
            "wrong-shape", "a file that is included cannot extend another", base.span, "extend it from the first file"
        )
    return with_includes(_without(root, "extends"), inclusion, stack)


def _merged(root: Mapping, part: Mapping, findings: Findings) -> Mapping:
    """Return a file with the lists and mappings of another behind its own; of all else its own stays."""
    for name in _LISTS:
        more = _items(part, name)
        if more and isinstance(_value(root, name), (Sequence, type(None))):
            root = _with(root, name, Sequence((*_items(root, name), *more), _place(root, name)))
    for name in _MAPPINGS:
        more_pairs = _pairs(part, name)
        if more_pairs:
            own = _pairs(root, name)
            known = {key.text: key for key, _ in own}
            for key, _ in more_pairs:
                if key.text in known:
                    _tell_twice(name, key, known[key.text], findings)
            new = tuple(pair for pair in more_pairs if pair[0].text not in known)
            root = _with(root, name, Mapping((*own, *new), _place(root, name)))
    return root


def _tell_twice(name: str, key: Scalar, first: Scalar, findings: Findings) -> None:
    findings.error(
        "duplicate-key",
        f"{quoted(key.text)} stands under '{name}' already ({first.span.path}:{first.span.line})",
        key.span,
    )


def _below(root: Mapping, part: Mapping, under: Scalar, inclusion: Inclusion) -> Mapping:
    """Return a file with the units and posts of another below one of its own units, and the rest behind."""
    wanted = under.text.strip()
    paths = list(_units(root))
    found = [path for path, ids in paths if wanted in ids[:1]] or [path for path, ids in paths if wanted in ids[1:]]
    if len(found) != 1:
        near = nearest(wanted, (id for _, ids in paths for id in ids))
        message = f"{len(found)} units are called" if found else "no unit is called"
        hint = "give the one that is meant an 'id'" if found else f"did you mean {quoted(near)}?" if near else None
        code = "ambiguous-reference" if found else "unknown-reference"
        inclusion.findings.error(code, f"{message} {quoted(under.text)}", under.span, hint)
        return root
    rest = Mapping(tuple(pair for pair in part.pairs if pair[0].text not in _BELOW), part.span)
    return _merged(_grafted(root, found[0], part), rest, inclusion.findings)


Path = tuple[int, ...]


def _units(root: Mapping) -> Iterator[tuple[Path, tuple[str, ...]]]:
    """Yield where every unit stands, by its place in each list of units from the top, and its id and name."""
    waiting: list[tuple[Path, Entry]] = [((number,), entry) for number, entry in enumerate(_items(root, "units"))]
    while waiting:
        path, entry = waiting.pop()
        if isinstance(entry, Scalar):
            yield path, ("", entry.text.strip())
        elif isinstance(entry, Mapping):
            texts = {key.text: value.text.strip() for key, value in entry.pairs if isinstance(value, Scalar)}
            yield path, (texts.get("id", ""), texts.get("name", ""))
            waiting.extend(((*path, number), below) for number, below in enumerate(_items(entry, "units")))


def _grafted(root: Mapping, path: Path, part: Mapping) -> Mapping:
    """Return a file in which the unit at a path has the units and posts of another file as well."""
    chain: list[Entry] = [root]
    for number in path:
        above = chain[-1]
        chain.append(_items(above, "units")[number] if isinstance(above, Mapping) else above)
    last = chain.pop()
    unit = last if isinstance(last, Mapping) else Mapping(((Scalar("name", last.span), last),), last.span)
    for name in _BELOW:
        more = _items(part, name)
        if more:
            unit = _with(unit, name, Sequence((*_items(unit, name), *more), _place(unit, name)))
    for number in reversed(path):
        above = chain.pop()
        assert isinstance(above, Mapping)
        units = list(_items(above, "units"))
        units[number] = unit
        unit = _with(above, "units", Sequence(tuple(units), _place(above, "units")))
    return unit


def _value(root: Mapping, name: str) -> Entry | None:
    return next((value for key, value in root.pairs if key.text == name), None)


def _items(root: Mapping, name: str) -> tuple[Entry, ...]:
    value = _value(root, name)
    return value.items if isinstance(value, Sequence) else ()


def _pairs(root: Mapping, name: str) -> tuple[tuple[Scalar, Entry], ...]:
    value = _value(root, name)
    return value.pairs if isinstance(value, Mapping) else ()


def _place(root: Mapping, name: str) -> Span:
    value = _value(root, name)
    return root.span if value is None else value.span


def _without(root: Mapping, name: str) -> Mapping:
    return Mapping(tuple(pair for pair in root.pairs if pair[0].text != name), root.span)


def _with(root: Mapping, name: str, value: Entry) -> Mapping:
    pairs = tuple((key, value if key.text == name else old) for key, old in root.pairs)
    known = any(key.text == name for key, _ in pairs)
    return Mapping(pairs if known else (*pairs, (Scalar(name, root.span), value)), root.span)
