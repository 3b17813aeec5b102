"""What teams add to the admin: the way to the seasons, beside the other facts of products."""

from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from products.access import TELL_SEASONS
from zhunong.access.desk import PermittedMenuItem


@hooks.register("register_products_menu_item")
def seasons_item() -> PermittedMenuItem:
    return PermittedMenuItem(
        _("Seasons by a tap"), reverse_lazy("my_seasons:seasons"), name="products-seasons", icon_name="date", order=12,
        permission=TELL_SEASONS,
    )  # fmt: skip
