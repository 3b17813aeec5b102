"""Menu items of handing in."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from livestreams.sales.staff.access import HAND_IN
from zhunong.access.desk import PermittedMenuItem


@hooks.register("register_sales_menu_item")
def hand_in_item() -> MenuItem:
    return PermittedMenuItem(
        _("Hand in order files"), reverse("sales:hand_in"), permission=HAND_IN, name="hand-in", icon_name="upload",
        order=10,
    )  # fmt: skip


@hooks.register("register_sales_menu_item")
def imports_item() -> MenuItem:
    return PermittedMenuItem(
        _("Order files handed in"), reverse("sales:imports"), permission=HAND_IN, name="imports", icon_name="doc-full",
        order=20,
    )  # fmt: skip
