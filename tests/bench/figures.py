"""What was measured against what was promised, as a table for people and for a Markdown page."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal
from unicodedata import east_asian_width

HEADINGS = ("What", "Measured", "Compared with", "Ratio", "Limit", "")


@dataclass(frozen=True)
class Figure:
    """One row. A limit of None only reports."""

    what: str
    measured: str
    against: str = ""
    value: float | None = None
    limit: float | None = None
    direction: Literal["at most", "at least"] = "at most"
    unit: str = "×"

    @property
    def is_kept(self) -> bool:
        if self.limit is None or self.value is None:
            return self.limit is None
        return self.value <= self.limit if self.direction == "at most" else self.value >= self.limit

    def cells(self) -> tuple[str, ...]:
        value = (
            "" if self.value is None else f"{self.value:.2f}{self.unit}" if self.unit == "×" else f"{self.value:.0f}"
        )
        limit = "" if self.limit is None else f"{self.direction} {self.limit:g}{self.unit}"
        return self.what, self.measured, self.against, value, limit, verdict(self)


def verdict(figure: Figure) -> str:
    if figure.limit is None:
        return ""
    return "ok" if figure.is_kept else "MISSED"


def as_text(title: str, figures: Sequence[Figure]) -> str:
    rows = [HEADINGS, *(figure.cells() for figure in figures)]
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    lines = [
        "  ".join(cell + " " * (room - width(cell)) for cell, room in zip(row, widths, strict=True)) for row in rows
    ]
    return "\n".join([title, "", *(line.rstrip() for line in lines)])


def as_markdown(title: str, figures: Sequence[Figure]) -> str:
    rows = [HEADINGS, ("---",) * len(HEADINGS), *(figure.cells() for figure in figures)]
    return "\n".join([title, "", *(f"| {' | '.join(row)} |" for row in rows)])


def width(text: str) -> int:
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)


def seconds(amount: float) -> str:
    return f"{amount:.2f} s" if amount >= 1 else f"{amount * 1000:.1f} ms"


def mebibytes(amount: int) -> str:
    return f"{amount / (1 << 20):.0f} MiB"
