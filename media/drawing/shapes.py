"""The pieces that a drawn picture is made of: a photograph cut to fit, a code, a mark."""

import segno
from PIL import Image, ImageDraw, ImageOps

from media.drawing.letters import font

INK, PAPER = "#2a2018", "#fffdf8"
"""As in tokens.css."""
Size = tuple[int, int]


def fitted(picture: Image.Image, size: Size, focus: tuple[float, float] = (0.5, 0.5)) -> Image.Image:
    """Cut and made smaller to fill the size; `focus` (parts of width and height) stays in sight."""
    picture.draft("RGB", size)
    return ImageOps.fit(picture.convert("RGB"), size, Image.Resampling.LANCZOS, centering=focus)


def code(address: str, side: int) -> Image.Image:
    """A QR code in whole pixels a module, with its quiet zone, at most `side` pixels wide."""
    made = segno.make(address, error="m", micro=False)
    modules = int(made.symbol_size(border=4)[0])
    scale = max(1, side // modules)
    picture = Image.new("RGB", (modules * scale, modules * scale), "white")
    pen = ImageDraw.Draw(picture)
    for y, row in enumerate(made.matrix_iter(scale=1, border=4)):
        for x, is_dark in enumerate(row):
            if is_dark:
                pen.rectangle((x * scale, y * scale, (x + 1) * scale - 1, (y + 1) * scale - 1), fill=INK)
    return picture


def mark(pen: ImageDraw.ImageDraw, corner: tuple[int, int], text: str, size: int = 24) -> None:
    """A small label whose lower right corner is given, e.g. that a picture is a drawing."""
    width, (right, bottom) = font(size).getlength(text), corner
    box = (right - width - size * 1.2, bottom - size * 1.7, right, bottom)
    pen.rounded_rectangle(box, radius=size * 0.85, fill=PAPER)
    pen.text(((box[0] + box[2]) / 2, (box[1] + box[3]) / 2), text, "#66584a", font(size), anchor="mm")
