"""A product's facts in the admin: list, edit in tabs, look at, history. Products come and go at the tables."""

from typing import Any

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.urls import URLPattern
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from products.models import Product
from products.money import written_yuan
from products.platforms import platform_name
from products.selenium import proofs_of
from products.staff.facts.listing import ProductIndex, parts_on
from products.staff.facts.panels import edit_handler
from zhunong.access.row_scope import RowScopedViewSet

ELSEWHERE = ("add", "delete", "usage")
"""Views of Wagtail's that the tables have in place of this viewset."""


class ProductInspect(generic.InspectView):
    """All facts of a product to read, for who may not change them."""

    def get_object(self, queryset: QuerySet | None = None) -> Product:
        return get_object_or_404(Product.objects.select_related("township"), pk=self.pk)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        product, today = self.object, timezone.localdate()
        prices = product.prices.select_related("sku").order_by("-noted_on", "pk")
        return super().get_context_data(**kwargs) | {
            "product": product, "parts": parts_on([product.pk], today).get(product.pk, []),
            "areas": product.areas.select_related("village"),
            "seasons": product.seasons.select_related("village"), "packs": product.skus.all(),
            "prices": [(price, platform_name(price.platform), written_yuan(price.price_fen)) for price in prices],
            "ways": [(way, platform_name(way.platform)) for way in product.ways.all()],
            "certificates": product.certificates.all(), "proofs": proofs_of(product, today),
        }  # fmt: skip


class ProductFactsViewSet(RowScopedViewSet, ModelViewSet):
    model = Product
    name = "products_facts"
    url_prefix = "products/facts"
    icon = "form"
    menu_label = _("Product facts")
    add_to_admin_menu = False
    add_to_reference_index = False
    copy_view_enabled = False
    inspect_view_enabled = True
    sort_order_field = None
    index_view_class = ProductIndex
    inspect_view_class = ProductInspect
    inspect_template_name = "products/staff/inspect.html"
    index_template_name = "products/staff/index.html"
    index_results_template_name = "products/staff/index_results.html"
    search_fields = ["name", "local_name", "variety", "slug"]
    search_backend_name = None
    list_filter = ["category"]
    list_per_page = 50
    list_export = ["slug", "name", "local_name", "variety", "get_category_display", "area_mu", "area_source"]
    export_filename = "products"
    edit_handler = edit_handler

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Without the ways to views that are not here."""
        nowhere = {f"{view}_url_name": None for view in ELSEWHERE}
        return super().get_common_view_kwargs(**nowhere | kwargs)

    def get_urlpatterns(self) -> list[URLPattern]:
        return [pattern for pattern in super().get_urlpatterns() if pattern.name not in ELSEWHERE]


facts = ProductFactsViewSet()
