"""What the sessions add to the admin: addresses under /admin/sessions/; their menu is that of the livestream centre."""

from types import ModuleType

from django.urls import URLPattern, URLResolver, include, path
from wagtail import hooks

from livestreams.sessions.staff.changes import menu as changes_menu  # noqa: F401
from livestreams.sessions.staff.changes import urls as changes
from livestreams.sessions.staff.events import menu as events_menu  # noqa: F401
from livestreams.sessions.staff.events import urls as events
from livestreams.sessions.staff.logging import urls as logging
from livestreams.sessions.staff.sheets import urls as sheets
from livestreams.sessions.staff.windows import menu as windows_menu  # noqa: F401
from livestreams.sessions.staff.windows import urls as windows

ADDRESSES: tuple[ModuleType, ...] = (events, changes, sheets, windows, logging)
"""Modules of addresses, all under one namespace."""


@hooks.register("register_admin_urls")
def sessions_urls() -> list[URLPattern | URLResolver]:
    patterns = [pattern for module in ADDRESSES for pattern in module.urlpatterns]
    return [path("sessions/", include((patterns, "live_sessions")))]
