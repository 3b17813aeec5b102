"""Today and next: what is on for a person's teams: bookings of rooms beside the sessions."""

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
from livestreams.teams.models import Ownership, Team
from products.platforms import platform_name

MOST = 6


class Entry(NamedTuple):
    """One thing that is on: where it stands in time, what it is and with whom."""

    starts: datetime.datetime
    ends: datetime.datetime
    title: str
    where: str
    percent: int = 100
    """Our teams' part of it; 100 = all ours."""
    link: str = ""

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
    entries = sorted([*bookings(teams, today), *sessions(teams, today)])
    is_today = [entry.day <= today for entry in entries]
    return Agenda(
        [entry for entry, now in zip(entries, is_today, strict=True) if now],
        [entry for entry, now in zip(entries, is_today, strict=True) if not now],
    )


def sessions(teams: Sequence[Team], day: datetime.date) -> list[Entry]:
    """Sessions done for these teams; where a session names none, those of accounts that the teams own on the day."""
    if not teams:
        return []
    shared = SessionShare.objects.filter(team__in=teams)
    owned = Ownership.objects.filter(team__in=teams).on(day).values("account")
    found = (
        Session.objects.filter(Q(pk__in=shared.values("session")) | Q(shares=None, account__in=owned))
        .filter(ended_at__gt=datetime.datetime.combine(day, datetime.time(), BEIJING))
        .annotate(percent=Sum("shares__percent", filter=Q(shares__team__in=teams), default=100))
        .select_related("account")
        .order_by("started_at")[:MOST]
    )
    return [entry_of(session, session.percent) for session in found]


def bookings(teams: Sequence[Team], day: datetime.date) -> list[Entry]:
    """Bookings of rooms, and requests that wait."""
    rows = bookings_from(teams, datetime.datetime.combine(day, datetime.time(), BEIJING)) if teams else []
    return [
        Entry(
            row.starts_at, row.ends_at, f"{row.room} · {row.get_purpose_display()}", f"{row.team} · {state_words(row)}",
            link=reverse("my_rooms:booking", args=[row.pk]),
        )
        for row in rows
    ]  # fmt: skip


def entry_of(session: Session, percent: int) -> Entry:
    account = session.account
    where = f"{platform_name(account.platform)} · {account.nickname}"
    return Entry(session.started_at, session.ended_at, session.title, where, percent)
