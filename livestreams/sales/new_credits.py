"""Lines of which nothing but the credit changes: read narrowly, written by a few statements, staged nowhere."""

import datetime
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from django.db import connection

from livestreams.sales.bulk import column_names
from livestreams.sales.crediting import Credit
from livestreams.sales.models import Line

Change = tuple[tuple[str, int | bool | None], ...]
"""(field, new value) of a line's credit."""
KEYS_AT_ONCE = 5000


class CreditedRow(NamedTuple):
    """What crediting asks of a line, and its credit, named as the model's fields."""

    pk: int
    placed_at: str | None
    """Beijing text, unlike that of a `LineRow`."""
    township: int
    shop: int
    key: str
    day: datetime.date | None
    items: int
    paid_fen: int
    refunded_fen: int
    refund_rule: str
    streamer: str
    nickname: str
    mark: str
    listing: int
    account: int | None
    is_stranger: bool
    is_provisional: bool
    session: int | None
    team_shares: int | None
    village_shares: int | None
    sku: int | None
    weight_g: int


CREDIT_PLACE = len(CreditedRow._fields) - len(Credit._fields)
BEIJING_TEXT = {
    "sqlite": "datetime(placed_at, '+8 hours')",
    "postgresql": "to_char(placed_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI:SS')",
}
"""As `times.from_row`, many times faster."""
DAY = {"sqlite": "CAST(day AS TEXT)", "postgresql": "day"}
"""A text is made into a day once for all lines of it; the driver would do it line by line."""
DAY_PLACE = CreditedRow._fields.index("day")


def credited_rows(where: str, params: Sequence) -> list[CreditedRow]:
    """Lines by an SQL condition of our own making; values travel as parameters."""
    columns = ["id", BEIJING_TEXT[connection.vendor], *column_names(Line, CreditedRow._fields[2:])]
    columns[DAY_PLACE] = DAY[connection.vendor]
    table = connection.ops.quote_name(Line._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(columns)} FROM {table} WHERE {where}", params)
        rows = cursor.fetchall()
    if connection.vendor == "sqlite":
        rows = [(*row[:DAY_PLACE], as_day(row[DAY_PLACE]), *row[DAY_PLACE + 1 :]) for row in rows]
    return list(map(CreditedRow._make, rows))


@lru_cache(maxsize=10_000)
def as_day(text: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text else None


class NewCredits:
    """Primary keys of lines by what changes in their credit."""

    def __init__(self) -> None:
        self.lines: dict[Change, list[int]] = defaultdict(list)
        self.paid = self.net_fen = 0
        """How many of them are paid, and their net."""

    def __len__(self) -> int:
        return sum(map(len, self.lines.values()))

    def note(self, old: CreditedRow, new: CreditedRow) -> None:
        self.lines[change_of(old[CREDIT_PLACE:], new[CREDIT_PLACE:])].append(old.pk)
        if old.day:
            self.paid += 1
            self.net_fen += old.paid_fen - old.refunded_fen

    def write(self) -> None:
        """Make it true, inside the caller's transaction."""
        for change, pks in self.lines.items():
            for start in range(0, len(pks), KEYS_AT_ONCE):
                update(change, pks[start : start + KEYS_AT_ONCE])


@lru_cache(maxsize=10_000)
def change_of(before: tuple, after: tuple) -> Change:
    pairs = zip(Credit._fields, before, after, strict=True)
    return tuple((name, new) for name, old, new in pairs if old != new)


def update(change: Change, pks: Sequence[int]) -> None:
    fields, values = zip(*change, strict=True)
    settings = ", ".join(f"{column} = %s" for column in column_names(Line, fields))
    places = ", ".join(["%s"] * len(pks))
    table = connection.ops.quote_name(Line._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE {table} SET {settings} WHERE id IN ({places})", [*values, *pks])
