"""Tell fontconfig of font files that are not installed, so that cairo finds them by their names."""

from __future__ import annotations

import os
from collections.abc import Iterable

from orgviz.output.font_faces import Face


def register_private_fonts(faces: Iterable[Face]) -> None:
    """Make the private ones of `faces` known in this process; do nothing where there is no fontconfig."""
    paths = dict.fromkeys(face.path for face in faces if face.private)
    if not paths:
        return
    import ctypes.util  # noqa: PLC0415 - it takes time to load, and few fonts are not installed

    name = ctypes.util.find_library("fontconfig")
    if name is None:
        return
    add_file = ctypes.CDLL(name).FcConfigAppFontAddFile
    add_file.argtypes = (ctypes.c_void_p, ctypes.c_char_p)
    add_file.restype = ctypes.c_int
    for path in paths:
        add_file(None, os.fsencode(path))
