"""Chinese letters on a picture: which ones can be drawn, and where a line may break."""

import re
from functools import lru_cache

from PIL import ImageDraw, ImageFont
from pylopdf_fonts_zh_cn import sans_path

NEVER_FIRST = "，。、；：！？）》”’』」】…—·,.;:!?)%℃"
"""Signs that no line begins with (GB/T 15834)."""
NEVER_LAST = "（《“‘『「【("
PIECES = re.compile(r"[A-Za-z0-9.,%/:@#&+\-]+|\s+|.", re.DOTALL)
"""Latin words and numbers stay whole; Chinese breaks anywhere else."""
NOBODYS = "\uffff"
"""No font has it: it is drawn as an unknown sign is."""


@lru_cache(64)
def font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(sans_path()), size)


@lru_cache(4096)
def can_be_drawn(letter: str) -> bool:
    """Whether the font has it. What it lacks would come out as an empty box."""
    letters = font(20)
    return letter == " " or bytes(letters.getmask(letter)) not in (bytes(letters.getmask(NOBODYS)), b"")


def drawable(text: str) -> str:
    """One line without what cannot be drawn (emoji, rare signs): rather nothing than a box."""
    kept = "".join(letter for letter in " ".join(text.split()) if can_be_drawn(letter))
    return " ".join(kept.split())


def wrap(text: str, size: int, width: float, most: int) -> list[str]:
    """At most `most` lines, none wider than `width` pixels; what is left out shows as …."""
    letters, lines = font(size), [""]
    for piece in PIECES.findall(drawable(text)):
        for part in [piece] if letters.getlength(piece) <= width else piece:
            add(part, lines, letters, width)
    lines = [line.strip() for line in lines if line.strip()]
    return lines if len(lines) <= most else [*lines[: most - 1], shortened(lines[most - 1], letters, width)]


def add(piece: str, lines: list[str], letters: ImageFont.FreeTypeFont, width: float) -> None:
    if letters.getlength(lines[-1] + piece) <= width or (piece in NEVER_FIRST and hangs(lines[-1])):
        lines[-1] += piece
        return
    carried = ""
    while lines[-1] and (lines[-1][-1] in NEVER_LAST or (piece + carried)[0] in NEVER_FIRST) and len(lines[-1]) > 1:
        carried, lines[-1] = lines[-1][-1] + carried, lines[-1][:-1]
        piece, carried = carried + piece, ""
    lines.append(piece.lstrip())


def hangs(line: str) -> bool:
    """One sign may stand in the margin, not two."""
    return bool(line) and line[-1] not in NEVER_FIRST


def shortened(line: str, letters: ImageFont.FreeTypeFont, width: float) -> str:
    while line and letters.getlength(line + "…") > width:
        line = line[:-1]
    return line.rstrip(NEVER_FIRST) + "…"


def write(
    pen: ImageDraw.ImageDraw, spot: tuple[float, float], lines: list[str], size: int, colour: str,
    *, leading: float = 1.4, weight: int = 0,
) -> float:  # fmt: skip
    """Lines below one another from the top left `spot`. Returns where the next thing may begin."""
    x, y = spot
    for line in lines:
        pen.text((x, y), line, colour, font(size), anchor="lt", stroke_width=weight, stroke_fill=colour)
        y += size * leading
    return y
