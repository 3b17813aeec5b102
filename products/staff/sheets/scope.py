"""What a person's sheet may name: products, villages and packs of the own townships, by the names people write."""

from collections import Counter
from typing import Any

from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from products.models import Product, Sku
from zhunong.access.models import User
from zhunong.places.models import Village


class Scope:
    """Read once for a sheet. `method`: `visible_to` to take a sheet away, `workable_by` to hand one in."""

    def __init__(self, user: User, method: str = "workable_by") -> None:
        self.user, self.method = user, method

    def own(self, model: Any) -> Any:
        return getattr(model.objects, self.method)(self.user)

    @cached_property
    def products(self) -> dict[str, Product]:
        """By slug, and by name where one product alone is called so."""
        found = list(self.own(Product).order_by("slug"))
        counts = Counter(product.name for product in found)
        by_name = {product.name: product for product in found if counts[product.name] == 1}
        return by_name | {product.slug: product for product in found}

    @cached_property
    def villages(self) -> dict[tuple[int, str], Village]:
        """By township and name or slug."""
        found = list(self.own(Village).order_by("slug"))
        named = {(village.township_id, village.name): village for village in found}
        return named | {(village.township_id, village.slug): village for village in found}

    @cached_property
    def packs(self) -> dict[tuple[int, str], Sku]:
        """By product and code."""
        return {(pack.product_id, pack.code): pack for pack in self.own(Sku).select_related("product")}

    def product(self, text: str) -> Product:
        """Raises ValueError; another township's product is not there."""
        if text not in self.products:
            raise ValueError(_("You have no product “%(name)s”.") % {"name": text[:40]})
        return self.products[text]

    def village(self, product: Product, text: str) -> Village:
        """Raises ValueError."""
        if (product.township_id, text) not in self.villages:
            raise ValueError(_("There is no village “%(name)s” in the product's township.") % {"name": text[:40]})
        return self.villages[product.township_id, text]

    def pack(self, product: Product, text: str) -> Sku:
        """Raises ValueError."""
        if (product.pk, text) not in self.packs:
            raise ValueError(_("“%(product)s” has no pack “%(code)s”.") % {"product": product, "code": text[:40]})
        return self.packs[product.pk, text]

    def named(self, product: Product) -> str:
        """What a sheet writes for a product, so that it is found again."""
        return product.name if self.products.get(product.name) == product else product.slug
