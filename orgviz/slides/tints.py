"""Tints and shades of a theme's colour: by how much hue, saturation and lightness differ, as DrawingML says it."""

from __future__ import annotations

from colorsys import hls_to_rgb, rgb_to_hls
from functools import lru_cache
from typing import Final

_WHOLE: Final = 100_000
_TURN: Final = 21_600_000  # of the hue, in 60,000ths of a degree
# Of the lightness that a tint takes from its colour; the rest it has anyway.
_SHARE: Final = 0.2
_NEAR: Final = 1  # how far a channel may be off, of 255
_LEAST_SATURATION: Final = 0.02
# What is further away, as a share of the circle of hues, is no tint but another colour.
_LARGEST_TURN: Final = 1 / 12


@lru_cache(maxsize=1024)
def tint(base: str, wanted: str) -> str | None:
    """Return the elements that turn the colour `base` into `wanted`; ``None`` where it is no tint of it.

    With another base they give a tint of that, as light as this one.

    >>> tint("#1440ad", "#1440ad")
    ''
    """
    if base == wanted:
        return ""
    (hue, light, saturation), (to_hue, to_light, to_saturation) = _hls(base), _hls(wanted)
    turn = 0.0 if to_saturation < _LEAST_SATURATION else (to_hue - hue + 0.5) % 1 - 0.5
    if abs(turn) > _LARGEST_TURN:
        return None
    grow = to_saturation / saturation if saturation >= _LEAST_SATURATION else 0.0
    share = _SHARE if to_light >= _SHARE * light else (to_light / light if light else 0.0)
    steps = (
        round(turn * _TURN),
        round(grow * _WHOLE),
        round(share * _WHOLE),
        round((to_light - share * light) * _WHOLE),
    )
    if not _is_near(_applied(base, steps), wanted):
        return None
    names = ("hueOff", "satMod", "lumMod", "lumOff")
    neutral = (0, _WHOLE, _WHOLE, 0)
    return "".join(
        f'<a:{name} val="{step}"/>' for name, step, none in zip(names, steps, neutral, strict=True) if step != none
    )


def _hls(color: str) -> tuple[float, float, float]:
    return rgb_to_hls(*(channel / 255 for channel in _channels(color)))


def _channels(color: str) -> tuple[int, int, int]:
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def _applied(base: str, steps: tuple[int, int, int, int]) -> tuple[int, int, int]:
    """Return what PowerPoint makes of a colour."""
    hue, light, saturation = _hls(base)
    turn, grow, share, more = steps
    hue = (hue + turn / _TURN) % 1
    saturation = min(1.0, saturation * grow / _WHOLE)
    light = min(1.0, max(0.0, light * share / _WHOLE + more / _WHOLE))
    red, green, blue = hls_to_rgb(hue, light, saturation)
    return round(red * 255), round(green * 255), round(blue * 255)


def _is_near(channels: tuple[int, int, int], wanted: str) -> bool:
    return all(abs(one - other) <= _NEAR for one, other in zip(channels, _channels(wanted), strict=True))
