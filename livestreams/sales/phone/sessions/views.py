"""Results of the own teams' sessions: one with its lines, and what the team's sessions came to over time."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from livestreams.sales.session_results.eyes import Eyes, team_people
from livestreams.sales.session_results.history import History
from livestreams.sales.session_results.listing import Listing
from livestreams.sales.session_results.result import result_of
from livestreams.sales.session_results.showing import MY, ShownResult
from livestreams.sales.staff.access import REQUEST, WRITE_DOWN
from livestreams.teams.models import Team
from zhunong.access.doors import open_to
from zhunong.access.models import User

open_to_teams = open_to(WRITE_DOWN, REQUEST)


def eyes_of(request: HttpRequest) -> Eyes:
    assert isinstance(request.user, User)
    return team_people(request.user)


def asked_team(eyes: Eyes, slug: str) -> Team | None:
    """The own team asked for, the first where none is; None = the person has no team. Raises Http404 for any other."""
    teams = eyes.teams or ()
    found = next((team for team in teams if team.slug == slug or not slug), None)
    if slug and found is None:
        raise Http404
    return found


@open_to_teams
@require_GET
def session_result(request: HttpRequest, pk: int) -> HttpResponse:
    """One session of an own team."""
    shown = ShownResult(result_of(eyes_of(request), pk), MY)
    return render(request, "my_sales/sessions/result.html", {"shown": shown, "section": "results"})


@open_to_teams
@require_GET
def session_lines(request: HttpRequest, pk: int) -> HttpResponse:
    """The lines behind a figure of it."""
    listing = Listing(result_of(eyes_of(request), pk), request.GET.dict())
    return render(request, "my_sales/sessions/lines.html", {"listing": listing, "section": "results"})


@open_to_teams
@require_GET
def session_history(request: HttpRequest) -> HttpResponse:
    """A team's past sessions; `?show=months`: its months, and what its room changed."""
    eyes = eyes_of(request)
    team = asked_team(eyes, request.GET.get("team", ""))
    history = History(eyes, team, request.GET.get("page"), eyes.teams or ()) if team else None
    context = {
        "team": team, "teams": eyes.teams, "history": history, "section": "results",
        "shows_months": request.GET.get("show") == "months",
    }  # fmt: skip
    return render(request, "my_sales/sessions/history.html", context)
