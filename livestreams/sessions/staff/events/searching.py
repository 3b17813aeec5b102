"""Events that were cancelled: they have no sessions any more, and are found by themselves."""

import datetime
from collections.abc import Mapping
from typing import Any

from django.db.models import Prefetch, Q

from livestreams.rooms.hours import moment
from livestreams.rooms.staff.changes.record import MOST_WORDS
from livestreams.sessions.models import Crew, EventTeam
from livestreams.sessions.models.events import EventQuerySet

DAY = datetime.timedelta(1)
SEARCHED = ("title", "place", "booking__room__name", "note", "cancel_reason")


def cancelled_events(rows: EventQuerySet, given: Mapping[str, Any]) -> EventQuerySet:
    """By what the form says; a platform says nothing of what was on none."""
    rows = rows.exclude(cancelled_at=None)
    if given["day_from"]:
        rows = rows.filter(starts_at__gte=moment(given["day_from"]))
    if given["day_to"]:
        rows = rows.filter(starts_at__lt=moment(given["day_to"]) + DAY)
    if given["team"]:
        rows = rows.filter(pk__in=EventTeam.objects.filter(team=given["team"]).values("event"))
    for word in given["q"].split()[:MOST_WORDS]:
        rows = rows.filter(stands_in(word))
    rows = rows.select_related("booking__room").prefetch_related(
        Prefetch("parts", EventTeam.objects.select_related("team"))
    )
    return rows.order_by("-starts_at", "-pk")


def stands_in(word: str) -> Q:
    """Where a word may stand: in the event, a team's name, or the name of somebody who was to work in it."""
    condition = Q()
    for path in SEARCHED:
        condition |= Q(**{f"{path}__icontains": word})
    crew = Crew.objects.filter(Q(person__display_name__icontains=word) | Q(person__username__icontains=word))
    parts = EventTeam.objects.filter(team__name__icontains=word)
    return condition | Q(pk__in=crew.values("event")) | Q(pk__in=parts.values("event"))
