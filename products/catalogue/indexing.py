"""Keeps every product page's `search_key` true: when a page is saved, and when a name or an origin changes.

Bulk writes send no signals: who writes names in bulk calls `index_pages` afterwards.
"""

from typing import Any

from django.conf import settings
from django.db.models import Q, QuerySet
from django.db.models.signals import post_delete, post_save, pre_save
from django.utils import timezone, translation

from products.catalogue.words import key_of
from products.models import Origin, OriginPart, Product, ProductPage
from products.models.goods import shares_set
from zhunong.places.models import Village

BATCH = 500


def keep_keys() -> None:
    """Listen. Call once, when the app is ready."""
    pre_save.connect(page_is_saved, ProductPage)
    post_save.connect(product_is_saved, Product)
    post_save.connect(village_is_saved, Village)
    shares_set.connect(origin_is_set, Origin)
    post_delete.connect(origin_is_gone, Origin)


def page_is_saved(instance: ProductPage, **kwargs: Any) -> None:
    if not kwargs.get("raw") and instance.product_id:
        instance.search_key = keys_of([instance])[0]


def product_is_saved(instance: Product, **kwargs: Any) -> None:
    index_pages(ProductPage.objects.filter(product=instance))


def village_is_saved(instance: Village, **kwargs: Any) -> None:
    if not kwargs.get("created"):
        grown = Origin.objects.filter(parts__village=instance).values("product")
        index_pages(ProductPage.objects.filter(product__in=grown))


def origin_is_set(origin: Origin, **kwargs: Any) -> None:
    index_pages(ProductPage.objects.filter(product=origin.product_id))


def origin_is_gone(instance: Origin, **kwargs: Any) -> None:
    index_pages(ProductPage.objects.filter(product=instance.product_id))


def index_pages(pages: QuerySet[ProductPage] | None = None) -> int:
    """Write the keys that differ, of all pages unless some are named. Returns how many differed."""
    if pages is None:
        pages = ProductPage.objects.all()
    found = list(pages.select_related("product").order_by("pk"))
    stale = []
    for page, key in zip(found, keys_of(found), strict=True):
        if page.search_key != key:
            page.search_key = key
            stale.append(page)
    ProductPage.objects.bulk_update(stale, ["search_key"], batch_size=BATCH)
    return len(stale)


def keys_of(pages: list[ProductPage]) -> list[str]:
    """The key that each page should have. One query."""
    villages = villages_of([page.product_id for page in pages])
    with translation.override(settings.LANGUAGE_CODE):
        return [key_of_page(page, page.product, villages.get(page.product_id, [])) for page in pages]


def key_of_page(page: ProductPage, product: Product, villages: list[str]) -> str:
    names = [page.title, product.name, product.local_name, product.variety, product.get_category_display()]
    return key_of(names, villages, [page.lead])


def villages_of(products: list[int]) -> dict[int, list[str]]:
    """Product to the names of its villages, of today's origin and of those to come."""
    today = timezone.localdate()
    of_these = Q(origin__product__in=products) if len(products) < BATCH else Q()
    parts = OriginPart.objects.filter(of_these).order_by("origin__product", "origin__valid_from", "village__slug")
    rows = parts.values_list("origin__product", "origin__valid_from", "village__name")
    kept: dict[int, dict[Any, list[str]]] = {}
    for product, valid_from, name in rows:
        kept.setdefault(product, {}).setdefault(valid_from, []).append(name)
    return {product: not_over(origins, today) for product, origins in kept.items()}


def not_over(origins: dict[Any, list[str]], today: Any) -> list[str]:
    """Of the origins by their first day those that hold today or later."""
    begun = [day for day in origins if day is None or day <= today]
    holding = max(begun, key=lambda day: (day is not None, day), default=None) if begun else None
    days = [day for day in origins if day not in begun or day == holding]
    return sorted({name for day in days for name in origins[day]})
