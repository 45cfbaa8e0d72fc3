"""Take a small picture of what each peer drew: fitted on a slide, as it would be shown."""

from __future__ import annotations

import io
import subprocess
import tempfile
from pathlib import Path

from PIL import Image

from tools.bench.peers import browser

SLIDE = (1280, 720)  # pixels
COLOURS = 32
MOST_BYTES = 150_000
_SECONDS = 120
_PAGE = """<!doctype html><style>html, body {{ margin: 0; background: white }}
img {{ width: {width}px; height: {height}px; object-fit: contain }}</style><img src="{address}">"""


class PictureError(Exception):
    """No picture could be taken; says why."""


def take_picture(svg: Path, to: Path) -> None:
    """Write a PNG of an SVG in the middle of a slide, with few colours, so that it is small.

    Raises:
        PictureError: there is no browser, it fails, or the picture is not small.
    """
    width, height = SLIDE
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        page, shot = folder / "page.html", folder / "shot.png"
        page.write_text(_PAGE.format(width=width, height=height, address=svg.resolve().as_uri()), encoding="utf-8")
        _shoot(page, shot, folder)
        small = _with_few_colours(shot)
    if len(small) > MOST_BYTES:
        raise PictureError(f"'{to.name}' would have {len(small):,} bytes, and {MOST_BYTES:,} are the most")
    to.write_bytes(small)


def _shoot(page: Path, shot: Path, folder: Path) -> None:
    program = browser()
    if program is None:
        raise PictureError("there is no Chromium to take pictures with")
    command = [program, "--headless", "--no-sandbox", "--hide-scrollbars", "--disable-gpu", f"--user-data-dir={folder}",
               f"--window-size={SLIDE[0]},{SLIDE[1]}", "--allow-file-access-from-files", f"--screenshot={shot}",
               page.as_uri()]  # fmt: skip
    try:
        subprocess.run(command, capture_output=True, timeout=_SECONDS, check=True)
    except (OSError, subprocess.SubprocessError) as error:
        raise PictureError(f"Chromium took no picture: {error}") from error
    if not shot.exists():
        raise PictureError("Chromium took no picture")


def _with_few_colours(shot: Path) -> bytes:
    with Image.open(shot) as picture:
        few = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    stream = io.BytesIO()
    few.save(stream, "PNG", optimize=True)
    return stream.getvalue()
