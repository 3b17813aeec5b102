"""Changing the plan of an event: the form it was planned by, filled in as it is now."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from livestreams.rooms.phone.own import swept
from livestreams.rooms.refusals import Refused
from livestreams.sessions import planning
from livestreams.sessions.access import PLAN
from livestreams.sessions.models import Event
from livestreams.sessions.phone.own import hand_of, own_event, teams_of, user_of
from livestreams.sessions.phone.planning import usual
from livestreams.sessions.phone.planning.choices import Choices
from livestreams.sessions.phone.planning.forms import PlanForm
from livestreams.sessions.phone.planning.plan_page import asked_only, show
from livestreams.sessions.phone.planning.reading import AGREED, choices_of, guests_of
from zhunong.access.doors import open_to


@never_cache
@open_to(PLAN)
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """The same form for an event that stands."""
    event = own_event(user_of(request), pk)
    teams = swept(teams_of(user_of(request)))
    if event.cancelled_at:
        return redirect("my_sessions:event", pk)
    if request.method != "POST":
        choices = Choices(
            timezone.localdate(event.starts_at), teams, guests_of(event, teams), guests_of(event, teams, AGREED),
            booking=event.booking_id,
        )  # fmt: skip
        return show(request, PlanForm(None, choices, usual.changing(event, teams)), event=event)
    form = PlanForm(request.POST, choices_of(request.POST, teams, event))
    return asked_only(request, form, event=event) or changed(request, form, event)


def changed(request: HttpRequest, form: PlanForm, event: Event) -> HttpResponse:
    if not form.is_valid():
        return show(request, form, form.problem, 422, event=event)
    try:
        planning.change_plan(event, form.plan(event.township), hand_of(request))
    except Refused as refused:
        return show(request, form, refused.sentence, 409, event=event)
    messages.success(request, _("The plan is changed."))
    return redirect("my_sessions:event", event.pk)
