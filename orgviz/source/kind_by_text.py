"""Tell what an input is by what stands in it: a file of our own language, a document, a table, or somebody's data."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import PurePath
from types import MappingProxyType

from orgviz.source.kind import InputKind
from orgviz.source.outline_words import HEADER


class DataForm(StrEnum):
    """In what language a data file is written."""

    YAML = "yaml"
    TOML = "toml"
    SQL = "sql"
    LITERALS = "js"
    CELLS = "csv"


_FORMS = MappingProxyType(
    {
        ".yaml": DataForm.YAML, ".yml": DataForm.YAML, ".json": DataForm.YAML,
        ".toml": DataForm.TOML,
        ".sql": DataForm.SQL,
        ".js": DataForm.LITERALS, ".ts": DataForm.LITERALS, ".mjs": DataForm.LITERALS, ".cjs": DataForm.LITERALS,
        ".jsx": DataForm.LITERALS, ".tsx": DataForm.LITERALS, ".py": DataForm.LITERALS,
        ".rb": DataForm.LITERALS, ".php": DataForm.LITERALS,
        ".csv": DataForm.CELLS, ".tsv": DataForm.CELLS,
    }
)  # fmt: skip

# How much of a text is looked at.
_SAMPLE = 20_000
# A key of our own language at the left edge, with nothing or a list or mapping behind it, as only YAML has it.
_OWN_KEY = re.compile(
    r"""^["']?(?:units|positions|nodes|edges|changes)["']?[ ]?[:：][ \t]*(?:$|[\[{#|&*!-])""", re.MULTILINE
)
_FIRST_KEY = re.compile(r"""["']?\w+["']?[ ]?[:：]""")
_HEADER = re.compile(r"""(?:version|title|lang)[ ]?:[ ]""")
_OWN_JSON = re.compile(r'"(?:units|positions|nodes|edges)"\s*:|[{,]\s*(?:units|positions):')
# A list of pairs, at the top or below a key: ``- name: A``.
_PAIRS = re.compile(
    r"""(?:\w+:.*\n)*(?:\w+:[ \t]*(?:#.*)?\n\s*(?:- ?\{|- ["'\w]+:[ ]|-\w+:[ ])|- [\w"']+:(?:[ ]|$))""",
    re.MULTILINE,
)
_COMMENTS = re.compile(r"(?:[ \t]*(?:#.*)?\n|(?:---|\.\.\.)[ \t]*\n|%[A-Z]+ .*\n)*")
_FRONT_MATTER = re.compile(r"---[ \t]*\n(?:[^-\n].*\n|\n)*---[ \t]*\n(?=\s*\S)")
_SUBHEADING = re.compile(r"^##+ ", re.MULTILINE)
_CELLS = re.compile(r"[^,;\t，|]{1,40}(?:[,;\t，|][^,;\t，|]{0,40})+")
# How data in another language begins, behind its comments; these are passed over without a second look, which
# could take time without end.
_SQL = re.compile(
    r"(?>(?:\s*(?:--.*|/\*(?s:.*?)\*/;?|#.*)\n)*)\s*"
    r"(?:create table (?:if not exists )?[`\"\w.]+\s*\(|(?:insert|replace) into [`\"\w.]+"
    r"|(?:create (?:database|schema)|drop table|lock tables|set (?:names|foreign_key_checks)|start transaction|begin"
    r"|use)\b[^;\n]{0,80};)",
    re.IGNORECASE,
)
_LITERALS = re.compile(
    r"(?>(?:\s*(?://.*|/\*(?s:.*?)\*/)\n)*)\s*(?:export (?:default|const|let|var)\b|(?:const|let|var) [\w$]+[ ]?[=:]"
    r"|module\.exports\b|import .+ from ['\"]|import ['\"]|['\"]use strict['\"])"
)
_TOML = re.compile(
    r"(?>(?:[ \t]*(?:\[\[?[\w.\"-]+\]\]?[ \t]*)?(?:#.*)?\n)*)"
    r"""[ \t]*["\w.-]+[ \t]*=[ \t]*(?:["'\[{]|\d|true\b|false\b)"""
)
_OUTLINE = re.compile(rf"(?:[ \t]*(?:#.*)?\n)*{HEADER}\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[。.！!？?：:]\s*$")
_INNER_MARK = re.compile(r"[。，、；：;,]|[.:] ?")


