"""One event at the desk: all there is to know of it, and what the office may do with it."""

from typing import Any

from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy

from livestreams.rooms.staff.page import RoomsPage
from livestreams.sessions.access import DECIDE
from livestreams.sessions.models import Event
from livestreams.sessions.phone.planning.event_page import facts_of
from livestreams.sessions.staff.events.forms import CancelForm

SHOWN = ("township", "booking__room", "booking__team", "made_by")


class EventPage(RoomsPage):
    """GET shows it; a refused cancellation shows it again with why."""

    template_name = "live_sessions/events/event.html"
    page_title = gettext_lazy("Session")
    header_icon = "media"
    problem = ""
    sent: CancelForm | None = None

    @cached_property
    def event(self) -> Event:
        return get_object_or_404(Event.objects.visible_to(self.user).select_related(*SHOWN), pk=self.kwargs["pk"])

    @cached_property
    def may_work(self) -> bool:
        is_own = Event.objects.workable_by(self.user).filter(pk=self.event.pk)
        return not self.event.cancelled_at and self.user.has_perm(DECIDE) and is_own.exists()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        items = self.event.items.select_related("product", "sku__product", "batch").order_by("position", "pk")
        return super().get_context_data(**kwargs) | facts_of(self.event) | {
            "may_work": self.may_work, "cancel_form": self.sent or CancelForm(), "problem": self.problem,
            "items": list(items),
        }  # fmt: skip

    def get_page_title(self) -> str:
        return self.event.title
