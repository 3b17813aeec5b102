"""Draws a session's poster from its face."""

from django.utils.translation import gettext as _
from PIL import Image, ImageDraw, ImageOps

from livestreams.sessions.models import Session
from livestreams.sessions.posters.faces import PosterFace
from livestreams.sessions.posters.layout import Block, Box, Words, laid_out, one_line
from livestreams.sessions.posters.photographs import paste_photos
from livestreams.sessions.posters.shapes import SHAPES, Shape
from media.cards.painting import ACCENT, LARGEST_BYTES, LEAF, MUTED, as_jpeg
from media.cleaning import UNREADABLE
from media.drawing.letters import drawable, font
from media.drawing.shapes import INK, PAPER, code

__all__ = ["LARGEST_BYTES", "SHAPES", "paint"]

PANEL, RULE, WHITE, GOLD = "#ffffff", "#e5d8c1", "#ffffff", "#fbe3b9"
PAD, BAND_LEADING = 28, 1.18


def paint(face: PosterFace, shape: Shape) -> bytes:
    """A JPEG below `LARGEST_BYTES`."""
    poster = Image.new("RGB", shape.size, PAPER)
    paste_photos(poster, face.goods, shape.photos)
    pen = ImageDraw.Draw(poster)
    draw_band(pen, face, shape)
    draw(pen, words_blocks(face, shape), shape.words.left)
    pen.rounded_rectangle(shape.panel.corners, radius=28, fill=PANEL, outline=RULE, width=3)
    made = code_picture(face, shape.code)
    if made:
        paste_code(poster, pen, made, shape)
    draw(pen, panel_blocks(face, shape, bool(made)), shape.panel.left + PAD)
    draw(pen, foot_blocks(face, shape), shape.foot.left)
    return as_jpeg(poster)


def draw_band(pen: ImageDraw.ImageDraw, face: PosterFace, shape: Shape) -> None:
    """Day and time: what people look for first."""
    band, lines = shape.band, band_lines(face, shape)
    pen.rectangle(band.corners, fill=ACCENT)
    y = band.top + (band.height - sum(size * BAND_LEADING for _text, size in lines)) / 2
    for (text, size), colour in zip(lines, (GOLD, WHITE), strict=True):
        pen.text((shape.words.left, y + size * BAND_LEADING / 2), text, colour, font(size), anchor="lm")
        y += size * BAND_LEADING


def band_lines(face: PosterFace, shape: Shape) -> list[tuple[str, int]]:
    """Each text with the size in which it fits on its line."""
    room = shape.band.width - 2 * (shape.words.left - shape.band.left)
    texts = ((drawable(face.day), shape.day), (drawable(face.span), shape.time))
    return [(text, one_line(text, size, room)) for text, size in texts]


def words_blocks(face: PosterFace, shape: Shape) -> list[Block]:
    facts = [Words(" × ".join(face.teams), shape.text, LEAF, 0, 0.3), Words(place_words(face), shape.text, MUTED)]
    return laid_out([Words(face.title, shape.title, INK, 1, 0.4), *facts], shape.words)


def place_words(face: PosterFace) -> str:
    return _("Where: %(place)s") % {"place": face.place} if face.place else ""


def panel_blocks(face: PosterFace, shape: Shape, has_code: bool) -> list[Block]:
    """With a code what it is for; without one how to find the account."""
    words = {"platform": face.platform, "account": face.account}
    if has_code:
        told = [face.account, _("Press and hold the code, or scan it with %(platform)s, to reserve or come in") % words]
    else:
        told = [_("Open %(platform)s and search for “%(account)s”") % words]
    texts = [
        Words(face.platform, shape.platform, ACCENT, 1, 0.35),
        *(Words(text, shape.text, INK if not number else MUTED) for number, text in enumerate(told)),
    ]
    return laid_out(texts, panel_box(shape, has_code), centred=True)


def panel_box(shape: Shape, has_code: bool) -> Box:
    inside = shape.panel.inside(PAD)
    return inside._replace(width=inside.width - (shape.code + PAD if has_code else 0))


def foot_blocks(face: PosterFace, shape: Shape) -> list[Block]:
    text = _("%(township)s · broadcasts of the villages") % {"township": face.township}
    return laid_out([Words(text, shape.foot.height * 7 // 10, MUTED)], shape.foot)


def draw(pen: ImageDraw.ImageDraw, blocks: list[Block], left: int) -> None:
    for block in blocks:
        for number, line in enumerate(block.lines):
            y = block.top + number * block.size * 1.32 + block.size * 0.66
            pen.text(
                (left, y), line, block.colour, font(block.size), anchor="lm",
                stroke_width=block.weight, stroke_fill=block.colour,
            )  # fmt: skip


def code_picture(face: PosterFace, side: int) -> Image.Image | None:
    """The platform's own code: drawn from its link, or the picture that it gave. None where there is neither."""
    if face.link:
        return code(face.link, side)
    return kept_code(face.code_file, side) if face.code_file else None


def kept_code(name: str, side: int) -> Image.Image | None:
    """The picture that was uploaded, on white; None where its file is lost."""
    storage = Session._meta.get_field("reservation_code").storage
    try:
        with storage.open(name) as file, Image.open(file) as picture:
            seen = picture.convert("RGBA")
    except UNREADABLE:
        return None
    paper = Image.new("RGB", seen.size, "white")
    paper.paste(seen, mask=seen.getchannel("A"))
    return ImageOps.contain(paper, (side, side), Image.Resampling.LANCZOS)


def paste_code(poster: Image.Image, pen: ImageDraw.ImageDraw, made: Image.Image, shape: Shape) -> None:
    inside = shape.panel.inside((shape.panel.height - shape.code) // 2)
    left, top = inside.right - shape.code, inside.top
    poster.paste(made, (left + (shape.code - made.width) // 2, top + (shape.code - made.height) // 2))