def kind_by_text(text: str) -> InputKind:
    """Return what a text is by what stands in it: standard input, or a file whose name says nothing.

    Nothing at all, a word or two, and what looks like data is a file of our own language: its reader says best
    what is wrong.
    """
    sample = text[:_SAMPLE]
    if is_text_outline(sample):
        return InputKind.TEXT
    if _form_by_beginning(sample) is not None:
        return InputKind.DATA
    if is_own_language(sample) or _looks_like_data(sample):
        return InputKind.YAML
    return InputKind.CSV if _looks_like_table(sample) else InputKind.TEXT


def data_form(path: str, text: str) -> DataForm:
    """Return in what language a table or data file is written: by its ending, else by how its text begins."""
    by_ending = _FORMS.get(PurePath(path).suffix.lower())
    if by_ending is not None:
        return by_ending
    is_pairs = text.lstrip().startswith(("{", "[")) or is_own_language(text) or is_list_of_pairs(text)
    return _form_by_beginning(text[:_SAMPLE]) or (DataForm.YAML if is_pairs else DataForm.CELLS)


def _form_by_beginning(sample: str) -> DataForm | None:
    forms = ((_SQL, DataForm.SQL), (_LITERALS, DataForm.LITERALS), (_TOML, DataForm.TOML))
    return next((form for pattern, form in forms if pattern.match(sample)), None)


def is_program_data(text: str) -> bool:
    """Tell whether a text, whatever its ending, begins as SQL or as a program's literals do.

    >>> is_program_data("INSERT INTO teams VALUES (1, 'Sales');"), is_program_data("import of goods, team by team")
    (True, False)
    """
    return any(pattern.match(text[:_SAMPLE]) for pattern in (_SQL, _LITERALS))


def is_own_language(text: str) -> bool:
    """Tell whether a text is YAML or JSON of our own language, also where it has mistakes."""
    body = _body(text[:_SAMPLE])
    if body.startswith("{"):
        return _OWN_JSON.search(body) is not None
    return _FIRST_KEY.match(body) is not None and _OWN_KEY.search(body) is not None


def is_text_outline(text: str) -> bool:
    """Tell whether a text begins with the line by which a text outline of ours is known."""
    return _OUTLINE.match(text[:_SAMPLE]) is not None


def _looks_like_data(sample: str) -> bool:
    body = _body(sample)
    if not body:
        return _SUBHEADING.search(sample) is None
    if "\n" not in body.strip() and _INNER_MARK.search(body) is None:
        return True
    is_front_matter = _FRONT_MATTER.match(sample) is not None
    if body[0] in "{[" or (_HEADER.match(body) and not is_front_matter):
        return True
    return is_list_of_pairs(sample)


def is_list_of_pairs(text: str) -> bool:
    """Tell whether a text begins as YAML with a list of pairs, and may be a list of teams."""
    sample = text[:_SAMPLE]
    return _PAIRS.match(_body(sample)) is not None and _FRONT_MATTER.match(sample) is None


def _body(sample: str) -> str:
    """Return a text from the first line that is neither blank nor a comment nor a mark of YAML."""
    match = _COMMENTS.match(sample)
    body = sample[match.end() if match else 0 :].lstrip()
    return "" if body.startswith("#") else body


def _looks_like_table(sample: str) -> bool:
    """Tell whether the first lines have the same separator equally often, and are no sentences."""
    lines = [line for line in sample.split("\n")[:-1] or [sample] if line.strip()][:6]
    if len(lines) < 2 or any(line.startswith((" ", "#", "- ", "* ")) for line in lines):
        return False
    if not _CELLS.fullmatch(lines[0]) or any(_SENTENCE_END.search(line) for line in lines):
        return False
    return any(lines[0].count(mark) and len({line.count(mark) for line in lines}) == 1 for mark in "\t,;，|")
