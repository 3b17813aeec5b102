"""Another time for an own booking: the same list of free times, for its team."""

import datetime
import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from livestreams.rooms.access import BOOK
from livestreams.rooms.changing import OF_TEAMS
from livestreams.rooms.free import Search
from livestreams.rooms.models import Occupancy
from livestreams.rooms.phone.forms import SlotForm
from livestreams.rooms.phone.next import chosen_length, free_context
from livestreams.rooms.phone.own import hand_of, own_booking, swept, teams_of, user_of
from livestreams.rooms.refusals import Refused
from livestreams.rooms.series import Outcome, Reach, change_series
from zhunong.access.doors import open_to


@never_cache
@open_to(BOOK)
def move(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose a free time; a POST with a `slot` moves the booking there."""
    user = user_of(request)
    swept(teams_of(user))
    row = own_booking(user, pk)
    if not row.stands or row.is_over or row.kind not in OF_TEAMS or not row.team:
        return redirect("my_rooms:booking", pk)
    search = Search([row.team], user, besides=row)
    more: dict[str, Any] = {}
    if request.method == "POST":
        done = moved(request, row)
        if isinstance(done, HttpResponse):
            return done
        more["problem"] = done
    asked = request.GET.get("minutes") or str(row.minutes)
    context = free_context(search, chosen_length(search, asked), request.GET.get("day", ""))
    context |= {"row": row, "key": uuid.uuid4(), "reaches": Reach.choices, **more}
    return render(request, "my_rooms/move.html", context, status=409 if more else 200)


def moved(request: HttpRequest, row: Occupancy) -> HttpResponse | str:
    """A way on, or why it was not moved."""
    form = SlotForm(request.POST)
    if not form.is_valid():
        return _("This page is out of date. Choose a time again.")
    (room, starts_at), given = form.cleaned_data["slot"], form.cleaned_data
    if room.township_id != row.room.township_id:
        return _("This page is out of date. Choose a time again.")
    try:
        outcomes = change_series(row, given["reach"], room, starts_at, given["minutes"], hand_of(request))
    except Refused as refused:
        return refused.sentence
    return told_outcomes(request, row, starts_at, outcomes)


def told_outcomes(
    request: HttpRequest, row: Occupancy, starts_at: datetime.datetime, outcomes: list[Outcome]
) -> HttpResponse | str:
    """What did not work stays where it was, and is said day by day."""
    failed = [each for each in outcomes if each.reason]
    if len(failed) == len(outcomes):
        return failed[0].reason if failed else _("This booking is over or cancelled: nothing was changed.")
    messages.success(request, _("Moved."))
    for each in failed:
        messages.warning(request, f"{each.row}: {each.reason}")
    return redirect("my_rooms:booking", row.pk)
