"""The page screens of Wagtail as newcomers need them: one clear menu item, own pages and pictures, no dead buttons."""

from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.auth import user_has_any_page_permission
from wagtail.admin.menu import MenuItem
from wagtail.models import Page

from zhunong.pages.editing.panels import only_writes

REPLACED = {"explorer", "images", "documents"}
"""Wagtail's own items: its tree looks up pages by an API that knows no townships."""

FOR_WRITERS = {"web-pages", "pictures", "people", "help-zh"}
"""All that team leaders come to the admin for."""


class WritersItem(MenuItem):
    """For those who work on pages."""

    def is_shown(self, request: HttpRequest) -> bool:
        return user_has_any_page_permission(request.user)


@hooks.register("register_admin_menu_item")
def pages_item() -> MenuItem:
    return WritersItem(
        _("Web pages"), reverse_lazy("wagtailadmin_explore_root"), name="web-pages", icon_name="doc-empty", order=100
    )


@hooks.register("register_admin_menu_item")
def pictures_item() -> MenuItem:
    return WritersItem(
        _("Pictures"), reverse_lazy("wagtailimages:index"), name="pictures", icon_name="image", order=110
    )


@hooks.register("construct_main_menu")
def replace_items(request: HttpRequest, items: list[MenuItem]) -> None:
    if only_writes(request.user):
        items[:] = [item for item in items if item.name in FOR_WRITERS]
    elif not request.user.is_superuser:
        items[:] = [item for item in items if item.name not in REPLACED]


@hooks.register("construct_page_chooser_queryset")
def own_pages(pages: QuerySet[Page], request: HttpRequest) -> QuerySet[Page]:
    """What links can be set to: all pages of the own township."""
    user: Any = request.user
    if user.is_superuser:
        return pages
    within = Q(pk=None)
    for area in user.page_areas:
        within |= Q(path__startswith=area.home.path)
    return pages.filter(within)


@hooks.register("register_log_actions")
def log_actions(actions: Any) -> None:
    """Why a timed page did not go live."""
    actions.register_action(
        "zhunong.words", _("Not published: words"), _("Its time came, but its words may not be said")
    )
