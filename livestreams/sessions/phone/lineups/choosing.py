"""Which products can be put into a line-up: the township's, what is in season on that day first."""

import datetime
from collections import defaultdict
from dataclasses import dataclass

from livestreams.sessions.models import Event
from products.models import Price, Product, Season, Sku
from products.packs import latest_prices
from products.standing import Standing, standing_of

ORDER = {"now": 0, "soon": 1, "unknown": 2, "later": 3, "over": 4}


@dataclass(frozen=True)
class Pack:
    """`sku` is None where the product has no pack written down. `fen`: the latest valid price of the platform."""

    sku: Sku | None
    fen: int | None
    is_in: bool


@dataclass(frozen=True)
class Choice:
    """A product with its packs; those that are in the line-up already cannot be added again."""

    product: Product
    standing: Standing
    packs: list[Pack]


def choices_for(event: Event, platforms: list[str], day: datetime.date) -> list[Choice]:
    """Five queries, however many products there are."""
    products = list(Product.objects.filter(township=event.township_id).order_by("name"))
    of_township = {"product__township": event.township_id}
    skus, seasons = by_product(Sku.objects.filter(**of_township)), by_product(Season.objects.filter(
        **of_township, picked_to__gte=day - datetime.timedelta(366)).select_related("village"))  # fmt: skip
    prices = Price.objects.filter(**of_township, platform__in=platforms).select_related("sku")
    fen = {(price.sku_id, price.platform): price.price_fen for price in latest_prices(prices, day)}
    there = set(event.items.values_list("product", "sku"))
    choices = [
        Choice(product, standing_of(seasons[product.pk], day), [
            Pack(sku, price_on(fen, sku, platforms), (product.pk, sku.pk if sku else None) in there)
            for sku in skus[product.pk] or [None]
        ])
        for product in products
    ]  # fmt: skip
    return sorted(choices, key=lambda choice: ORDER[choice.standing.kind])


def by_product(rows: object) -> dict[int, list]:
    """Rows by the primary key of their product."""
    found: dict[int, list] = defaultdict(list)
    for row in rows:  # type: ignore[attr-defined]
        found[row.product_id].append(row)
    return found


def price_on(fen: dict[tuple[int, str], int], sku: Sku | None, platforms: list[str]) -> int | None:
    """Of the first of the platforms that has one."""
    if sku is None:
        return None
    return next((fen[sku.pk, platform] for platform in platforms if (sku.pk, platform) in fen), None)


def platforms_of(event: Event) -> list[str]:
    """The platforms of the event's sessions, as they were planned."""
    return list(dict.fromkeys(event.sessions.order_by("pk").values_list("account__platform", flat=True)))
