"""Crediting lines anew when the world changes: owners, sessions, codes, origins, corrections by hand."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from django.db.models import Max, Min, QuerySet

from livestreams.sales.batches import Batch
from livestreams.sales.books import Books
from livestreams.sales.bulk import without_collecting
from livestreams.sales.correcting import recredited_row
from livestreams.sales.crediting import Creditor
from livestreams.sales.facts import Article
from livestreams.sales.layouts import LAYOUTS
from livestreams.sales.models import Line, Listing, OrderImport
from livestreams.sales.models.lines import RefundRule
from livestreams.sales.new_credits import CreditedRow, credited_rows
from livestreams.sales.refolding import LineFolder
from livestreams.teams.models import Account

STRETCH = 5000
KEYS_AT_ONCE = 1000


@dataclass
class Touched:
    """What changed in the world, as primary keys; the lines that it may concern follow from it."""

    accounts: set[int] = field(default_factory=set)
    products: set[int] = field(default_factory=set)
    codes: set[int] = field(default_factory=set)
    """Townships whose codes changed."""
    lines: set[tuple[int, str]] = field(default_factory=set)
    """(shop, line key) of lines whose corrections by hand changed."""
    placed: dict[int, set[int]] = field(default_factory=dict)
    """Lines by shop, ordered at a time that sessions changed."""

    def __bool__(self) -> bool:
        return bool(self.is_of_world or self.lines or self.placed)

    @property
    def is_of_world(self) -> bool:
        """Whether more than single lines may be concerned."""
        return bool(self.accounts or self.products or self.codes)

    def shops(self) -> QuerySet[Account]:
        """The shops whose lines may be concerned."""
        shops = Account.objects.filter(imports__isnull=False).distinct()
        return shops if self.is_of_world else shops.filter(pk__in={shop for shop, _key in self.lines} | {*self.placed})


def recredit(touched: Touched) -> Batch:
    """Work out the changes of all lines concerned. The caller holds the crediting of every township, and switches."""
    books = Books()
    batch = Batch(books)
    with without_collecting():
        for shop in touched.shops():
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
        by_hand = {key for shop, key in touched.lines if shop == self.shop.pk}
        if touched.is_of_world or self.shop.pk in touched.placed:
            by_hand |= self.credit(touched, by_hand)
        self.refold(sorted(by_hand))

    def credit(self, touched: Touched, apart: set[str]) -> set[str]:
        """Credit the lines concerned anew, but those `apart`. Returns those that can only be folded again.

        A row whose refund was corrected no longer tells what its files say of it.
        """
        listings, by_hand = self.articles(), set()
        remapped = self.remap(listings) if self.shop.township_id in touched.codes else []
        for row in self.concerned(touched, remapped):
            if row.refund_rule == RefundRule.CORRECTED:
                by_hand.add(row.key)
            elif row.key not in apart:
                self.batch.credit(row, recredited_row(self.creditor, row, listings[row.listing]))
        return by_hand

    def concerned(self, touched: Touched, remapped: list[int]) -> Iterator[CreditedRow]:
        """The lines of this shop that the change may concern, each once."""
        placed = set(touched.placed.get(self.shop.pk, ()))
        if touched.is_of_world:
            for row in self.rows(*self.condition(touched, remapped)):
                placed.discard(row.pk)
                yield row
        keys = sorted(placed)
        for start in range(0, len(keys), KEYS_AT_ONCE):
            some = keys[start : start + KEYS_AT_ONCE]
            yield from credited_rows(f"id IN ({', '.join(['%s'] * len(some))})", some)

    def refold(self, keys: Sequence[str]) -> None:
        """Make lines again from what their files say."""
        if not keys:
            return
        folder = LineFolder(self.shop, OrderImport.objects.applied().filter(shop=self.shop), self.batch)
        for start in range(0, len(keys), KEYS_AT_ONCE):
            folder.refold(keys[start : start + KEYS_AT_ONCE])

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

    def rows(self, where: str, params: list) -> Iterator[CreditedRow]:
        """The lines concerned, a stretch of primary keys at a time: memory stays flat."""
        ends = Line.objects.filter(shop=self.shop).aggregate(first=Min("pk"), last=Max("pk"))
        for first in range(ends["first"] or 0, (ends["last"] or -1) + 1, STRETCH):
            yield from credited_rows(f"{where} AND id BETWEEN %s AND %s", [*params, first, first + STRETCH - 1])
