"""The record in the menu "Livestream centre"."""

from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from zhunong.access.desk import PermittedMenuItem


@hooks.register("register_rooms_menu_item")
def changes_item() -> PermittedMenuItem:
    return PermittedMenuItem(
        _("Record of sessions"), reverse_lazy("live_sessions:changes"), name="session-changes", icon_name="history",
        order=66, permission="live_sessions.view_eventchange",
    )  # fmt: skip
