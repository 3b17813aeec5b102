"""The coverage board in the admin's menu."""

from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from livestreams.sales.staff.access import VIEW_TOTALS
from zhunong.access.desk import PermittedMenuItem


@hooks.register("register_admin_menu_item")
def coverage_item() -> PermittedMenuItem:
    return PermittedMenuItem(
        _("Who has handed in"), reverse_lazy("sales:coverage"), name="coverage", icon_name="calendar-check", order=15,
        permission=VIEW_TOTALS,
    )  # fmt: skip
