"""Draws end screens for the demo: numbers on a dark panel, marked 示意图. No platform's design, no person."""

from collections.abc import Iterable

from django.core.files.base import ContentFile
from PIL import Image, ImageDraw

from zhunong.pages.demo.painting import as_jpeg
from zhunong.pages.demo.slips import stamp

SIZE = (720, 900)
NIGHT, PANEL, CHALK, AMBER = (38, 34, 44), (56, 50, 64), (244, 238, 226), (226, 164, 66)


def draw_end_screen(numbers: Iterable[int]) -> ContentFile:
    """The first eight numbers in two columns; the same numbers, the same picture."""
    picture = Image.new("RGB", SIZE, NIGHT)
    pen = ImageDraw.Draw(picture)
    for place, number in enumerate(list(numbers)[:8]):
        left, top = 40 + place % 2 * 330, 200 + place // 2 * 165
        pen.rounded_rectangle((left, top, left + 310, top + 145), 18, fill=PANEL)
        pen.text((left + 24, top + 26), f"{number:,}", fill=CHALK, font_size=46)
        pen.rounded_rectangle((left + 24, top + 100, left + 150, top + 114), 7, fill=AMBER)
    return ContentFile(as_jpeg(stamp(picture)), "figures.jpg")
