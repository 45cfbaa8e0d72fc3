"""Turn the parts of an outline's lines into keys and values: items, links and types; no line is read here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field

from orgviz.diagnostics import Findings
from orgviz.lean import dataclass
from orgviz.model import TYPE_NAMES, NodeKind
from orgviz.source import outline_words as words
from orgviz.source.entries import Entry, Mapping, Scalar, Sequence
from orgviz.source.outline_line import Attribute, Parts, Token
from orgviz.text import Span
from orgviz.wording import listed, nearest, quoted

Pairs = dict[str, tuple[Scalar, Entry]]


@dataclass(slots=True)
class Item:
    """A line that describes something, while its further lines are read; `lines` is its text over several lines."""

    name: Token
    text_key: str
    kind: NodeKind | None = None
    parent: int | None = None
    pairs: Pairs = field(default_factory=dict)
    flags: dict[str, Span] = field(default_factory=dict)
    heads: tuple[Token, ...] = ()
    types: list[Token] = field(default_factory=list)
    continued: Token | None = None
    lines: list[str] = field(default_factory=list)
    lines_span: Span | None = None

    @property
    def span(self) -> Span:
        """Where its name stands."""
        return self.name.span

    def mapping(self, sections: Iterable[tuple[str, Entry]] = ()) -> Mapping:
        """Return what was read as an entry, with lists of what stands below."""
        if self.lines_span is not None:
            text = Scalar("\n".join(self.lines), self.lines_span)
            self.pairs[self.text_key] = (Scalar(self.text_key, self.lines_span), text)
        below = tuple((Scalar(key, self.span), entry) for key, entry in sections)
        return Mapping((*self.pairs.values(), *below), self.span)


def scalar(token: Token, text: str | None = None, offset: int = 0) -> Scalar:
    """Return a token, or a part of it, as an entry."""
    if text is None:
        return Scalar(token.text, token.span)
    span = token.span
    return Scalar(text, Span(span.path, span.line, span.column + offset, max(1, len(text))))


def lost_item(span: Span) -> Item:
    """Return what stands for a line that could not be read: nothing is known of it, not even its kind."""
    return Item(Token("", span), "duty")


def make_item(parts: Parts, kind: NodeKind, findings: Findings) -> Item:
    """Return a unit, position or person with its own keys."""
    item = Item(parts.name, "duty", kind)
    for token in (parts.name, *parts.holders):
        _tell_other_brackets(token, findings)
    _put(item, "title" if kind is NodeKind.POSITION else "name", scalar(parts.name), findings)
    _put_people(item, parts, findings)
    for attribute in parts.attributes:
        _put_attribute(item, attribute, findings)
    if parts.text is not None:
        _put(item, "duty", scalar(parts.text), findings)
    return item


def _tell_other_brackets(token: Token, findings: Findings) -> None:
    """Report attributes in brackets that would count as a part of the name."""
    place = None if token.quoted else words.in_other_brackets(token.text)
    if place is None:
        return
    inner = token.text[place + 1 : -1].strip()
    span = Span(token.span.path, token.span.line, token.span.column + place, len(token.text) - place)
    findings.error(
        "outline-attribute",
        f"attributes stand in square brackets, but here in {quoted(token.text[place:])}",
        span,
        f"write [{inner}], or put the name into quotes if it is called so",
    )


def _put_people(item: Item, parts: Parts, findings: Findings) -> None:
    """Put the holders of a position, or the head of a unit."""
    if parts.seats is not None and item.kind is not NodeKind.POSITION:
        hint = "only a position has seats: begin the line with '* '"
        findings.error("outline-line", f"a {item.kind} has no seats", parts.seats.span, hint)
    elif parts.seats is not None:
        _put(item, "seats", scalar(parts.seats), findings)
    if not parts.holders:
        return
    if item.kind is NodeKind.PERSON:
        hint = "write the post first: '* post = name'"
        findings.error("outline-line", "a person is held by nobody", parts.holders[0].span, hint)
    elif item.kind is NodeKind.UNIT:
        item.heads = parts.holders
    else:
        span = parts.holders[0].span
        _put(item, "holder", Sequence(tuple(scalar(one) for one in parts.holders), span), findings)


def _put_attribute(item: Item, attribute: Attribute, findings: Findings) -> None:
    value = attribute.value
    if attribute.key in words.KEYS:
        _put(item, attribute.key, scalar(value), findings)
        return
    if attribute.key is not None:
        _tell_key(attribute.key, value, words.KEYS, findings)
        return
    found = () if value.quoted else words.meanings(value.text)
    if not found:
        item.types.append(value)
    for one in found:
        if one.key in words.FLAGS:
            item.flags[one.key] = value.span
        elif one.key == "continued":
            item.continued = Token(one.value, value.span)
        else:
            _put(item, one.key, scalar(value, one.value, one.offset), findings)


def settle_types(items: Iterable[Item], own: Iterable[str], findings: Findings) -> None:
    """Take the words that are no other attribute for types; report those that no type is called."""
    known = (*TYPE_NAMES, *own)
    for item in items:
        for token in item.types:
            if token.text in known or token.text.lower() in known:
                _put(item, "type", scalar(token), findings)
            else:
                near = nearest(token.text, (*known, *words.FLAGS, *words.STATUSES))
                findings.error(
                    "outline-attribute",
                    f"{quoted(token.text)} is no attribute",
                    token.span,
                    f"did you mean '{near}'?"
                    if near
                    else "in brackets stand: head, assistant, a type, a status, "
                    "#id, days such as 2026-10-01 – 2026-11-15, an address; a name with brackets needs quotes",
                )


def make_link(parts: Parts, findings: Findings) -> Item:
    """Return a link with its keys."""
    item = Item(parts.name, "label")
    assert parts.target is not None
    _put(item, "from", scalar(parts.name), findings)
    _put(item, "to", scalar(parts.target), findings)
    _tell_people(parts, "a link", findings)
    for attribute in parts.attributes:
        _put_link_attribute(item, attribute, findings)
    if parts.text is not None:
        _put(item, "label", scalar(parts.text), findings)
    return item


def _put_link_attribute(item: Item, attribute: Attribute, findings: Findings) -> None:
    value = attribute.value
    if attribute.key in words.LINK_KEYS:
        _put(item, "since" if attribute.key == "from" else attribute.key, scalar(value), findings)
        return
    if attribute.key is not None:
        _tell_key(attribute.key, value, words.LINK_KEYS, findings)
        return
    found = words.link_meanings(value.text)
    if not found:
        near = nearest(value.text, (*words.LINK_KINDS, words.PROPOSED))
        hint = f"did you mean '{near}'?" if near else f"a link is one of {listed(words.LINK_KINDS)}"
        findings.error("outline-attribute", f"{quoted(value.text)} is no attribute of a link", value.span, hint)
    for one in found:
        _put(item, one.key, scalar(value, one.value, one.offset), findings)


def make_type(parts: Parts, findings: Findings) -> Item:
    """Return a type with its keys; whatever stands behind ``match:`` are words of it."""
    item = Item(parts.name, "label")
    _tell_people(parts, "a type", findings)
    matched: list[Token] = []
    for attribute in parts.attributes:
        if attribute.key == "match" or (matched and attribute.key is None):
            matched.append(attribute.value)
        elif attribute.key in (None, "color"):
            _put(item, "color", scalar(attribute.value), findings)
        else:
            _tell_key(attribute.key or "", attribute.value, ("color", "match"), findings)
    if matched:
        _put(item, "match", Sequence(tuple(scalar(one) for one in matched), matched[0].span), findings)
    if parts.text is not None:
        _put(item, "label", scalar(parts.text), findings)
    return item


def _put(item: Item, key: str, value: Entry, findings: Findings) -> None:
    if key in item.pairs:
        first = item.pairs[key][0].span
        message = f"'{key}' is given here for the second time (first in column {first.column})"
        findings.error("outline-attribute", message, value.span, "take one away")
    else:
        item.pairs[key] = (Scalar(key, value.span), value)


def _tell_people(parts: Parts, what: str, findings: Findings) -> None:
    for token in (*parts.holders[:1], *((parts.seats,) if parts.seats else ())):
        findings.error("outline-line", f"{what} has no holders and no seats", token.span, "take it away")


def _tell_key(key: str, value: Token, known: Iterable[str], findings: Findings) -> None:
    near = nearest(key, known)
    hint = f"did you mean '{near}:'?" if near else f"the keys here are {listed(known, 'and')}"
    findings.error("outline-attribute", f"there is no attribute {quoted(key)}", value.span, hint)
