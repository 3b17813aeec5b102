"""Draws proofs for the demo: a slip of paper before the goods, marked 示意图. No real receipt, no person."""

import random
from io import BytesIO

from django.core.files.base import ContentFile
from PIL import Image, ImageDraw

from zhunong.pages.demo.painting import PICTURES, Colour, as_jpeg, paint_product

SIZE = (900, 1200)
INK, RED = (70, 62, 54), (168, 35, 28)


def draw_slip(product: str, amount_fen: int) -> ContentFile:
    """A picture like a photo of a stall's receipt; the same sale, the same picture."""
    picture = Image.open(BytesIO(paint_product(product))).convert("RGB")
    picture = picture.resize((1600, 1200)).crop((350, 0, 1250, 1200))
    slip = draw_paper(random.Random(f"{product}{amount_fen}"), amount_fen)
    picture.paste(slip.rotate(-4, Image.Resampling.BICUBIC, expand=True), (190, 300), rotated_mask(slip))
    return ContentFile(as_jpeg(stamp(picture)), "proof.jpg")


def draw_paper(dice: random.Random, amount_fen: int) -> Image.Image:
    """White paper with lines that say nothing and a sum."""
    paper = Image.new("RGB", (460, 620), (253, 252, 248))
    pen = ImageDraw.Draw(paper)
    for row in range(6):
        y = 70 + row * 58
        pen.rounded_rectangle((40, y, 40 + dice.randint(120, 230), y + 16), 8, fill=(190, 184, 174))
        pen.rounded_rectangle((350, y, 420, y + 16), 8, fill=(214, 208, 198))
    pen.line((40, 440, 420, 440), fill=INK, width=3)
    pen.text((420, 520), f"{amount_fen / 100:,.2f}", fill=INK, font_size=72, anchor="rm")
    return paper


def rotated_mask(slip: Image.Image) -> Image.Image:
    return Image.new("L", slip.size, 255).rotate(-4, Image.Resampling.BICUBIC, expand=True)


def stamp(picture: Image.Image, colour: Colour = RED) -> Image.Image:
    """示意图 across the corner: nobody is to take it for a proof."""
    mark = Image.open(PICTURES / "sketch_mark.png").convert("L").rotate(12, Image.Resampling.BICUBIC, expand=True)
    picture.paste(Image.new("RGB", mark.size, colour), (picture.width - mark.width - 40, 60), mark)
    return picture
