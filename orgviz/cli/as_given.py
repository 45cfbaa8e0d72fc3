"""Spare Typer the conversion of what needs none: for the first that needs one, it loads a large library of types.

An option that nobody gave has its default, and a text is as it was typed. All else stays Typer's, and so does what
is wrong with the command line.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, get_args

from typer.core import TyperCommand, TyperGroup

if TYPE_CHECKING:
    from typer._click.core import Context, Parameter

_TEXTS = (str, str | None, list[str] | None)


class GivenCommand(TyperCommand):
    """Typer's command, which leaves as given what can be."""

    def get_params(self, ctx: Context) -> list[Parameter]:
        """Return the options, and ``--help``."""
        return _leave_as_given(super().get_params(ctx), self.callback)


class GivenGroup(TyperGroup):
    """Typer's group, likewise."""

    def get_params(self, ctx: Context) -> list[Parameter]:
        """Return the options before the verb, and ``--help``."""
        return _leave_as_given(super().get_params(ctx), self.callback)


def _leave_as_given(parameters: list[Parameter], callback: Callable[..., Any] | None) -> list[Parameter]:
    annotations = getattr(callback, "__annotations__", {})
    for parameter in parameters:
        if "process_value" not in vars(parameter):
            kind, *_ = get_args(annotations.get(parameter.name)) or (None,)
            _leave_one_as_given(parameter, is_text=kind in _TEXTS)
    return parameters


def _leave_one_as_given(parameter: Parameter, *, is_text: bool) -> None:
    convert = parameter.process_value

    def process_value(ctx: Context, value: object) -> object:
        source = ctx.get_parameter_source(parameter.name)
        is_default = source is not None and source.name == "DEFAULT" and not parameter.required
        if not (is_default or (is_text and value)):
            return convert(ctx, value)
        return value if parameter.callback is None else parameter.callback(ctx, parameter, value)

    parameter.process_value = process_value  # type: ignore[method-assign]
