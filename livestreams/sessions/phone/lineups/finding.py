"""Which pack, product or item an address or a form of the line-up names."""

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from livestreams.sessions.models import Event, LineUpItem
from products.models import Product, Sku


def chosen(request: HttpRequest, event: Event) -> tuple[Product, Sku | None]:
    """The pack (or product without packs) of the township that the address or the form names. Raises Http404."""
    given = request.POST if request.method == "POST" else request.GET
    of_township = {"township": event.township_id}
    if given.get("sku"):
        skus = Sku.objects.filter(product__township=event.township_id).select_related("product__township")
        sku = get_object_or_404(skus, pk=number(given["sku"]))
        return sku.product, sku
    return get_object_or_404(Product.objects.filter(**of_township), pk=number(given.get("product", ""))), None


def item_of(event: Event, pk: str) -> LineUpItem:
    """Raises Http404 where it is not of this event."""
    rows = event.items.select_related("event", "product", "sku__product", "batch")
    return get_object_or_404(rows, pk=number(pk))


def number(text: str) -> int:
    """What people did not type, but may have changed. Raises Http404."""
    if not text.isascii() or not text.isdigit() or len(text) > 12:
        raise Http404
    return int(text)
