"""Times of order files: Beijing time as text in files and sightings, UTC in the database."""

import datetime
from functools import cache
from zoneinfo import ZoneInfo

from django.db import connection

BEIJING = ZoneInfo("Asia/Shanghai")
OFFSET = datetime.timedelta(hours=8)  # no summer time since 1991


def as_aware(text: str) -> datetime.datetime:
    """`2026-05-31 00:17:36` in Beijing as an aware time."""
    return datetime.datetime.fromisoformat(text).replace(tzinfo=BEIJING)


def as_text(moment: datetime.datetime) -> str:
    """An aware time as Beijing text to the second."""
    return moment.astimezone(BEIJING).strftime("%Y-%m-%d %H:%M:%S")


def to_row(text: str | None) -> datetime.datetime | None:
    """Beijing text as the database's driver takes and gives it: aware on PostgreSQL, naive UTC on SQLite."""
    if text is None:
        return None
    moment = datetime.datetime.fromisoformat(text) - OFFSET
    return moment.replace(tzinfo=datetime.UTC) if drivers_times_are_aware() else moment


@cache
def drivers_times_are_aware() -> bool:
    return connection.vendor == "postgresql"


def from_row(moment: datetime.datetime | None) -> str | None:
    """The driver's time as Beijing text; the inverse of `to_row`."""
    if moment is None:
        return None
    return (
        (moment.astimezone(datetime.UTC) + OFFSET).strftime("%Y-%m-%d %H:%M:%S")
        if moment.tzinfo
        else str(moment + OFFSET)
    )
