"""Report characters that no text may hold, where they stand in a YAML file, raw or as an escape."""

from __future__ import annotations

from orgviz.diagnostics import Findings
from orgviz.source.characters import FORBIDDEN, forbidden_character
from orgviz.source.yaml_escapes import bad_escape, tell_escape
from orgviz.source.yaml_text import STAND_IN
from orgviz.text import Span
from orgviz.wording import named_character, quoted


def tell_characters(text: str, raw: str, span: Span, findings: Findings) -> None:
    """Report the first character of a value or key that must not stand there; `raw` is as in the file."""
    character = forbidden_character(raw) or forbidden_character(text)
    if character is None:
        return
    escape = bad_escape(raw) if "\ud800" <= character <= "\udfff" else None
    if escape is not None:
        is_one_line = "\n" not in raw
        column = span.column + raw.index(escape) if is_one_line else span.column
        tell_escape(escape, Span(span.path, span.line, column), findings)
    else:
        _tell(character, quoted(text.replace(STAND_IN, "\ufffd")), span, findings)


def tell_hidden_character(path: str, text: str, findings: Findings) -> bool:
    """Report the first forbidden character of a file whose syntax is broken: it may be why. Tell whether it did."""
    match = FORBIDDEN.search(text)
    if match is None or findings.failed:
        return False
    before = text[: match.start()]
    span = Span(path, before.count("\n") + 1, len(before) - before.rfind("\n"))
    _tell(match.group(), "the file", span, findings)
    return True


def _tell(character: str, where: str, span: Span, findings: Findings) -> None:
    findings.error(
        "forbidden-character",
        f"{named_character(character)} stands in {where}, where it cannot be seen",
        span,
        "take it away",
    )
