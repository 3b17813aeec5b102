"""The context of a product's page: its own facts, what rooms above say, and what search engines may know."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from products import beside
from products.jsonld import product_data
from products.models import ProductPage
from products.showing import show
from zhunong.structured import script


def context_of(page: ProductPage, request: HttpRequest, *, is_draft: bool = False) -> dict[str, Any]:
    """For `products/product_page.html`."""
    today = timezone.localdate()
    showing = show(page, today, request, is_draft=is_draft)
    data = product_data(page, showing, request.build_absolute_uri)
    return {"showing": showing, "today": today, "structured": script(data), **beside.context_of(showing.product)}
