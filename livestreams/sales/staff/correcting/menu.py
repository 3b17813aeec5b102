"""Corrections by hand in the menu "Sales"."""

from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from zhunong.access.desk import PermittedMenuItem


@hooks.register("register_sales_menu_item")
def corrections_item() -> PermittedMenuItem:
    return PermittedMenuItem(
        _("Corrections by hand"), reverse_lazy("sales:corrections"), name="corrections", icon_name="edit", order=55,
        permission="sales.view_correction",
    )  # fmt: skip
