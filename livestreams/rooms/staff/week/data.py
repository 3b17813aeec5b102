"""What the calendar in the browser asks for: events of some days, and moving one of them."""

import datetime

from django.http import HttpRequest, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils.dateparse import parse_datetime
from django.utils.timezone import is_naive, make_aware
from django.utils.translation import gettext as _

from livestreams.rooms.access import MANAGE
from livestreams.rooms.changing import Hand
from livestreams.rooms.models import Occupancy
from livestreams.rooms.refusals import Refused
from livestreams.rooms.staff.bookings.acts import move, told_failures
from livestreams.rooms.staff.bookings.forms import MoveForm
from livestreams.rooms.staff.bookings.page import SHOWN
from livestreams.rooms.staff.bookings.places import nearest
from livestreams.rooms.staff.week.events import events, shut, standing
from livestreams.rooms.staff.week.page import rooms_seen
from livestreams.rooms.staff.week.weeks import YEARS
from zhunong.access.models import User

MOST_DAYS = datetime.timedelta(42)


def week_events(request: HttpRequest) -> JsonResponse:
    """Everything in [start, end) of the rooms that the user sees."""
    user = request.user
    assert isinstance(user, User)
    begin, end = moment_of(request.GET.get("start", "")), moment_of(request.GET.get("end", ""))
    if not begin or not end or not datetime.timedelta() < end - begin <= MOST_DAYS:
        return JsonResponse({"sentence": _("Ask for at most 42 days.")}, status=400)
    rooms = rooms_seen(user, request.GET.get("township", ""))
    rows = standing(user, rooms, begin, end)
    return JsonResponse([*shut(rooms, begin, end), *events(rows, user.has_perm(MANAGE))], safe=False)


def moment_of(text: str) -> datetime.datetime | None:
    """A moment as the browser writes it, of the site's zone where it names none."""
    try:
        when = parse_datetime(text)
    except ValueError:
        return None
    if not when or when.year not in YEARS:
        return None
    return make_aware(when) if is_naive(when) else when


def move_by_hand(request: HttpRequest, pk: int) -> JsonResponse:
    """A booking dragged to another time or room. What is refused comes with free places near by."""
    user = request.user
    assert isinstance(user, User)
    rows = Occupancy.objects.workable_by(user).bookings().select_related(*SHOWN)
    row = get_object_or_404(rows, pk=pk)
    form = MoveForm(request.POST, row)
    if not form.is_valid():
        return JsonResponse({"sentence": form.problem, "places": []}, status=400)
    given = form.cleaned_data
    try:
        kept = move(row, form.place, Hand(user, of_the_office=True, reason=given["reason"]), given["reach"])
    except Refused as refused:
        places = nearest(row.team, form.place, row) if row.team else []
        near = [{"to": place.key, "words": str(place)} for place in places]
        return JsonResponse({"sentence": refused.sentence, "places": near}, status=409)
    done = _("Moved to %(place)s. The team sees your reason.") % {"place": form.place}
    return JsonResponse({"sentence": f"{done} {told_failures(kept)}" if kept else done})
