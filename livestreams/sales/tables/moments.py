"""Raw cells to days and to times in Beijing (contracts, section 1)."""

import re
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils.translation import gettext as _

from livestreams.sales.tables.cells import BadCell
from livestreams.sales.times import BEIJING

DAY = r"(\d{4})(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})日?"
WRITTEN_DAY = re.compile(rf"{DAY}(?:[ T]+0{{1,2}}:00(?::00)?)?", re.ASCII)
WRITTEN_MOMENT = re.compile(rf"{DAY}[ T]+(\d{{1,2}}):(\d{{1,2}})(?::(\d{{1,2}}))?", re.ASCII)
FIRST_YEAR = 1950
"""What lies before is a slip of the pen, or a spreadsheet's day number 0."""
HALF_A_SECOND = timedelta(microseconds=500_000)


def day(raw: Any) -> date:
    """A day, as `2026-05-29`, `2026/5/29` or a date cell."""
    found = day_cell(raw) if isinstance(raw, date) else written_day(str(raw))
    if found is None or found.year < FIRST_YEAR:
        raise BadCell(_("“%(value)s” is not a day; write it like 2026-05-29") % {"value": raw})
    return found


def day_cell(raw: date) -> date | None:
    """A workbook's own date; a time of day within it says that something else was meant."""
    if isinstance(raw, datetime):
        return raw.date() if raw.time() == time() else None
    return raw


def written_day(text: str) -> date | None:
    match = WRITTEN_DAY.fullmatch(text)
    if match is None:
        return None
    year, month, number = map(int, match.groups())
    try:
        return date(year, month, number)
    except ValueError:
        return None


def moment(raw: Any) -> datetime:
    """A time in Beijing, as `2026-05-29 20:00:00`, `2026/5/29 20:00` or a date cell."""
    found = moment_cell(raw) if isinstance(raw, date) else written_moment(str(raw))
    if found is None or found.year < FIRST_YEAR:
        raise BadCell(_("“%(value)s” is not a time; write it like 2026-05-29 20:00:00") % {"value": raw})
    return found.replace(tzinfo=BEIJING)


def moment_cell(raw: date) -> datetime:
    """A workbook's own time, to the second; one at midnight comes as a mere date."""
    if isinstance(raw, datetime):
        return (raw + HALF_A_SECOND).replace(microsecond=0)
    return datetime.combine(raw, time())


def written_moment(text: str) -> datetime | None:
    match = WRITTEN_MOMENT.fullmatch(text)
    if match is None:
        return None
    year, month, number, hour, minute, second = (int(part or 0) for part in match.groups())
    try:
        return datetime(year, month, number, hour, minute, second)
    except ValueError:
        return None
