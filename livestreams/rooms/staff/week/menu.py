"""The week in the menu "Livestream centre"."""

from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from livestreams.rooms.access import LOOK
from zhunong.access.desk import PermittedMenuItem


@hooks.register("register_rooms_menu_item")
def week_item() -> PermittedMenuItem:
    return PermittedMenuItem(
        _("Week plan"), reverse_lazy("rooms:week"), name="week", icon_name="calendar", order=10, permission=LOOK
    )
