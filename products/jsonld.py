"""What search engines may know of a product, in schema.org's words; nothing that we do not hold.

No rating, no brand, no claim of selenium. An offer needs a price and an address on its platform; where either is
missing there is none.
"""

import datetime
from collections.abc import Callable
from typing import Any

from django.core.files.storage import default_storage
from wagtail.images.models import SourceImageIOError

from media.cuts import cut_for
from products.models import BuyingWay, Product, ProductPage, Sku
from products.packs import Offer, Pack
from products.showing import Showing
from zhunong.structured import SCHEMA

Absolute = Callable[[str], str]
"""Makes a path of the site into a whole address."""


def product_data(page: ProductPage, showing: Showing, absolute: Absolute) -> dict[str, Any]:
    """A schema.org Product; what is blank is left out when it is written."""
    product, image = showing.product, address_of_picture(page)
    return {
        "@type": "Product",
        "name": page.title,
        "alternateName": product.local_name,
        "description": page.search_description or page.lead,
        "category": str(Product.Category(product.category).label),
        "countryOfOrigin": {"@type": "Country", "name": "CN"},
        "url": absolute(page.url) if page.url else "",
        "image": absolute(image) if image else "",
        "offers": offers_of(showing),
    }


def offers_of(showing: Showing) -> list[dict[str, Any]]:
    links = {way.platform: way for way in reversed(showing.ways_by(BuyingWay.Kind.LINK))}
    pairs = [(pack, offer) for pack in showing.packs for offer in pack.offers if offer.price.platform in links]
    return [offer_data(pack, offer, links[offer.price.platform], showing) for pack, offer in pairs]


def offer_data(pack: Pack, offer: Offer, way: BuyingWay, showing: Showing) -> dict[str, Any]:
    """`priceValidUntil` only where somebody wrote it down."""
    until: datetime.date | None = offer.price.valid_until
    return {
        "@type": "Offer", "name": pack.sku.full_name, "url": way.value, "price": f"{offer.fen / 100:.2f}",
        "priceCurrency": "CNY", "availability": f"{SCHEMA}/{availability(pack.sku, showing)}",
        "seller": {"@type": "Organization", "name": way.seller},
        "priceValidUntil": until.isoformat() if until else "",
    }  # fmt: skip


def availability(sku: Sku, showing: Showing) -> str:
    """What ships all year is in stock; what ships in season only then. Unknown seasons say nothing against it."""
    if not sku.is_seasonal or showing.standing.kind in ("now", "unknown"):
        return "InStock"
    return "SoldOut" if showing.standing.is_sold_out else "OutOfStock"


def address_of_picture(page: ProductPage) -> str:
    """The picture as it is, uncut; blank where none is shown."""
    picture = page.picture
    if not picture or not picture.may_be_published:
        return ""
    try:
        return default_storage.url(cut_for(picture, "whole")["jpeg"][0][0])
    except SourceImageIOError:
        return ""
