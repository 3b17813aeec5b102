"""From an answer to what is seen: rows with bars, and the matrix of two dimensions."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from livestreams.sales.staff.totals.addresses import lines_address
from livestreams.sales.staff.totals.names import Names
from livestreams.sales.staff.totals.words import FIELDS, HINTS, UNKNOWN
from livestreams.sales.totals import TIMES, Answer, Key, TotalRow
from products.money import jin, yuan

MOST_ROWS = 500
MOST_COLUMNS = 62
"""Two months of days; a wider matrix helps nobody."""


class Party(NamedTuple):
    """A key as people see it."""

    name: str
    is_unknown: bool


class Row(NamedTuple):
    parties: list[Party]
    total: TotalRow
    address: str
    bar: int
    """Its share of the greatest row, in per cent."""
    has_parts_only: bool

    @property
    def is_unknown(self) -> bool:
        return any(party.is_unknown for party in self.parties)


@dataclass
class Matrix:
    """Rows × columns of one measure, with the totals of both."""

    columns: list[Party]
    rows: list[tuple[Party, list[tuple[str, str]], tuple[str, str]]]
    """Party, (figure, address) by column, (figure, address) of the row."""
    totals: list[tuple[str, str]]
    total: tuple[str, str]


def figure(measure: str, row: Any) -> int:
    return getattr(row, FIELDS[measure])


def told(measure: str, amount: int) -> str:
    if measure == "weight":
        return jin(amount)
    return f"{amount:,}" if measure in ("lines", "items") else yuan(amount)


class Tables:
    """An answer's rows in the order in which they are read: the greatest first, times as they come, unknown last."""

    def __init__(self, answer: Answer, names: Names, measure: str) -> None:
        self.answer, self.names, self.measure = answer, names, measure
        self.by = answer.question.by
        self.ranks = [self.rank(place) for place in range(len(self.by))]
        self.sorted = sorted(
            answer.rows, key=lambda row: [rank[key] for rank, key in zip(self.ranks, row.keys, strict=True)]
        )

    def rank(self, place: int) -> dict[Key, tuple]:
        """What the keys of a dimension are sorted by."""
        sums: dict[Key, int] = defaultdict(int)
        for row in self.answer.rows:
            sums[row.keys[place]] += figure(self.measure, row)
        in_time = self.by[place] in TIMES
        return {key: (key is None, 0 if in_time else -amount, key or "") for key, amount in sums.items()}

    def rows(self) -> list[Row]:
        """The long table; beyond its limit only what is not known."""
        greatest = max((abs(figure(self.measure, row)) for row in self.sorted), default=0) or 1
        kept = [row for place, row in enumerate(self.sorted) if place < MOST_ROWS or None in row.keys]
        return [self.row(row, greatest) for row in kept]

    def row(self, row: TotalRow, greatest: int) -> Row:
        return Row(
            parties=[self.party(dimension, key) for dimension, key in zip(self.by, row.keys, strict=True)],
            total=row,
            address=lines_address(self.answer.question, self.by, row.keys),
            bar=round(100 * abs(figure(self.measure, row)) / greatest),
            has_parts_only=not row.lines and bool(row.paid_fen),
        )

    def party(self, dimension: str, key: Key) -> Party:
        return Party(self.names.name(dimension, key), key is None)

    def hints(self) -> list[tuple[str, str]]:
        """(row, what to do) for each dimension with something unknown."""
        unknown = [dimension for place, dimension in enumerate(self.by) if None in self.ranks[place]]
        return [(str(UNKNOWN[dimension]), str(HINTS[dimension])) for dimension in unknown]

    def keys(self, place: int) -> list[Key]:
        return sorted(self.ranks[place], key=lambda key: self.ranks[place][key])

    def matrix(self) -> Matrix | None:
        """Only of two dimensions, and not wider than can be read."""
        if len(self.by) != 2 or not self.answer.rows:
            return None
        down, across = self.keys(0)[:MOST_ROWS], self.keys(1)
        if len(across) > MOST_COLUMNS:
            return None
        amounts = {row.keys: figure(self.measure, row) for row in self.answer.rows}
        return Matrix(
            columns=[self.party(self.by[1], key) for key in across],
            rows=[self.matrix_row(key, across, amounts) for key in down],
            totals=[
                self.linked(sum(amounts.get((key, other), 0) for key in self.ranks[0]), self.by[1:], (other,))
                for other in across
            ],
            total=self.linked(figure(self.measure, self.answer.total), (), ()),
        )

    def matrix_row(self, key: Key, across: Sequence[Key], amounts: dict) -> tuple:
        cells = [
            self.linked(amounts[key, other], self.by, (key, other)) if (key, other) in amounts else ("", "")
            for other in across
        ]
        total = sum(amounts.get((key, other), 0) for other in across)
        return self.party(self.by[0], key), cells, self.linked(total, self.by[:1], (key,))

    def linked(self, amount: int, by: Sequence[str], keys: Sequence[Key]) -> tuple[str, str]:
        return told(self.measure, amount), lines_address(self.answer.question, by, keys)
