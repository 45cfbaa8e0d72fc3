"""Read the file's own department types, and tell the type of every node."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from orgviz.build.drafts import Draft
from orgviz.build.fields import Fields
from orgviz.build.keys import TYPE
from orgviz.build.values import clean_name, found_shape, tell_choice
from orgviz.classify import Lexicon, built_in_lexicon
from orgviz.diagnostics import Findings
from orgviz.model import COLOR_NAMES, POSITION_KIND, TYPE_NAMES, UNIT_KIND, UnitType
from orgviz.patterns import pattern
from orgviz.source.entries import Mapping, Scalar
from orgviz.wording import listed, quoted

TYPE_NAME_LENGTH = 100
BUILT_IN_TYPES = tuple(UnitType(name=name) for name in TYPE_NAMES)

_HEX_COLOR = pattern(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")


def read_types(top: Fields, findings: Findings) -> tuple[UnitType, ...]:
    """Return the eight built-in types, restyled where the file does so, then the file's own."""
    types = {unit_type.name: unit_type for unit_type in BUILT_IN_TYPES}
    _, entry = top.pairs.get("types", (None, None))
    for key, value in entry.pairs if isinstance(entry, Mapping) else ():
        name = key.text
        if not name.strip() or name != name.strip() or "\n" in name or len(name) > TYPE_NAME_LENGTH:
            findings.error("bad-type-name", f"{quoted(name)} cannot be the name of a type", key.span)
        elif isinstance(value, Mapping):
            fields = Fields(value, TYPE, findings)
            types[name] = replace(
                types.get(name) or UnitType(name=name),
                label=fields.name("label"),
                color=_color(fields),
                match=tuple(clean_name(word, findings) for word in fields.scalars("match")),
                span=key.span,
            )
        elif isinstance(value, Scalar) and value.null:
            types.setdefault(name, UnitType(name=name, span=key.span))
        elif not (isinstance(value, Scalar) and value.told):
            findings.error(
                "wrong-shape",
                f"the type {quoted(name)} takes a mapping, but here stands {found_shape(value)}",
                value.span,
                "its keys are 'label', 'color' and 'match'",
            )
    return tuple(types.values())


def _color(fields: Fields) -> str | None:
    value = fields.value("color")
    if value is None:
        return None
    color = value.text.strip().lower()
    if color in COLOR_NAMES:
        return color
    if _HEX_COLOR.fullmatch(color):
        return color if len(color) == 7 else "#" + "".join(digit * 2 for digit in color[1:])
    fields.tell(
        "color",
        "unknown-color",
        f"{quoted(value.text)} is no color",
        value.span,
        f"write #rrggbb, or one of {listed(COLOR_NAMES)}",
    )
    return None


def lexicon_for(types: Sequence[UnitType]) -> Lexicon:
    """Return the words that tell types, those of the file's own types first."""
    return built_in_lexicon().with_words((word, one.name) for one in types for word in one.match)


def tell_types(drafts: Sequence[Draft], types: Sequence[UnitType], findings: Findings) -> None:
    """Set `final_type` on every draft; parents must come before their children.

    A given type stays. A unit has the type of the heading right above it (职能部门, Support functions), else
    the one that its name tells, else its parent's. Positions and people have that of what they stand in;
    where nothing but positions stands above them, the title tells it first.
    """
    lexicon = lexicon_for(types)
    names = tuple(one.name for one in types)
    in_unit: list[bool] = []
    for draft in drafts:
        parent = None if draft.parent is None else drafts[draft.parent]
        is_unit = draft.kind is UNIT_KIND
        in_unit.append(is_unit or (draft.parent is not None and in_unit[draft.parent]))
        told = parent.final_type if parent else None
        if is_unit:
            heading = parent.name if parent and not parent.given_type else None
            told = lexicon.unit_type(draft.name, heading) or told
        elif not in_unit[-1] and draft.kind is POSITION_KIND:
            told = lexicon.title_type(draft.name) or told
        given = _given_type(draft, names, findings)
        draft.final_type = given or told
        # A model names every type; one that nothing else would tell must have been given.
        draft.given_type = given is not None and (draft.given_type or given != told)


def _given_type(draft: Draft, names: tuple[str, ...], findings: Findings) -> str | None:
    if draft.type is None:
        return None
    wanted = draft.type.text.strip()
    if wanted in names:
        return wanted
    if wanted.lower() in names:
        return wanted.lower()
    tell_choice(draft.type, "type", names, "unknown-type", findings)
    return None
