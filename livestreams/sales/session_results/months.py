"""The sessions of a team month by month, by the month in which they began, Beijing time."""

import datetime
from typing import Any, NamedTuple

from django.db.models import Count, DurationField, ExpressionWrapper, F, Q, Sum
from django.db.models.functions import TruncMonth
from django.utils import timezone

from livestreams.sales.models import DailyTotal
from livestreams.sales.session_results.sums import Sold
from livestreams.sales.times import BEIJING
from livestreams.sessions.models import SessionQuerySet
from livestreams.teams.models import Team

MONTHS = 12
SECONDS_A_MINUTE = 60
LENGTH = ExpressionWrapper(F("ended_at") - F("started_at"), output_field=DurationField())


class MonthOf(NamedTuple):
    """The sessions that began in a month, whole fen; `part` is the team's own, None = nothing sold is known."""

    first: datetime.date
    sessions: int
    minutes: int
    whole: Sold | None
    part: Sold | None


def months_of(held: SessionQuerySet, team: Team) -> list[MonthOf]:
    """The last twelve months up to this one, from the first with a session. Two queries."""
    months = months_back(timezone.now().astimezone(BEIJING).date())[::-1]
    since = datetime.datetime.combine(months[0], datetime.time(), BEIJING)
    sessions = held.filter(started_at__gte=since).order_by()
    counted = sessions.annotate(month=TruncMonth("started_at", tzinfo=BEIJING)).values("month")
    lengths = {row["month"].date(): row for row in counted.annotate(number=Count("pk"), length=Sum(LENGTH))}
    sold = sold_by_month(sessions, team)
    rows = [month_of(first, lengths.get(first), sold.get(first)) for first in months]
    begun = next((place for place, row in enumerate(rows) if row.sessions), len(rows))
    return rows[begun:]


def months_back(day: datetime.date) -> list[datetime.date]:
    first, found = day.replace(day=1), []
    for _month in range(MONTHS):
        found.append(first)
        first = (first - datetime.timedelta(1)).replace(day=1)
    return found


def sold_by_month(sessions: SessionQuerySet, team: Team) -> dict[datetime.date, tuple[Sold, Sold]]:
    """(whole, the team's part) by the month in which the session began."""
    names = Sold._fields
    sums = {f"all_{name}": Sum(name) for name in names}
    sums |= {f"own_{name}": Sum(name, filter=Q(team=team), default=0) for name in names}
    totals = DailyTotal.objects.filter(session__in=sessions.values("pk")).order_by()
    rows: Any = (
        totals.annotate(month=TruncMonth("session__started_at", tzinfo=BEIJING)).values("month").annotate(**sums)
    )
    return {
        row["month"].date(): (Sold(*(row[f"all_{n}"] for n in names)), Sold(*(row[f"own_{n}"] for n in names)))
        for row in rows
    }


def month_of(first: datetime.date, counted: dict | None, sold: tuple[Sold, Sold] | None) -> MonthOf:
    whole, part = sold or (None, None)
    length = counted["length"] if counted else datetime.timedelta()
    return MonthOf(
        first, counted["number"] if counted else 0, round(length.total_seconds() / SECONDS_A_MINUTE), whole, part
    )
