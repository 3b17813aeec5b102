"""The register of use: which team had rooms for how long, and for what. Whole minutes inside, hours at the edge."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

from django.db.models import Count, DurationField, ExpressionWrapper, F, Sum
from django.db.models.functions import TruncMonth
from django.utils import timezone

from livestreams.rooms.models import Occupancy
from livestreams.rooms.models.occupancies import OccupancyQuerySet
from livestreams.rooms.months import Month
from livestreams.rooms.timetables import MINUTE

TIME = ExpressionWrapper(F("ends_at") - F("starts_at"), output_field=DurationField())
"""Of a booking, without its turn-around."""


@dataclass
class Use:
    """How much something was used."""

    bookings: int = 0
    minutes: int = 0
    by_purpose: dict[str, int] = field(default_factory=dict)
    """Minutes."""

    @property
    def hours(self) -> str:
        return hours(self.minutes)

    def add(self, purpose: str, bookings: int, minutes: int) -> None:
        self.bookings += bookings
        self.minutes += minutes
        self.by_purpose[purpose] = self.by_purpose.get(purpose, 0) + minutes


@dataclass
class TeamUse(Use):
    team: str = ""
    township: str = ""


def stood(rows: OccupancyQuerySet, now: datetime.datetime | None = None) -> OccupancyQuerySet:
    """Bookings that were neither cancelled nor released, and have begun."""
    return rows.filter(kind=Occupancy.Kind.BOOKING, ended="", starts_at__lte=now or timezone.now())


def in_month(rows: OccupancyQuerySet, month: Month) -> OccupancyQuerySet:
    """One over midnight of the month's end counts in the month in which it starts."""
    return rows.filter(starts_at__gte=month.span.begin, starts_at__lt=month.span.end)


def by_month(rows: OccupancyQuerySet, year_of: Month) -> dict[Month, list[TeamUse]]:
    """The months of a year, each with its teams, the longest first: one query, however much there was."""
    months = year_of.of_the_year()
    found: dict[Month, dict[int, TeamUse]] = {month: {} for month in months}
    of_year = rows.filter(starts_at__gte=months[0].span.begin, starts_at__lt=months[-1].span.end).order_by()
    keys = ("month", "team", "team__name", "team__township__name", "purpose")
    for begin, team, name, township, purpose, bookings, time in (
        of_year.annotate(month=TruncMonth("starts_at"))
        .values_list(*keys)
        .annotate(bookings=Count("pk"), time=Sum(TIME))
    ):  # fmt: skip
        teams = found[Month(timezone.localtime(begin).date())]
        teams.setdefault(team, TeamUse(team=name, township=township)).add(purpose, bookings, time // MINUTE)
    return {month: sorted(teams.values(), key=longest_first) for month, teams in found.items()}


def longest_first(use: TeamUse) -> tuple[int, str]:
    return -use.minutes, use.team


def total(uses: Iterable[Use]) -> Use:
    whole = Use()
    for use in uses:
        whole.bookings += use.bookings
        whole.minutes += use.minutes
        for purpose, minutes in use.by_purpose.items():
            whole.by_purpose[purpose] = whole.by_purpose.get(purpose, 0) + minutes
    return whole


def hours(minutes: int) -> str:
    """With one decimal. Sums are made of minutes, so that they are right where rounded parts would not add up."""
    return f"{(Decimal(minutes) / 60).quantize(Decimal('0.1'), ROUND_HALF_UP):,}"
