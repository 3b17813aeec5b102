"""The days of a month as bars, each with its figures in the table beside it."""

import datetime
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from livestreams.sales.phone.months import Month
from livestreams.sales.totals import Key, TotalRow


class Bar(NamedTuple):
    """One day: its figures (None = nothing sold), and its height in per cent of the best day."""

    day: datetime.date
    total: TotalRow | None
    part: int


def bars_of(month: Month, totals: Iterable[TotalRow]) -> list[Bar]:
    """Every day of the month up to the last one with sales; rows are keyed by day (`2026-06-01`)."""
    by_day = {row.keys[0]: row for row in totals}
    if not by_day:
        return []
    greatest = max(row.net_fen for row in by_day.values())
    bars = [bar_of(month.first.replace(day=number), by_day, greatest) for number in range(1, month.last.day + 1)]
    last = max(bar.day for bar in bars if bar.total)
    return [bar for bar in bars if bar.day <= last]


def bar_of(day: datetime.date, by_day: Mapping[Key, TotalRow], greatest: int) -> Bar:
    """A day with more refunds than sales has no height; its figures say so."""
    total = by_day.get(day.isoformat())
    if total is None or total.net_fen <= 0:
        return Bar(day, total, 0)
    return Bar(day, total, max(round(100 * total.net_fen / greatest), 1))
