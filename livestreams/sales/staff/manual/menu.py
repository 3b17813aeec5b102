"""Sales written down by hand in the menu "Sales"."""

from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from zhunong.access.desk import PermittedMenuItem

VIEW_WRITTEN = "sales.view_manualsale"


@hooks.register("register_sales_menu_item")
def written_item() -> PermittedMenuItem:
    return PermittedMenuItem(
        _("Sales written down by hand"), reverse_lazy("sales:written"), name="written", icon_name="form", order=56,
        permission=VIEW_WRITTEN,
    )  # fmt: skip
