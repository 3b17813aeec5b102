"""Requests that wait for a yes, those that wait longest first."""

from typing import Any

from django.core.paginator import Paginator
from django.utils.translation import gettext_lazy

from livestreams.rooms.access import MANAGE
from livestreams.rooms.staff.bookings.waiting import swept_and_counted, waiting
from livestreams.rooms.staff.page import RoomsPage
from livestreams.rooms.words import span_words

PAGE_REQUESTS = 30


class RequestsView(RoomsPage):
    template_name = "rooms/bookings/requests.html"
    page_title = gettext_lazy("Requests for rooms")
    header_icon = "help"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        swept_and_counted(self.request)
        requests = waiting(self.user).select_related("room", "team", "booked_by").order_by("booked_at", "pk")
        page = Paginator(requests, PAGE_REQUESTS).get_page(self.request.GET.get("page"))
        return super().get_context_data(**kwargs) | {
            "page": page,
            "requests": [(row, span_words(row)) for row in page],
            "may_work": self.user.has_perm(MANAGE),
        }
