"""The pictured part of a poster: up to four products side by side, each with its name; a painted hill without any."""

from django.core.files.storage import default_storage
from django.utils.translation import gettext as _
from PIL import Image, ImageDraw

from livestreams.sessions.posters.goods import Goods, Shot
from livestreams.sessions.posters.layout import Box, one_line
from media.cleaning import UNREADABLE
from media.drawing.letters import drawable, font
from media.drawing.shapes import INK, PAPER, fitted, mark

GAP = 8
LABEL = 34
SKY, SUN, HILLS = "#fbefd2", "#e9a13b", ("#b7c98f", "#8aa45f", "#5f7f3c")


def paste_photos(poster: Image.Image, goods: Goods, box: Box) -> None:
    shots = [(shot, picture) for shot in goods.shots if (picture := opened(shot, box))]
    if not shots:
        poster.paste(ground((box.width, box.height)), (box.left, box.top))
        return
    for (shot, picture), part in zip(shots, parts_of(box, len(shots)), strict=True):
        poster.paste(fitted(picture, (part.width, part.height), shot.focus), (part.left, part.top))
        label(poster, shot, part)


def opened(shot: Shot, box: Box) -> Image.Image | None:
    """None where the file is lost or broken: the others fill its place."""
    try:
        with default_storage.open(shot.file) as file:
            picture = Image.open(file)
            picture.draft("RGB", (box.width, box.height))
            picture.load()
            return picture
    except UNREADABLE:
        return None


def parts_of(box: Box, count: int) -> list[Box]:
    """One fills all; two lie along the longer side; of three the first is the largest; four are a square."""
    if count == 1:
        return [box]
    is_upright = box.height > box.width
    if count == 2:
        return rows(box, 2) if is_upright else columns(box, 2)
    first, second = columns(box, 2) if not is_upright else rows(box, 2)
    if count == 3:
        return [first, *(columns(second, 2) if is_upright else rows(second, 2))]
    return [part for row in rows(box, 2) for part in columns(row, 2)]


def columns(box: Box, count: int) -> list[Box]:
    width = (box.width - GAP * (count - 1)) // count
    lefts = [box.left + number * (width + GAP) for number in range(count)]
    return [Box(left, box.top, box.right - left if left == lefts[-1] else width, box.height) for left in lefts]


def rows(box: Box, count: int) -> list[Box]:
    height = (box.height - GAP * (count - 1)) // count
    tops = [box.top + number * (height + GAP) for number in range(count)]
    return [Box(box.left, top, box.width, box.bottom - top if top == tops[-1] else height) for top in tops]


def label(poster: Image.Image, shot: Shot, part: Box) -> None:
    """The product's name bottom left; above on the right, where a drawing stands in for a photograph."""
    pen, name = ImageDraw.Draw(poster), drawable(shot.name)
    size = one_line(name, LABEL, part.width - 72)
    width = font(size).getlength(name) + size * 1.2
    box = (part.left + 16, part.bottom - 16 - size * 1.7, part.left + 16 + width, part.bottom - 16)
    pen.rounded_rectangle(box, radius=size * 0.85, fill=PAPER)
    pen.text(((box[0] + box[2]) / 2, (box[1] + box[3]) / 2), name, INK, font(size), anchor="mm")
    if shot.is_placeholder:
        mark(pen, (part.right - 16, part.top + 16 + 37), drawable(_("Drawing")), 22)


def ground(size: tuple[int, int]) -> Image.Image:
    """A sun over hills."""
    picture = Image.new("RGB", size, SKY)
    pen, (width, height) = ImageDraw.Draw(picture), size
    radius = min(size) * 0.2
    pen.circle((width * 0.68, height * 0.38), radius, SUN)
    for number, colour in enumerate(HILLS):
        top = height * (0.52 + 0.15 * number)
        left = width * (-0.5 + 0.45 * (number % 2)) - width * 0.2
        pen.ellipse((left, top, left + width * 1.9, top + height * 1.6), colour)
    return picture
