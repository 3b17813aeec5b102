"""Changes of time that wait, in the menu "Livestream centre"."""

from django.http import HttpRequest
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from livestreams.sessions.models import WindowRequest
from zhunong.access.counting import CountedItem
from zhunong.access.desk import PermittedMenuItem


class WaitingItem(CountedItem):
    """With how many wait, on the pages of sessions: elsewhere it would be one query more, and the work lists tell."""

    def count(self, request: HttpRequest) -> int:
        known: int | None = getattr(request, "waiting_windows", None)
        if known is not None:
            return known
        is_here = request.resolver_match and request.resolver_match.namespace == "live_sessions"
        return WindowRequest.objects.visible_to(request.user).waiting().count() if is_here else 0


@hooks.register("register_rooms_menu_item")
def waiting_item() -> PermittedMenuItem:
    return WaitingItem(
        _("Changes of time that wait"), reverse_lazy("live_sessions:window_requests"), name="window-requests",
        icon_name="history", order=28, permission="live_sessions.view_windowrequest",
    )  # fmt: skip
