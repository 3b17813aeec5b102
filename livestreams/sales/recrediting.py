"""Crediting lines anew when the world changes: owners, sessions, codes, origins."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.db.models import Max, Min

from livestreams.sales.batches import Batch
from livestreams.sales.books import Books
from livestreams.sales.crediting import Creditor
from livestreams.sales.facts import Article
from livestreams.sales.layouts import LAYOUTS
from livestreams.sales.models import Line, Listing
from livestreams.sales.rows import LineRow, facts_of, line_row, select_rows
from livestreams.teams.models import Account

STRETCH = 20_000


@dataclass
class Touched:
    """What changed in the world, as primary keys; the lines that it may concern follow from it."""

    accounts: set[int] = field(default_factory=set)
    products: set[int] = field(default_factory=set)
    codes: set[int] = field(default_factory=set)
    """Townships whose codes changed."""

    def __bool__(self) -> bool:
        return bool(self.accounts or self.products or self.codes)


def recredit(touched: Touched) -> Batch:
    """Work out the changes of all lines concerned. The caller holds the crediting of every township, and switches."""
    books = Books()
    batch = Batch(books)
    for shop in Account.objects.filter(imports__isnull=False).distinct():
        Recreditor(shop, books, batch).run(touched)
    batch.seal()
    return batch


class Recreditor:
    """Credits the lines of one shop anew."""

    def __init__(self, shop: Account, books: Books, batch: Batch) -> None:
        self.shop, self.batch = shop, batch
        self.layout = LAYOUTS[shop.platform]
        self.creditor = Creditor(books, self.layout, shop)

    def run(self, touched: Touched) -> None:
        listings = self.articles()
        remapped = self.remap(listings) if self.shop.township_id in touched.codes else []
        where, params = self.condition(touched, remapped)
        for row in self.rows(where, params):
            facts = facts_of(row, listings[row.listing])
            credit = self.creditor.credit(facts)
            self.batch.change(row, line_row(self.shop, row.platform, row.key, facts, row.listing, credit))

    def articles(self) -> dict[int, Article]:
        rows = Listing.objects.filter(shop=self.shop).values_list("pk", "codes", "product_id", "spec", "title")
        return {pk: Article(tuple(codes), *texts) for pk, codes, *texts in rows}

    def remap(self, listings: dict[int, Article]) -> list[int]:
        """Point listings at the SKUs that the codes name now. Returns those whose SKU changed."""
        mapped = dict(Listing.objects.filter(shop=self.shop).values_list("pk", "sku_id"))
        by_sku: dict[int | None, list[int]] = defaultdict(list)
        for pk, article in listings.items():
            if (sku := self.creditor.sku(article)) != mapped[pk]:
                by_sku[sku].append(pk)
        for sku, pks in by_sku.items():
            Listing.objects.filter(pk__in=pks).update(sku_id=sku)
        return [pk for pks in by_sku.values() for pk in pks]

    def condition(self, touched: Touched, remapped: list[int]) -> tuple[str, list]:
        """The lines of this shop that the change may concern, as SQL."""
        if self.shop.pk in touched.accounts:
            return "shop_id = %s", [self.shop.pk]
        accounts = Account.objects.filter(pk__in=touched.accounts, platform=self.shop.platform)
        names = [*accounts.values_list("account_id", flat=True)]
        skus = [sku for sku, (product, _weight) in self.creditor.books.skus.items() if product in touched.products]
        wanted: list[tuple[str, list]] = [
            ("streamer", names),
            ("sku_id", skus),
            ("listing_id", remapped),
        ]
        if names:  # a nickname taken or given up may be another account's too
            wanted.append(("nickname <> '' AND platform", [self.shop.platform]))
        parts = [f"{column} IN ({', '.join(['%s'] * len(values))})" for column, values in wanted if values]
        params = [value for _column, values in wanted for value in values]
        return f"shop_id = %s AND ({' OR '.join(parts) or 'FALSE'})", [self.shop.pk, *params]

    def rows(self, where: str, params: list) -> Iterator[LineRow]:
        """The lines concerned, a stretch of primary keys at a time: memory stays flat."""
        ends = Line.objects.filter(shop=self.shop).aggregate(first=Min("pk"), last=Max("pk"))
        for first in range(ends["first"] or 0, (ends["last"] or -1) + 1, STRETCH):
            yield from select_rows(f"{where} AND id BETWEEN %s AND %s", [*params, first, first + STRETCH - 1])
