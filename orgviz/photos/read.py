"""Read the photos that an organisation names: files of its project only, each decoded once; mistakes are told."""

from __future__ import annotations

import os
from dataclasses import field, replace
from pathlib import Path, PurePath
from types import ModuleType

from orgviz.diagnostics import Findings, ToolError
from orgviz.lean import dataclass
from orgviz.model import NodeKind, Org, Photo
from orgviz.photos.values import Picture
from orgviz.source.entries import Scalar
from orgviz.source.project_files import ProjectFiles
from orgviz.text import Span
from orgviz.wording import quoted

MOST_PHOTOS = 2_000
MOST_BYTES = 32 * 1024 * 1024
_SCHEMES = ("://", "data:")


@dataclass(slots=True)
class PhotoReading:
    """One run of reading photos.

    Args:
        path: of the input, from where photos are seen.
        files: says what may be read; photos do not count towards its budget, for they are large only on disk.
        wanted: whether the pictures are needed; else only their paths are made those of the input.
        pictures: by their files, as the organisation names them afterwards.
        paths: of the files that were read.
    """

    path: str
    files: ProjectFiles
    findings: Findings
    wanted: bool = True
    pictures: dict[str, Picture] = field(default_factory=dict)
    paths: list[str] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)

    def read(self, org: Org) -> Org:
        """Return the organisation with its photos named as seen from the input, whichever file names them.

        Raises:
            ToolError: Pillow is not installed.
        """
        nodes = []
        for node in org.nodes:
            photos = []
            for photo in node.photos:
                seen = replace(photo, file=self._seen_from_input(photo))
                photos.append(seen)
                if self.wanted and seen.file not in self.seen and len(self.seen) <= MOST_PHOTOS:
                    self._picture(photo, seen.file, photo.span or node.span, logo=node.kind is NodeKind.UNIT)
            nodes.append(replace(node, photos=tuple(photos)) if photos else node)
        return replace(org, nodes=tuple(nodes))

    def _seen_from_input(self, photo: Photo) -> str:
        home, folder = (Path(path).parent for path in (photo.span.path if photo.span else self.path, self.path))
        if home == folder or _is_address(photo.file) or PurePath(photo.file).is_absolute():
            return photo.file
        try:
            return PurePath(os.path.relpath(home / photo.file, folder)).as_posix()
        except ValueError:  # it is on another drive, or its name is none
            return photo.file

    def _picture(self, photo: Photo, key: str, span: Span, *, logo: bool) -> None:
        self.seen.add(key)
        if len(self.seen) > MOST_PHOTOS:
            self.findings.error("bad-photo", f"there are more than {MOST_PHOTOS:,} photos", span)
            return
        if _is_address(photo.file):
            self.findings.error(
                "bad-photo",
                f"{quoted(photo.file)} is an address, and a chart fetches nothing",
                span,
                "save the picture in a folder beside this file, and write 'photo: photos/wangmin.jpg'",
            )
            return
        read = ProjectFiles(self.files.folder, self.files.fetch).read(Scalar(photo.file, span), self.findings)
        if read is None:
            return
        name, data = read
        self.paths.append(name)
        pixels = _pixels()
        try:
            if len(data) > MOST_BYTES:
                raise pixels.PixelError(f"is larger than {MOST_BYTES // 1024 // 1024} MB")
            self.pictures[key] = pixels.small_logo(data) if logo else pixels.small_face(data)
        except pixels.PixelError as error:
            self.findings.error(
                "bad-photo", f"the photo {quoted(photo.file)} {error}", span, "give a whole JPEG, PNG, WebP or GIF"
            )


def _is_address(text: str) -> bool:
    return any(scheme in text for scheme in _SCHEMES)


def _pixels() -> ModuleType:
    """Import what decodes pictures, which takes time.

    Raises:
        ToolError: Pillow is not installed.
    """
    try:
        from orgviz.photos import pixels  # noqa: PLC0415 - it takes time, and few charts have photos
    except ImportError as error:
        raise ToolError("photos need Pillow, which is not installed", "pip install pillow") from error
    return pixels
