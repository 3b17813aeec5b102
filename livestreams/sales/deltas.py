"""By how much totals move: the cells of lines that come, go or change."""

import datetime
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from django.db import connection, models

from livestreams.sales.bulk import column_names
from livestreams.sales.models import DailyTotal, MonthlyTotal
from livestreams.sales.rows import LineRow
from livestreams.sales.splitting import NOBODY, Shares, cells

MEASURES = ("lines", "items", "weight_g", "paid_fen", "refunded_fen", "provisional_fen")


class Cell(NamedTuple):
    """The dimensions of a total; those of a month have no session."""

    time: datetime.date
    township: int
    shop: int
    account: int | None
    team: int | None
    village: int | None
    sku: int | None
    session: int | None


DIMENSIONS = Cell._fields[1:]
MONTHLY_DIMENSIONS = DIMENSIONS[:-1]


class Deltas:
    """What is to be added to each cell. Grows with the cells touched, not with the lines."""

    def __init__(self, parties: dict[int, Shares]) -> None:
        self.parties = parties
        self.cells: dict[Cell, list[int]] = defaultdict(lambda: [0] * len(MEASURES))
        self.paid_fen = self.refunded_fen = 0

    def add(self, row: LineRow, sign: int = 1) -> None:
        """Count a line in (sign 1) or out (-1). A line never paid counts nowhere."""
        if row.day is None:
            return
        self.paid_fen += sign * row.paid_fen
        self.refunded_fen += sign * row.refunded_fen
        for cell, measures in line_cells(row, self.parties):
            kept = self.cells[cell]
            for place, amount in enumerate(measures):
                kept[place] += sign * amount

    def write(self) -> None:
        """Move the daily and the monthly totals, inside the caller's transaction."""
        add_to(DailyTotal, ("day", *DIMENSIONS), self.cells)
        add_to(MonthlyTotal, ("month", *MONTHLY_DIMENSIONS), self.by_month())

    def by_month(self) -> dict[Cell, list[int]]:
        """The cells of whole months."""
        monthly: dict[Cell, list[int]] = defaultdict(lambda: [0] * len(MEASURES))
        for cell, measures in self.cells.items():
            kept = monthly[cell._replace(time=cell.time.replace(day=1), session=None)]
            for place, amount in enumerate(measures):
                kept[place] += amount
        return monthly


def line_cells(row: LineRow, parties: dict[int, Shares]) -> Iterator[tuple[Cell, tuple[int, ...]]]:
    """The cells of one line. Money and weight are split, lines and items go to the leaders (contracts, section 2)."""
    teams = parties[row.team_shares] if row.team_shares else NOBODY
    villages = parties[row.village_shares] if row.village_shares else NOBODY
    parts = cells((row.weight_g, row.paid_fen, row.refunded_fen), teams, villages)
    leaders = (teams.leader, villages.leader)
    for (team, village), (weight, paid, refunded) in parts:
        lines, items = (1, row.items) if (team, village) == leaders else (0, 0)
        if lines or weight or paid or refunded:
            cell = Cell(row.day, row.township, row.shop, row.account, team, village, row.sku, row.session)  # type: ignore[arg-type]
            yield cell, (lines, items, weight, paid, refunded, paid if row.is_provisional else 0)


def add_to(model: type[models.Model], dimensions: Sequence[str], moved: dict[Cell, list[int]]) -> None:
    """Add to the cells of a totals table; cells that come to nothing are taken away."""
    width = len(dimensions)
    rows = [(*cell[:width], *measures) for cell, measures in moved.items() if any(measures)]
    if not rows:
        return
    quote = connection.ops.quote_name
    table = quote(model._meta.db_table)
    columns = column_names(model, [*dimensions, *MEASURES])
    known, nullable = columns[:3], columns[3:width]
    target = ", ".join([*known, *(f"COALESCE({column}, 0)" for column in nullable)])
    sums = ", ".join(f"{quote(name)} = {table}.{quote(name)} + excluded.{quote(name)}" for name in MEASURES)
    nothing = " AND ".join(f"{quote(name)} = 0" for name in MEASURES)
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join(['%s'] * len(columns))})"
            f" ON CONFLICT ({target}) DO UPDATE SET {sums}",
            rows,
        )
        cursor.execute(f"DELETE FROM {table} WHERE {nothing}")
