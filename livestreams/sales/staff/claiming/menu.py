"""Requests for credit in the menu "Sales"."""

from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from zhunong.access.desk import PermittedMenuItem


@hooks.register("register_sales_menu_item")
def requests_item() -> PermittedMenuItem:
    return PermittedMenuItem(
        _("Requests for credit"), reverse_lazy("sales:requests"), name="requests", icon_name="user", order=52,
        permission="sales.view_creditrequest",
    )  # fmt: skip
