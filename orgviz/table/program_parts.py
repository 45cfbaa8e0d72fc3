"""Tell what of a program only says more of a value: its type, and what an object holds without a key."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from orgviz.table.literal_tokens import Token

_ASSERTIONS = ("as", "satisfies")
_BEFORE_A_METHOD = ("async", "get", "set", "static")
_OPENING, _CLOSING = ("[", "{", "("), ("]", "}", ")")


def without_types(tokens: Sequence[Token]) -> Iterator[Token]:
    """Yield the tokens of TypeScript without what says the type of a value: [...] as Team[], 'A' as const."""
    place = 0
    while place < len(tokens):
        if _asserts(tokens, place):
            place = _end_of_type(tokens, place + 1)
        else:
            yield tokens[place]
            place += 1


def _asserts(tokens: Sequence[Token], place: int) -> bool:
    token = tokens[place]
    if token.kind != "word" or token.text not in _ASSERTIONS or not 0 < place < len(tokens) - 1:
        return False
    before, after = tokens[place - 1], tokens[place + 1]
    is_value = before.kind in ("text", "word") or before.is_sign(*_CLOSING)
    return is_value and (after.kind in ("word", "text") or after.is_sign("{", "["))


def _end_of_type(tokens: Sequence[Token], place: int) -> int:
    """Return where a type ends: at a comma or bracket of what it stands in, or at the next line."""
    depth, line = 0, tokens[place].span.line
    while place < len(tokens):
        token = tokens[place]
        is_open = depth > 0
        if not is_open and (token.is_sign(",", "=", *_CLOSING) or token.text == ";" or token.span.line > line):
            break
        depth += (token.is_sign(*_OPENING) or token.text == "<") - (token.is_sign(*_CLOSING) or token.text == ">")
        line = token.span.line
        place += 1
    return place


def closings(tokens: Sequence[Token]) -> dict[int, int]:
    """Return for each place of an opening bracket that of the bracket which closes it, where one does."""
    ends: dict[int, int] = {}
    open_places: list[int] = []
    for place, token in enumerate(tokens):
        if token.is_sign(*_OPENING):
            open_places.append(place)
        elif token.is_sign(*_CLOSING) and open_places:
            ends[open_places.pop()] = place
    return ends


def end_of_member(tokens: Sequence[Token], ends: dict[int, int], place: int) -> int | None:
    """Return where that ends which an object holds without a key to read.

    That is ``...others``, ``[Kind.A]: 1``, ``shown() {…}`` or ``name,``; nothing for a statement of a program.
    """
    last = len(tokens) - 1
    while place < last and tokens[place].text in _BEFORE_A_METHOD and tokens[place + 1].kind == "word":
        place += 1
    if place + 2 <= last and all(tokens[place + step].text == "." for step in range(3)):
        return _end_of_value(tokens, ends, place + 3)
    behind = ends.get(place, place) + 1
    if tokens[place].is_sign("[") and behind < last and tokens[behind].is_sign(":"):
        return _end_of_value(tokens, ends, behind + 1)
    if tokens[place].kind != "word" or place == last:
        return None
    if tokens[place + 1].is_sign(",", "}"):
        return place + 1
    body = ends.get(place + 1, last) + 1
    is_method = tokens[place + 1].is_sign("(") and body <= last and tokens[body].is_sign("{") and body in ends
    return ends[body] + 1 if is_method else None


def _end_of_value(tokens: Sequence[Token], ends: dict[int, int], place: int) -> int | None:
    """Return the place of the comma or bracket behind a value, if it has an end."""
    while place < len(tokens) and not tokens[place].is_sign(",", *_CLOSING):
        if tokens[place].text == ";":
            return None
        place = ends.get(place, place) + 1
    return place if place < len(tokens) else None
