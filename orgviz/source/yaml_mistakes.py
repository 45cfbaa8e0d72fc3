"""Say what is wrong with the syntax of a YAML file, in words for people who never read the YAML standard."""

from __future__ import annotations

import re
from collections.abc import Callable

from orgviz.diagnostics import Findings
from orgviz.lean import dataclass
from orgviz.source.yaml_escapes import TOO_LARGE_ESCAPE, bad_escape, find_bad_escape, tell_escape
from orgviz.source.yaml_slips import tell_slips
from orgviz.text import SourceText, Span
from orgviz.wording import quoted


@dataclass(frozen=True, slots=True)
class _Mistake:
    """What the parser knows: its words, and places as 1-based lines and columns."""

    problem: str
    line: int
    column: int
    context_line: int
    context_column: int
    path: str
    lines: list[str]

    def at(self, line: int, column: int, width: int = 1) -> Span:
        """Return a place that is surely inside the file."""
        line = max(1, min(line, len(self.lines)))
        while line > 1 and not self.lines[line - 1].strip():
            line, column = line - 1, len(self.lines[line - 2]) + 1
        return Span(self.path, line, max(1, min(column, len(self.lines[line - 1]) + 1)), max(1, width))

    @property
    def here(self) -> Span:
        """Where the parser gave up."""
        return self.at(self.line, self.column)

    @property
    def start(self) -> Span:
        """Where the thing began that the parser could not finish."""
        return self.at(self.context_line, self.context_column)

    @property
    def text(self) -> str:
        """The line in which the parser gave up."""
        return self.lines[self.line - 1] if self.line <= len(self.lines) else ""

    @property
    def character(self) -> str:
        """The character at which the parser gave up; empty at the end of a line."""
        return self.text[self.column - 1 : self.column]

    def line_above(self) -> int:
        """Return the number of the nearest line above with anything in it, or 0."""
        number = min(self.line, len(self.lines) + 1) - 1
        while number >= 1 and not self.lines[number - 1].split("#")[0].strip():
            number -= 1
        return number


def tell_mistake(error: Exception, source: SourceText, findings: Findings) -> None:
    """Turn what the parser raised into one finding with a place and a hint."""
    mistake = _mistake(error, source)
    tab = _tab_in_indentation(mistake)
    if tab is not None:
        findings.error("yaml-tab", "the line is indented with a tab", tab, "indent with spaces")
        return
    if tell_slips(mistake.path, mistake.lines, _near_lines(mistake), findings):
        return
    for pattern, tell in _TELLERS:
        if pattern.search(mistake.problem):
            tell(mistake, findings)
            return
    findings.error("yaml-syntax", f"this is not valid YAML: {_shown(mistake.text)}", mistake.here)


def _mistake(error: Exception, source: SourceText) -> _Mistake:
    mark = getattr(error, "problem_mark", None)
    context = getattr(error, "context_mark", None) or mark
    problem = f"{getattr(error, 'context', None) or ''} | {getattr(error, 'problem', None) or error}"
    if mark is None:
        # A number too large for a character is no YAML error to the parser in Python, so it says no place.
        place = TOO_LARGE_ESCAPE.search(source.text)
        before = source.text[: place.start()] if place else ""
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    else:
        line, column = mark.line + 1, mark.column + 1
    context_line, context_column = (context.line + 1, context.column + 1) if context else (line, column)
    return _Mistake(problem, line, column, context_line, context_column, source.path, source.text.split("\n"))


def _near_lines(mistake: _Mistake) -> tuple[int, ...]:
    """Return where a slip would explain what the parser says: a line with two colons explains it by itself."""
    if "mapping values" in mistake.problem and _PLAIN_PAIR.match(mistake.text[: mistake.column]):
        return (mistake.line,)
    return tuple(number for number in (mistake.line_above(), mistake.line, mistake.context_line) if number)


def _tab_in_indentation(mistake: _Mistake) -> Span | None:
    for number in (mistake.line, mistake.line_above()):
        line = mistake.lines[number - 1] if 1 <= number <= len(mistake.lines) else ""
        indent = line[: len(line) - len(line.lstrip(" \t"))]
        if "\t" in indent and line.strip():
            return mistake.at(number, indent.index("\t") + 1)
    return None


