"""Read single cells: names of people, numbers of seats, marks, dates, and the words of a status or a type."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from decimal import ROUND_CEILING, Decimal
from functools import cache

from orgviz.diagnostics import Findings
from orgviz.model import TYPE_NAMES, Status
from orgviz.source.entries import Scalar
from orgviz.table.columns import Table
from orgviz.table.items import Item, text_like
from orgviz.table.sheet import Row
from orgviz.table.words import words
from orgviz.vocabulary import vocabulary
from orgviz.wording import quoted

_BETWEEN_NAMES = re.compile(r"[、；;，\n]+")
_NUMBER = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,6})?")
_DATE = re.compile(r"([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?(?: .*)?")
_LINK = re.compile(r"(?:https?://|mailto:)\S+", re.IGNORECASE)
# A file beside the table; addresses and numbers of other systems are passed over.
_PICTURE = re.compile(r"[^:]+\.(?:jpe?g|png|webp|gif)", re.IGNORECASE)
LONGEST_STATUS = 40
_LANGUAGES = ("zh-CN", "zh-TW", "en")
_SPOKEN_STATUSES = ("planned", "optional", "outsourced", "temporary", "closed")


def people(cell: Scalar | None) -> list[Scalar]:
    """Return the people that a cell names; a vacancy as the word that the YAML language has for it."""
    names = (name for name in split_names(cell) if not words().says("nobody", name.text))
    return [_holder(name) for name in names if status(name) is None]


def split_names(cell: Scalar | None) -> Iterator[Scalar]:
    """Return the names in a cell, which stand between ``、；，`` or line breaks."""
    if cell is None:
        return
    for part in _BETWEEN_NAMES.split(cell.text):
        name = part.strip()
        if name:
            yield cell if name == cell.text else text_like(cell, name)


def _holder(name: Scalar) -> Scalar:
    return text_like(name, "vacant") if words().says("vacant", name.text) else name


def vacancy(cell: Scalar | None) -> list[Scalar]:
    """Return the holders of a post whose status is in a cell: the word for a vacancy, where that is what it says."""
    return [text_like(cell, "vacant")] if cell is not None and words().says("vacant", cell.text) else []


def plain_number(cell: Scalar | None) -> Scalar | None:
    """Return a cell that is a whole number, and nothing else."""
    return cell if cell is not None and _NUMBER.fullmatch(cell.text.strip()) and cell.text.strip().isdigit() else None


def number(cell: Scalar | None, findings: Findings) -> Decimal:
    """Return the number in a cell such as ``5``, ``5人`` or ``1.67``; 0 where there is none."""
    if cell is None:
        return Decimal(0)
    found = _NUMBER.search(cell.text.replace(",", ""))
    if found is None:
        if not words().says("nobody", cell.text):
            findings.warn("bad-number", f"{quoted(cell.text)} is no number of seats: it is left out", cell.span)
        return Decimal(0)
    return Decimal(found[0])


def decimal(cell: Scalar) -> Decimal | None:
    """Return the number in a cell such as ``0.8``, of three decimals at most; nothing where there is none."""
    found = _NUMBER.search(cell.text.replace(",", ""))
    return round(Decimal(found[0]), 3) if found else None


def fte_text(fte: Decimal, cell: Scalar) -> Scalar:
    """Return full-time equivalents as the language has them."""
    return text_like(cell, f"{fte.normalize():f}")


def seats_text(count: Decimal, cell: Scalar) -> Scalar | None:
    """Return a number of seats, rounded up to a whole one; nothing for none."""
    whole = int(count.to_integral_value(ROUND_CEILING))
    return text_like(cell, str(whole)) if whole > 0 else None


def says_yes(cell: Scalar | None) -> bool:
    """Tell whether a cell is a mark such as 是, yes or 1."""
    return cell is not None and words().says("yes", cell.text)


def is_gone(table: Table, row: Row) -> bool:
    """Tell whether a row is of somebody who has left, or is marked as deleted."""
    status, deleted = table.cell(row, "status"), table.cell(row, "deleted")
    if status is not None and words().says("left", status.text):
        return True
    return deleted is not None and not words().says("no", deleted.text) and not words().says("nobody", deleted.text)


def set_texts(item: Item, table: Table, row: Row) -> None:
    """Set what any kind of item may have: id, type, duty, status, dates, a link and a photo."""
    item.set_text("id", table.cell(row, "id"))
    item.set_text("duty", table.cell(row, "duty"))
    item.set_text("status", status(table.cell(row, "status")))
    item.set_text("type", _type(table.cell(row, "type")))
    for key in ("from", "until"):
        item.set_text(key, _date(table.cell(row, key)))
    url, email = table.cell(row, "url"), table.cell(row, "email")
    item.set_text("url", url if url is not None and _LINK.fullmatch(url.text) else None)
    photo = table.cell(row, "photo")
    if photo is not None and _PICTURE.fullmatch(photo.text):
        holders = [holder for holder in item.holders if holder.text != "vacant"]
        if len(holders) == 1:
            item.photos.setdefault(holders[0].text, photo)
        elif not holders:
            item.set_text("photo", photo)
    if email is not None:
        item.aliases.append(email.text)


def status(cell: Scalar | None) -> Scalar | None:
    """Return the status, as the YAML language calls it, that a cell consists of; nothing for any other cell."""
    if cell is None or len(cell.text) > LONGEST_STATUS:
        return None
    said = words().said(cell.text)
    shown = _shown_as().get(cell.text, ())
    name = next((name for name in _SPOKEN_STATUSES if name in said or name in shown), None)
    return None if name is None else text_like(cell, name)


@cache
def _shown_as() -> dict[str, tuple[str, ...]]:
    """Return by the words of charts the statuses for which they stand."""
    found: dict[str, tuple[str, ...]] = {}
    for name in _SPOKEN_STATUSES:
        for lang in _LANGUAGES:
            text = vocabulary(lang).statuses[Status(name)]
            found[text] = (*found.get(text, ()), name)
    return found


def _type(cell: Scalar | None) -> Scalar | None:
    if cell is None:
        return None
    for name in TYPE_NAMES:
        if cell.text.casefold() == name or any(vocabulary(lang).types[name] == cell.text for lang in _LANGUAGES):
            return text_like(cell, name)
    return None


def _date(cell: Scalar | None) -> Scalar | None:
    found = _DATE.fullmatch(cell.text) if cell else None
    if cell is None or found is None:
        return None
    try:
        return text_like(cell, datetime.date(int(found[1]), int(found[2]), int(found[3])).isoformat())
    except ValueError:
        return None
