"""Menu item of session lists."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from livestreams.sales.staff.access import HAND_IN
from zhunong.access.desk import PermittedMenuItem


@hooks.register("register_sales_menu_item")
def session_lists_item() -> MenuItem:
    return PermittedMenuItem(
        _("Session lists"), reverse("sales:session_lists"), permission=HAND_IN, name="session-lists",
        icon_name="upload", order=44,
    )  # fmt: skip
