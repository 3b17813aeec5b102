"""Interning what a shop lists, so that lines point at one row and mapping it credits them all."""

import hashlib
import json
from collections.abc import Iterable

from livestreams.sales.crediting import Creditor
from livestreams.sales.facts import Article
from livestreams.sales.models import Listing
from livestreams.teams.models import Account


class Listings:
    """The listings of one shop, looked up and made by article."""

    def __init__(self, shop: Account) -> None:
        self.shop = shop
        rows = Listing.objects.filter(shop=shop).values_list("codes", "product_id", "spec", "title", "pk")
        self.ids = {Article(tuple(codes), product_id, spec, title): pk for codes, product_id, spec, title, pk in rows}

    def ensure(self, articles: Iterable[Article], creditor: Creditor) -> None:
        """Make the listings that are missing, mapped as the codes stand now."""
        missing = {article for article in articles if article not in self.ids}
        Listing.objects.bulk_create(
            [
                Listing(
                    shop=self.shop,
                    fingerprint=fingerprint(article),
                    codes=list(article.codes),
                    product_id=article.product_id,
                    spec=article.spec,
                    title=article.title,
                    sku_id=creditor.sku(article),
                )
                for article in missing
            ],
            ignore_conflicts=True,
        )
        if missing:
            self.ids.update(Listings(self.shop).ids)


def fingerprint(article: Article) -> str:
    return hashlib.sha256(json.dumps(article).encode()).hexdigest()
