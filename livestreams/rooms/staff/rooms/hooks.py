"""Rooms in the admin's menu of the centre."""

from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from livestreams.rooms.staff.rooms.viewset import RoomViewSet, rooms
from zhunong.access.desk import PermittedMenuItem


@hooks.register("register_admin_viewset")
def rooms_viewset() -> RoomViewSet:
    return rooms


@hooks.register("register_rooms_menu_item")
def rooms_item() -> PermittedMenuItem:
    return PermittedMenuItem(
        _("Rooms"), reverse_lazy("rooms_rooms:index"), name="rooms", icon_name="home", order=70,
        permission="rooms.view_room",
    )  # fmt: skip
