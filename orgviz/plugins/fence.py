"""Read the line that opens a fence in Markdown: which language, and what is asked of the chart in it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from orgviz.diagnostics import UsageError
from orgviz.wording import quoted

LANGUAGE = "orgviz"
_OPENING = re.compile(r"(?P<indent> {0,3})(?P<mark>`{3,}|~{3,})(?P<info>[^\n]*)")
_WORD = re.compile(
    r"""\s*(?:(?P<name>[A-Za-z][\w-]*)\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s"'{}=]+))"""
    r"""|(?P<flag>[A-Za-z][\w-]*)|(?P<sign>[.#][\w-]+))(?=\s|$)"""
)


@dataclass(frozen=True, slots=True)
class Fence:
    """A block between fences: its lines from the opening to the closing one, and what the opening one says.

    Args:
        first: of the opening line, 0-based.
        after: of the line behind the closing one.
    """

    first: int
    after: int
    info: str
    text: str


def fences(lines: list[str]) -> list[Fence]:
    """Return the blocks in fences that begin at the margin, in order; one that nothing closes goes to the end."""
    found: list[Fence] = []
    number = 0
    while number < len(lines):
        opening = _OPENING.fullmatch(lines[number])
        if opening is None or (opening["mark"][0] == "`" and "`" in opening["info"]):
            number += 1
            continue
        closing = re.compile(rf" {{0,3}}{opening['mark'][0]}{{{len(opening['mark'])},}}\s*")
        end = next((at for at in range(number + 1, len(lines)) if closing.fullmatch(lines[at])), len(lines))
        indent = len(opening["indent"])
        inner = [line[min(indent, len(line) - len(line.lstrip(" "))) :] for line in lines[number + 1 : end]]
        found.append(Fence(number, min(end + 1, len(lines)), opening["info"].strip(), "\n".join(inner) + "\n"))
        number = end + 1
    return found


def asks_for_chart(info: str) -> bool:
    """Whether a fence opens with ``orgviz …`` or ``{.orgviz …}``."""
    words = info.lstrip("{ ").replace("}", " ").split()
    return bool(words) and words[0].removeprefix(".").lower() == LANGUAGE


def read_info(info: str) -> dict[str, str]:
    """Return what stands behind the language: ``name=value`` with or without quotes, or a name alone.

    Raises:
        UsageError: something else stands there.

    >>> read_info('orgviz theme="print" only-units')
    {'theme': 'print', 'only-units': ''}
    >>> read_info("{.orgviz fit=A4 #ours}")
    {'fit': 'A4', 'name': 'ours'}
    """
    text = info.strip()
    text = text[1:-1].strip() if text.startswith("{") and text.endswith("}") else text
    text = re.sub(rf"^\.?{LANGUAGE}\b", "", text, count=1, flags=re.IGNORECASE).strip()
    text = text[1:-1].strip() if text.startswith("{") and text.endswith("}") else text
    options: dict[str, str] = {}
    while text:
        word = _WORD.match(text)
        if word is None:
            raise UsageError(f"{quoted(text)} is no option of a chart", 'write name="value", such as theme="print"')
        text = text[word.end() :].strip()
        if word["sign"]:
            kind = "name" if word["sign"][0] == "#" else "class"
            options[kind] = f"{options.get(kind, '')} {word['sign'][1:]}".strip()
            continue
        name = word["name"] or word["flag"]
        if name in options:
            raise UsageError(f"{quoted(name)} stands twice")
        options[name] = next((value for value in (word["double"], word["single"], word["bare"]) if value), "")
    return options
