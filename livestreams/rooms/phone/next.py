"""Next free, and booking it: a length, a time, done."""

import datetime
import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from livestreams.rooms.access import BOOK
from livestreams.rooms.booking import Order, book, hold
from livestreams.rooms.free import Search
from livestreams.rooms.models import Occupancy, Room
from livestreams.rooms.models.occupancies import Purpose
from livestreams.rooms.phone.budget import budgets_of
from livestreams.rooms.phone.days import DAYS_AT_ONCE, days_free, starts_taken
from livestreams.rooms.phone.forms import SlotForm
from livestreams.rooms.phone.own import swept, teams_of, user_of
from livestreams.rooms.phone.repeats import like_last_week
from livestreams.rooms.refusals import Refused, Taken
from livestreams.teams.models import Team
from zhunong.access.doors import open_to

USUAL = 90
DAYS_TO_CHOOSE = 14


@never_cache
@open_to(BOOK)
@require_GET
def next_free(request: HttpRequest) -> HttpResponse:
    """`?minutes=…&day=…`: without a day, the next two; of one day, every start."""
    user = user_of(request)
    teams = swept(teams_of(user))
    search = Search(teams, user)
    minutes = chosen_length(search, request.GET.get("minutes", ""))
    context = free_context(search, minutes, request.GET.get("day", ""))
    context |= {
        "teams": teams, "budgets": budgets_of(search), "repeats": like_last_week(search), "key": uuid.uuid4(),
        "waits": starts_taken(search, minutes, chosen) if (chosen := context["chosen"]) else [],
        "purposes": Purpose.choices, "usual_purpose": Purpose.LIVE,
    }  # fmt: skip
    return render(request, "my_rooms/next.html", context)


def free_context(search: Search, minutes: int, asked_day: str) -> dict[str, Any]:
    """The days that are shown, and what else can be chosen."""
    today = timezone.localtime(search.now).date()
    day = readable_day(asked_day)
    chosen = day if day and day >= today else None
    days = days_free(search, minutes, chosen or today, 1 if chosen else DAYS_AT_ONCE, every_step=bool(chosen))
    return {
        "days": days, "chosen": chosen, "minutes": minutes, "lengths": search.lengths, "rooms": search.rooms,
        "calendar": [today + datetime.timedelta(number) for number in range(days_ahead(search))],
    }  # fmt: skip


def readable_day(text: str) -> datetime.date | None:
    try:
        return parse_date(text)
    except ValueError:
        return None


def days_ahead(search: Search) -> int:
    return min(max((room.days_ahead for room in search.rooms), default=0) + 1, DAYS_TO_CHOOSE)


def chosen_length(search: Search, asked: str) -> int:
    """The one asked for, where a room offers it; else the usual one, or the shortest."""
    lengths = search.lengths or [USUAL]
    asked_minutes = int(asked) if asked.isdecimal() else USUAL
    if asked_minutes in lengths:
        return asked_minutes
    return USUAL if USUAL in lengths else lengths[0]


@open_to(BOOK)
@require_POST
def book_slot(request: HttpRequest) -> HttpResponse:
    """Book a free time. Where several of the person's teams may, it is held while that is asked."""
    user = user_of(request)
    form = SlotForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("This page is out of date. Choose a time again."))
        return redirect("my_rooms:next")
    (room, starts_at), given = form.cleaned_data["slot"], form.cleaned_data
    people = [] if given["absent"] else [user]
    search = Search(teams_of(user), user)
    teams = search.teams_for(room, starts_at) if room.township_id in search.switches else []
    order = Order(
        room, teams[0] if teams else None, starts_at, given["minutes"], given["purpose"], people, form.own_key()
    )
    try:
        if not teams:
            raise Refused(_("%(room)s cannot be booked by your team.") % {"room": room})
        if len(teams) == 1:
            return booked(request, book(order, user))
        return asked_or_booked(request, hold(order, user), bool(people))
    except Refused as refused:
        return taken(request, refused, room, starts_at, given["minutes"], search)


def asked_or_booked(request: HttpRequest, row: Occupancy, comes: bool) -> HttpResponse:
    if row.kind != Occupancy.Kind.HOLD:
        return booked(request, row)
    response = redirect("my_rooms:hold", row.pk)
    response["Location"] += "" if comes else "?absent=1"
    return response


def booked(request: HttpRequest, row: Occupancy) -> HttpResponse:
    waits = row.kind == Occupancy.Kind.REQUEST
    messages.success(request, _("Asked for: the room is kept until the answer comes.") if waits else _("Booked."))
    return redirect("my_rooms:booking", row.pk)


def taken(
    request: HttpRequest, refused: Refused, room: Room, starts_at: datetime.datetime, minutes: int, search: Search
) -> HttpResponse:
    """刚被订走: why not, and the nearest times that are free."""
    context = {
        "sentence": refused.sentence, "is_taken": isinstance(refused, Taken), "room": room, "starts_at": starts_at,
        "ends_at": starts_at + datetime.timedelta(minutes=minutes), "minutes": minutes,
        "near": search.near(room, starts_at, minutes), "key": uuid.uuid4(),
        "teams": waiting_teams(search, room, starts_at), "purpose": request.POST.get("purpose", ""),
    }  # fmt: skip
    return render(request, "my_rooms/taken.html", context, status=409)


def waiting_teams(search: Search, room: Room, starts_at: datetime.datetime) -> list[Team]:
    """The person's teams that could wait for that time."""
    if starts_at <= search.now or room.township_id not in search.switches:
        return []
    return search.teams_for(room, starts_at)