_NO_SPACE = re.compile(r"^\s*(?:- +)*(([\w-]+):(?=[^\s/])\S.*)$")
_SECOND_PAIR = re.compile(r"[\s,;，；]([a-z_]+: .*)")
_PLAIN_PAIR = re.compile(r"^\s*(?:- +)*([^\s#'\"\[{][^:#]*): +([^\s'\"\[{|>&].*)$")


def _tell_colon(mistake: _Mistake, findings: Findings) -> None:
    """Two colons on a line, a colon without its space above, or a line that is indented too far."""
    pair = _PLAIN_PAIR.match(mistake.text)
    if pair is not None and pair.end(1) + 1 < mistake.column:
        key, value = pair[1], pair[2].strip("“”")
        second = _SECOND_PAIR.search(value)
        findings.error(
            "yaml-colon",
            f"a colon and a space stand inside the text {quoted(value)}",
            mistake.here,
            f"write {quoted(second[1])} in a line of its own, or put the whole text into quotes"
            if second
            else f'put the text into quotes: {key}: "{value}"'
            if len(value) <= 60 and '"' not in value
            else "put the text into quotes",
        )
        return
    number = mistake.line_above()
    above = mistake.lines[number - 1] if number else ""
    joined = _NO_SPACE.match(above)
    if joined is not None:
        place = mistake.at(number, above.index(joined[1]) + len(joined[2]) + 1)
        findings.error("yaml-space", f"a space is missing after the colon in {quoted(joined[1])}", place)
    elif _PLAIN_PAIR.match(above) and _indent(mistake.text) > _indent(above):
        _tell_indent(mistake, findings)
    elif above and ":" not in above:
        # A text goes on over lines: the key without its colon stands where the text began.
        while number > 1 and mistake.lines[number - 2].strip() and ":" not in mistake.lines[number - 2]:
            number -= 1
        above = mistake.lines[number - 1]
        place = mistake.at(number, _indent(above) + 1, len(above.strip()))
        findings.error("yaml-space", f"a colon is missing after {_shown(above)}", place)
    else:
        findings.error(
            "yaml-colon", "a colon stands where none can", mistake.here, "put texts with a colon into quotes"
        )


def _tell_indent(mistake: _Mistake, findings: Findings) -> None:
    """A line that begins in a column of its own, or text behind a closing quote."""
    before = mistake.text[: mistake.column - 1].rstrip()
    if before[-1:] in ("'", '"'):
        findings.error(
            "yaml-quote",
            "the text goes on behind its closing quote",
            mistake.here,
            "put all of it into quotes, or none",
        )
        return
    if mistake.text.lstrip().startswith(":"):
        findings.error("yaml-key", "a key is missing before this colon", mistake.here)
        return
    indent = _indent(mistake.text)
    findings.error(
        "yaml-indent",
        f"the line {_shown(mistake.text)} begins in a column that fits no line above it",
        mistake.at(mistake.line, indent + 1),
        "lines that belong together begin in the same column",
    )


def _tell_bracket(mistake: _Mistake, findings: Findings) -> None:
    bracket = mistake.lines[mistake.start.line - 1][mistake.start.column - 1 : mistake.start.column]
    closing, here = "]" if bracket == "[" else "}", mistake.here
    text = "".join(mistake.lines[mistake.start.line - 1 : here.line])
    wide = ": '，' is full-width, and separates nothing" if "，" in text else ""
    findings.error(
        "yaml-bracket",
        f"the {quoted(bracket)} that opens here is not closed before line {here.line}, column {here.column}",
        mistake.start,
        f"a comma or {quoted(closing)} is missing{wide}",
    )


