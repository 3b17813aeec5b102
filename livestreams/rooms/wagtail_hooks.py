"""What the rooms add to the admin: addresses under /admin/rooms/ and one menu."""

from types import ModuleType

from django.urls import URLPattern, URLResolver, include, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import Menu, SubmenuMenuItem

from livestreams.rooms.staff.bookings import menu as bookings_menu  # noqa: F401
from livestreams.rooms.staff.bookings import urls as bookings
from livestreams.rooms.staff.changes import menu as changes_menu  # noqa: F401
from livestreams.rooms.staff.changes import urls as changes
from livestreams.rooms.staff.closing import menu as closing_menu  # noqa: F401
from livestreams.rooms.staff.closing import urls as closing
from livestreams.rooms.staff.fair_use import menu as fair_use_menu  # noqa: F401
from livestreams.rooms.staff.fair_use import urls as fair_use
from livestreams.rooms.staff.register import menu as register_menu  # noqa: F401
from livestreams.rooms.staff.register import urls as register
from livestreams.rooms.staff.rooms import hooks as rooms_hooks  # noqa: F401
from livestreams.rooms.staff.week import menu as week_menu  # noqa: F401
from livestreams.rooms.staff.week import urls as week

ADDRESSES: tuple[ModuleType, ...] = (week, bookings, changes, closing, fair_use, register)
"""Modules of addresses, all under one namespace."""

menu = Menu(register_hook_name="register_rooms_menu_item", construct_hook_name="construct_rooms_menu")


@hooks.register("register_admin_urls")
def rooms_urls() -> list[URLPattern | URLResolver]:
    patterns = [pattern for module in ADDRESSES for pattern in module.urlpatterns]
    return [path("rooms/", include((patterns, "rooms")))]


@hooks.register("register_admin_menu_item")
def rooms_menu() -> SubmenuMenuItem:
    return SubmenuMenuItem(_("Livestream centre"), menu, name="rooms", icon_name="calendar", order=12)
