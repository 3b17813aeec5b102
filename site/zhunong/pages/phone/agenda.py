"""Today and next: what is on for a person's teams: events and their sessions beside bookings of rooms."""

import datetime
from collections.abc import Sequence
from typing import NamedTuple

from django.db.models import Q, Sum
from django.urls import reverse
from django.utils import timezone

from livestreams.rooms.phone.notices import bookings_from
from livestreams.rooms.words import state_words
from livestreams.sales.times import BEIJING
from livestreams.sessions.models import Session, SessionShare
from livestreams.sessions.words import account_words
from livestreams.teams.models import Ownership, Team

MOST = 6
ACCOUNTS = 4
"""On which an event usually is."""


class Entry(NamedTuple):
    """One thing that is on: where it stands in time, what it is and with whom."""

    starts: datetime.datetime
    ends: datetime.datetime
    title: str
    where: str
    percent: int = 100
    """Our teams' part of it; 100 = all ours."""
    link: str = ""
    booking: int | None = None
    """Of an event in a booked room: the booking, which is not told twice."""

    @property
    def is_on(self) -> bool:
        return self.starts <= timezone.now() < self.ends

    @property
    def is_over(self) -> bool:
        return self.ends <= timezone.now()

    @property
    def day(self) -> datetime.date:
        return self.starts.astimezone(BEIJING).date()


class Agenda(NamedTuple):
    today: list[Entry]
    later: list[Entry]


def agenda_of(teams: Sequence[Team]) -> Agenda:
    """What of today has been, is or will be, and what comes after it."""
    today = timezone.now().astimezone(BEIJING).date()
    planned = sessions(teams, today)
    told = {entry.booking for entry in planned}
    entries = sorted([*(entry for entry in bookings(teams, today) if entry.booking not in told), *planned])
    is_today = [entry.day <= today for entry in entries]
    return Agenda(
        [entry for entry, now in zip(entries, is_today, strict=True) if now],
        [entry for entry, now in zip(entries, is_today, strict=True) if not now],
    )


def sessions(teams: Sequence[Team], day: datetime.date) -> list[Entry]:
    """Sessions done for these teams, those of one event together; where a session names no team, those of accounts that
    the teams own on the day."""
    if not teams:
        return []
    shared = SessionShare.objects.filter(team__in=teams)
    owned = Ownership.objects.filter(team__in=teams).on(day).values("account")
    found = (
        Session.objects.filter(Q(pk__in=shared.values("session")) | Q(shares=None, account__in=owned))
        .filter(ended_at__gt=datetime.datetime.combine(day, datetime.time(), BEIJING))
        .annotate(percent=Sum("shares__percent", filter=Q(shares__team__in=teams), default=100))
        .select_related("account", "event__booking__room")
        .order_by("started_at", "pk")[: MOST * ACCOUNTS]
    )
    together: dict[tuple[bool, int], list[Session]] = {}
    for session in found:
        together.setdefault((bool(session.event_id), session.event_id or session.pk), []).append(session)
    return [entry_of(each) for each in together.values()][:MOST]


def bookings(teams: Sequence[Team], day: datetime.date) -> list[Entry]:
    """Bookings of rooms, and requests that wait."""
    rows = bookings_from(teams, datetime.datetime.combine(day, datetime.time(), BEIJING)) if teams else []
    return [
        Entry(
            row.starts_at, row.ends_at, f"{row.room} · {row.get_purpose_display()}", f"{row.team} · {state_words(row)}",
            link=reverse("my_rooms:booking", args=[row.pk]), booking=row.pk,
        )
        for row in rows
    ]  # fmt: skip


def entry_of(together: Sequence[Session]) -> Entry:
    """Of the sessions of one event, or of one that came by a table."""
    first, event = together[0], together[0].event
    where = "、".join(account_words(session.account) for session in together)
    if event is None:
        return Entry(first.started_at, first.ended_at, first.title, where, first.percent)  # type: ignore[attr-defined]
    where = " · ".join(filter(None, [event.where, where]))
    return Entry(
        min(session.started_at for session in together), max(session.ended_at for session in together), first.title,
        where, first.percent, reverse("my_sessions:event", args=[event.pk]), event.booking_id,  # type: ignore[attr-defined]
    )  # fmt: skip
