"""Closures in the menu of the centre."""

from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from livestreams.rooms.access import LOOK
from zhunong.access.desk import PermittedMenuItem


@hooks.register("register_rooms_menu_item")
def closures_item() -> PermittedMenuItem:
    return PermittedMenuItem(
        _("Closures"), reverse_lazy("rooms:closures"), name="closures", icon_name="lock", order=60, permission=LOOK
    )
