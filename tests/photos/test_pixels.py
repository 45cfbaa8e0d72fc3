"""Photos become small squares without metadata, whatever they were; what is no photo says so."""

import io
import struct
import zlib
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from orgviz.photos.pixels import MOST_PIXELS, SIDE, PixelError, argb, small_face, small_logo
from tests.photos.faces import bytes_of, face


def opened(picture):
    return Image.open(io.BytesIO(picture.data))


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "GIF"])
@pytest.mark.parametrize("size", [(300, 400), (400, 300), (40, 40), (20, 900), (900, 20)])
def test_any_photo_becomes_a_small_square(format, size):
    picture = small_face(bytes_of(face(1, size), format))
    assert picture.mime == "image/jpeg"
    assert opened(picture).size == (SIDE, SIDE)


@pytest.mark.parametrize("mode", ["L", "LA", "P", "CMYK", "RGBA", "1", "I;16"])
def test_any_kind_of_colour_is_read(mode):
    image = face(2).convert("L").convert(mode) if mode == "I;16" else face(2).convert(mode)
    data = bytes_of(image, "JPEG" if mode == "CMYK" else "PNG")
    assert opened(small_face(data)).mode == "RGB"


def test_a_tall_photo_is_cut_around_the_face():
    tall = Image.new("RGB", (100, 300), "#ffffff")
    tall.paste((255, 0, 0), (0, 64, 100, 164))  # where a face would be
    middle = opened(small_face(bytes_of(tall, "PNG"))).convert("RGB")
    assert all(red > 200 and green < 60 for red, green, _ in (middle.getpixel((56, y)) for y in (6, 56, 104)))


@pytest.mark.parametrize("side", [200, 3000])
@pytest.mark.parametrize("format", ["JPEG", "PNG"])
def test_the_camera_says_which_side_is_up(side, format):
    image = Image.new("RGB", (side, side), "#0000ff")
    image.paste((255, 0, 0), (0, 0, side, side // 2))
    exif = Image.Exif()
    exif[0x0112] = 3  # upside down
    exif[0x010E] = "taken at home"
    small = opened(small_face(bytes_of(image, format, exif=exif.tobytes())))
    red, _, blue = small.convert("RGB").getpixel((56, 100))
    assert red > blue
    assert b"taken at home" not in small_face(bytes_of(image, format, exif=exif.tobytes())).data
    assert not small.getexif()


def test_no_metadata_is_kept():
    data = bytes_of(face(3), "JPEG", icc_profile=b"a profile" * 20, comment=b"secret")
    kept = small_face(data).data
    assert b"profile" not in kept
    assert b"secret" not in kept


def test_the_same_photo_gives_the_same_bytes():
    data = bytes_of(face(4))
    assert small_face(data) == small_face(data)


def test_of_a_moving_picture_the_first_is_taken():
    first, second = Image.new("RGB", (50, 50), "#ff0000"), Image.new("RGB", (50, 50), "#00ff00")
    data = bytes_of(first, "GIF", save_all=True, append_images=[second])
    assert opened(small_face(data)).convert("RGB").getpixel((50, 50))[0] > 200


def test_a_logo_is_kept_whole_and_stays_clear_where_it_is():
    picture = small_logo(bytes_of(Image.new("RGBA", (200, 100), (0, 80, 200, 255)), "PNG"))
    logo = opened(picture)
    assert (picture.mime, logo.mode, logo.size) == ("image/png", "RGBA", (SIDE, SIDE))
    assert logo.getpixel((56, 2))[3] == 0
    assert logo.getpixel((56, 56)) == (0, 80, 200, 255)


def test_cairo_gets_blue_first_and_premultiplied():
    width, height, pixels = argb(small_logo(bytes_of(Image.new("RGBA", (9, 9), (255, 0, 0, 128)), "PNG")))
    assert (width, height, len(pixels)) == (SIDE, SIDE, 4 * SIDE * SIDE)
    blue, green, red, alpha = pixels[:4]
    assert (blue, green) == (0, 0)
    assert 120 <= red <= 135
    assert alpha == 128


def bomb(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"\0" * 1000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "no picture"),
        (b"units: [A]", "no picture"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "no picture"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "no picture"),
        (bytes_of(face(5))[:900], "broken"),
        (bytes_of(face(5), "PNG")[:900], "broken"),
        (bomb(30_000, 30_000), "million pixels"),
        (bomb(10_000, MOST_PIXELS // 10_000 + 1), "million pixels"),
        (bomb(200, 200), "broken"),
    ],
)
def test_what_is_no_photo_says_so(data, told):
    with pytest.raises(PixelError, match=told):
        small_face(data)
    with pytest.raises(PixelError, match=told):
        small_logo(data)


@given(st.binary(max_size=40), st.integers(0, 2_000), st.sampled_from(["JPEG", "PNG", "WEBP", "GIF"]))
@settings(max_examples=150, deadline=None)
def test_a_damaged_file_is_read_or_refused(noise, at, format):
    data = bytes_of(face(6, (60, 80)), format)
    damaged = data[: at % len(data)] + noise + data[at % len(data) + len(noise) :]
    with suppress(PixelError):
        assert opened(small_face(damaged)).size == (SIDE, SIDE)
