"""Paint the demo's placeholder pictures: drawn fruit on a warm ground, the same every time."""

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFilter

PICTURES = Path(__file__).parent / "pictures"
CARD = (1200, 900)
BANNER = (1600, 800)
Colour = tuple[int, int, int]


@dataclass(frozen=True)
class Motif:
    """What a picture shows: a drawn fruit, `turn` degrees round the colour wheel, heaped on a ground."""

    fruit: str
    ground: Colour
    glow: Colour
    count: int = 9
    turn: int = 0


MOTIFS = {
    "cherry": Motif("cherries", (246, 214, 203), (255, 244, 232)),
    "hawthorn": Motif("berries", (240, 212, 178), (255, 243, 219), count=12, turn=102),
    "pear": Motif("pear", (222, 228, 190), (252, 248, 224)),
    "peach": Motif("peach", (250, 221, 196), (255, 245, 230)),
    "grape": Motif("grapes", (223, 214, 232), (250, 243, 246)),
    "apricot": Motif("tangerine", (250, 228, 178), (255, 248, 226), count=11),
    "strawberry": Motif("strawberry", (247, 212, 206), (255, 242, 233)),
}


@cache
def paint_product(slug: str) -> bytes:
    """A JPEG of 1200 × 900 for a product of the demo world."""
    dice = random.Random(slug)
    if slug == "paper-cut":
        return as_jpeg(paint_paper_cut(dice))
    motif = MOTIFS[slug]
    picture = paint_ground(CARD, motif.ground, motif.glow, dice)
    fruit = draw_fruit(motif)
    for x, y, size in heap(motif.count, dice):
        place(picture, fruit, (int(x * CARD[0]), int(y * CARD[1])), int(size * CARD[1]), dice.uniform(-28, 28))
    return as_jpeg(picture)


@cache
def paint_banner() -> bytes:
    """All fruits in one row for the home page."""
    dice = random.Random("banner")
    picture = paint_ground(BANNER, (244, 219, 186), (255, 246, 228), dice)
    motifs = list(MOTIFS.values())
    for row, (y, size) in enumerate([(0.42, 0.26), (0.60, 0.34), (0.80, 0.42)]):
        for number in range(9):
            x = (number + 0.5 * (row % 2)) / 8 + dice.uniform(-0.02, 0.02)
            motif = motifs[(number * 3 + row * 2) % len(motifs)]
            spot = (int(x * BANNER[0]), int((y + dice.uniform(-0.03, 0.03)) * BANNER[1]))
            place(picture, draw_fruit(motif), spot, int(size * BANNER[1]), dice.uniform(-25, 25))
    return as_jpeg(picture)


def heap(count: int, dice: random.Random) -> Sequence[tuple[float, float, float]]:
    """Places for fruits, far and small ones first, the largest in front: x, y and size as parts of the picture."""
    spots = []
    for number in range(count):
        depth = (number + 1) / count
        side = math.sin(number * 2.4) * (0.36 - 0.12 * depth)
        spots.append((0.5 + side + dice.uniform(-0.02, 0.02), 0.36 + 0.30 * depth, 0.24 + 0.24 * depth))
    return spots


def paint_ground(size: tuple[int, int], ground: Colour, glow: Colour, dice: random.Random) -> Image.Image:
    """A plain colour with light in the middle, a table's edge and strokes of a broad brush."""
    light = ImageChops.invert(Image.radial_gradient("L").resize(size))
    picture = Image.composite(Image.new("RGB", size, glow), Image.new("RGB", size, ground), light)
    strokes = Image.new("L", size)
    pen = ImageDraw.Draw(strokes)
    for _number in range(26):
        x, y = dice.uniform(-0.2, 0.9) * size[0], dice.uniform(0, 1) * size[1]
        length, width = dice.uniform(0.2, 0.6) * size[0], dice.uniform(20, 70)
        pen.rounded_rectangle((x, y, x + length, y + width), radius=width / 2, fill=dice.randint(10, 34))
    strokes = strokes.rotate(-8, Image.Resampling.BICUBIC).filter(ImageFilter.GaussianBlur(14))
    picture.paste(Image.new("RGB", size, (255, 255, 255)), mask=strokes)
    return picture


