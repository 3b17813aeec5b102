"""Months, in addresses as `2026-06`."""

import datetime
import re
from dataclasses import dataclass

from django.utils import timezone
from django.utils.formats import date_format

from livestreams.rooms.hours import Span, moment

WRITTEN = re.compile(r"(\d{4})-(0[1-9]|1[0-2])", re.ASCII)
SINCE = 2000
"""No booking is older; such a year is a slip of the keyboard."""
ONE_DAY = datetime.timedelta(1)


@dataclass(frozen=True)
class Month:
    first: datetime.date

    def __str__(self) -> str:
        return date_format(self.first, "YEAR_MONTH_FORMAT")

    @property
    def key(self) -> str:
        return f"{self.first:%Y-%m}"

    @property
    def before(self) -> "Month":
        return Month((self.first - ONE_DAY).replace(day=1))

    @property
    def following(self) -> "Month":
        return Month((self.first + 31 * ONE_DAY).replace(day=1))

    @property
    def after(self) -> "Month | None":
        """None where it has not begun yet."""
        return self.following if self.following.first <= timezone.localdate() else None

    @property
    def span(self) -> Span:
        return Span(moment(self.first), moment(self.following.first))

    def of_the_year(self) -> list["Month"]:
        """The months of its year, from January on."""
        return [Month(self.first.replace(month=number)) for number in range(1, 13)]


def this_month() -> Month:
    return Month(timezone.localdate().replace(day=1))


def asked_month(text: str) -> Month:
    """The month of an address; this one where it names none that there can be."""
    written = WRITTEN.fullmatch(text)
    if not written or int(written[1]) < SINCE:
        return this_month()
    return Month(min(datetime.date(int(written[1]), int(written[2]), 1), this_month().first))
