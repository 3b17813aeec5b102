"""Packs as visitors see them: weight, what each platform last asked for it and on which day, what a 斤 comes to."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from django.utils.translation import gettext as _

from products.days import spoken_near
from products.models import Price, Sku
from products.money import GRAMS_A_JIN, LIGHT_G
from products.platforms import app_name


@dataclass(frozen=True)
class Offer:
    """The latest price of a pack on a platform."""

    price: Price
    seen: str
    """`6月1日在抖音看到`."""

    @property
    def fen(self) -> int:
        return self.price.price_fen

    @property
    def fen_per_jin(self) -> int | None:
        """Rounded to the fen; None for what is too light to be reckoned by the jin."""
        grams = self.price.sku.net_weight_g
        if grams < LIGHT_G:
            return None
        return int((Decimal(self.fen) * GRAMS_A_JIN / grams).quantize(Decimal(1), ROUND_HALF_UP))


@dataclass(frozen=True)
class Pack:
    """A pack with its offers, the lowest price first."""

    sku: Sku
    offers: list[Offer]


def packs_of(skus: Iterable[Sku], prices: Iterable[Price], today: datetime.date) -> list[Pack]:
    """The packs shown to visitors, what ships all year last, each group from light to heavy."""
    latest = latest_prices(prices, today)
    shown = sorted((sku for sku in skus if sku.is_shown), key=lambda sku: (not sku.is_seasonal, sku.net_weight_g))
    return [Pack(sku, offers_of([price for price in latest if price.sku_id == sku.pk], today)) for sku in shown]


def latest_prices(prices: Iterable[Price], today: datetime.date) -> list[Price]:
    """Of each pack and platform the price seen last. One that has ended leaves none: an older one is no truer."""
    latest: dict[tuple[int, str], Price] = {}
    for price in sorted(prices, key=lambda price: price.noted_on):
        if price.noted_on <= today:
            latest[price.sku_id, price.platform] = price
    return [price for price in latest.values() if price.valid_until is None or price.valid_until >= today]


def offers_of(prices: list[Price], today: datetime.date) -> list[Offer]:
    return [Offer(price, seen(price, today)) for price in sorted(prices, key=lambda price: price.price_fen)]


def seen(price: Price, today: datetime.date) -> str:
    facts = {"day": spoken_near(price.noted_on, today), "platform": app_name(price.platform)}
    return _("seen on %(platform)s on %(day)s") % facts


def lowest_offer(packs: Iterable[Pack]) -> Offer | None:
    """For “from …” beside the name."""
    offers = [offer for pack in packs for offer in pack.offers]
    return min(offers, key=lambda offer: offer.fen, default=None)
