"""Own bookings: the list of what the person's teams have, and the page of one."""

import datetime
import uuid
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from livestreams.rooms.access import BOOK
from livestreams.rooms.changing import OF_TEAMS
from livestreams.rooms.free import Search
from livestreams.rooms.models import Occupancy, Wish
from livestreams.rooms.phone.forms import GiveForm, PeopleForm
from livestreams.rooms.phone.own import own_booking, swept, teams_of, user_of
from livestreams.rooms.series import Reach
from livestreams.rooms.telling import told
from livestreams.rooms.timetables import MINUTE
from livestreams.rooms.waiting import OPEN
from livestreams.rooms.words import group_text
from zhunong.access.doors import open_to
from zhunong.access.models import User

PAST_DAYS = 28
MOST = 60
EARLY = datetime.timedelta(minutes=15)


@never_cache
@open_to(BOOK)
@require_GET
def bookings(request: HttpRequest) -> HttpResponse:
    """What is to come, what was, and what the teams wait for."""
    user = user_of(request)
    teams = swept(teams_of(user))
    now = timezone.now()
    rows = Occupancy.objects.bookings().filter(team__in=teams).select_related("room", "team")
    coming = rows.filter(ended="", ends_at__gt=now).order_by("starts_at")
    past = rows.filter(starts_at__gt=now - datetime.timedelta(PAST_DAYS)).exclude(ended="", ends_at__gt=now)
    context = {
        "teams": teams, "coming": coming[:MOST], "past": past.order_by("-starts_at")[:MOST], "past_days": PAST_DAYS,
        "wishes": Wish.objects.filter(team__in=teams, state__in=OPEN).select_related("team", "room"),
    }  # fmt: skip
    return render(request, "my_rooms/bookings.html", context)


@never_cache
@open_to(BOOK)
@require_GET
def booking(request: HttpRequest, pk: int) -> HttpResponse:
    user = user_of(request)
    swept(teams_of(user))
    return show(request, own_booking(user, pk))


def show(request: HttpRequest, row: Occupancy, status: int = 200, **more: Any) -> HttpResponse:
    """The page of one booking; `problem`: why something just asked for was not done."""
    now = timezone.now()
    is_open = row.stands and row.ends_at > now and row.kind in OF_TEAMS
    context = {
        "row": row, "is_open": is_open, "key": uuid.uuid4(), "text": group_text(row), "people": people_of(row),
        "kit": row.room.kit.all(), "changes": [(each, told(each)) for each in changes_of(row)],
        "days": list(row.series.days.select_related("room").order_by("starts_at")) if row.series else [],
        "reaches": Reach.choices,
    }  # fmt: skip
    if is_open:
        context |= acts_of(row, user_of(request), now)
    elif row.is_untold or row.ended:
        context["near"] = near(row, user_of(request))
    return render(request, "my_rooms/booking.html", context | more, status=status)


def acts_of(row: Occupancy, user: User, now: datetime.datetime) -> dict[str, Any]:
    """What can be done with a booking that is not over."""
    assert row.team
    coming = {each.person_id for each in row.engagements.all()}
    return {
        "ends": other_ends(row, now),
        "may_be_present": row.kind == Occupancy.Kind.BOOKING and not row.present_at and now >= row.starts_at - EARLY,
        "give_form": GiveForm(from_team=row.team),
        "people_form": PeopleForm(
            team=row.team, day=timezone.localtime(row.starts_at).date(), initial={"people": coming}
        ),
        "is_running": row.starts_at <= now,
        "weeks": range(2, min(8, row.room.days_ahead // 7 + 1) + 1),
    }


def other_ends(row: Occupancy, now: datetime.datetime) -> list[tuple[int, datetime.datetime, bool]]:
    """Ends that it may be given: minutes from its start, the moment, whether that is longer."""
    step = row.room.step_minutes
    shifts = [shift for shift in (-2 * step, -step, step, 2 * step) if row.minutes + shift > 0]
    ends = [(row.minutes + shift, row.ends_at + shift * MINUTE, shift > 0) for shift in shifts]
    return [each for each in ends if each[1] > now]


def people_of(row: Occupancy) -> list[User]:
    return [each.person for each in row.engagements.select_related("person")]


def changes_of(row: Occupancy) -> Any:
    return row.changes.select_related("by", "team", "occupancy__room").order_by("pk")


def near(row: Occupancy, user: User) -> list[Any]:
    """The nearest free times to one that was called off, for the same team."""
    if row.ends_at <= timezone.now() or not row.team:
        return []
    return Search([row.team], user).near(row.room, row.starts_at, row.minutes)
