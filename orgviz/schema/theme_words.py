"""What each key of a theme says, for whoever hovers over it in an editor; data only."""

from __future__ import annotations

from types import MappingProxyType

from orgviz.schema.words import Words

THEME: Words = MappingProxyType(
    {
        "name": ("The theme's name, as lists show it.", "name: our-house"),
        "extends": (
            "The theme whose look holds where this one says nothing: one that comes along, a file, or none.",
            "extends: corporate",
        ),
        "monochrome": ("Whether colours that an organisation's file brings along turn into greys.", "monochrome: true"),
        "page": ("The ground, and the inks for what stands straight on it.", 'page: {background: "#ffffff"}'),
        "boxes": ("What all boxes have in common.", "boxes: {border-width: 0.75, edge-width: 4}"),
        "root": (
            "The box of a root, in place of its type's; the strip keeps the colour of the type.",
            'root: {fill: "#1b2b4d", text: "#ffffff"}',
        ),
        "palette": (
            "The colour names that files may use. A colour alone gives the strip, and all else follows from it.",
            'palette: {blue: "#1440ad"}',
        ),
        "types": ("The colour of each type of department, and of 'none'.", "types: {operations: teal}"),
        "text": ("How each kind of text is set.", "text: {name: {size: 11, bold: true}}"),
        "lines": ("How each kind of line is drawn.", 'lines: {solid: {color: "#6b7a94", width: 1}}'),
        "statuses": ("How a status changes a box.", "statuses: {planned: {dash: [6, 3]}}"),
    }
)
PAGE: Words = MappingProxyType(
    {
        "background": ("The page's colour.", 'background: "#ffffff"'),
        "text": ("The ink of the title.", 'text: "#101b33"'),
        "muted": ("The ink of legend and link labels.", 'muted: "#4a5871"'),
    }
)
BOXES: Words = MappingProxyType(
    {
        "border-width": ("The width of the border, in points.", "border-width: 0.75"),
        "edge-width": ("The width of the strip at the left side, in points.", "edge-width: 4"),
    }
)
SWATCH: Words = MappingProxyType(
    {
        "edge": ("The strip at the left side.", 'edge: "#0a8f8a"'),
        "fill": ("The card.", 'fill: "#e8f9f8"'),
        "border": ("The border of the card.", 'border: "#aad4d1"'),
        "text": ("Names and other texts that stand out.", 'text: "#162e2c"'),
        "muted": ("Texts that stand back: duties, holders.", 'muted: "#455e5c"'),
        "edge-width": ("The width of the strip in points, where it differs from other boxes.", "edge-width: 6"),
        "edge-dash": ("Ink and gap along the strip, in points; [] is solid.", "edge-dash: [7, 4]"),
    }
)
TEXT: Words = MappingProxyType(
    {
        "size": ("The size of the letters, in points.", "size: 11"),
        "color": ("A colour in quotes, or a colour of the box: text, muted, edge, border or fill.", "color: muted"),
        "bold": ("Whether the letters are bold.", "bold: true"),
        "italic": ("Whether the letters are slanted.", "italic: false"),
        "strike": ("Whether a line goes through the letters.", "strike: false"),
    }
)
LINE: Words = MappingProxyType(
    {
        "color": ("The line's colour.", 'color: "#6b7a94"'),
        "width": ("The line's width, in points.", "width: 1.25"),
        "dash": ("Ink and gap along the line, in points; [] is solid.", "dash: [6, 3]"),
        "arrow": ("Whether the line ends in an arrow.", "arrow: true"),
    }
)
STATUS: Words = MappingProxyType(
    {
        "dash": ("Ink and gap of the border, in points; [] is solid.", "dash: [6, 3]"),
        "border": ("A colour in quotes, or a colour of the box: text, muted, edge, border or fill.", "border: edge"),
        "border-width": ("The width of the border in points, where it differs from other boxes.", "border-width: 1"),
        "hollow": ("Whether the card is left as empty as the page.", "hollow: true"),
    }
)
