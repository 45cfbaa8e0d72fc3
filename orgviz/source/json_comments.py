"""Find comments in JSON, which has none: YAML would read them as texts, and complain elsewhere."""

from __future__ import annotations

import re

from orgviz.diagnostics import Findings
from orgviz.patterns import pattern
from orgviz.text import SourceText, Span

_COMMENT = r"(?://[^\n]*|/\*(?:[^*]|\*(?!/))*(?:\*/)?)"
_IS_JSON = pattern(rf'\s*(?:{_COMMENT}\s*)*[{{\[]\s*(?:{_COMMENT}\s*)*["{{\[}}\]]')
# A comment is what stands outside quotes and at the beginning of a word: https://… does not.
_TEXT_OR_COMMENT = pattern(rf'"(?:[^"\\]|\\.)*"|(?<![^\s,:{{}}\[\]"])({_COMMENT})', re.DOTALL)


def find_json_comments(source: SourceText, findings: Findings) -> bool:
    """Report every comment of a JSON file; tell whether there are any."""
    text = source.text
    if ("//" not in text and "/*" not in text) or not _IS_JSON.match(text):
        return False
    comments = [match for match in _TEXT_OR_COMMENT.finditer(text) if match[1]]
    line, counted = 1, 0
    for comment in comments:
        start = comment.start()
        line += text.count("\n", counted, start)
        counted = start
        column = start - (text.rfind("\n", 0, start) + 1) + 1
        findings.error(
            "json-comment",
            "a comment stands here, but JSON has no comments",
            Span(source.path, line, column, len(comment[0].split("\n", 1)[0])),
            "take it away, or write the file as YAML, where a comment begins with '#'",
        )
    return bool(comments)
