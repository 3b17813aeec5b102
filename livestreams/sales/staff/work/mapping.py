"""Saying once which SKU a listing is: the code is written down, and all its lines are credited by it."""

from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from livestreams.sales.models import Listing
from livestreams.sales.recrediting import Touched
from products.models import Sku, SkuCode

LONGEST_CODE = 200


class Code(NamedTuple):
    """A code that names a listing; `kind` is an English msgid."""

    kind: str
    code: str


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


def map_listing(listing: Listing, sku: Sku, touched: Touched) -> SkuCode:
    """Enter the listing's best code for its shop. Raises ValidationError where it has none, or has a SKU meanwhile.

    The caller holds the crediting of every township and credits what was touched.
    """
    code, shop = best_code(listing), listing.shop
    if not code or not Listing.objects.filter(pk=listing.pk, sku=None).exists():
        raise ValidationError(
            _("“%(listing)s” has a SKU already, or no code to know it by."), params={"listing": listing}
        )
    touched.codes.add(shop.township_id)
    return SkuCode.objects.create(
        township_id=shop.township_id, platform=shop.platform, account_id=shop.account_id, code=code.code, sku=sku
    )
