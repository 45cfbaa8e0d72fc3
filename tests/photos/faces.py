"""Photos drawn for a test: a face on a gradient, different for each number; none shows anybody."""

import io

from PIL import Image, ImageDraw

SKIN = ((241, 201, 165), (224, 172, 125), (198, 134, 88), (141, 85, 52), (255, 219, 190))
HAIR = ((30, 24, 20), (84, 54, 33), (150, 110, 60), (60, 60, 66), (120, 40, 30))
BACK = ((180, 205, 230), (214, 196, 230), (190, 224, 200), (240, 214, 170), (205, 210, 216))
SHIRT = ((40, 60, 110), (120, 40, 60), (30, 90, 80), (90, 90, 100), (200, 200, 210))


def face(number: int, size: tuple[int, int] = (300, 400)) -> Image.Image:
    """Return a portrait, the face in its upper third."""
    width, height = size
    image = Image.new("RGB", size, BACK[number % 5])
    draw = ImageDraw.Draw(image)
    for y in range(height):
        shade = int(40 * y / height)
        draw.line((0, y, width, y), tuple(max(0, part - shade) for part in BACK[number % 5]))
    x, y, r = width / 2, height * 0.38, min(width, height) * 0.2
    draw.ellipse((x - 2.1 * r, y + 1.25 * r, x + 2.1 * r, y + 6 * r), SHIRT[number // 2 % 5])
    draw.rectangle((x - 0.4 * r, y + 0.6 * r, x + 0.4 * r, y + 1.5 * r), SKIN[number // 3 % 5])
    draw.ellipse((x - 1.12 * r, y - 1.45 * r, x + 1.12 * r, y + 0.9 * r), HAIR[number * 3 % 5])
    draw.ellipse((x - 0.85 * r, y - 0.95 * r, x + 0.85 * r, y + 1.15 * r), SKIN[number // 3 % 5])
    for side in (-1, 1):
        draw.ellipse((x + side * 0.35 * r - 6, y - 6, x + side * 0.35 * r + 6, y + 6), (40, 30, 30))
    draw.arc((x - 0.4 * r, y + 0.1 * r, x + 0.4 * r, y + 0.7 * r), 20, 160, (150, 60, 60), 5)
    return image


def bytes_of(image: Image.Image, format: str = "JPEG", **options) -> bytes:
    """Return an image as a file."""
    out = io.BytesIO()
    image.save(out, format, **options)
    return out.getvalue()
