"""Raw cells to `YYYY-MM-DD HH:MM:SS`, Beijing time as written; no zone is ever applied."""

import re
from datetime import date, datetime, time, timedelta
from typing import Any
from unicodedata import normalize

from livestreams.sales.reading.bad_rows import Unreadable
from livestreams.sales.reading.cells import BLANKS, JUNK, clean

WRITTEN = re.compile(
    r"(\d{4})\s*(?:[-/.]|年)\s*(\d{1,2})\s*(?:[-/.]|月)\s*(\d{1,2})\s*日?"
    r"(?:[T\s]*(\d{1,2})\s*[:时点]\s*(\d{1,2})\s*(?:[:分]\s*(?:(\d{1,2})(?:\.\d+)?\s*秒?)?)?)?(?:\+08:?00)?",
    re.ASCII,
)
CLOCK = re.compile(r"\d{1,2}:\d{1,2}(?::\d{1,2})?", re.ASCII)
SERIAL = re.compile(r"\d{5}(?:\.\d+)?", re.ASCII)
SERIAL_EPOCH = datetime(1899, 12, 30)
FIRST_SERIAL, LAST_SERIAL = 36526, 73051
"""The first day of 2000 and of 2100, as spreadsheets number days."""
FIRST_YEAR, LAST_YEAR = 2000, 2099

known_days: set[str] = set()
known_clocks: set[str] = set()


def moment(value: Any) -> str | None:
    """The cell as a time, None if blank. Raises `Unreadable`."""
    if value.__class__ is not str:
        return moment_of(value)
    cleaned = value.strip(JUNK)
    if len(cleaned) == 19 and cleaned[11:] in known_clocks and cleaned[:11] in known_days:
        return cleaned
    return written(cleaned)


def written(raw: str) -> str | None:
    cleaned = clean(raw)
    if cleaned in BLANKS:
        return None
    match = WRITTEN.fullmatch(normalize("NFKC", cleaned))
    if match:
        found = checked(*(int(part or 0) for part in match.groups()))
        remember(found)
        return found
    if SERIAL.fullmatch(cleaned):
        return from_serial(float(cleaned))
    raise Unreadable("time")


def checked(year: int, month: int, day: int, hour: int, minute: int, second: int) -> str:
    try:
        found = datetime(year, month, day, hour, minute, second)
    except ValueError:
        raise Unreadable("day") from None
    return in_range(found)


def in_range(found: datetime) -> str:
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise Unreadable("day")
    return found.isoformat(" ", "seconds")


def remember(found: str) -> None:
    """Days and clock times repeat, so that checking most times is two look-ups; both sets are bounded by nature."""
    known_days.add(found[:11])
    known_clocks.add(found[11:])


def moment_of(value: Any) -> str | None:
    """A workbook's own time, or a number of days."""
    match value:
        case None:
            return None
        case datetime():
            return in_range((value + timedelta(microseconds=500_000)).replace(microsecond=0, tzinfo=None))
        case date():
            return in_range(datetime(value.year, value.month, value.day))
        case int() | float() if not isinstance(value, bool):
            return from_serial(float(value))
    raise Unreadable("time")


def from_serial(days: float) -> str:
    if not FIRST_SERIAL <= days < LAST_SERIAL:
        raise Unreadable("time")
    return in_range(SERIAL_EPOCH + timedelta(seconds=round(days * 86400)))


def clock_only(value: Any) -> str | None:
    """`H:MM:SS` where the cell holds a time of day without its day, else None."""
    if value.__class__ is str:
        cleaned = clean(value)
        return cleaned if CLOCK.fullmatch(cleaned) else None
    if isinstance(value, time):
        return value.isoformat("seconds")
    if isinstance(value, float) and 0 < value < 1:
        value = timedelta(seconds=round(value * 86400))
    return str(value).partition(".")[0] if isinstance(value, timedelta) and value < timedelta(days=1) else None


def on_day(day: Any, value: Any) -> Any:
    """The raw time cell with its day put before it, where it has none of its own."""
    clock = clock_only(value)
    if clock is None:
        return value
    known = moment(day)
    return f"{known[:10]} {clock}" if known else value
