"""Dataclasses that are made in half the time, and very many values of one in a third; imports nothing of ours.

A chart of fifty boxes needs some hundred of them, and to compile their methods took a fifth of its time. Here only
what makes a value is compiled, and what keeps it frozen; how values are compared and shown is said once for all.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar, cast

__all__ = ["dataclass", "maker"]

if TYPE_CHECKING:
    from dataclasses import dataclass

    from _typeshed import DataclassInstance
else:
    _Class = TypeVar("_Class", bound=type)

    def dataclass(
        *, frozen: bool = False, slots: bool = False, kw_only: bool = False, eq: bool = True
    ) -> Callable[[_Class], _Class]:
        """Do as `dataclasses.dataclass` does.

        >>> @dataclass(frozen=True, slots=True)
        ... class Point:
        ...     x: int
        ...     y: int = 0
        >>> Point(1), Point(1) == Point(1, 0), hash(Point(1)) == hash(Point(1, 0))
        (Point(x=1, y=0), True, True)
        """

        def decorated(cls: _Class) -> _Class:
            made = dataclasses.dataclass(frozen=frozen, slots=slots, kw_only=kw_only, eq=False, repr=False)(cls)
            fields = dataclasses.fields(made)
            made.__repr__ = _shown([field.name for field in fields if field.repr])
            if eq:
                made.__eq__, hashed = _compared([field.name for field in fields if field.compare])
                made.__hash__ = hashed if frozen else None
            return made

        return decorated


# Below so many values it takes longer to make the maker.
MANY = 1_000

_Parts = ParamSpec("_Parts")
_Value = TypeVar("_Value", bound="DataclassInstance")


def maker(of: Callable[_Parts, _Value], number: int) -> Callable[_Parts, _Value]:
    """Return what makes values of a frozen dataclass, quickly where `number` of them are wanted and that is many.

    To set an attribute of a frozen value takes a call, and a node has twenty. So the parts are set on an open twin
    of the class, which has the same slots, and is turned into the frozen one at the end.

    >>> from orgviz.text import SourceText
    >>> maker(SourceText, MANY)("a", "one") == SourceText("a", "one")
    True
    """
    if number < MANY:
        return of
    frozen = cast("type[_Value]", of)

    def freeze(made: object) -> None:
        made.__class__ = frozen

    parts = [(one.name, object, _as_open(one)) for one in dataclasses.fields(frozen)]
    own = {"__post_init__": freeze, "__doc__": frozen.__doc__}
    twin: object = dataclasses.make_dataclass(frozen.__name__, parts, slots=True, eq=False, repr=False, namespace=own)
    return cast("Callable[_Parts, _Value]", twin)


def _as_open(one: dataclasses.Field[Any]) -> dataclasses.Field[Any]:
    """Return a part of the twin with the same default."""
    if one.default_factory is not dataclasses.MISSING:
        return cast(
            "dataclasses.Field[Any]", dataclasses.field(default_factory=one.default_factory, kw_only=one.kw_only)
        )
    return cast("dataclasses.Field[Any]", dataclasses.field(default=one.default, kw_only=one.kw_only))


def _shown(names: list[str]) -> Callable[[object], str]:
    def __repr__(self: object) -> str:  # noqa: N807 - it becomes a method
        parts = ", ".join([f"{name}={getattr(self, name)!r}" for name in names])
        return f"{type(self).__qualname__}({parts})"

    return __repr__


def _compared(names: list[str]) -> tuple[Callable[[object, object], bool], Callable[[object], int]]:
    parts: Callable[[object], object] = attrgetter(*names) if names else type  # of one name, the attribute itself

    def __eq__(self: object, other: object) -> bool:  # noqa: N807 - it becomes a method
        return parts(self) == parts(other) if type(other) is type(self) else NotImplemented

    def __hash__(self: object) -> int:  # noqa: N807 - it becomes a method
        return hash(parts(self))

    return __eq__, __hash__
