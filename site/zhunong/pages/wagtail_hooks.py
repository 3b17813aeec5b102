"""The admin's look, and less of what staff do not need."""

from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks
from wagtail.admin.auth import user_has_any_page_permission
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component

from zhunong.pages.editing import hooks as hooks_of_editing  # noqa: F401  # registers itself
from zhunong.pages.editing import listing as lists_of_editing  # noqa: F401  # registers itself
from zhunong.pages.editing.panels import WritersDesk, moderation_panels, only_writes
from zhunong.pages.help import menu as menu_of_help  # noqa: F401  # registers itself
from zhunong.pages.panels import WorkPanel
from zhunong.pages.users import menu as menu_of_people  # noqa: F401  # registers itself

FOR_ADMINISTRATORS = {"reports"}
"""Wagtail's own menu items that township staff have no use for."""


@hooks.register("insert_global_admin_css", order=-10)
def brand() -> str:
    links = ('<link rel="stylesheet" href="{}">', '<link rel="stylesheet" href="{}">')
    return format_html("".join(links), static("zhunong/tokens.css"), static("zhunong/admin.css"))


@hooks.register("construct_homepage_panels")
def show_work(request: HttpRequest, panels: list[Component]) -> None:
    """What waits for the township, and what became of one's own, only for those who write pages."""
    of_pages = moderation_panels() if user_has_any_page_permission(request.user) else []
    panels[:] = [*of_pages, WritersDesk() if only_writes(request.user) else WorkPanel()]


@hooks.register("construct_main_menu")
def shorten_menu(request: HttpRequest, menu_items: list[MenuItem]) -> None:
    if not request.user.is_superuser:
        menu_items[:] = [item for item in menu_items if item.name not in FOR_ADMINISTRATORS]
