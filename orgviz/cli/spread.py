"""Declare the options of a verb once, as the fields of a frozen dataclass, also where several verbs share them."""

from __future__ import annotations

import dataclasses
import inspect
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from orgviz.cli.boundary import boundary


def spread(verb: Callable[..., None]) -> Callable[..., None]:
    """Return a function with one parameter for each field of the dataclass that `verb` takes, if it takes one.

    A field that is such a dataclass itself is spread likewise; a field of type ``tuple[…, ...]`` is an option that
    may stand several times. The verb runs inside `boundary`: it may raise whatever it likes.

    Args:
        verb: takes at most one value, of a dataclass whose fields are annotated as Typer wants parameters to be.
    """
    hints = [hint for name, hint in get_type_hints(verb).items() if name != "return"]

    def run(**values: object) -> None:
        with boundary():
            verb(*(_gathered(hint, values) for hint in hints))

    found = (parameter for hint in hints for parameter in _parameters(hint))
    parameters = sorted(found, key=lambda one: one.default is not inspect.Parameter.empty)
    run.__name__, run.__doc__ = verb.__name__, verb.__doc__
    run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    run.__annotations__ = {one.name: one.annotation for one in parameters}
    return run


def _parameters(kind: type) -> Iterator[inspect.Parameter]:
    for field, hint in _fields(kind):
        if dataclasses.is_dataclass(hint):
            yield from _parameters(_class(hint))
            continue
        default = inspect.Parameter.empty if field.default is dataclasses.MISSING else field.default
        yield inspect.Parameter(
            field.name,
            inspect.Parameter.KEYWORD_ONLY,
            default=None if default == () else default,
            annotation=_as_list(hint) or hint,
        )


def _gathered(kind: type, values: Mapping[str, object]) -> object:
    """Return the dataclass with what was read from the command line."""
    gathered: dict[str, object] = {}
    for field, hint in _fields(kind):
        if dataclasses.is_dataclass(hint):
            gathered[field.name] = _gathered(_class(hint), values)
        elif _as_list(hint) is not None:
            many = values[field.name]
            gathered[field.name] = tuple(many) if isinstance(many, list | tuple) else ()
        else:
            gathered[field.name] = values[field.name]
    return kind(**gathered)


@cache
def _fields(kind: type) -> tuple[tuple[dataclasses.Field[Any], Any], ...]:
    hints = get_type_hints(kind, include_extras=True)
    return tuple((field, hints[field.name]) for field in dataclasses.fields(kind))


def _class(hint: object) -> type:
    assert isinstance(hint, type)
    return hint


def _as_list(hint: Any) -> Any:
    """Return ``tuple[…, ...]`` as the list that Typer takes for what may stand several times; ``None`` for others."""
    if get_origin(hint) is not Annotated:
        return None
    inner, *rest = get_args(hint)
    if get_origin(inner) is not tuple:
        return None
    return Annotated[list[get_args(inner)[0]] | None, *rest]  # type: ignore[misc]
