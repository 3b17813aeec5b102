"""What the demo's places are painted of: sky, hills, houses, fruit trees, a phone on its stand."""

import math
import random

from PIL import Image, ImageDraw, ImageFilter

from zhunong.pages.demo.painting import CARD, Colour, as_jpeg, paint_ground

FINE = 2
"""Drawn twice as large and made smaller, so that edges are smooth."""
WIDTH, HEIGHT = CARD[0] * FINE, CARD[1] * FINE
SKIES: list[tuple[Colour, Colour]] = [
    ((252, 226, 190), (255, 246, 228)), ((221, 233, 236), (255, 247, 231)), ((250, 216, 200), (255, 243, 225)),
    ((231, 233, 205), (255, 248, 226)),
]  # fmt: skip
HILLS: list[Colour] = [(196, 205, 168), (164, 182, 128), (128, 155, 92), (104, 134, 72)]
CROWNS: list[Colour] = [(94, 128, 62), (110, 144, 72), (82, 114, 56)]
WALL, ROOF, DARK, WOOD = (247, 235, 214), (140, 92, 72), (92, 66, 50), (196, 150, 96)
FRUITS: list[Colour] = [(178, 34, 30), (214, 120, 40), (190, 60, 70), (222, 178, 74)]


def sky(dice: random.Random) -> Image.Image:
    """Light from above, and a low sun."""
    below, above = dice.choice(SKIES)
    picture = Image.composite(
        Image.new("RGB", (WIDTH, HEIGHT), below), Image.new("RGB", (WIDTH, HEIGHT), above),
        Image.linear_gradient("L").resize((WIDTH, HEIGHT)),
    )  # fmt: skip
    x, y, radius = dice.uniform(0.2, 0.8) * WIDTH, 0.22 * HEIGHT, 0.07 * HEIGHT
    ImageDraw.Draw(picture).ellipse((x - radius, y - radius, x + radius, y + radius), fill=(255, 250, 236))
    return picture


def ridge(pen: ImageDraw.ImageDraw, top: float, swing: float, colour: Colour, dice: random.Random) -> None:
    """A line of hills down to the picture's lower edge."""
    turn, second = dice.uniform(0, math.tau), dice.uniform(0, math.tau)
    line = [
        (x, HEIGHT * (top + swing * (math.sin(turn + x / WIDTH * 5) + 0.4 * math.sin(second + x / WIDTH * 13))))
        for x in range(0, WIDTH + 1, 16)
    ]
    pen.polygon([*line, (WIDTH, HEIGHT), (0, HEIGHT)], fill=colour)


def house(pen: ImageDraw.ImageDraw, x: float, y: float, size: float) -> None:
    pen.rectangle((x, y - size * 0.5, x + size, y), fill=WALL)
    pen.polygon(
        [(x - size * 0.1, y - size * 0.5), (x + size * 1.1, y - size * 0.5), (x + size * 0.5, y - size * 0.95)],
        fill=ROOF,
    )
    pen.rectangle((x + size * 0.4, y - size * 0.3, x + size * 0.6, y), fill=DARK)


def orchard(pen: ImageDraw.ImageDraw, fruit: Colour, dice: random.Random) -> None:
    """Three rows of trees, the nearest one greatest."""
    for row, (y, size, count) in enumerate([(0.76, 0.055, 11), (0.87, 0.085, 8), (1.02, 0.13, 6)]):
        for number in range(count + 1):
            x = (number + 0.5 * (row % 2)) / count * WIDTH + dice.uniform(-20, 20)
            tree(pen, x, y * HEIGHT, size * WIDTH, CROWNS[(number + row) % 3], fruit, dice)


def tree(
    pen: ImageDraw.ImageDraw, x: float, y: float, size: float, crown: Colour, fruit: Colour, dice: random.Random
) -> None:
    pen.rectangle((x - size * 0.05, y - size * 0.5, x + size * 0.05, y), fill=DARK)
    for side, up, part in ((-0.28, 0.65, 0.34), (0.28, 0.65, 0.34), (0, 0.9, 0.38), (0, 0.6, 0.36)):
        ball(pen, x + side * size, y - up * size, part * size, crown)
    for _number in range(9):
        ball(pen, x + dice.uniform(-0.42, 0.42) * size, y - dice.uniform(0.42, 1.12) * size, 0.05 * size, fruit)


def ball(pen: ImageDraw.ImageDraw, x: float, y: float, radius: float, colour: Colour) -> None:
    pen.ellipse((x - radius, y - radius, x + radius, y + radius), fill=colour)


def phone_on_stand(picture: Image.Image) -> None:
    """Seen from behind the camera: the screen shows hills and the red dot of a broadcast."""
    shadow = Image.new("L", CARD)
    ImageDraw.Draw(shadow).rounded_rectangle((500, 150, 735, 600), 30, fill=70)
    picture.paste(Image.new("RGB", CARD, (92, 52, 24)), mask=shadow.filter(ImageFilter.GaussianBlur(18)))
    pen = ImageDraw.Draw(picture)
    pen.line((600, 560, 600, 860), fill=DARK, width=16)
    pen.line((600, 800, 520, 880), fill=DARK, width=14)
    pen.line((600, 800, 680, 880), fill=DARK, width=14)
    pen.rounded_rectangle((486, 120, 714, 580), 30, fill=(52, 44, 40))
    pen.rounded_rectangle((502, 140, 698, 560), 18, fill=(252, 238, 214))
    pen.polygon([(502, 420), (570, 360), (630, 410), (698, 350), (698, 542), (502, 542)], fill=HILLS[2])
    ball(pen, 646, 220, 26, (255, 250, 236))
    ball(pen, 532, 172, 11, FRUITS[0])


def finished(picture: Image.Image) -> bytes:
    """Made smaller, with the strokes of a broad brush over it."""
    small = picture.resize(CARD, Image.Resampling.LANCZOS)
    strokes = paint_ground(CARD, (128, 128, 128), (128, 128, 128), random.Random("strokes"))
    return as_jpeg(Image.blend(small, Image.composite(strokes, small, strokes.convert("L")), 0.08))
