"""Pages to a PowerPoint deck: one slide each, in a deck of our own or in one that the user gave."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from orgviz.diagnostics import ToolError
from orgviz.layout.geometry import Rect
from orgviz.layout.page import Page
from orgviz.slides.archive import settled, unpacked
from orgviz.slides.base import own_deck
from orgviz.slides.fonts import fonts_for
from orgviz.slides.library import presentation, saved
from orgviz.slides.options import DeckFile, DeckOptions
from orgviz.slides.slide import Stage, Style, note, put
from orgviz.slides.standing import Turn, chart_layout, drop_slides, find_place, room_of, size_of, theme_fonts
from orgviz.slides.units import slide_size
from orgviz.slides.words import note_words

_SLIDE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/slide"


def to_deck(pages: Sequence[Page], options: DeckOptions | None = None) -> bytes:
    """Return a deck with a slide for each page.

    Raises:
        ToolError: python-pptx is not installed, or a deck that was given cannot be read.
        UsageError: a deck that was given has no such slide.
    """
    options = options or DeckOptions()
    lang = next((page.scene.lang for page in pages if page.scene is not None), "en")
    if options.into is not None:
        return _into(pages, options, options.into, lang)
    if options.template is not None:
        return _from_template(pages, options, options.template, lang)
    return _own(pages, options, lang)


def room_for(options: DeckOptions, name: str) -> tuple[float, float] | None:
    """Return width and height of the room that a chart of that name has in the deck that the user gave, in points.

    ``None`` where none was given.

    Raises:
        ToolError: the deck cannot be read.
        UsageError: it has no such slide.
    """
    given = options.given
    if given is None:
        return None
    deck = presentation(unpacked(given), given.name)
    found = find_place(deck, given.name, name, options.slide) if options.into is not None else None
    room = room_of(_layout(deck, given), size_of(deck)) if found is None else found.room
    return room.width, room.height


def _own(pages: Sequence[Page], options: DeckOptions, lang: str) -> bytes:
    fonts = fonts_for(lang)
    width, height, shrink = slide_size(max(page.width for page in pages), max(page.height for page in pages))
    scenes = [page.scene for page in pages if page.scene is not None]
    deck, names = own_deck(width, height, scenes, fonts)
    layout = chart_layout(deck)
    stages = []
    for page in pages:
        across, down = page.width * shrink, page.height * shrink
        room = Rect((width - across) / 2, (height - down) / 2, across, down)
        stages.append(Stage(part=add_slide(deck, layout), room=room, own_title=True))
    _fill(pages, stages, Style(names=names, fonts=fonts, lang=lang), options)
    return settled(saved(deck))


def _from_template(pages: Sequence[Page], options: DeckOptions, template: DeckFile, lang: str) -> bytes:
    deck = presentation(unpacked(template), template.name)
    drop_slides(deck)
    layout = _layout(deck, template)
    room = room_of(layout, size_of(deck))
    stages = [Stage(part=add_slide(deck, layout), room=room) for _ in pages]
    _fill(pages, stages, Style(names={}, fonts=theme_fonts(deck, fonts_for(lang)), lang=lang), options)
    return settled(saved(deck))


def _into(pages: Sequence[Page], options: DeckOptions, into: DeckFile, lang: str) -> bytes:
    before = unpacked(into)
    deck = presentation(before, into.name)
    stages = []
    counts, seen = Counter(page.name for page in pages), Counter[str]()
    for number, page in enumerate(pages):
        wanted = options.slide if number == 0 else None
        turn = Turn(seen[page.name], counts[page.name])
        seen[page.name] += 1
        found = find_place(deck, into.name, page.name, wanted, turn)
        if found is not None:
            stages.append(Stage(part=found.part, room=found.room, old=found.old, is_new=False))
            continue
        layout = _layout(deck, into)
        stages.append(Stage(part=add_slide(deck, layout), room=room_of(layout, size_of(deck))))
    _fill(pages, stages, Style(names={}, fonts=theme_fonts(deck, fonts_for(lang)), lang=lang), options)
    return settled(saved(deck), before)


def _layout(deck: Any, given: DeckFile) -> Any:
    layout = chart_layout(deck)
    if layout is None:
        raise ToolError(f"'{given.name}' has no slide layouts", "give it one in PowerPoint: View > Slide Master")
    return layout


def add_slide(deck: Any, layout: Any) -> Any:
    """Add an empty slide at a deck's end, and return its part; no other part gets another name."""
    from pptx.parts import slide  # noqa: PLC0415 - the library is an extra

    make: Any = slide.SlidePart.new
    package = deck.part.package
    part = make(package.next_partname("/ppt/slides/slide%d.xml"), package, layout.part)
    rel_id = deck.part.relate_to(part, _SLIDE)
    deck.part._element.get_or_add_sldIdLst().add_sldId(rel_id)
    return part


def _fill(pages: Sequence[Page], stages: Sequence[Stage], style: Style, options: DeckOptions) -> None:
    words = note_words(style.lang)
    told = [words["source"].format(name=options.source)] if options.source else []
    told += [words["day"].format(day=options.day)] if options.day else []
    for page, stage in zip(pages, stages, strict=True):
        put(page, stage, style, lambda number: stages[number - 1].part)
        if stage.is_new:
            note(stage.part, [page.name, *told])
