"""Sessions in the menu "Livestream centre"."""

from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from zhunong.access.desk import PermittedMenuItem


@hooks.register("register_rooms_menu_item")
def events_item() -> PermittedMenuItem:
    return PermittedMenuItem(
        _("Planned sessions"), reverse_lazy("live_sessions:events"), name="live-sessions", icon_name="media",
        order=12, permission="live_sessions.view_event",
    )  # fmt: skip
