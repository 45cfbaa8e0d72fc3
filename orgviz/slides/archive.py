"""Decks as files: refuse what is no deck or unpacks to too much, and write the same parts as the same bytes."""

from __future__ import annotations

import io
import zipfile

from orgviz.diagnostics import ToolError
from orgviz.slides.options import DeckFile

LONGEST_DECK = 512 * 1024 * 1024
UNPACKED_LIMIT = 1024 * 1024 * 1024
PART_LIMIT = 20_000
XML_LIMIT = 64 * 1024 * 1024
_TYPES = "[Content_Types].xml"
_OLE = b"\xd0\xcf\x11\xe0"
_FIRST_DATE = (1980, 1, 1, 0, 0, 0)
_DEFLATE_LEVEL = 6
# What python-pptx opens, and what it would not although nothing else is different.
_DECK = b"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
_TEMPLATE = b"application/vnd.openxmlformats-officedocument.presentationml.template.main+xml"
_SHOW = b"application/vnd.openxmlformats-officedocument.presentationml.slideshow.main+xml"
_SAVE_ANEW = "open it in PowerPoint and save it anew as .pptx"


def unpacked(deck: DeckFile) -> dict[str, bytes]:
    """Return the parts of a deck by name, in their order; a template or show comes back as a deck.

    Raises:
        ToolError: it is no deck, broken, encrypted, or unpacks to too much.
    """
    name = f"'{deck.name}'"
    if deck.data.startswith(_OLE):
        raise ToolError(f"{name} is encrypted, or a presentation of before 2007", f"{_SAVE_ANEW}, without a password")
    try:
        with zipfile.ZipFile(io.BytesIO(deck.data)) as archive:
            _check_size(archive, name)
            parts = {part.filename: archive.read(part) for part in archive.infolist() if not part.is_dir()}
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError, EOFError, OSError) as error:
        raise ToolError(f"{name} is no PowerPoint file, or a broken one", _SAVE_ANEW) from error
    _check_parts(parts, name)
    parts[_TYPES] = parts[_TYPES].replace(_TEMPLATE, _DECK).replace(_SHOW, _DECK)
    return parts


def _check_size(archive: zipfile.ZipFile, name: str) -> None:
    parts = archive.infolist()
    if len(parts) > PART_LIMIT or sum(part.file_size for part in parts) > UNPACKED_LIMIT:
        raise ToolError(f"{name} unpacks to more than {UNPACKED_LIMIT >> 20} MB or {PART_LIMIT:,} parts")
    for part in parts:
        if _is_xml(part.filename) and part.file_size > XML_LIMIT:
            raise ToolError(f"{name} has a part that unpacks to more than {XML_LIMIT >> 20} MB")


def _check_parts(parts: dict[str, bytes], name: str) -> None:
    if _TYPES not in parts or not any(part.startswith("ppt/") for part in parts):
        raise ToolError(f"{name} is no PowerPoint file", "name a .pptx or .potx file")
    if any(kind in parts[_TYPES] for kind in (b"macroEnabled",)):
        raise ToolError(f"{name} has macros, which cannot be kept", "save it as .pptx, without macros")
    for part, data in parts.items():
        if _is_xml(part) and _has_doctype(data):
            raise ToolError(f"{name} holds definitions that no PowerPoint file needs")


def _has_doctype(data: bytes) -> bool:
    """Whether an XML part declares entities; in UTF-16 each letter has a zero beside it."""
    return b"<!DOCTYPE" in data.replace(b"\0", b"") if data[:2] in (b"\xff\xfe", b"\xfe\xff") else b"<!DOCTYPE" in data


def _is_xml(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels"))


def packed(parts: dict[str, bytes]) -> bytes:
    """Return an archive of parts; the same parts give the same bytes."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=_DEFLATE_LEVEL) as archive:
        for name, data in parts.items():
            info = zipfile.ZipInfo(name, _FIRST_DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0
            archive.writestr(info, data)
    return stream.getvalue()


def settled(saved: bytes, before: dict[str, bytes] | None = None) -> bytes:
    """Return a saved deck with its parts in a fixed order and without dates.

    Args:
        before: the parts of the deck that it was; what says the same as before is kept to the byte.
    """
    with zipfile.ZipFile(io.BytesIO(saved)) as archive:
        parts = {part.filename: archive.read(part) for part in archive.infolist()}
    before = before or {}
    for name, data in parts.items():
        old = before.get(name)
        if old is not None and old != data and _is_xml(name) and _says_the_same(old, data):
            parts[name] = old
    known = [name for name in before if name in parts]
    new = sorted(parts.keys() - before.keys(), key=lambda name: (name != _TYPES, name != "_rels/.rels", name))
    return packed({name: parts[name] for name in (*known, *new)})


def _says_the_same(one: bytes, other: bytes) -> bool:
    from lxml import etree  # noqa: PLC0415 - comes with python-pptx, which is an extra

    try:
        return _canonical(one) == _canonical(other)
    except etree.XMLSyntaxError:
        return False


def _canonical(data: bytes) -> bytes:
    from lxml import etree  # noqa: PLC0415 - comes with python-pptx, which is an extra

    parser = etree.XMLParser(remove_blank_text=True, resolve_entities=False, no_network=True)
    root = etree.fromstring(data, parser)
    if root.tag.endswith(("}Relationships", "}Types")):
        # The order of these says nothing.
        root[:] = sorted(root, key=lambda element: sorted(element.attrib.items()))
    return bytes(etree.tostring(root, method="c14n"))
