"""Fair use in the menu of the centre."""

from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from livestreams.rooms.access import LOOK
from zhunong.access.desk import PermittedMenuItem


@hooks.register("register_rooms_menu_item")
def fair_use_item() -> PermittedMenuItem:
    return PermittedMenuItem(
        _("Fair use"), reverse_lazy("rooms:fair_use"), name="fair-use", icon_name="sliders", order=80, permission=LOOK
    )
