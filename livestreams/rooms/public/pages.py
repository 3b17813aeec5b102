"""The page of all rooms, and the screen at a room's door."""

import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from livestreams.rooms.hours import moment
from livestreams.rooms.ledger import settle
from livestreams.rooms.models import Room
from livestreams.rooms.public.days import DAYS, axis, days_of
from livestreams.rooms.public.plans import plans
from livestreams.rooms.public.sites import township_of
from livestreams.teams.people.linking import code
from zhunong.places.models import Township

LOOK_AHEAD = datetime.timedelta(days=3)
"""How far a door tells of what comes next."""
SHORTEST_REFRESH = 5


@never_cache
@require_safe
def rooms(request: HttpRequest) -> HttpResponse:
    """`?township=slug`: the rooms of a township, by default of the site's own, else of the first one that has any."""
    townships = list(Township.objects.filter(pk__in=Room.objects.in_use().values("township")))
    township = named(townships, request.GET.get("township", "")) or own(townships, request)
    context = board(township) if township else {}
    return render(request, "rooms_public/rooms.html", context | {"township": township, "townships": townships})


def named(townships: list[Township], slug: str) -> Township | None:
    return next((each for each in townships if each.slug == slug), None)


def own(townships: list[Township], request: HttpRequest) -> Township | None:
    """No query where there is no choice."""
    if len(townships) < 2:
        return townships[0] if townships else None
    home = township_of(request)
    return home if home in townships else townships[0]


def board(township: Township) -> dict[str, object]:
    settle(township.pk)
    now = timezone.localtime()
    begin = moment(now.date())
    shared = Room.objects.in_use().filter(township=township).select_related("team")
    found = plans(shared, begin, begin + datetime.timedelta(DAYS), now)
    return {"now": now, "plans": found, "days": days_of(found, now), "hours": axis(found, now.date())}


@never_cache
@require_safe
def door(request: HttpRequest, pk: int) -> HttpResponse:
    """Reloads at each full minute, so that its clock is right."""
    room = get_object_or_404(Room.objects.in_use().select_related("township"), pk=pk)
    settle(room.township_id)
    now = timezone.localtime()
    (plan,) = plans([room], now, now + LOOK_AHEAD, now)
    address = settings.PUBLIC_URL + booking_path()
    return render(
        request, "rooms_public/door.html",
        {"room": room, "plan": plan, "status": plan.status, "next": plan.following, "now": now, "code": code(address),
         "address": address, "refresh": max(61 - now.second, SHORTEST_REFRESH)},
    )  # fmt: skip


def booking_path() -> str:
    """Where rooms are booked on the phone."""
    try:
        return reverse("my_rooms:next")
    except NoReverseMatch:
        return "/my/rooms/"
