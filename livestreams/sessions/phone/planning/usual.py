"""What a plan begins with: a booking, the last event of the person's, or one that is held again."""

import datetime
import uuid
from collections.abc import Iterable, Sequence
from typing import Any

from django.utils import timezone

from livestreams.rooms.models import Occupancy
from livestreams.sessions.models import Crew, Event, Session
from livestreams.sessions.plans import Plan, plan_of
from livestreams.teams.models import Account, Team
from zhunong.access.models import User

WEEK = datetime.timedelta(7)
WEEKS_AHEAD = 8
USUAL_START, USUAL_LENGTH = datetime.time(19, 0), datetime.timedelta(hours=2)


def values_of(wanted: Plan) -> dict[str, Any]:
    """A plan as the form begins with it."""
    start, end = timezone.localtime(wanted.starts_at), timezone.localtime(wanted.ends_at)
    values: dict[str, Any] = {
        "title": wanted.title, "day": start.date(), "start": start.time(), "end": end.time(),
        "booking": str(wanted.booking.pk) if wanted.booking else "", "place": wanted.place,
        "accounts": [str(account.pk) for account in wanted.accounts], "is_announced": wanted.is_announced,
        "note": wanted.note, "key": wanted.key,
    }  # fmt: skip
    values |= {f"part_{team.pk}": percent for team, percent in wanted.parts.items()}
    values |= {f"reservation_{account}": link for account, link in wanted.reservations.items()}
    for person, job in wanted.crew:
        values.setdefault(f"job_{job}", []).append(str(person.pk))
    return values


def changing(event: Event, own: Sequence[Team]) -> dict[str, Any]:
    """An event as it is."""
    values = values_of(plan_of(event, own))
    sessions = event.sessions.exclude(reservation="").values_list("account", "reservation")
    return values | {f"reservation_{account}": link for account, link in sessions}


def again(event: Event, own: Sequence[Team]) -> dict[str, Any]:
    """The same as last time, on the next of its weekdays on which its accounts are free."""
    shift = next_free(event, [session.account for session in event.sessions.select_related("account")])
    booking = booking_within(event, shift, own)
    values = values_of(plan_of(event, own)) | {"key": uuid.uuid4(), "booking": str(booking.pk) if booking else ""}
    return values | {"day": timezone.localtime(event.starts_at + shift).date()}


def next_free(event: Event, accounts: Iterable[Account]) -> datetime.timedelta:
    """How far ahead the same time is free again."""
    now, shift = timezone.now(), WEEK
    while event.starts_at + shift <= now:
        shift += WEEK
    for _number in range(WEEKS_AHEAD):
        begin, end = event.starts_at + shift, event.ends_at + shift
        if not Session.objects.filter(account__in=accounts, started_at__lt=end, ended_at__gt=begin).exists():
            break
        shift += WEEK
    return shift


def booking_within(event: Event, shift: datetime.timedelta, own: Sequence[Team]) -> Occupancy | None:
    """A booking of the teams that takes the whole of that time, where the event was in a room."""
    if not event.booking_id:
        return None
    rows = Occupancy.objects.bookings().live().filter(team__in=own)
    fitting = rows.filter(starts_at__lte=event.starts_at + shift, ends_at__gte=event.ends_at + shift)
    return fitting.order_by("pk").first()


def in_booking(row: Occupancy, user: User, own: Sequence[Team]) -> dict[str, Any]:
    """One tap from a booking: its time, its room, who comes; accounts, jobs and title as last time."""
    values = usual(user, own)
    start, end = timezone.localtime(row.starts_at), timezone.localtime(row.ends_at)
    values |= {"day": start.date(), "start": start.time(), "end": end.time(), "booking": str(row.pk), "place": ""}
    if row.team and not values.get(f"part_{row.team.pk}"):
        values |= {f"part_{team.pk}": 100 if team == row.team else None for team in own}
    coming = [str(pk) for pk in row.engagements.values_list("person", flat=True)]
    return values | with_all(values, coming)


def with_all(values: dict[str, Any], coming: Sequence[str]) -> dict[str, Any]:
    """Jobs as they were, of those who come; who had none yet is a host."""
    if not coming:
        return {}
    jobs = {f"job_{job}": [pk for pk in values.get(f"job_{job}", []) if pk in coming] for job in Crew.Job}
    busy = {pk for people in jobs.values() for pk in people}
    jobs[f"job_{Crew.Job.HOST}"] += [pk for pk in coming if pk not in busy]
    return jobs


def usual(user: User, own: Sequence[Team]) -> dict[str, Any]:
    """As in the event that the person made last; the first time for the first team, with the person as its host."""
    last = Event.objects.standing().filter(made_by=user, parts__team__in=own).order_by("-pk").first()
    begin = first_start(timezone.localtime(last.starts_at).time() if last else USUAL_START)
    if last is None:
        fresh = {
            "booking": "",
            "day": begin.date(),
            "start": begin.time(),
            "end": (begin + USUAL_LENGTH).time(),
            "key": uuid.uuid4(),
        }
        return fresh | {f"job_{Crew.Job.HOST}": [str(user.pk)], **shared({}, own)}
    values = values_of(plan_of(last, own)) | {"key": uuid.uuid4(), "day": begin.date(), "booking": "", "note": ""}
    return values | shared({part.team: part.percent for part in last.parts.select_related("team")}, own)


def shared(parts: dict[Team, int], own: Sequence[Team]) -> dict[str, int | None]:
    """The own teams' parts as they stood to each other; nobody else is asked unless somebody says so."""
    kept = {team: percent for team, percent in parts.items() if team in own} or {own[0]: 1} if own else {}
    whole = sum(kept.values())
    shares = {team: percent * 100 // whole for team, percent in kept.items()}
    if shares:
        shares[max(shares, key=lambda team: shares[team])] += 100 - sum(shares.values())
    return {f"part_{team.pk}": shares.get(team) for team in own}


def first_start(time: datetime.time) -> datetime.datetime:
    """Today at that time, tomorrow where it has passed."""
    now = timezone.localtime()
    start = now.replace(hour=time.hour, minute=time.minute, second=0, microsecond=0)
    return start if start > now else start + datetime.timedelta(1)
