"""The compliance sheet at the desk."""

from typing import Any

from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy

from livestreams.rooms.staff.page import RoomsPage
from livestreams.sessions.compliance import sheet_of
from livestreams.sessions.models import Event


class SheetView(RoomsPage):
    """For everybody in the office who may see the event."""

    template_name = "live_sessions/sheet.html"
    page_title = gettext_lazy("Compliance sheet")
    header_icon = "doc-full"

    @cached_property
    def event(self) -> Event:
        rows = Event.objects.visible_to(self.user).select_related("township", "booking__room")
        return get_object_or_404(rows, pk=self.kwargs["pk"])

    def get_page_subtitle(self) -> str:
        return self.event.title

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"event": self.event, "sheet": sheet_of(self.event)}
