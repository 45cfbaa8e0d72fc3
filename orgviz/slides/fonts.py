"""Which fonts a slide names, by language: such as come with PowerPoint, as a slide can name only one of each kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from orgviz.slides.markup import escape

LATIN: Final = "Arial"
_EAST_ASIAN: Final = (
    (("zh-tw", "zh-hk", "zh-mo", "zh-hant"), "Microsoft JhengHei"),
    (("ja",), "Yu Gothic"),
    (("ko",), "Malgun Gothic"),
)


@dataclass(frozen=True, slots=True)
class Fonts:
    """The fonts of Latin, East Asian and other letters; a name such as ``+mn-lt`` is the theme's own."""

    latin: str
    east_asian: str
    complex: str

    @property
    def markup(self) -> str:
        """The elements that name them."""
        return (
            f'<a:latin typeface="{escape(self.latin)}"/><a:ea typeface="{escape(self.east_asian)}"/>'
            f'<a:cs typeface="{escape(self.complex)}"/>'
        )


def fonts_for(lang: str) -> Fonts:
    """Return the fonts for a BCP 47 language.

    >>> fonts_for("zh-CN").east_asian, fonts_for("ja").east_asian
    ('Microsoft YaHei', 'Yu Gothic')
    """
    tag = lang.lower()
    own = (name for starts, name in _EAST_ASIAN if tag.startswith(starts))
    return Fonts(LATIN, next(own, "Microsoft YaHei"), LATIN)
