"""Saying once which SKU a listing is: the code is written down and all its lines are credited, in one act."""

from typing import NamedTuple

from django.db import transaction
from django.db.models import Count, F, Sum
from django.utils.translation import gettext_noop

from livestreams.sales.leftovers import sweep_dead_batches
from livestreams.sales.locks import crediting
from livestreams.sales.models import Line, Listing
from livestreams.sales.recrediting import Touched, recredit
from products.models import Sku, SkuCode
from zhunong.places.models import Township

LONGEST_CODE = 200


class Code(NamedTuple):
    """A code that names a listing; `kind` is an English msgid."""

    kind: str
    code: str


class Mapped(NamedTuple):
    """What a mapping did."""

    code: Code
    lines: int
    net_fen: int


class NotMappable(Exception):
    """The listing has no code at all, or has a SKU meanwhile."""


def best_code(listing: Listing) -> Code | None:
    """The most specific code that a listing has."""
    merchants = next(filter(None, listing.codes), "")
    found = [
        Code(gettext_noop("platform's product id and specification"), f"{listing.product_id}|{listing.spec}"),
        Code(gettext_noop("platform's product id"), listing.product_id),
        Code(gettext_noop("merchant's code"), merchants),
    ]
    if not (listing.product_id and listing.spec):
        del found[0]
    return next((code for code in found if code.code and len(code.code) <= LONGEST_CODE), None)


def map_listing(listing: Listing, sku: Sku) -> Mapped:
    """Enter the listing's best code for its shop and credit every line that it names. Raises NotMappable."""
    code = best_code(listing)
    if not code:
        raise NotMappable
    townships = list(Township.objects.values_list("pk", flat=True))
    with crediting(townships):
        sweep_dead_batches(townships)
        if not Listing.objects.filter(pk=listing.pk, sku=None).exists():
            raise NotMappable
        before = unmapped(listing)
        credit(listing, code, sku)
        after = unmapped(listing)
    return Mapped(code, before[0] - after[0], before[1] - after[1])


def credit(listing: Listing, code: Code, sku: Sku) -> None:
    """The code and its credits come about together or not at all."""
    shop, batch = listing.shop, None
    try:
        with transaction.atomic():
            SkuCode.objects.create(
                township_id=shop.township_id,
                platform=shop.platform,
                account_id=shop.account_id,
                code=code.code,
                sku=sku,
            )
            batch = recredit(Touched(codes={shop.township_id}))
            batch.switch()
    finally:
        if batch:
            batch.sweep()


def unmapped(listing: Listing) -> tuple[int, int]:
    """How many paid lines of the shop have no SKU, and their net."""
    lines = Line.objects.filter(shop=listing.shop, sku=None, day__isnull=False)
    sums = lines.aggregate(lines=Count("pk"), net=Sum(F("paid_fen") - F("refunded_fen")))
    return sums["lines"], sums["net"] or 0