def draw_fruit(motif: Motif) -> Image.Image:
    fruit = Image.open(PICTURES / f"{motif.fruit}.webp").convert("RGBA")
    if not motif.turn:
        return fruit
    hue, saturation, value = fruit.convert("RGB").convert("HSV").split()
    hue = hue.point(lambda tone: (tone + motif.turn * 256 // 360) % 256)
    saturation = saturation.point(lambda tone: min(255, tone * 8 // 5))
    turned = Image.merge("HSV", (hue, saturation, value)).convert("RGB")
    turned.putalpha(fruit.getchannel("A"))
    return turned


def place(picture: Image.Image, fruit: Image.Image, centre: tuple[int, int], size: int, angle: float) -> None:
    """Put the fruit down, turned, with a soft shadow below it."""
    fruit = fruit.resize((size, size), Image.Resampling.LANCZOS).rotate(angle, Image.Resampling.BICUBIC, expand=True)
    left, top = centre[0] - fruit.width // 2, centre[1] - fruit.height // 2
    shadow = Image.new("L", picture.size)
    shadow.paste(fruit.getchannel("A").point(lambda tone: tone * 5 // 16), (left + size // 30, top + size // 14))
    box = (left - 40, top - 40, left + fruit.width + 60, top + fruit.height + 80)
    soft = shadow.crop(box).filter(ImageFilter.GaussianBlur(size // 16))
    picture.paste(Image.new("RGB", soft.size, (92, 52, 24)), box[:2], soft)
    picture.paste(fruit, (left, top), fruit)


def paint_paper_cut(dice: random.Random) -> Image.Image:
    """A window flower cut from red paper, eight times the same eighth, with the scissors beside it."""
    picture = paint_ground(CARD, (240, 222, 196), (255, 248, 233), dice)
    flower = cut_flower(700)
    red = Image.new("RGBA", flower.size, (184, 32, 28, 255))
    red.putalpha(flower)
    place(picture, red, (CARD[0] * 44 // 100, CARD[1] // 2), 700, 7)
    scissors = Image.open(PICTURES / "scissors.webp").convert("RGBA")
    place(picture, scissors, (CARD[0] * 80 // 100, CARD[1] * 68 // 100), 400, -24)
    return picture


def cut_flower(size: int) -> Image.Image:
    """The paper that is left, drawn four times as large and made smaller, so that its edges are smooth."""
    paper = Image.new("L", (size * 2, size * 2))
    pen, middle = ImageDraw.Draw(paper), size
    for number in range(16):
        petal(pen, middle, number * math.tau / 16, 0.78 if number % 2 else 0.96, size)
    ring(pen, middle, 0.66 * size, 255)
    for number in range(8):
        hole(pen, middle, number * math.tau / 8, 0.44 * size, 0.11 * size)
        hole(pen, middle, (number + 0.5) * math.tau / 8, 0.57 * size, 0.055 * size)
        hole(pen, middle, (number + 0.5) * math.tau / 8, 0.30 * size, 0.045 * size)
        hole(pen, middle, number * math.tau / 8, 0.80 * size, 0.04 * size)
    ring(pen, middle, 0.20 * size, 0)
    ring(pen, middle, 0.15 * size, 255)
    ring(pen, middle, 0.06 * size, 0)
    return paper.resize((size, size), Image.Resampling.LANCZOS)


def petal(pen: ImageDraw.ImageDraw, middle: int, angle: float, reach: float, size: int) -> None:
    tip = (middle + math.cos(angle) * size * reach, middle + math.sin(angle) * size * reach)
    sides = [
        (middle + math.cos(angle + turn) * size * 0.70, middle + math.sin(angle + turn) * size * 0.70)
        for turn in (-0.17, 0.17)
    ]
    pen.polygon([sides[0], tip, sides[1], (middle, middle)], fill=255)
    hole(pen, middle, angle, size * 0.72, size * 0.09, fill=255)


def hole(pen: ImageDraw.ImageDraw, middle: int, angle: float, away: float, radius: float, fill: int = 0) -> None:
    x, y = middle + math.cos(angle) * away, middle + math.sin(angle) * away
    pen.ellipse((x - radius, y - radius, x + radius, y + radius), fill=fill)


def ring(pen: ImageDraw.ImageDraw, middle: int, radius: float, fill: int) -> None:
    pen.ellipse((middle - radius, middle - radius, middle + radius, middle + radius), fill=fill)


def as_jpeg(picture: Image.Image) -> bytes:
    file = BytesIO()
    picture.save(file, "JPEG", quality=84, optimize=True)
    return file.getvalue()
