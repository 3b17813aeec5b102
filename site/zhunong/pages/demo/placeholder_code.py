"""A picture where a 小程序码 will be: rings of dots that no phone can read, 示意图 across them."""

import math
import random

from django.core.files.base import ContentFile
from PIL import Image, ImageDraw

from media.models import CustomImage
from zhunong.pages.demo.painting import PICTURES, as_jpeg

SIZE, MIDDLE = 600, 300
INK, RED, WHITE = (120, 110, 100), (168, 35, 28), (255, 255, 255)


def draw_code() -> CustomImage:
    """In the library, marked as the stand-in that it is."""
    return CustomImage.objects.create(
        title="小程序码（示意图）", file=ContentFile(as_jpeg(paint_code()), "demo-code.jpg"), is_placeholder=True,
        description="小程序码的示意图，扫不出东西",
    )  # fmt: skip


def paint_code() -> Image.Image:
    picture, dice = Image.new("RGB", (SIZE, SIZE), WHITE), random.Random("code")
    pen = ImageDraw.Draw(picture)
    for radius in range(110, 280, 24):
        for number in range(radius // 7):
            angle = number * math.tau / (radius // 7)
            if dice.random() < 0.55:
                dot(pen, angle, radius)
    mark = Image.open(PICTURES / "sketch_mark.png").convert("L")
    mark = mark.resize((460, 460 * mark.height // mark.width)).rotate(18, Image.Resampling.BICUBIC, expand=True)
    left, top = MIDDLE - mark.width // 2, MIDDLE - mark.height // 2
    pen.rounded_rectangle((60, MIDDLE - 80, SIZE - 60, MIDDLE + 80), 30, fill=WHITE)
    picture.paste(Image.new("RGB", mark.size, RED), (left, top), mark)
    return picture


def dot(pen: ImageDraw.ImageDraw, angle: float, radius: int) -> None:
    x, y = MIDDLE + math.cos(angle) * radius, MIDDLE + math.sin(angle) * radius
    pen.ellipse((x - 8, y - 8, x + 8, y + 8), fill=INK)
