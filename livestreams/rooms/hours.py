"""Opening hours of weekdays, laid over days."""

import datetime
from collections.abc import Iterable
from typing import NamedTuple

from django.utils import timezone

from livestreams.rooms.models import OpeningHours


class Span(NamedTuple):
    """[begin, end), aware."""

    begin: datetime.datetime
    end: datetime.datetime


def open_spans(hours: Iterable[OpeningHours], first: datetime.date, days: int) -> list[Span]:
    """When a room is open on `days` days from the first on, in order; what adjoins is one span.

    The day before counts too: its last hours may end after midnight.
    """
    by_weekday: dict[int, list[OpeningHours]] = {}
    for each in hours:
        by_weekday.setdefault(each.weekday, []).append(each)
    found = [
        span_of(each, first + datetime.timedelta(offset))
        for offset in range(-1, days)
        for each in by_weekday.get((first + datetime.timedelta(offset)).weekday(), ())
    ]
    return merged(sorted(found))


def span_of(hours: OpeningHours, day: datetime.date) -> Span:
    """What closes by its opening time closes on the next day."""
    next_day = day + datetime.timedelta(1) if hours.closes <= hours.opens else day
    return Span(moment(day, hours.opens), moment(next_day, hours.closes))


def merged(spans: Iterable[Span]) -> list[Span]:
    joined: list[Span] = []
    for span in spans:
        if joined and span.begin <= joined[-1].end:
            joined[-1] = Span(joined[-1].begin, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def moment(day: datetime.date, time: datetime.time = datetime.time()) -> datetime.datetime:
    """A time of day of the site's zone."""
    return timezone.make_aware(datetime.datetime.combine(day, time))


def monday_of(when: datetime.datetime) -> datetime.datetime:
    """Midnight at which the week of a moment begins."""
    day = timezone.localtime(when).date()
    return moment(day - datetime.timedelta(day.weekday()))
