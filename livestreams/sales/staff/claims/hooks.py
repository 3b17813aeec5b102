"""Claims in the admin."""

from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from livestreams.sales.staff.claims.viewset import ClaimViewSet, claims
from zhunong.access.desk import PermittedMenuItem


@hooks.register("register_admin_viewset")
def claims_viewset() -> ClaimViewSet:
    return claims


@hooks.register("register_sales_menu_item")
def claims_item() -> PermittedMenuItem:
    return PermittedMenuItem(
        _("Claimed figures"), reverse_lazy("sales_claims:index"), name="claims", icon_name="comment", order=60,
        permission="sales.view_claim",
    )  # fmt: skip
