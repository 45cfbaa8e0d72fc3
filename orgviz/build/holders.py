"""Read who holds a position: names, vacancies, and the days of those who hold it for a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence as Listing

from orgviz.build.drafts import Draft
from orgviz.build.fields import Fields
from orgviz.build.keys import HOLDER
from orgviz.build.photos import kept_photos, read_photo
from orgviz.build.values import clean_name, tell_no_text
from orgviz.diagnostics import Findings
from orgviz.model import Photo, Tenure
from orgviz.source.entries import Entry, Mapping, Scalar
from orgviz.wording import quoted

VACANT = frozenset(
    (
        "vacant",
        "tbd",
        "tbh",
        "空缺",
        "待招",
        "待聘",
        "缺",
        "待定",
        "招聘中",
        "暂缺",
        "暫缺",
        "出缺",
        "懸缺",
        "悬缺",
    )
)


def says_vacant(text: str) -> bool:
    """Tell whether a holder is no person but the word that nobody holds the position."""
    return text.strip().casefold() in VACANT


def read_holders(draft: Draft, holders: Listing[Entry], findings: Findings) -> None:
    """Sort people from vacancies; several vacancies without `seats` say how many seats there are."""
    if not holders:
        return
    only = holders[0]
    if len(holders) == 1 and isinstance(only, Scalar):  # most
        _read_only_holder(draft, only, findings)
        return
    photos: list[Photo] = []
    if Mapping in map(type, holders):
        held = [tenure for holder in holders if (tenure := _tenure(holder, findings, photos)) is not None]
        draft.tenures = dated([tenure for tenure in held if not says_vacant(tenure.holder)])
        names = [tenure.holder for tenure in held]
    else:
        names = [name for holder in holders if (name := _name(holder, findings)) is not None]
    draft.holders = tuple([name for name in names if not says_vacant(name)])
    draft.photos = kept_photos(photos, draft.holders) if photos else ()
    vacancies = len(names) - len(draft.holders)
    draft.vacant = vacancies > 0
    if vacancies > 1 and draft.seats is None:
        draft.seats = len(names)


def _read_only_holder(draft: Draft, holder: Scalar, findings: Findings) -> None:
    name = _name(holder, findings)
    if name is None:
        return
    if says_vacant(name):
        draft.vacant = True
    else:
        draft.holders = (name,)


def _tenure(entry: Entry, findings: Findings, photos: list[Photo]) -> Tenure | None:
    """Read one holder: a name, or a mapping of a name and days; a photo is added to the others."""
    if isinstance(entry, Mapping):
        fields = Fields(entry, HOLDER, findings)
        name = fields.required_name("name")
        start, end = fields.dates("from")
        photo = read_photo(fields, name)
        photos.extend([photo] if photo is not None else [])
        if says_vacant(name) and (start or end or photo):
            findings.error(
                "wrong-shape",
                "a vacancy has no days and no photo: nobody is there to have them",
                entry.span,
                "give those of the people before and after it",
            )
        return Tenure(name, start, end)
    name_alone = _name(entry, findings)
    return None if name_alone is None else Tenure(name_alone)


def _name(entry: Entry, findings: Findings) -> str | None:
    """Read a holder of whom only the name is given."""
    if isinstance(entry, Scalar) and not entry.null and entry.text.strip():
        return None if entry.told else clean_name(entry, findings)
    tell_no_text(entry, "in the list of 'holder'", findings)
    return None


def dated(held: Listing[Tenure]) -> tuple[Tenure, ...]:
    """Return the tenures that are kept: those with days, and of a person who stands twice all."""
    if not any(tenure.start or tenure.end for tenure in held):
        return ()
    times = Counter(tenure.holder for tenure in held)
    named = {tenure.holder for tenure in held if tenure.start or tenure.end}
    return tuple(
        tenure for tenure in held if tenure.start or tenure.end or (times[tenure.holder] > 1 and tenure.holder in named)
    )


def read_tenures(draft: Draft, fields: Fields, findings: Findings) -> None:
    """Read the days of holders as the node/edge model has them: a list beside that of the holders."""
    waiting: list[tuple[Tenure, Entry]] = []
    for entry in fields.items("tenures"):
        tenure = _tenure(entry, findings, [])
        if tenure is not None:
            waiting.append((tenure, entry))
    waiting.reverse()
    held: list[Tenure] = []
    for holder in draft.holders:
        is_next = bool(waiting) and waiting[-1][0].holder == holder
        held.append(waiting.pop()[0] if is_next else Tenure(holder))
    for tenure, entry in reversed(waiting[-1:]):
        findings.error(
            "bad-node",
            f"{quoted(tenure.holder)} has days here, but is no holder of {quoted(draft.name)} in this order",
            entry.span,
        )
    draft.tenures = dated(held)
