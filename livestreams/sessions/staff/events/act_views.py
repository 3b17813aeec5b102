"""What the office does with an event: always with a reason, by the same acts as the teams."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from livestreams.rooms.refusals import Refused
from livestreams.rooms.staff.page import RoomsPage
from livestreams.sessions import planning
from livestreams.sessions.models import Event
from livestreams.sessions.phone.planning import usual
from livestreams.sessions.phone.planning.choices import Choices
from livestreams.sessions.phone.planning.reading import choices_of
from livestreams.sessions.staff.events.forms import CancelForm, OfficeForm
from livestreams.sessions.staff.events.page import SHOWN, EventPage
from livestreams.teams.models import Team


class CancelView(EventPage):
    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        get_object_or_404(Event.objects.workable_by(self.user), pk=self.kwargs["pk"])
        self.sent = CancelForm(request.POST)
        if not self.sent.is_valid():
            return self.refuse(str(next(iter(self.sent.errors.values()))[0]), 422)
        try:
            planning.cancel(self.event, self.hand(self.sent.cleaned_data["reason"]))
        except Refused as refused:
            return self.refuse(refused.sentence, 409)
        messages.success(request, _("Cancelled. Its people and accounts are free, and the teams see your reason."))
        return redirect("live_sessions:event", self.event.pk)

    def refuse(self, sentence: str, status: int) -> HttpResponse:
        self.problem = sentence
        return self.render_to_response(self.get_context_data(), status=status)


class ChangeView(RoomsPage):
    """The whole plan, with a reason. What the office says of shares counts at once."""

    template_name = "live_sessions/events/change.html"
    page_title = gettext_lazy("Change the plan")
    header_icon = "edit"
    problem = ""

    @cached_property
    def event(self) -> Event:
        rows = Event.objects.workable_by(self.user).select_related(*SHOWN)
        return get_object_or_404(rows.filter(cancelled_at=None), pk=self.kwargs["pk"])

    @cached_property
    def teams(self) -> list[Team]:
        rows = Team.objects.filter(pk__in=self.event.parts.values("team")) or Team.objects.filter(
            township=self.event.township
        )
        return list(rows.select_related("township").order_by("name"))

    @cached_property
    def form(self) -> OfficeForm:
        if self.request.method == "POST":
            return OfficeForm(self.request.POST, choices_of(self.request.POST, self.teams, self.event))
        day = timezone.localdate(self.event.starts_at)
        choices = Choices(day, self.teams, booking=self.event.booking_id)
        return OfficeForm(None, choices, usual.changing(self.event, self.teams))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = self.form
        if "look" in request.POST:
            return self.render_to_response(self.get_context_data())
        if not form.is_valid():
            return self.refuse(form.problem, 422)
        try:
            planning.change_plan(self.event, form.plan(self.event.township), self.hand(form.cleaned_data["reason"]))
        except Refused as refused:
            return self.refuse(refused.sentence, 409)
        messages.success(request, _("The plan is changed. The teams see your reason."))
        return redirect("live_sessions:event", self.event.pk)

    def refuse(self, sentence: str, status: int) -> HttpResponse:
        self.problem = sentence
        return self.render_to_response(self.get_context_data(), status=status)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        is_asked = "look" in self.request.POST
        context = {"event": self.event, "form": self.form, "problem": self.problem, "is_asked": is_asked}
        return super().get_context_data(**kwargs) | context
