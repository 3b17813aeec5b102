"""What a team can write down as sold: its township's SKUs under their products, or a product alone."""

from collections import defaultdict
from collections.abc import Collection, Sequence

from django.utils.translation import gettext as _

from livestreams.sales.manual_words import in_jin
from livestreams.sales.models import ManualSale
from livestreams.teams.models import Team
from products.models import Product, Sku

Choices = list[tuple[str, str | list[tuple[str, str]]]]


class Goods:
    """The goods of some townships (primary keys): two queries."""

    def __init__(self, townships: Collection[int]) -> None:
        products = Product.objects.filter(township__in=townships).select_related("township").order_by("name")
        self.products = {product.pk: product for product in products}
        self.skus = {sku.pk: sku for sku in Sku.objects.filter(product__in=products).order_by("net_weight_g", "code")}

    def choices(self, teams: Sequence[Team]) -> Choices:
        """For a select, grouped by product; the township is said where there are several."""
        skus: dict[int, list[Sku]] = defaultdict(list)
        for sku in self.skus.values():
            skus[sku.product_id].append(sku)
        several = len({team.township_id for team in teams}) > 1
        return [
            ("", _("choose a product or SKU")),
            *((self.name(product, several), self.of(product, skus[product.pk])) for product in self.products.values()),
        ]

    def name(self, product: Product, several: bool) -> str:
        return f"{product.township} {product}" if several else product.name

    def of(self, product: Product, skus: list[Sku]) -> list[tuple[str, str]]:
        named = [(f"sku:{sku.pk}", f"{product} · {sku} ({in_jin(sku.net_weight_g)})") for sku in skus]
        return [*named, (f"product:{product.pk}", _("%(product)s · only the product is known") % {"product": product})]

    def found(self, key: str) -> tuple[Product, Sku | None]:
        """The product and SKU of a choice."""
        kind, _colon, pk = key.partition(":")
        if kind == "product":
            return self.products[int(pk)], None
        sku = self.skus[int(pk)]
        return self.products[sku.product_id], sku

    @staticmethod
    def key(sale: ManualSale) -> str:
        return f"sku:{sale.sku_id}" if sale.sku_id else f"product:{sale.product_id}"
