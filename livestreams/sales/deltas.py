"""By how much totals move: the cells of lines that come, go or change."""

import datetime
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import product
from typing import Any, NamedTuple

from django.db import connection, models

from livestreams.sales.bulk import column_names
from livestreams.sales.models import DailyTotal, MonthlyTotal
from livestreams.sales.new_credits import CreditedRow
from livestreams.sales.rows import LineRow
from livestreams.sales.splitting import NOBODY, Shares, split

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


MOST_ALIKE = 50_000
DIMENSIONS = Cell._fields[1:]
MONTHLY_DIMENSIONS = DIMENSIONS[:-1]


class Deltas:
    """What is to be added to each cell. Grows with the cells touched, not with the lines."""

    def __init__(self, parties: dict[int, Shares]) -> None:
        self.parties = parties
        self.alike: dict[tuple, int] = {}
        """How many lines more or less of a day, a credit and amounts. Split once for all of them."""
        self.sums: dict[tuple, Sum] = {}
        self.paid_fen = self.refunded_fen = 0

    def add(self, row: LineRow | CreditedRow, sign: int = 1) -> None:
        """Count a line in (sign 1) or out (-1). A line never paid counts nowhere."""
        if row.day is None:
            return
        self.paid_fen += sign * row.paid_fen
        self.refunded_fen += sign * row.refunded_fen
        key = (
            row.day, row.township, row.shop, row.account, row.sku, row.session, row.team_shares, row.village_shares,
            row.is_provisional, row.items, row.weight_g, row.paid_fen, row.refunded_fen,
        )  # fmt: skip
        self.alike[key] = self.alike.get(key, 0) + sign
        if len(self.alike) >= MOST_ALIKE:
            self.add_up()

    def add_up(self) -> None:
        """Split what waits."""
        for (*credit, items, weight, paid, refunded), count in self.alike.items():
            if count:
                key = tuple(credit)
                if key not in self.sums:
                    self.sums[key] = Sum(self.parties, *key)
                self.sums[key].add(count, items, (weight, paid, refunded))
        self.alike = {}

    @property
    def cells(self) -> dict[Cell, list[int]]:
        """The measures of each cell, those that come to nothing among them."""
        self.add_up()
        moved: dict[Cell, list[int]] = defaultdict(lambda: [0] * len(MEASURES))
        for each in self.sums.values():
            for cell, measures in each.cells():
                add_up(moved[cell], measures)
        return moved

    def write(self) -> None:
        """Move the daily and the monthly totals, inside the caller's transaction."""
        cells = self.cells
        add_to(DailyTotal, ("day", *DIMENSIONS), cells)
        add_to(MonthlyTotal, ("month", *MONTHLY_DIMENSIONS), by_month(cells))


class Sum:
    """What the lines of one day, one credit and one split come to, party by party. Each line is split by itself."""

    def __init__(
        self, all_parties: dict[int, Shares], day: datetime.date, township: int, shop: int, account: int | None,
        sku: int | None, session: int | None, teams: int | None, villages: int | None, is_provisional: bool,
    ) -> None:  # fmt: skip
        self.of: dict[str, Any] = {
            "time": day,
            "township": township,
            "shop": shop,
            "account": account,
            "sku": sku,
            "session": session,
        }
        self.teams, self.villages = (all_parties[shares] if shares else NOBODY for shares in (teams, villages))
        self.is_provisional = is_provisional
        self.pairs = [*product(self.teams.parties, self.villages.parties)]
        self.lines = self.items = 0
        self.amounts = [[0] * len(self.pairs) for _amount in range(3)]

    def add(self, count: int, items: int, amounts: Sequence[int]) -> None:
        """Count so many lines in that are alike: each of so many items, grams, fen paid and fen refunded."""
        self.lines += count
        self.items += count * items
        for sums, amount in zip(self.amounts, amounts, strict=True):
            if amount:
                for place, part in enumerate(parted(amount, self.teams.percents, self.villages.percents)):
                    sums[place] += count * part

    def cells(self) -> Iterator[tuple[Cell, tuple[int, ...]]]:
        """Money and weight by party; lines and items go to the leaders (contracts, section 2)."""
        leaders = self.teams.leader, self.villages.leader
        for (team, village), *amounts in zip(self.pairs, *self.amounts, strict=True):
            count = (self.lines, self.items) if (team, village) == leaders else (0, 0)
            cell = Cell(**self.of, team=team, village=village)
            yield cell, (*count, *amounts, amounts[1] if self.is_provisional else 0)


@lru_cache(maxsize=1 << 16)
def parted(amount: int, teams: tuple[int, ...], villages: tuple[int, ...]) -> tuple[int, ...]:
    """The parts of an amount, first over teams, then over villages. Prices repeat, so most are known already."""
    return tuple(part for team_part in split(amount, teams) for part in split(team_part, villages))


def by_month(cells: dict[Cell, list[int]]) -> dict[Cell, list[int]]:
    """The cells of whole months."""
    monthly: dict[Cell, list[int]] = defaultdict(lambda: [0] * len(MEASURES))
    for cell, measures in cells.items():
        add_up(monthly[cell._replace(time=cell.time.replace(day=1), session=None)], measures)
    return monthly


def add_up(kept: list[int], measures: Sequence[int]) -> None:
    for place, amount in enumerate(measures):
        kept[place] += amount


def line_cells(row: LineRow, parties: dict[int, Shares]) -> Iterator[tuple[Cell, list[int]]]:
    """The cells of one line."""
    alone = Deltas(parties)
    alone.add(row)
    return ((cell, measures) for cell, measures in alone.cells.items() if any(measures))


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
