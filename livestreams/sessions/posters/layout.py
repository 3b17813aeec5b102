"""Where the words of a poster stand, and in which size: long ones are made smaller and wrapped, never cut."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from media.drawing.letters import font, wrap

SCALES = (1.0, 0.92, 0.85, 0.78, 0.72, 0.66, 0.6, 0.55, 0.5, 0.45, 0.4, 0.35, 0.3, 0.25)
ANY_NUMBER = 1000
LEADING = 1.32
SMALLEST = 14
"""Pixels."""


class Box(NamedTuple):
    """A rectangle in pixels."""

    left: int
    top: int
    width: int
    height: int

    @property
    def right(self) -> int:
        return self.left + self.width

    @property
    def bottom(self) -> int:
        return self.top + self.height

    @property
    def corners(self) -> tuple[int, int, int, int]:
        return self.left, self.top, self.right - 1, self.bottom - 1

    def inside(self, margin: int) -> "Box":
        return Box(self.left + margin, self.top + margin, self.width - 2 * margin, self.height - 2 * margin)


@dataclass(frozen=True)
class Words:
    """A text as it is wanted; `gap` below it, in parts of its size."""

    text: str
    size: int
    colour: str
    weight: int = 0
    gap: float = 0.35


@dataclass(frozen=True)
class Block:
    """Lines with their place."""

    lines: list[str]
    size: int
    colour: str
    weight: int
    top: int

    @property
    def height(self) -> float:
        return len(self.lines) * self.size * LEADING


def laid_out(texts: Sequence[Words], box: Box, *, centred: bool = False) -> list[Block]:
    """The texts below one another, all of them whole, as large as the box allows. What cannot be drawn is left out."""
    for scale in SCALES:
        blocks, bottom = stacked(texts, box, scale)
        if bottom <= box.bottom:
            break
    shift = int((box.bottom - bottom) / 2) if centred and blocks else 0
    return [Block(each.lines, each.size, each.colour, each.weight, each.top + max(0, shift)) for each in blocks]


def stacked(texts: Sequence[Words], box: Box, scale: float) -> tuple[list[Block], float]:
    """The blocks and where the last one ends."""
    blocks: list[Block] = []
    y = bottom = float(box.top)
    for words in texts:
        size = max(SMALLEST, int(words.size * scale))
        lines = wrapped(words.text, size, box.width - 2 * words.weight)
        if lines:
            blocks.append(Block(lines, size, words.colour, words.weight, int(y)))
            bottom = y + blocks[-1].height
            y = bottom + size * words.gap
    return blocks, bottom


def wrapped(text: str, size: int, width: int) -> list[str]:
    """All lines within the width: a sign that would hang in the margin has no margin here."""
    lines = wrap(text, size, width, ANY_NUMBER)
    if any(font(size).getlength(line) > width for line in lines):
        lines = wrap(text, size, width - size, ANY_NUMBER)
    return lines


def one_line(text: str, size: int, width: int) -> int:
    """The size in which a short text fits on one line, `size` at most."""
    return min(size, int(size * width / max(1.0, font(size).getlength(text))))
