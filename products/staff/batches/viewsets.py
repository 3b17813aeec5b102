"""Batches and soil claims in the admin."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import Button

from products.models import Batch, SoilClaim
from products.staff.batches.panels import BATCH, SOIL_CLAIM
from products.staff.columns import DayColumn
from zhunong.access.row_scope import RowScopedViewSet


def public_url(batch: Batch) -> str:
    """What the code on the box leads to."""
    return reverse("products_public:batch", args=[batch.code])


class BatchIndex(generic.IndexView):
    def get_base_queryset(self) -> QuerySet:
        return super().get_base_queryset().select_related("product", "village", "report")

    def get_list_more_buttons(self, instance: Any) -> list[Button]:
        """Those of the row, and the page that buyers see."""
        page = Button(_("Page behind the code"), url=public_url(instance), icon_name="view", priority=5)
        return [page, *super().get_list_more_buttons(instance)]

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        labels = Button(_("Print labels"), url=reverse("products:labels"), icon_name="print", priority=5)
        return [labels, *super().header_more_buttons]


class BatchInspect(generic.InspectView):
    def get_code_display_value(self) -> str:
        return self.request.build_absolute_uri(public_url(self.object))


class BatchViewSet(RowScopedViewSet, ModelViewSet):
    model = Batch
    name = "products_batches"
    url_prefix = "products/batches"
    icon = "tag"
    menu_label = gettext_lazy("Batches")
    add_to_admin_menu = False
    add_to_reference_index = False
    copy_view_enabled = False
    inspect_view_enabled = True
    sort_order_field = None
    edit_handler = BATCH
    index_view_class = BatchIndex
    inspect_view_class = BatchInspect
    index_template_name = "products/staff/index.html"
    index_results_template_name = "products/staff/index_results.html"
    inspect_view_fields = [
        "product", "village", "number", "code", "picked_on", "report", "issuer", "issued_on", "contact", "quantity",
        "shows_ways",
    ]  # fmt: skip
    search_fields = ["number", "code", "product__name", "village__name"]
    search_backend_name = None
    list_per_page = 50
    list_filter = ["picked_on"]
    list_export = ["number", "code", "product", "village", "picked_on", "issuer", "issued_on", "quantity"]
    export_filename = "batches"
    list_display = [
        TitleColumn("number", label=gettext_lazy("batch number"), url_name="products_batches:inspect"),
        Column("product", label=gettext_lazy("product"), sort_key="product__name"),
        Column("village", label=gettext_lazy("village"), sort_key="village__name"),
        DayColumn("picked_on", label=gettext_lazy("picked on"), sort_key="picked_on"),
        Column("report", label=gettext_lazy("test report"), accessor=lambda batch: batch.report or "—"),
        Column("code", label=gettext_lazy("address"), accessor=public_url),
    ]


class SoilClaimIndex(generic.IndexView):
    def get_base_queryset(self) -> QuerySet:
        return super().get_base_queryset().select_related("township", "village")


class SoilClaimViewSet(RowScopedViewSet, ModelViewSet):
    model = SoilClaim
    name = "products_soil"
    url_prefix = "products/soil"
    icon = "globe"
    menu_label = gettext_lazy("Soil claims")
    add_to_admin_menu = False
    add_to_reference_index = False
    copy_view_enabled = False
    inspect_view_enabled = True
    sort_order_field = None
    edit_handler = SOIL_CLAIM
    index_view_class = SoilClaimIndex
    index_template_name = "products/staff/index.html"
    index_results_template_name = "products/staff/index_results.html"
    inspect_view_fields = ["township", "village", "source", "finding", "stated_on"]
    search_fields = ["source", "finding", "village__name"]
    search_backend_name = None
    list_per_page = 50
    export_filename = "soil"
    list_export = ["township", "village", "source", "finding", "stated_on"]
    list_display = [
        TitleColumn("place", label=gettext_lazy("soil of"), accessor=str, url_name="products_soil:inspect"),
        Column("source", label=gettext_lazy("source")),
        Column("finding", label=gettext_lazy("what was found"), accessor=lambda claim: claim.finding or "—"),
        DayColumn("stated_on", label=gettext_lazy("stated on")),
    ]


batches, soil_claims = BatchViewSet(), SoilClaimViewSet()
