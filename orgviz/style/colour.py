"""Colour arithmetic on ``#rrggbb`` texts: OKLab tones and mixtures, WCAG contrast; no colours of its own.

OKLab (Björn Ottosson, 2020) is used because equal steps in it look equal: a tint of blue and a tint of
yellow with the same lightness stand beside each other without one of them shouting.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import NamedTuple

from orgviz.patterns import pattern

READABLE = 4.5
"""The contrast that WCAG 2 asks of text, as a ratio to one."""

VISIBLE = 3.0
"""The contrast that WCAG 2 asks of lines and shapes that carry meaning."""

_HEX = pattern(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_LIGHTNESS_STEPS = 100
_CHROMA_STEPS = 18


class Lab(NamedTuple):
    """A colour in OKLab: lightness from 0 (black) to 1 (white), green to red, blue to yellow."""

    lightness: float
    a: float
    b: float

    @property
    def chroma(self) -> float:
        """How colourful it is: 0 for a grey, about 0.3 at most on a screen."""
        return math.hypot(self.a, self.b)


def normalize(text: str) -> str | None:
    """Return a colour as lower-case ``#rrggbb``, or nothing when the text is no colour.

    >>> normalize("#0AF")
    '#00aaff'
    """
    if not _HEX.fullmatch(text):
        return None
    digits = text[1:].lower()
    return "#" + (digits if len(digits) == 6 else "".join(digit * 2 for digit in digits))


@lru_cache(maxsize=1024)
def luminance(color: str) -> float:
    """Return the relative luminance of WCAG 2, from 0 to 1."""
    red, green, blue = _linear(color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of WCAG 2, from 1 to 21.

    >>> contrast("#000000", "#ffffff")
    21.0
    """
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def is_dark(color: str) -> bool:
    """Whether white stands out from the colour better than black does."""
    return contrast(color, "#ffffff") > contrast(color, "#000000")


@lru_cache(maxsize=1024)
def lab(color: str) -> Lab:
    """Return the colour in OKLab."""
    red, green, blue = _linear(color)
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    medium = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    return Lab(
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


def distance(one: str, other: str) -> float:
    """Return how far apart two colours look: their distance in OKLab, 1 from black to white."""
    return math.dist(lab(one), lab(other))


@lru_cache(maxsize=1024)
def mix(one: str, other: str, share: float) -> str:
    """Return the colour on the way from `one` (`share` 0) to `other` (`share` 1)."""
    ends = zip(lab(one), lab(other), strict=True)
    return _to_hex(Lab(*(start + (end - start) * share for start, end in ends)))


@lru_cache(maxsize=1024)
def tone(color: str, lightness: float, chroma: float) -> str:
    """Return a colour of the same hue with that lightness, and at most that chroma."""
    here = lab(color)
    scale = min(1.0, chroma / here.chroma) if here.chroma else 0.0
    return _to_hex(Lab(lightness, here.a * scale, here.b * scale))


def grey(color: str) -> str:
    """Return the grey that is as light as the colour."""
    return tone(color, lab(color).lightness, 0.0)


@lru_cache(maxsize=4096)
def legible(color: str, on: str, ratio: float = READABLE) -> str:
    """Return the colour itself, or its nearest shade that keeps `ratio` against the ground `on`."""
    if contrast(color, on) >= ratio:
        return color
    here, target = lab(color), 1.0 if is_dark(on) else 0.0
    for step in range(1, _LIGHTNESS_STEPS):
        share = step / _LIGHTNESS_STEPS
        shade = tone(color, here.lightness + (target - here.lightness) * share, here.chroma)
        if contrast(shade, on) >= ratio:
            return shade
    return "#ffffff" if target else "#000000"


def _linear(color: str) -> tuple[float, float, float]:
    """Undo the gamma curve of sRGB."""
    red, green, blue = (_ungamma(int(color[start : start + 2], 16) / 255) for start in (1, 3, 5))
    return red, green, blue


def _ungamma(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _to_hex(color: Lab) -> str:
    """Return the nearest colour that a screen has: lightness and hue stay, chroma gives way."""
    lightness = min(1.0, max(0.0, color.lightness))
    channels = _channels(Lab(lightness, color.a, color.b))
    if not _on_screen(channels):
        low, high = 0.0, 1.0
        for _ in range(_CHROMA_STEPS):
            middle = (low + high) / 2
            fits = _on_screen(_channels(Lab(lightness, color.a * middle, color.b * middle)))
            low, high = (middle, high) if fits else (low, middle)
        channels = _channels(Lab(lightness, color.a * low, color.b * low))
    return "#" + "".join(f"{round(255 * _gamma(value)):02x}" for value in channels)


def _channels(color: Lab) -> tuple[float, float, float]:
    """Return linear red, green and blue, which may lie outside 0 to 1."""
    long = (color.lightness + 0.3963377774 * color.a + 0.2158037573 * color.b) ** 3
    medium = (color.lightness - 0.1055613458 * color.a - 0.0638541728 * color.b) ** 3
    short = (color.lightness - 0.0894841775 * color.a - 1.2914855480 * color.b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )


def _on_screen(channels: tuple[float, float, float]) -> bool:
    return all(-1e-4 <= value <= 1.0001 for value in channels)


def _gamma(value: float) -> float:
    """Apply the gamma curve of sRGB to one channel, cut to 0 to 1."""
    value = min(1.0, max(0.0, value))
    return value * 12.92 if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055
