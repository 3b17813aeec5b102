"""What takes rooms, and when they are not open, as the calendar in the browser wants it."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from livestreams.rooms.changing import OF_TEAMS
from livestreams.rooms.hours import Span, open_spans
from livestreams.rooms.models import Occupancy, OpeningHours, Room
from livestreams.rooms.staff.bookings.showing import KIND_WORDS, MARKS, short_name, whose
from livestreams.rooms.sweeping import settle_where
from zhunong.access.models import User

Kind = Occupancy.Kind


def standing(user: User, rooms: Iterable[Room], begin: datetime.datetime, end: datetime.datetime) -> list[Occupancy]:
    """What takes these rooms in [begin, end), in order; what has run out is swept. One query where nothing has."""
    unended = Occupancy.objects.visible_to(user).filter(room__in=rooms, ended="").between(begin, end)
    shown = unended.select_related("room", "team").order_by("starts_at", "pk")
    rows = list(shown)
    if all(row.stands for row in rows):
        return rows
    settle_where(unended)
    return list(shown.live())


def events(rows: Iterable[Occupancy], may_move: bool) -> Iterator[dict[str, Any]]:
    for row in rows:
        yield event(row, may_move)
        if row.blocked_until > row.ends_at:
            yield background(row.room_id, Span(row.ends_at, row.blocked_until), "is-tidying", _("tidying up"))


def event(row: Occupancy, may_move: bool) -> dict[str, Any]:
    """Times without a zone: the calendar shows the site's, wherever the reader's clock is."""
    can_move = may_move and row.kind in OF_TEAMS and not row.is_over
    return {
        "id": str(row.pk),
        "resourceIds": [str(row.room_id)],
        "start": told_moment(row.starts_at),
        "end": told_moment(row.ends_at),
        "title": whose(row),
        "startEditable": can_move,
        "durationEditable": can_move,
        "classNames": [f"is-{row.kind}", *(["is-over"] if row.is_over else [])],
        "extendedProps": {
            "url": reverse("rooms:booking", args=[row.pk]),
            "move": reverse("rooms:move", args=[row.pk]) if can_move else "",
            "mark": MARKS[Kind(row.kind)],
            "short": short_name(whose(row)),
            "room": str(row.room),
            "note": note_of(row),
            "repeats": bool(row.series_id),
        },
    }


def note_of(row: Occupancy) -> str:
    """What it is for, or of what other kind it is."""
    return row.get_purpose_display() if row.kind == Kind.BOOKING else str(KIND_WORDS[Kind(row.kind)])


def shut(rooms: Iterable[Room], begin: datetime.datetime, end: datetime.datetime) -> Iterator[dict[str, Any]]:
    """When the rooms are not open. One query."""
    rooms = list(rooms)
    hours = defaultdict(list)
    for each in OpeningHours.objects.filter(room__in=rooms):
        hours[each.room_id].append(each)
    first = timezone.localtime(begin).date()
    days = (timezone.localtime(end).date() - first).days + 1
    for room in rooms:
        for span in gaps(open_spans(hours[room.pk], first, days), begin, end):
            yield background(room.pk, span, "is-shut", _("not open"))


def gaps(spans: Iterable[Span], begin: datetime.datetime, end: datetime.datetime) -> Iterator[Span]:
    """What spans in order leave free of [begin, end)."""
    at = begin
    for span in spans:
        if at < min(span.begin, end):
            yield Span(at, min(span.begin, end))
        at = max(at, span.end)
    if at < end:
        yield Span(at, end)


def background(room: int, span: Span, name: str, title: str) -> dict[str, Any]:
    return {
        "resourceIds": [str(room)],
        "start": told_moment(span.begin),
        "end": told_moment(span.end),
        "title": title,
        "display": "background",
        "classNames": [name],
    }


def told_moment(when: datetime.datetime) -> str:
    return f"{timezone.localtime(when):%Y-%m-%dT%H:%M}"
