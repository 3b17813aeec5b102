"""Results of sessions in the menu "Sales"."""

from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from livestreams.sales.staff.access import VIEW_TOTALS
from zhunong.access.desk import PermittedMenuItem


@hooks.register("register_sales_menu_item")
def sessions_item() -> PermittedMenuItem:
    return PermittedMenuItem(
        _("Results of sessions"), reverse_lazy("sales:session_results"), name="session-results", icon_name="media",
        order=45, permission=VIEW_TOTALS,
    )  # fmt: skip
