"""Requests that wait for a yes, those that wait longest first."""

from typing import Any

from django.core.paginator import Paginator
from django.utils.translation import gettext_lazy

from livestreams.rooms.access import MANAGE
from livestreams.rooms.models import Occupancy
from livestreams.rooms.models.occupancies import OccupancyQuerySet
from livestreams.rooms.staff.page import RoomsPage
from livestreams.rooms.sweeping import settle_where
from livestreams.rooms.words import span_words
from zhunong.access.models import User

PAGE_REQUESTS = 30


def waiting(user: User) -> OccupancyQuerySet:
    """The requests that a user sees waiting."""
    return Occupancy.objects.visible_to(user).filter(kind=Occupancy.Kind.REQUEST).live()


class RequestsView(RoomsPage):
    template_name = "rooms/bookings/requests.html"
    page_title = gettext_lazy("Requests for rooms")
    header_icon = "help"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        settle_where(Occupancy.objects.visible_to(self.user))
        requests = waiting(self.user).select_related("room", "team", "booked_by").order_by("booked_at", "pk")
        page = Paginator(requests, PAGE_REQUESTS).get_page(self.request.GET.get("page"))
        return super().get_context_data(**kwargs) | {
            "page": page,
            "requests": [(row, span_words(row)) for row in page],
            "may_work": self.user.has_perm(MANAGE),
        }
