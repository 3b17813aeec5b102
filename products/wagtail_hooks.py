"""What products add to the admin: addresses under /admin/products/, one menu, their own kind of log entry."""

from types import ModuleType
from typing import Any

from django.urls import URLPattern, URLResolver, include, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import Menu, SubmenuMenuItem
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.log_actions import LogFormatter

from products import telling
from products.staff import labels
from products.staff.batches.viewsets import batches, soil_claims
from products.staff.facts.viewset import facts
from products.staff.rules import urls as rules
from products.staff.rules.viewsets import names, standards, words
from products.staff.sheets import urls as sheets
from zhunong.access.desk import PermittedMenuItem

VIEWSETS: tuple[ModelViewSet, ...] = (facts, batches, soil_claims, standards, words, names)
ADDRESSES: tuple[ModuleType, ...] = (rules, sheets, labels)
"""Modules of addresses, all under one namespace."""

menu = Menu(register_hook_name="register_products_menu_item", construct_hook_name="construct_products_menu")


@hooks.register("register_admin_viewset")
def product_viewsets() -> list[ModelViewSet]:
    return list(VIEWSETS)


@hooks.register("register_admin_urls")
def product_urls() -> list[URLPattern | URLResolver]:
    patterns = [pattern for module in ADDRESSES for pattern in module.urlpatterns]
    return [path("products/", include((patterns, "products")))]


@hooks.register("register_admin_menu_item")
def products_menu() -> SubmenuMenuItem:
    return SubmenuMenuItem(_("Products"), menu, name="products", icon_name="form", order=14)


def enter(viewset: ModelViewSet, order: int) -> None:
    """A viewset's item in the menu."""
    permission = f"products.view_{viewset.model._meta.model_name}"

    @hooks.register("register_products_menu_item")
    def item() -> PermittedMenuItem:
        return PermittedMenuItem(
            viewset.menu_label, reverse_lazy(viewset.get_url_name("index")), name=viewset.name.replace("_", "-"),
            icon_name=viewset.icon, order=order, permission=permission,
        )  # fmt: skip


for place, viewset in enumerate(VIEWSETS):
    enter(viewset, 10 * (place + 1))


@hooks.register("register_products_menu_item")
def sheets_item() -> PermittedMenuItem:
    return PermittedMenuItem(
        _("Catalogue sheet"), reverse_lazy("products:sheet"), name="products-sheet", icon_name="download", order=15,
        permission="products.change_product",
    )  # fmt: skip


@hooks.register("register_log_actions")
def log_actions(actions: Any) -> None:
    """Changes of facts that no form of Wagtail's made: by phone and by sheet."""

    @actions.register_action(telling.SEASON)
    class SeasonTold(Told):
        label = _("Season told by phone")

    @actions.register_action(telling.SHEET)
    class SheetHandedIn(Told):
        label = _("Changed by a sheet")


class Told(LogFormatter):
    """An entry that carries its own words."""

    def format_message(self, log_entry: Any) -> str:
        return f"{self.label}: {log_entry.data.get('words', '')}"
