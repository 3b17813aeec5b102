"""The record in the menu "Livestream centre"."""

from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from livestreams.rooms.access import LOOK
from zhunong.access.desk import PermittedMenuItem


@hooks.register("register_rooms_menu_item")
def changes_item() -> PermittedMenuItem:
    return PermittedMenuItem(
        _("Record of changes"), reverse_lazy("rooms:changes"), name="room-changes", icon_name="history", order=65,
        permission=LOOK,
    )  # fmt: skip
