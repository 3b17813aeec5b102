"""Draws a card from its face: a tall one to save and send, a wide one (5:4) for previews in chats."""

from dataclasses import dataclass
from io import BytesIO

from django.core.files.storage import default_storage
from django.utils.translation import gettext as _
from PIL import Image, ImageDraw

from media.cards.faces import Face
from media.cleaning import UNREADABLE
from media.drawing.letters import drawable, font, wrap, write
from media.drawing.shapes import INK, PAPER, Size, code, fitted, mark

GROUND, ACCENT, LEAF, MUTED = "#fbefd2", "#a8231c", "#3f6224", "#66584a"
"""As in tokens.css."""
LARGEST_BYTES = 600_000


@dataclass(frozen=True)
class Shape:
    """Measures in pixels."""

    size: Size
    picture: int
    """Height of the photograph."""
    margin: int
    title: int
    text: int
    code: int
    title_lines: int
    lead_lines: int


SHAPES = {
    "tall": Shape((1080, 1440), 800, 64, 76, 36, 270, 2, 2),
    "wide": Shape((1200, 960), 600, 56, 60, 32, 240, 1, 2),
}


def paint(face: Face, shape: Shape) -> bytes:
    """A JPEG below `LARGEST_BYTES`."""
    card = Image.new("RGB", shape.size, PAPER)
    card.paste(photograph(face, (shape.size[0], shape.picture)))
    pen = ImageDraw.Draw(card)
    if face.is_placeholder:
        mark(pen, (shape.size[0] - 24, shape.picture - 24), _("Drawing"))
    pen.rectangle((0, shape.picture, shape.size[0], shape.picture + 8), fill=ACCENT)
    paste_code(card, pen, face, shape)
    write_words(pen, face, shape)
    return as_jpeg(card)


def photograph(face: Face, size: Size) -> Image.Image:
    """The page's picture, or a plain ground with the first letter of its title."""
    try:
        if face.picture:
            with default_storage.open(face.picture) as file, Image.open(file) as picture:
                return fitted(picture, size, face.focus)
    except UNREADABLE:
        pass
    ground = Image.new("RGB", size, GROUND)
    letter = drawable(face.title)[:1]
    ImageDraw.Draw(ground).text((size[0] / 2, size[1] / 2), letter, "#e5c98f", font(size[1] // 2), anchor="mm")
    return ground


def paste_code(card: Image.Image, pen: ImageDraw.ImageDraw, face: Face, shape: Shape) -> None:
    """Bottom right, with what to do with it below."""
    made, words = code(face.address, shape.code), shape.text * 3 // 4
    left, top = code_corner(shape)
    centre = left + shape.code / 2
    card.paste(made, (int(centre - made.width / 2), top + (shape.code - made.height) // 2))
    pen.text((centre, top + shape.code + 6), _("Press and hold to open"), MUTED, font(words), anchor="mt")


def code_corner(shape: Shape) -> tuple[int, int]:
    return shape.size[0] - shape.margin - shape.code, shape.size[1] - shape.margin - shape.code - 24


def write_words(pen: ImageDraw.ImageDraw, face: Face, shape: Shape) -> None:
    """Title and lead over the whole width where the code leaves it free, facts beside the code."""
    x, y = float(shape.margin), float(shape.picture + shape.margin * 3 // 4)
    full, beside = shape.size[0] - 2 * shape.margin, shape.size[0] - 3 * shape.margin - shape.code
    title = wrap(face.title, shape.title, full if shape.title_lines > 1 else beside, shape.title_lines)
    y = write(pen, (x, y), title, shape.title, INK, leading=1.3, weight=1) + shape.text // 3
    width = full if y + shape.text * 1.4 * shape.lead_lines < code_corner(shape)[1] else beside
    y = write(pen, (x, y), wrap(face.lead, shape.text, width, shape.lead_lines), shape.text, MUTED) + shape.text // 3
    bottom = shape.size[1] - shape.margin - shape.text
    for fact in face.facts:
        lines = wrap(fact, shape.text, beside, 2)
        if y + len(lines) * shape.text * 1.4 < bottom - shape.text * 0.4:
            y = write(pen, (x, y), lines, shape.text, LEAF) + shape.text // 6
    pen.text(
        (x, bottom),
        wrap(face.site, shape.text, beside, 1)[0] if face.site else "",
        ACCENT,
        font(shape.text),
        anchor="lt",
    )


def as_jpeg(card: Image.Image) -> bytes:
    """As good as the limit allows; a photograph of leaves is heavy."""
    for quality in (88, 80, 70, 55, 40):
        target = BytesIO()
        card.save(target, "JPEG", quality=quality, optimize=True, progressive=True)
        if target.tell() < LARGEST_BYTES:
            break
    return target.getvalue()
