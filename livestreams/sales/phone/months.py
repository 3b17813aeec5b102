"""The month that a personal page is about, in its address as `?month=2026-06`."""

import datetime
import re
from dataclasses import dataclass

from django.utils.formats import date_format

from livestreams.sales.staff.totals.periods import month_end, today

WRITTEN = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")
SINCE = 2000
"""No sale is older; such a year is a slip of the keyboard."""


@dataclass(frozen=True)
class Month:
    """A month of payment days, Beijing time."""

    first: datetime.date

    def __str__(self) -> str:
        return date_format(self.first, "YEAR_MONTH_FORMAT")

    @property
    def last(self) -> datetime.date:
        return month_end(self.first)

    @property
    def key(self) -> str:
        return f"{self.first:%Y-%m}"

    def days(self, day: str) -> tuple[datetime.date, datetime.date]:
        """First and last day: of the month, or the one day of it that an address names (`2026-06-01`)."""
        for number in range(1, self.last.day + 1):
            if day == (one := self.first.replace(day=number)).isoformat():
                return one, one
        return self.first, self.last

    @property
    def before(self) -> "Month":
        return Month((self.first - datetime.timedelta(1)).replace(day=1))

    @property
    def after(self) -> "Month | None":
        """None where it has not begun yet."""
        following = self.last + datetime.timedelta(1)
        return Month(following) if following <= today() else None


def this_month() -> Month:
    return Month(today().replace(day=1))


def asked_month(text: str) -> Month:
    """The month of an address; this one where it names none that there can be."""
    written = WRITTEN.fullmatch(text)
    if not written or int(written[1]) < SINCE:
        return this_month()
    return Month(min(datetime.date(int(written[1]), int(written[2]), 1), this_month().first))
