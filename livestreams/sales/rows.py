"""A line as a bare tuple, as the database's driver takes and gives it: the coin of all bulk work."""

import datetime
from collections.abc import Sequence
from typing import NamedTuple

from django.db import connection

from livestreams.sales.bulk import column_names
from livestreams.sales.crediting import Credit
from livestreams.sales.facts import Article, Facts
from livestreams.sales.models import Line
from livestreams.sales.times import from_row, to_row
from livestreams.teams.models import Account


class LineRow(NamedTuple):
    """All columns of a line but its primary key, named as the model's fields."""

    township: int
    shop: int
    platform: str
    key: str
    order_no: str
    placed_at: datetime.datetime | None
    paid_at: datetime.datetime | None
    day: datetime.date | None
    items: int
    paid_fen: int
    refunded_fen: int
    refund_rule: str
    refunded_on: datetime.date | None
    streamer: str
    nickname: str
    mark: str
    province: str
    listing: int
    account: int | None
    is_stranger: bool
    is_provisional: bool
    session: int | None
    team_shares: int | None
    village_shares: int | None
    sku: int | None
    weight_g: int


def line_row(shop: Account, platform: str, key: str, facts: Facts, listing: int, credit: Credit) -> LineRow:
    """The row of a line from what is known of it and whom it is credited to."""
    return LineRow(
        shop.township_id, shop.pk, platform, key, facts.order_no, to_row(facts.placed_at), to_row(facts.paid_at),
        as_day(facts.paid_at), facts.items, facts.paid_fen, facts.refunded_fen, facts.refund_rule,
        as_day(facts.refunded_on), facts.streamer, facts.nickname, facts.mark, facts.province, listing, *credit,
    )  # fmt: skip


def as_day(text: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(text[:10]) if text else None


def facts_of(row: LineRow, article: Article) -> Facts:
    """The facts that a row was made of."""
    return Facts(
        order_no=row.order_no,
        placed_at=from_row(row.placed_at),
        paid_at=from_row(row.paid_at),
        items=row.items,
        paid_fen=row.paid_fen,
        refunded_fen=row.refunded_fen,
        refund_rule=row.refund_rule,
        refunded_on=row.refunded_on.isoformat() if row.refunded_on else None,
        streamer=row.streamer,
        nickname=row.nickname,
        mark=row.mark,
        province=row.province,
        article=article,
    )


def select_rows(where: str, params: Sequence, table: str = Line._meta.db_table) -> list[LineRow]:
    """Line rows by an SQL condition of our own making; values travel as parameters."""
    columns = ", ".join(column_names(Line, LineRow._fields))
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {columns} FROM {connection.ops.quote_name(table)} WHERE {where}", params)
        return [LineRow(*row) for row in cursor.fetchall()]


def rows_by_key(platform: str, keys: Sequence[str]) -> dict[str, LineRow]:
    """The lines of a platform that bear these keys."""
    places = ", ".join(["%s"] * len(keys))
    return {row.key: row for row in select_rows(f"platform = %s AND key IN ({places})", [platform, *keys])}
