"""Tell how deep each line of a text outline stands: one style of indentation, level by level."""

from __future__ import annotations

from orgviz.diagnostics import Findings
from orgviz.lean import dataclass
from orgviz.text import Span
from orgviz.wording import counted, named_character

_WIDE = {"\u3000": "a full-width space", "\xa0": "a no-break space"}


@dataclass(slots=True)
class Levels:
    """The indentation of a file: its first indented line says what a level is."""

    path: str
    findings: Findings
    sign: str | None = None
    step: int = 0

    def level(self, number: int, indent: str, deepest: int) -> int:
        """Return the level of a line, at most `deepest`; report an indentation that is none of the file's."""
        if not indent:
            return 0
        if self.sign is None and indent[0] in " \t" and not indent.strip(indent[0]):
            self.sign, self.step = indent[0], len(indent)
        strange = next((place for place, sign in enumerate(indent) if sign != self.sign), None)
        if strange is not None:
            self._tell_strange(number, strange, indent[strange])
            return deepest
        level, rest = divmod(len(indent), self.step)
        if rest:
            signs = counted(len(indent), "tab" if self.sign == "\t" else "space")
            message = f"the line is indented by {signs}, where a level of this file has {self.step}"
            self._tell("outline-indent", message, number, 1, len(indent), f"indent by a multiple of {self.step}")
        elif level > deepest:
            message = f"the line stands {counted(level - deepest, 'level')} too deep"
            self._tell(
                "outline-level", message, number, 1, len(indent), "indent it by one level more than what it belongs to"
            )
        return min(level, deepest)

    def _tell_strange(self, number: int, place: int, sign: str) -> None:
        if sign in " \t":
            message = "tabs and spaces are mixed in the indentation of this file"
            hint = "indent every line with spaces, two for a level"
        else:
            message = f"the line is indented with {_WIDE.get(sign) or named_character(sign)}"
            hint = "indent with plain half-width spaces"
        self._tell("outline-indent", message, number, place + 1, 1, hint)

    def _tell(self, code: str, message: str, number: int, column: int, width: int, hint: str) -> None:
        self.findings.error(code, message, Span(self.path, number, column, width), hint)
