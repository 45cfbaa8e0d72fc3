"""Decode picture files and make them small: nothing of them is kept but pixels, and none can be a bomb."""

from __future__ import annotations

import io
import warnings

from PIL import Image, ImageOps, UnidentifiedImageError

from orgviz.photos.values import Picture

SIDE = 112
"""Pixels of a side: four times the points at which it is drawn."""
MOST_PIXELS = 60_000_000
_FORMATS = ("JPEG", "PNG", "WEBP", "GIF")
_REDUCIBLE = ("RGB", "RGBA", "L", "LA", "CMYK")
_QUALITY = 86
_PAPER = (255, 255, 255)
# Of a tall photo, how far down the middle of a face is.
_FACE = 0.38


class PixelError(Exception):
    """A file that is no picture we can take; says what it is in the user's words."""


def small_face(data: bytes) -> Picture:
    """Return a photo as a square around where a face usually is.

    Raises:
        PixelError: it is none.
    """
    image = _opened(data)
    side = min(image.size)
    left = (image.width - side) / 2
    top = min(max(0.0, _FACE * image.height - side / 2), image.height - side)
    square = image.resize((SIDE, SIDE), Image.Resampling.LANCZOS, (left, top, left + side, top + side), 3.0)
    return _written(_on_paper(square), "JPEG", "image/jpeg")


def small_logo(data: bytes) -> Picture:
    """Return a picture whole in a square, free where it is free.

    Raises:
        PixelError: it is none.
    """
    image = _opened(data)
    scale = SIDE / max(image.size)
    width, height = (max(1, round(side * scale)) for side in image.size)
    whole = Image.new("RGBA", (SIDE, SIDE), (*_PAPER, 0))
    whole.paste(
        image.resize((width, height), Image.Resampling.LANCZOS, None, 3.0), ((SIDE - width) // 2, (SIDE - height) // 2)
    )
    return _written(whole, "PNG", "image/png")


def argb(picture: Picture) -> tuple[int, int, bytes]:
    """Return the width, the height and the pixels as cairo has them: premultiplied, blue first, four bytes each."""
    image = Image.open(io.BytesIO(picture.data)).convert("RGBa")
    red, green, blue, alpha = image.split()
    return image.width, image.height, Image.merge("RGBA", (blue, green, red, alpha)).tobytes()


def _opened(data: bytes) -> Image.Image:
    """Return the first picture of a file, upright, with red, green, blue and alpha."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about sizes, which are checked here, and about odd metadata
            image = Image.open(io.BytesIO(data), formats=_FORMATS)
            if image.width * image.height > MOST_PIXELS:
                raise PixelError(f"has more than {MOST_PIXELS // 1_000_000} million pixels")
            image.draft("RGB", (4 * SIDE, 4 * SIDE))
            image.load()
            return ImageOps.exif_transpose(_reduced(image)).convert("RGBA")
    except PixelError:
        raise
    except Image.DecompressionBombError as error:
        raise PixelError(f"has more than {MOST_PIXELS // 1_000_000} million pixels") from error
    except UnidentifiedImageError as error:
        raise PixelError("is no picture that can be read") from error
    except Exception as error:  # decoders fail on broken files in any way
        raise PixelError("is broken: it cannot be read to its end") from error


def _reduced(image: Image.Image) -> Image.Image:
    """Return a large picture in a size that costs little to work with; four times what is kept is enough."""
    factor = min(image.size) // (4 * SIDE)
    return image.reduce(factor) if factor > 1 and image.mode in _REDUCIBLE else image


def _on_paper(image: Image.Image) -> Image.Image:
    paper = Image.new("RGB", image.size, _PAPER)
    paper.paste(image, mask=image.getchannel("A"))
    return paper


def _written(image: Image.Image, format: str, mime: str) -> Picture:
    out = io.BytesIO()
    if format == "JPEG":
        image.save(out, format, quality=_QUALITY, optimize=True)
    else:
        image.save(out, format, optimize=True)
    return Picture(out.getvalue(), mime)
