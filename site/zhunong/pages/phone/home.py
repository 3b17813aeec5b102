"""The phone home: today, my teams' month, what waits for me."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from livestreams.rooms.phone.notices import notices_for
from livestreams.rooms.phone.own import swept
from livestreams.sales.phone.figures import months_of
from livestreams.sales.phone.months import this_month
from livestreams.sales.phone.waiting import MOST, shops_of, waiting_for
from livestreams.sessions.phone.planning.lists import asked_if_any, knowing_asked
from livestreams.teams.models import Team
from zhunong.access import roles
from zhunong.access.doors import open_to
from zhunong.access.models import User
from zhunong.pages.phone.agenda import agenda_of

OUTSIDE_THE_OFFICE = {roles.LEADER, roles.MEMBER, roles.OPERATOR}


@open_to()
@require_GET
def home(request: HttpRequest) -> HttpResponse:
    """Whoever works in the office alone is led there."""
    user = request.user
    assert isinstance(user, User)
    if not user.roles & OUTSIDE_THE_OFFICE:
        return redirect("wagtailadmin_home")
    teams = list(knowing_asked(Team.objects.of_person(user).select_related("township")))
    swept(teams)
    month = this_month()
    months = months_of(teams, month)
    returned = sum(each.by_hand.returned for each in months)
    waiting = waiting_for(user, teams, returned)
    context = {"teams": teams, "agenda": agenda_of(teams), "month": month, "months": months, "waiting": waiting}
    context |= {"notices": notices_for(teams), "asked": asked_if_any(teams)}
    return render(request, "my/home.html", context | {"shops": shops_of(user), "most": MOST})