def _tell_escape(mistake: _Mistake, findings: Findings) -> None:
    """Find the escape from the opening quote on: the two parsers point to different places."""
    text = "\n".join(mistake.lines[mistake.context_line - 1 :])
    is_quote = text[mistake.context_column - 1 : mistake.context_column] == '"'
    place = find_bad_escape(text, mistake.context_column if is_quote else mistake.context_column - 1)
    if place is None:
        findings.error("yaml-escape", "this escape means nothing", mistake.here)
        return
    line = mistake.context_line + text.count("\n", 0, place)
    column = place - (text.rfind("\n", 0, place) + 1) + 1
    tell_escape(bad_escape(text[place:]) or "\\", mistake.at(line, column), findings)


def _tell_start(mistake: _Mistake, findings: Findings) -> None:
    character = mistake.lines[mistake.start.line - 1][mistake.start.column - 1 : mistake.start.column]
    findings.error(
        "yaml-syntax",
        f"a text cannot begin with {quoted(character)}",
        mistake.start,
        "put the text into quotes",
    )


def _tell_stray(mistake: _Mistake, findings: Findings) -> None:
    if mistake.character in ("]", "}", ","):
        findings.error("yaml-bracket", f"{quoted(mistake.character)} stands here, but nothing was opened", mistake.here)
    else:
        findings.error("yaml-syntax", f"a value is missing before {_shown(mistake.character)}", mistake.here)


def _tell_directive(mistake: _Mistake, findings: Findings) -> None:
    findings.error(
        "yaml-syntax",
        f"the directive {_shown(mistake.text)} is not known",
        mistake.here,
        "take the line away",
    )


def _tell_tab(mistake: _Mistake, findings: Findings) -> None:
    """A tab in a line that has nothing else: the place is in that line, however empty it looks."""
    place = Span(mistake.path, mistake.line, mistake.column)
    findings.error("yaml-tab", "a tab stands where only spaces can", place, "take it away, or put spaces in its place")


def _tell_missing_colon(mistake: _Mistake, findings: Findings) -> None:
    line = mistake.lines[mistake.start.line - 1][mistake.start.column - 1 :]
    findings.error("yaml-space", f"a colon is missing after {_shown(line)}", mistake.start)


_Teller = Callable[[_Mistake, Findings], None]


def _always(code: str, message: str, hint: str | None = None, *, at_start: bool = False) -> _Teller:
    """Return what tells the same whatever the mistake looks like."""

    def tell(mistake: _Mistake, findings: Findings) -> None:
        findings.error(code, message, mistake.start if at_start else mistake.here, hint)

    return tell


_QUOTE = _always("yaml-quote", "the quote that opens here is never closed", at_start=True)
_FLOW_COLON = _always("yaml-space", "a space is missing after this colon")
_TAG = _always("yaml-tag", "tags are not allowed", "put the text into quotes", at_start=True)
_DOCUMENT = _always("several-documents", "more text follows the end of the document", "take away the line '...'")
_BLOCK_TEXT = _always(
    "yaml-syntax",
    "the text must begin on the line below '|' or '>'",
    "put a text that begins so into quotes",
)
_LIST = _always(
    "yaml-indent",
    "a list begins behind other text on its line",
    "begin the list on a line of its own",
)

# The first pattern that is found in the words of either parser decides.
_TELLERS: tuple[tuple[re.Pattern[str], _Teller], ...] = tuple(
    (re.compile(pattern), tell)
    for pattern, tell in (
        (r"escape|hexdecimal|chr\(\)", _tell_escape),
        (r"unexpected (end of stream|document)", _QUOTE),
        (r"expected ',' or '[]}]'", _tell_bracket),
        (r"mapping values are not allowed", _tell_colon),
        (r"unexpected ':'", _FLOW_COLON),
        (r"tag", _TAG),
        (r"document start", _DOCUMENT),
        (r"incompatible YAML|directive|version", _tell_directive),
        (r"tab character|'\\t'", _tell_tab),
        (r"cannot start any token|an? (alias|anchor)", _tell_start),
        (r"block scalar", _BLOCK_TEXT),
        (r"expected (the )?node content", _tell_stray),
        (r"sequence entries are not allowed", _LIST),
        (r"(could not find|did not find) expected ':'", _tell_missing_colon),
        (r"block (mapping|collection|end)", _tell_indent),
    )
)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _shown(line: str) -> str:
    return quoted(line.strip())
