"""The register in the menu of the rooms."""

from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from livestreams.rooms.access import LOOK
from zhunong.access.desk import PermittedMenuItem


@hooks.register("register_rooms_menu_item")
def register_item() -> PermittedMenuItem:
    return PermittedMenuItem(
        _("Register of use"), reverse_lazy("rooms:register"), name="rooms-register", icon_name="doc-full", order=60,
        permission=LOOK,
    )  # fmt: skip
