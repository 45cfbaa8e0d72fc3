"""Read the lists, objects and calls with plain values that stand in a program; nothing is ever run.

JavaScript and TypeScript, Python, Ruby and PHP are written differently enough to be told apart by their signs alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence as Listing
from dataclasses import dataclass, field
from pathlib import PurePath

from orgviz.diagnostics import Findings
from orgviz.source.entries import Entry, Mapping, Scalar, Sequence
from orgviz.table.bare_names import read_bare_names
from orgviz.table.literal_tokens import Token, tokens_of
from orgviz.table.program_parts import closings, end_of_member, without_types
from orgviz.table.words import fold_word, words
from orgviz.text import SourceText, Span

DEPTH_LIMIT = 256
_NULLS = ("null", "undefined", "None", "nil", "NULL")
# Calls by which a program looks for what it has made before.
_LOOK_UPS = ("get", "find", "find_by", "findBy", "findOne", "where", "filter", "first", "firstWhere", "find_by_name")
# The endings of languages in which a call makes one of many, and brackets are lists.
_SCRIPTS = (".py", ".rb", ".php")
_CLOSING = {"[": "]", "{": "}", "(": ")"}


def read_literals(source: SourceText, findings: Findings) -> tuple[Mapping | Sequence, ...]:
    """Return every list or object of the program that holds plain values only, in the order of the file.

    What is made by several calls of one name (``Department(name='A')``) is one list. What else stands in the program
    is passed over. Reports a file in which nothing can be read.
    """
    is_script = PurePath(source.path).suffix.lower() in _SCRIPTS
    tokens = tuple(tokens_of(source))
    tokens = tokens if is_script else tuple(without_types(tokens))
    parser = _Parser(tokens, closings(tokens), is_script)
    found = tuple(entry for entry in _gathered(tuple(parser.literals())) if _is_large(entry))
    if not found:
        findings.error(
            "data-syntax",
            "no list or object of plain values stands in this program",
            Span(source.path, 1, 1),
            "write the departments as a literal: [{name: 'A', children: [{name: 'B'}]}]",
        )
    return found


def _gathered(found: Listing[tuple[str, Mapping | Sequence]]) -> Iterator[Mapping | Sequence]:
    """Yield the literals, and what the calls of one name make as one list, where the first of them stands."""
    calls: dict[str, list[Mapping]] = {}
    for maker, entry in found:
        if maker and isinstance(entry, Mapping):
            calls.setdefault(maker, []).append(entry)
    for maker, entry in found:
        made = calls.pop(maker, []) if isinstance(entry, Mapping) else []
        if len(made) > 1:
            yield Sequence(tuple(made), made[0].span)
            calls[maker] = []
        elif not maker or made or maker not in calls:
            yield entry


def _is_large(entry: Mapping | Sequence) -> bool:
    """Tell whether there is an object in it, or rows: what else is in brackets is none of ours."""
    if isinstance(entry, Mapping):
        has_values = any(not isinstance(value, Scalar) or not value.null for _, value in entry.pairs)
        return has_values and not _tells_keys(entry)
    are_objects = any(isinstance(item, Mapping) for item in entry.items)
    return are_objects or _are_rows(entry) or read_bare_names(entry) is not None


def _are_rows(entry: Sequence) -> bool:
    return len(entry.items) > 1 and all(isinstance(item, Sequence) and len(item.items) > 1 for item in entry.items)


def _names_nothing(entry: Mapping | Sequence) -> bool:
    """Whether what a call makes has no name, as a column of a data base or a setting."""
    names = words().keys["name"] | words().keys["display"] | words().keys["title"]
    return isinstance(entry, Mapping) and not any(fold_word(key.text) in names for key, _ in entry.pairs)


def _tells_keys(entry: Mapping) -> bool:
    """Tell whether an object says what keys are called, and holds nothing: {children: 'children', label: 'name'}."""
    return all(isinstance(value, Scalar) for _, value in entry.pairs) and any(
        isinstance(value, Scalar) and key.text == value.text for key, value in entry.pairs
    )


@dataclass(slots=True)
class _Open:
    """A list, object or call that is being read; `maker` is what is called."""

    span: Span
    opening: str
    is_object: bool
    maker: str = ""
    items: list[Entry] = field(default_factory=list)
    pairs: dict[str, tuple[Scalar, Entry]] = field(default_factory=dict)
    key: Scalar | None = None

    def add(self, entry: Entry, *, is_known: bool = False) -> None:
        """Add a value: behind its key, or in a call as the name or the thing above, which stand without one."""
        if self.key is None and self.maker and isinstance(entry, Scalar) and not entry.null:
            self.key = Scalar("parent" if is_known else "name", entry.span)
        if self.key is not None:
            self.pairs.setdefault(self.key.text, (self.key, entry))
            self.key = None
        elif not self.is_object:
            self.items.append(entry)

    def closed(self) -> Mapping | Sequence:
        """Return what was read; in PHP only its arrows tell an object from a list."""
        if self.is_object:
            return Mapping(tuple(self.pairs.values()), self.span)
        return Sequence(tuple(self.items), self.span)


@dataclass(slots=True)
class _Parser:
    """Goes through the tokens once: where a literal turns out to be none, reading goes on behind that place.

    Args:
        ends: for each opening bracket the place of the one that closes it.
        is_script: whether the language is one of calls with names, tuples and arrows.
        made: for each variable, by what the object is known that it holds.
    """

    tokens: tuple[Token, ...]
    ends: dict[int, int]
    is_script: bool
    place: int = 0
    made: dict[str, str] = field(default_factory=dict)

    def literals(self) -> Iterator[tuple[str, Mapping | Sequence]]:
        """Yield each literal with the name of the call that makes it, or nothing."""
        variable: Token | None = None
        while self.place < len(self.tokens):
            token = self.tokens[self.place]
            if token.kind == "word" and self._sign_at(1) == "=":
                variable = token
            if self._opens(token):
                maker = self._maker()
                entry = self._literal()
                if entry is not None and not (token.kind == "word" and _names_nothing(entry)):
                    is_own = variable is not None and variable.span.line == token.span.line
                    yield maker, self._bound(variable, entry) if variable and is_own and maker else entry
            else:
                self.place += 1

    def _opens(self, token: Token) -> bool:
        if token.is_sign("[", "{") or self._is_call():
            return True
        return self.is_script and token.is_sign("(") and self.place > 0 and self._sign_at(-1) == "="

    def _sign_at(self, step: int) -> str:
        place = self.place + step
        return self.tokens[place].text if 0 <= place < len(self.tokens) and self.tokens[place].kind == "sign" else ""

    def _is_call(self) -> bool:
        """Whether a call makes something: Department(name='A'), Department.create!(name: 'A'), array(…)."""
        token = self.tokens[self.place]
        if not self.is_script or token.kind != "word" or self._sign_at(1) != "(" or self.place + 3 >= len(self.tokens):
            return False
        if self._sign_at(-1) == "" and self.place and self.tokens[self.place - 1].text in ("class", "def", "function"):
            return False
        name, first = token.path[-1], self.tokens[self.place + 2]
        if token.text.lower() == "array":
            return True
        is_named = first.kind == "word" and self._sign_at(3) in ("=", ":", "=>")
        return (is_named or (first.kind == "text" and name[:1].isupper())) and name not in _LOOK_UPS

    def _maker(self) -> str:
        """Return what is called: the word itself, or that before the bracket around an object."""
        token = self.tokens[self.place]
        if token.kind == "word":
            return "" if token.text.lower() == "array" else token.text
        is_inside = self._sign_at(-1) == "(" and self.place > 1 and self.tokens[self.place - 2].kind == "word"
        return self.tokens[self.place - 2].text if is_inside else ""

    def _bound(self, variable: Token, entry: Mapping | Sequence) -> Mapping | Sequence:
        """Note by what an object is known that a variable holds: by its id, or else by the variable."""
        if isinstance(entry, Sequence):
            return entry
        ids = (value for key, value in entry.pairs if key.text in ("id", "pk"))
        known = next((value for value in ids if isinstance(value, Scalar)), None)
        name = variable.text.lstrip("$")
        self.made[variable.text] = known.text if known and not known.null else name
        if known is not None:
            return entry
        own = Scalar(name, variable.span)
        return Mapping((*entry.pairs, (Scalar("id", variable.span), own)), entry.span)

    def _literal(self) -> Mapping | Sequence | None:
        """Read a literal to its end, or to that of the file."""
        stack: list[_Open] = []
        while self.place < len(self.tokens):
            token = self.tokens[self.place]
            if token.is_sign("[", "{", "(") or self._is_call():
                if not self._open(stack, token):
                    return None
            elif token.is_sign("]", "}", ")"):
                self.place += 1
                if _CLOSING[stack[-1].opening] != token.text or stack[-1].key is not None:
                    return None
                if len(stack) == 1:
                    return stack[0].closed()
                self._close(stack)
            elif not self._inside(stack[-1], token):
                return None
        while len(stack) > 1:
            self._close(stack)
        return stack[0].closed()

    @staticmethod
    def _close(stack: list[_Open]) -> None:
        stack[-2].add(stack.pop().closed())

    def _open(self, stack: list[_Open], token: Token) -> bool:
        """Begin a list, object or call; tell whether there may be one."""
        if stack and self._wants_key(stack[-1]):
            return self._skip_member()
        if len(stack) >= DEPTH_LIMIT:
            self.place += 1
            return False
        if token.is_sign("(") and not self.is_script:
            return self._skip_value(stack[-1], token)
        maker = self._maker() if token.kind == "word" else ""
        opening = "(" if token.kind == "word" else token.text
        stack.append(_Open(token.span, opening, opening == "{" or bool(maker), maker))
        self.place += 1 + (token.kind == "word")
        return True

    @staticmethod
    def _wants_key(frame: _Open) -> bool:
        return frame.opening == "{" and frame.key is None

    def _inside(self, frame: _Open, token: Token) -> bool:
        """Take a comma, a key with its colon, or a value; tell whether it is one."""
        after = self.tokens[self.place + 1] if self.place + 1 < len(self.tokens) else token
        if token.is_sign(","):
            self.place += 1
            return frame.key is None
        if frame.key is None and token.kind in ("text", "word") and self._is_key(frame, after):
            frame.key = Scalar(token.value, token.span)
            frame.is_object = True
            self.place += 2
            return True
        if self._wants_key(frame):
            return self._skip_member()
        if token.kind not in ("text", "word") or not (after is token or after.is_sign(",", "]", "}", ")")):
            return self._skip_value(frame, token)
        self._add(frame, token)
        self.place += 1
        return True

    def _skip_member(self) -> bool:
        end = end_of_member(self.tokens, self.ends, self.place)
        self.place = end or self.place
        return end is not None

    def _is_key(self, frame: _Open, after: Token) -> bool:
        if after.is_sign(":"):
            return frame.is_object
        if after.is_sign("="):
            return bool(frame.maker)
        return self.is_script and after.is_sign("=>") and not frame.items

    def _skip_value(self, frame: _Open, token: Token) -> bool:
        """Pass over a computed value up to the next comma or bracket: it counts as empty, or as what it looks for."""
        depth, start = 0, self.place
        while self.place < len(self.tokens):
            sign = self.tokens[self.place]
            if depth == 0 and sign.is_sign(",", "]", "}", ")"):
                looked_up = _looked_up(self.tokens[start : self.place])
                frame.add(Scalar("", token.span, null=True) if looked_up is None else looked_up, is_known=True)
                return True
            depth += sign.is_sign("(", "[", "{") - sign.is_sign(")", "]", "}")
            if sign.text == ";" and depth == 0:
                return False
            self.place += 1
        return False

    def _add(self, frame: _Open, token: Token) -> None:
        known = next((self.made[name] for name in token.path[:1] if name in self.made), None)
        is_null = token.kind == "word" and (token.text in _NULLS or (known is None and _is_computed(token)))
        frame.add(Scalar("" if is_null else known or token.value, token.span, null=is_null), is_known=known is not None)


def _is_computed(token: Token) -> bool:
    return len(token.path) > 1 and not token.text[:1].isdigit() and token.text[:1] != "-"


def _looked_up(tokens: Listing[Token]) -> Scalar | None:
    """Return the one text by which an expression looks for what was made before: Department.find_by(name: 'A')."""
    texts = [token for token in tokens if token.kind == "text"]
    is_look_up = any(token.path[-1] in _LOOK_UPS for token in tokens if token.kind == "word")
    return Scalar(texts[0].value, texts[0].span) if len(texts) == 1 and is_look_up else None
