"""The waiting list on the phone: stand in line, say yes to an offer, or leave."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from livestreams.rooms.access import BOOK
from livestreams.rooms.booking import accept, let_go
from livestreams.rooms.changing import OF_TEAMS
from livestreams.rooms.free import Search
from livestreams.rooms.models import Occupancy, Wish
from livestreams.rooms.phone.forms import SlotForm
from livestreams.rooms.phone.next import booked, taken
from livestreams.rooms.phone.own import own_offer, swept, teams_of, user_of
from livestreams.rooms.refusals import Refused
from livestreams.rooms.waiting import stop_waiting, wait_for
from livestreams.teams.models import Team
from zhunong.access.doors import open_to


class WaitForm(SlotForm):
    """The time that is taken, the team that waits, and whether another room will do."""

    team = forms.IntegerField()
    any_room = forms.BooleanField(required=False)


@open_to(BOOK)
@require_POST
def wait(request: HttpRequest) -> HttpResponse:
    form = WaitForm(request.POST)
    teams = {team.pk: team for team in teams_of(user_of(request))}
    if not form.is_valid() or form.cleaned_data["team"] not in teams:
        messages.error(request, _("This page is out of date. Choose a time again."))
        return redirect("my_rooms:next")
    try:
        stand_in_line(request, form, teams[form.cleaned_data["team"]])
    except Refused as refused:
        messages.error(request, refused.sentence)
        return redirect("my_rooms:next")
    messages.success(request, _("You are in line. When it comes free it is kept for you for 20 minutes: look here."))
    return redirect("my_rooms:bookings")


def stand_in_line(request: HttpRequest, form: WaitForm, team: Team) -> Wish:
    (room, starts_at), given = form.cleaned_data["slot"], form.cleaned_data
    if room.township_id != team.township_id:
        raise Refused(_("%(room)s cannot be booked by your team.") % {"room": room})
    place = None if given["any_room"] else room
    return wait_for(team, place, starts_at, given["minutes"], user_of(request), given["purpose"])


@open_to(BOOK)
@require_POST
def leave(request: HttpRequest, pk: int) -> HttpResponse:
    wishes = Wish.objects.filter(team__in=Team.objects.of_person(request.user)).select_related("team")
    stop_waiting(get_object_or_404(wishes, pk=pk), user_of(request))
    messages.success(request, _("You wait for it no longer."))
    return redirect("my_rooms:bookings")


@never_cache
@open_to(BOOK)
def offer(request: HttpRequest, pk: int) -> HttpResponse:
    """What was offered: yes, or no."""
    user = user_of(request)
    swept(teams_of(user))
    row = own_offer(user, pk)
    if row.kind in OF_TEAMS:
        return redirect("my_rooms:booking", row.pk)
    if request.method != "POST":
        return render(request, "my_rooms/offer.html", {"row": row})
    if "no" in request.POST:
        let_go(row, user)
        messages.success(request, _("You wait for it no longer."))
        return redirect("my_rooms:bookings")
    return accepted(request, row)


def accepted(request: HttpRequest, row: Occupancy) -> HttpResponse:
    user = user_of(request)
    try:
        return booked(request, accept(row, user, [] if request.POST.get("absent") else [user]))
    except Refused as refused:
        return taken(request, refused, row.room, row.starts_at, row.minutes, Search(teams_of(user), user))
