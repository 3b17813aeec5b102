"""Totals and order look-up in the menu "Sales"."""

from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from livestreams.sales.staff.access import VIEW_TOTALS
from zhunong.access.desk import PermittedMenuItem


@hooks.register("register_sales_menu_item")
def totals_item() -> PermittedMenuItem:
    return PermittedMenuItem(
        _("Totals"), reverse_lazy("sales:totals"), name="totals", icon_name="table", order=30, permission=VIEW_TOTALS
    )


@hooks.register("register_sales_menu_item")
def lines_item() -> PermittedMenuItem:
    return PermittedMenuItem(
        _("Lines"), reverse_lazy("sales:lines"), name="lines", icon_name="list-ul", order=40, permission=VIEW_TOTALS
    )
