"""Bookings of a person's teams as a calendar that phones subscribe to. Rooms, teams and times; no person's name."""

import datetime
from collections.abc import Iterable
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Count, Max
from django.utils import timezone
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from livestreams.rooms.models import Occupancy
from livestreams.rooms.sweeping import settle_where
from zhunong.access.models import User

LOOK_BACK = datetime.timedelta(days=30)
Ended, Kind = Occupancy.Ended, Occupancy.Kind


def calendar_of(person: User, now: datetime.datetime | None = None) -> bytes:
    """Of the last days and all that is to come. The same bookings give the same bytes."""
    own = Occupancy.objects.bookings().of_person(person)
    settle_where(own)
    rows = own.filter(ends_at__gte=(now or timezone.now()) - LOOK_BACK).exclude(ended=Ended.SKIPPED)
    rows = rows.annotate(revisions=Count("changes"), changed_at=Max("changes__at"))
    return as_calendar(rows.select_related("room", "team").order_by("starts_at", "pk"))


def as_calendar(rows: Iterable[Occupancy]) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", "-//zhunong//rooms//ZH")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", _("Room bookings"))
    calendar.add("x-wr-timezone", settings.TIME_ZONE)
    calendar.add("refresh-interval", datetime.timedelta(hours=1), parameters={"value": "DURATION"})
    calendar.add("x-published-ttl", "PT1H")
    for row in rows:
        calendar.add_component(event_of(row))
    return calendar.to_ical()


def event_of(row: Occupancy) -> Event:
    """Times are in UTC, which no phone can misread. `row`: with `revisions` and `changed_at`."""
    event = Event()
    event.add("uid", f"booking-{row.pk}@{urlsplit(settings.PUBLIC_URL).hostname}")
    event.add("summary", " · ".join([row.room.name, str(row.team), row.get_purpose_display()]))
    event.add("location", " · ".join(filter(None, [row.room.place, row.room.name])))
    event.add("dtstart", row.starts_at.astimezone(datetime.UTC))
    event.add("dtend", row.ends_at.astimezone(datetime.UTC))
    changed_at = row.changed_at or row.booked_at  # type: ignore[attr-defined]
    for name in ("dtstamp", "last-modified"):
        event.add(name, changed_at.astimezone(datetime.UTC))
    event.add("created", row.booked_at.astimezone(datetime.UTC))
    event.add("sequence", row.revisions)  # type: ignore[attr-defined]
    event.add("status", status_of(row))
    return event


def status_of(row: Occupancy) -> str:
    """What has run out counts as over even where a busy book could not be swept."""
    if not row.stands:
        return "CANCELLED"
    return "TENTATIVE" if row.kind == Kind.REQUEST else "CONFIRMED"
