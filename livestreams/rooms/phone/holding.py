"""本场代表哪个队: asked of who is in several teams, while the time is kept for them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache

from livestreams.rooms.access import BOOK
from livestreams.rooms.booking import confirm, let_go
from livestreams.rooms.changing import OF_TEAMS
from livestreams.rooms.free import Search
from livestreams.rooms.models import Occupancy
from livestreams.rooms.phone.budget import budgets_of
from livestreams.rooms.phone.next import booked, taken
from livestreams.rooms.phone.own import teams_of, user_of
from livestreams.rooms.refusals import Refused
from zhunong.access.doors import open_to


@never_cache
@open_to(BOOK)
def held(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose the team, or let the time go. `?absent=1`: the one who books does not come."""
    user = user_of(request)
    row = get_object_or_404(Occupancy.objects.filter(booked_by=user).select_related("room__township", "team"), pk=pk)
    if row.kind != Occupancy.Kind.HOLD or row.ended:
        return redirect("my_rooms:booking", row.pk) if row.kind in OF_TEAMS else redirect("my_rooms:next")
    search = Search(teams_of(user), user, besides=row)
    teams = search.teams_for(row.room, row.starts_at) if row.room.township_id in search.switches else []
    if request.method == "POST" and "let_go" in request.POST:
        let_go(row, user)
        return redirect("my_rooms:next")
    chosen = next((team for team in teams if str(team.pk) == request.POST.get("team")), None)
    if chosen:
        people = [] if request.GET.get("absent") else [user]
        try:
            return booked(request, confirm(row, chosen, user, people))
        except Refused as refused:
            return taken(request, refused, row.room, row.starts_at, row.minutes, search)
    return render(request, "my_rooms/hold.html", {"row": row, "teams": teams, "budgets": budgets_of(search)})
