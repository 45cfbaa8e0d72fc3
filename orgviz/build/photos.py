"""Read where photos lie: beside the name of a holder, or for a unit, a person or whoever holds a position."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from orgviz.build.drafts import Draft
from orgviz.build.fields import Fields
from orgviz.build.keys import PHOTO
from orgviz.build.values import found_shape
from orgviz.diagnostics import Findings
from orgviz.model import Photo
from orgviz.source.entries import Mapping
from orgviz.wording import quoted


def read_photo(fields: Fields, of: str | None = None, key: str = "photo") -> Photo | None:
    """Return the photo that a mapping names, if it names one; whether the file can be read is found out later."""
    value = fields.value(key)
    if value is None or not value.text.strip():
        return None
    return Photo(value.text.strip(), of, value.span)


def kept_photos(photos: Sequence[Photo], holders: Sequence[str]) -> tuple[Photo, ...]:
    """Return the photos of those who hold a position; of an only holder it is the position's own."""
    kept = (photo for photo in photos if photo.of is None or photo.of in holders)
    if len(holders) != 1:
        return tuple(kept)
    return tuple(replace(photo, of=None) for photo in kept)[:1]


def read_own_photo(draft: Draft, fields: Fields) -> None:
    """Read the photo of a draft itself; report one of a position that several hold."""
    photo = read_photo(fields)
    if photo is None:
        return
    if draft.vacant and not draft.holders:
        fields.tell(
            "photo",
            "wrong-shape",
            "nobody holds this post: whom does the photo show?",
            fields.pairs["photo"][1].span,
            "take it away, or say who holds it",
        )
        return
    if len(draft.holders) > 1:
        fields.tell(
            "photo",
            "wrong-shape",
            f"{quoted(draft.name)} has {len(draft.holders)} holders: whom of them does the photo show?",
            fields.pairs["photo"][1].span,
            f"write it beside the name: holder: [{{name: {draft.holders[0]}, photo: {photo.file}}}, …]",
        )
        return
    draft.photos = kept_photos((photo, *draft.photos), draft.holders)


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
        if photo is not None and of is None and len(draft.holders) > 1:
            message = f"{quoted(draft.name)} has {len(draft.holders)} holders: whom of them does the photo show?"
            findings.error("bad-node", message, entry.span, "say it with 'of'")
    draft.photos = kept_photos(photos, draft.holders)
