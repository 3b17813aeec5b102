"""Requests and booking for a team in the menu "Livestream centre"."""

from django.http import HttpRequest
from django.urls import reverse_lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.sidebar import LinkMenuItem as LinkComponent

from livestreams.rooms.access import LOOK, MANAGE
from livestreams.rooms.staff.bookings.request_list import waiting
from zhunong.access.desk import PermittedMenuItem
from zhunong.access.models import User


class RequestsItem(PermittedMenuItem):
    """With how many wait, for those who decide."""

    def render_component(self, request: HttpRequest) -> LinkComponent:
        attrs = self.attrs | counted(str(self.label), self.count(request))
        return LinkComponent(self.name, self.label, self.url, self.icon_name, self.classname, attrs)

    def count(self, request: HttpRequest) -> int:
        user = request.user
        assert isinstance(user, User)
        return waiting(user).count() if user.has_perm(MANAGE) else 0


def counted(label: str, count: int) -> dict[str, str]:
    """For eyes (drawn by the style sheet) and for ears; nothing waiting = nothing said."""
    if not count:
        return {}
    named = gettext("%(label)s, %(count)s waiting") % {"label": label, "count": count}
    return {"data-count": str(count), "aria-label": named}


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
