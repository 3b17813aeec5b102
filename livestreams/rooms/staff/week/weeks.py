"""Which week is looked at."""

import datetime
from dataclasses import dataclass
from typing import Self

from django.utils import timezone

from livestreams.rooms.hours import moment

YEARS = range(2000, 2100)
WEEK = datetime.timedelta(7)


@dataclass(frozen=True)
class Week:
    """From Monday to Sunday."""

    monday: datetime.date

    @classmethod
    def of(cls, text: str) -> Self:
        """The week of a day as an address names it; of today where it names none."""
        try:
            day = datetime.date.fromisoformat(text)
        except ValueError:
            day = timezone.localdate()
        day = day if day.year in YEARS else timezone.localdate()
        return cls(day - datetime.timedelta(day.weekday()))

    @property
    def days(self) -> list[datetime.date]:
        return [self.monday + datetime.timedelta(number) for number in range(7)]

    @property
    def sunday(self) -> datetime.date:
        return self.days[-1]

    @property
    def begin(self) -> datetime.datetime:
        return moment(self.monday)

    @property
    def end(self) -> datetime.datetime:
        return moment(self.monday + WEEK)

    @property
    def earlier(self) -> datetime.date:
        return self.monday - WEEK

    @property
    def later(self) -> datetime.date:
        return self.monday + WEEK

    @property
    def is_this(self) -> bool:
        return self.monday <= timezone.localdate() <= self.sunday
