"""Planning an event on one page, which needs no JavaScript."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from livestreams.rooms.phone.own import own_booking, swept
from livestreams.rooms.refusals import Refused
from livestreams.sessions import planning
from livestreams.sessions.access import PLAN
from livestreams.sessions.lineups import copy_line_up
from livestreams.sessions.models import Event, EventTeam
from livestreams.sessions.phone.own import hand_of, own_event, teams_of, user_of
from livestreams.sessions.phone.planning import usual
from livestreams.sessions.phone.planning.choices import Choices
from livestreams.sessions.phone.planning.forms import PlanForm
from livestreams.sessions.phone.planning.reading import choices_of, guests_of, key_of, number
from livestreams.teams.models import Team
from zhunong.access.doors import open_to


@never_cache
@open_to(PLAN)
def plan(request: HttpRequest) -> HttpResponse:
    """`?booking=…`: in that room; `?again=…`: as that event was."""
    teams = swept(teams_of(user_of(request)))
    if not teams:
        return render(request, "my_sessions/plan.html", {"teams": teams})
    before = event_before(request)
    if request.method == "POST":
        form = PlanForm(request.POST, choices_of(request.POST, teams))
        return asked_only(request, form) or made(request, form, before)
    initial = first_values(request, teams, before)
    choices = Choices(initial["day"], teams, guests_of(before, teams), booking=key_of(initial["booking"]))
    return show(request, PlanForm(None, choices, initial), again=before)


def event_before(request: HttpRequest) -> Event | None:
    """The one that is held again. Raises Http404 where it is not the person's."""
    pk = request.POST.get("again") or request.GET.get("again") or ""
    return own_event(user_of(request), number(pk)) if pk else None


def first_values(request: HttpRequest, teams: Sequence[Team], before: Event | None) -> dict[str, Any]:
    if before:
        return usual.again(before, teams)
    if pk := request.GET.get("booking"):
        return usual.in_booking(own_booking(user_of(request), number(pk)), user_of(request), teams)
    return usual.usual(user_of(request), teams)


def asked_only(request: HttpRequest, form: PlanForm, **more: Any) -> HttpResponse | None:
    """The people and accounts of another day or team are wanted; nothing is planned yet."""
    return show(request, form, is_asked=True, **more) if "look" in request.POST else None


def made(request: HttpRequest, form: PlanForm, before: Event | None) -> HttpResponse:
    if not form.is_valid():
        return show(request, form, form.problem, 422, again=before)
    try:
        event = planning.plan(form.plan(), hand_of(request))
    except Refused as refused:
        return show(request, form, refused.sentence, 409, again=before)
    if before and not event.items.exists():
        copy_line_up(before, event, hand_of(request))
    messages.success(request, said(event))
    return redirect("my_sessions:event", event.pk)


def said(event: Event) -> str:
    """What the planner is told: also that other teams have to say yes."""
    asked = [str(part.team) for part in event.parts.select_related("team") if part.answer == EventTeam.Answer.ASKED]
    if not asked:
        return _("Planned.")
    return _("Planned. %(teams)s are asked to share: until they say yes, the sales count for your teams alone.") % {
        "teams": "、".join(asked)
    }


def show(
    request: HttpRequest, form: PlanForm, problem: str = "", status: int = 200, **more: Any
) -> HttpResponse:  # fmt: skip
    context: Mapping[str, Any] = {"form": form, "problem": problem, "teams": form.choices.own, **more}
    return render(request, "my_sessions/plan.html", context, status=status)
