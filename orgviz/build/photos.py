"""Read where photos lie: beside the name of a holder, or for a unit, a person or whoever holds a position."""

from __future__ import annotations

from orgviz.build.drafts import Draft
from orgviz.build.fields import Fields
from orgviz.build.keys import PHOTO
from orgviz.build.values import found_shape
from orgviz.diagnostics import Findings
from orgviz.model import NodeKind, Photo
from orgviz.source.entries import Mapping
from orgviz.wording import quoted


def read_photo(fields: Fields, of: str | None = None, key: str = "photo") -> Photo | None:
    """Return the photo that a mapping names, if it names one; whether the file can be read is found out later."""
    value = fields.value(key)
    if value is None or not value.text.strip():
        return None
    return Photo(value.text.strip(), of, value.span)


def read_own_photo(draft: Draft, fields: Fields) -> None:
    """Read the photo of a draft itself; report one of a position that several hold."""
    photo = read_photo(fields)
    if photo is None:
        return
    if draft.kind is NodeKind.POSITION and len(draft.holders) > 1:
        fields.tell(
            "photo",
            "wrong-shape",
            f"{quoted(draft.name)} has {len(draft.holders)} holders: whom of them does the photo show?",
            fields.pairs["photo"][1].span,
            f"write it beside the name: holder: [{{name: {draft.holders[0]}, photo: {photo.file}}}, …]",
        )
        return
    draft.photos = (photo, *draft.photos)


def read_model_photos(draft: Draft, fields: Fields, findings: Findings) -> None:
    """Read photos as the node/edge model has them: a list of files, each with the holder whom it shows."""
    photos: list[Photo] = []
    for entry in fields.items("photos"):
        if not isinstance(entry, Mapping):
            findings.error(
                "wrong-shape",
                f"an item of 'photos' must be a mapping, but here stands {found_shape(entry)}",
                entry.span,
            )
            continue
        inner = Fields(entry, PHOTO, findings)
        inner.required_name("file")
        of = inner.name("of")
        if of is not None and of not in draft.holders:
            findings.error("bad-node", f"{quoted(of)} is no holder of {quoted(draft.name)}", entry.span)
        photo = read_photo(inner, of, "file")
        if photo is not None:
            photos.append(photo)
    draft.photos = tuple(photos)
