"""Keeps every product page's `search_key` true: when a page is saved, and when a name of its product changes.

Villages are not in it: where a product grows depends on the day, so that the inventory adds them (`inventory`).
Bulk writes send no signals: who writes names in bulk calls `index_pages` afterwards.
"""

from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.db.models.signals import post_save, pre_save
from django.utils import translation

from products.catalogue.words import key_of
from products.models import Product, ProductPage

BATCH = 500


def keep_keys() -> None:
    """Listen. Call once, when the app is ready."""
    pre_save.connect(page_is_saved, ProductPage)
    post_save.connect(product_is_saved, Product)


def page_is_saved(instance: ProductPage, **kwargs: Any) -> None:
    if not kwargs.get("raw") and instance.product_id:
        with translation.override(settings.LANGUAGE_CODE):
            instance.search_key = key_of_page(instance)


def product_is_saved(instance: Product, **kwargs: Any) -> None:
    index_pages(ProductPage.objects.filter(product=instance))


def index_pages(pages: QuerySet[ProductPage] | None = None) -> int:
    """Write the keys that differ, of all pages unless some are named. Returns how many differed."""
    if pages is None:
        pages = ProductPage.objects.all()
    stale = []
    with translation.override(settings.LANGUAGE_CODE):
        for page in pages.select_related("product").order_by("pk"):
            if page.search_key != (key := key_of_page(page)):
                page.search_key = key
                stale.append(page)
    ProductPage.objects.bulk_update(stale, ["search_key"], batch_size=BATCH)
    return len(stale)


def key_of_page(page: ProductPage) -> str:
    """The key that a page should have, in the language of the site."""
    product = page.product
    names = [page.title, product.name, product.local_name, product.variety, product.get_category_display()]
    return key_of(names, texts=[page.lead])
