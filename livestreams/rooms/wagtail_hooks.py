"""What the rooms add to the admin: addresses under /admin/rooms/ and one menu."""

from types import ModuleType

from django.urls import URLPattern, URLResolver, include, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import Menu, SubmenuMenuItem

ADDRESSES: tuple[ModuleType, ...] = ()
"""Modules of addresses, all under one namespace."""

menu = Menu(register_hook_name="register_rooms_menu_item", construct_hook_name="construct_rooms_menu")


@hooks.register("register_admin_urls")
def rooms_urls() -> list[URLPattern | URLResolver]:
    patterns = [pattern for module in ADDRESSES for pattern in module.urlpatterns]
    return [path("rooms/", include((patterns, "rooms")))]


@hooks.register("register_admin_menu_item")
def rooms_menu() -> SubmenuMenuItem:
    return SubmenuMenuItem(_("Livestream centre"), menu, name="rooms", icon_name="calendar", order=12)
