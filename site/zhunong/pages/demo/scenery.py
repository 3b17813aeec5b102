"""Paint the demo's places: a village below its orchards, the centre, a hall, a stall with a camera. Stand-ins, all."""

import math
import random
from functools import cache

from PIL import Image, ImageDraw

from zhunong.pages.demo.landscape import (
    CROWNS,
    FRUITS,
    HEIGHT,
    HILLS,
    ROOF,
    WALL,
    WIDTH,
    WOOD,
    finished,
    house,
    orchard,
    phone_on_stand,
    ridge,
    sky,
    tree,
)
from zhunong.pages.demo.painting import CARD, MOTIFS, as_jpeg, cut_flower, draw_fruit, paint_ground, place


@cache
def paint_village(slug: str) -> bytes:
    """Hills, rows of fruit trees and a few houses; each village its own light and its own fruit."""
    dice = random.Random(f"village {slug}")
    picture = sky(dice)
    pen = ImageDraw.Draw(picture)
    for depth, colour in enumerate(HILLS[:3]):
        ridge(pen, 0.36 + 0.11 * depth, 0.07, colour, dice)
    for _number in range(dice.randint(4, 6)):
        house(pen, dice.uniform(0.12, 0.86) * WIDTH, dice.uniform(0.58, 0.64) * HEIGHT, dice.uniform(0.07, 0.1) * WIDTH)
    ridge(pen, 0.66, 0.03, HILLS[3], dice)
    orchard(pen, dice.choice(FRUITS), dice)
    return finished(picture)


@cache
def paint_team(slug: str) -> bytes:
    """A phone on its stand before a heap of fruit: no person, as nobody has been asked."""
    dice = random.Random(f"team {slug}")
    motifs = dice.sample(list(MOTIFS.values()), 2)
    picture = paint_ground(CARD, motifs[0].ground, motifs[0].glow, dice)
    for number in range(7):
        spot = (
            int((0.16 + 0.1 * number + dice.uniform(-0.02, 0.02)) * CARD[0]),
            int((0.72 + 0.05 * math.sin(number * 2)) * CARD[1]),
        )
        place(picture, draw_fruit(motifs[number % 2]), spot, dice.randint(210, 290), dice.uniform(-25, 25))
    phone_on_stand(picture)
    return as_jpeg(picture)


@cache
def paint_centre() -> bytes:
    """A long white house with a red board, below the hills."""
    dice = random.Random("centre")
    picture = sky(dice)
    pen = ImageDraw.Draw(picture)
    for depth, colour in enumerate(HILLS[:2]):
        ridge(pen, 0.34 + 0.1 * depth, 0.06, colour, dice)
    left, right, top, ground = (int(part) for part in (0.12 * WIDTH, 0.88 * WIDTH, 0.36 * HEIGHT, 0.78 * HEIGHT))
    pen.rectangle((left, top, right, ground), fill=WALL)
    pen.polygon([(left - 50, top), (right + 50, top), (right, top - 90), (left, top - 90)], fill=ROOF)
    pen.rectangle((left + 120, top + 60, right - 120, top + 190), fill=(168, 35, 28))
    for number in range(8):
        x = left + 90 + number * (right - left - 180) / 8
        pen.rounded_rectangle((x + 25, top + 260, x + 165, top + 420), 12, fill=(205, 221, 222))
        pen.rounded_rectangle((x + 25, top + 480, x + 165, ground - 20), 12, fill=(190, 208, 208))
    pen.rectangle((0, ground, WIDTH, HEIGHT), fill=(226, 208, 172))
    for x in (0.06, 0.93, 0.02, 0.98):
        tree(pen, x * WIDTH, ground + 40, 0.085 * WIDTH, CROWNS[1], FRUITS[0], dice)
    return finished(picture)


@cache
def paint_hall(kind: str) -> bytes:
    """Shelves: fruit in one hall, red paper-cuts in the other."""
    dice = random.Random(f"hall {kind}")
    picture = paint_ground(CARD, (240, 222, 196), (255, 248, 233), dice)
    pen = ImageDraw.Draw(picture)
    for shelf in (430, 800):
        pen.rounded_rectangle((70, shelf, CARD[0] - 70, shelf + 24), 8, fill=WOOD)
    motifs = list(MOTIFS.values())
    for number in range(8):
        spot = (190 + (number % 4) * 272, 320 if number < 4 else 690)
        if kind == "heritage":
            flower = cut_flower(118)
            red = Image.new("RGBA", flower.size, (184, 32, 28, 255))
            red.putalpha(flower)
            place(picture, red, spot, 236, dice.uniform(-9, 9))
        else:
            place(picture, draw_fruit(motifs[number % len(motifs)]), spot, 230, dice.uniform(-12, 12))
    return as_jpeg(picture)
