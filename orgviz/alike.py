"""Say all that an organisation says, but where it stands in its file: what says the same is drawn the same.

The words are for comparing, not for reading; they are the same in every process.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import fields
from operator import attrgetter

from orgviz.model import Edge, Node, Org, UnitType
from orgviz.photos.values import Pictures

_OF_NODE = attrgetter(*(field.name for field in fields(Node) if field.name not in ("span", "photos")))
_OF_EDGE = attrgetter(*(field.name for field in fields(Edge) if field.name != "span"))
_OF_TYPE = attrgetter(*(field.name for field in fields(UnitType) if field.name != "span"))


def node_said(node: Node, pictures: Pictures) -> str:
    """Return what a node says, and what is seen in its photos."""
    said = repr(_OF_NODE(node))
    return said if not node.photos else said + repr([_photo(photo.file, photo.of, pictures) for photo in node.photos])


def edge_said(edge: Edge) -> str:
    """Return what a line between two nodes says."""
    return repr(_OF_EDGE(edge))


def types_said(types: Sequence[UnitType]) -> str:
    """Return what department types say."""
    return repr([_OF_TYPE(type) for type in types])


def org_said(org: Org, pictures: Pictures) -> Iterator[str]:
    """Yield what a whole organisation says, piece by piece."""
    yield repr((org.title, org.lang, org.given_lang, org.views, len(org.nodes), len(org.edges)))
    yield types_said(org.types)
    for node in org.nodes:
        yield node_said(node, pictures)
    for edge in org.edges:
        yield edge_said(edge)


def _photo(file: str, of: str | None, pictures: Pictures) -> tuple[str, str | None, str | None]:
    picture = pictures.get(file)
    return file, of, None if picture is None else f"{picture.mime} {hashlib.sha256(picture.data).hexdigest()}"
