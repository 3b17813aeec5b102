"""Requests and booking for a team in the menu "Livestream centre"."""

from django.http import HttpRequest
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from livestreams.rooms.access import LOOK, MANAGE
from livestreams.rooms.staff.bookings.waiting import swept_and_counted
from zhunong.access.counting import CountedItem
from zhunong.access.desk import PermittedMenuItem


class RequestsItem(CountedItem):
    """With how many wait, for those who decide, on the pages of the centre: elsewhere it would be one query more."""

    def count(self, request: HttpRequest) -> int:
        is_here = request.resolver_match and request.resolver_match.namespace == "rooms"
        return swept_and_counted(request) if is_here and request.user.has_perm(MANAGE) else 0


@hooks.register("register_rooms_menu_item")
def requests_item() -> PermittedMenuItem:
    return RequestsItem(
        _("Requests for rooms"), reverse_lazy("rooms:requests"), name="room-requests", icon_name="help", order=20,
        permission=LOOK,
    )  # fmt: skip


@hooks.register("register_rooms_menu_item")
def book_item() -> PermittedMenuItem:
    return PermittedMenuItem(
        _("Book for a team"), reverse_lazy("rooms:book"), name="book", icon_name="plus", order=15, permission=MANAGE
    )
