"""All products of a shelf with what filters and order ask of them: read once, kept as long as nothing was written.

To filter, count and sort five thousand rows takes Python less than the database needs to say what they are. They are
true because the site's stamp names the state of the database (`zhunong.caching.memory`): one query tells whether they
still hold.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.db.models import F, QuerySet, TextField, Value
from django.db.models.functions import Cast, Coalesce
from django.http import HttpRequest

from products.catalogue.proven import valid_reports
from products.catalogue.shelf import Shelf
from products.catalogue.words import key_of_place
from products.models import Season
from zhunong.caching.compiled import rows_of
from zhunong.caching.memory import Memory

TEXTS = 3
MOST_KEPT = 8
"""Shelves in one process: of townships, each for one day."""


@dataclass(frozen=True)
class Inventory:
    """The pages in the order of what ships first. A set of them is a number: bit n stands for page n.

    So that counting what two filters have in common is one AND of two numbers, however many products there are.
    """

    pks: list[int]
    keys: list[str]
    """What is searched of each: its search key, and the villages where it grows on the shelf's day."""
    orders: dict[str, list[int]]
    """Of each sort: the places of the pages."""
    now: int
    proven: int
    categories: dict[str, int]
    villages: dict[str, int]
    """By slug."""
    names: dict[str, str]
    """Of villages, by slug."""

    @property
    def all(self) -> int:
        return (1 << len(self.pks)) - 1

    def with_words(self, words: list[str]) -> int:
        """The pages whose keys hold every word."""
        found = self.all
        for word in words:
            found &= bits(word in key for key in self.keys)
        return found

    def slice(self, pages: int, sort: str, start: int, stop: int) -> list[int]:
        """Primary keys of some of these pages, in an order."""
        is_in = f"{pages:0{len(self.pks)}b}"[::-1]
        return [self.pks[place] for place in islice((n for n in self.orders[sort] if is_in[n] == "1"), start, stop)]


def bits(truths: Iterable[bool]) -> int:
    """Truth n as bit n."""
    return int("".join("1" if each else "0" for each in truths)[::-1] or "0", 2)


inventories: Memory[Inventory] = Memory(MOST_KEPT)


def inventory_of(shelf: Shelf, request: HttpRequest | None = None) -> Inventory:
    """One query: whether the kept one still holds, or, within a transaction, all of it; two where it has to be read."""
    return inventories.get((shelf.root, shelf.today), lambda: read(shelf), request)


def read(shelf: Shelf) -> Inventory:
    """Read it from the database, in one query."""
    rows: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
    for kind, *row in rows_of(("inventory", shelf.root, shelf.today), lambda: everything(shelf)):
        rows[kind].append(tuple(row))
    now, soon, proven = ({product for _pk, product, *_blank in rows[kind]} for kind in ("now", "soon", "proven"))
    pages = sorted(rows["page"], key=lambda row: (0 if row[1] in now else 1 if row[1] in soon else 2, row[3], row[0]))
    grown: dict[str, set[int]] = defaultdict(set)
    places_of: dict[int, list[str]] = defaultdict(list)
    for _pk, product, slug, name, *_blank in rows["part"]:
        grown[slug].add(product)
        places_of[product].append(name)
    places = range(len(pages))
    return Inventory(
        pks=[row[0] for row in pages],
        keys=["\n".join([row[3], *map(key_of_place, places_of[row[1]])]) for row in pages],
        orders={
            "season": list(places),
            "name": sorted(places, key=lambda place: pages[place][3]),
            "new": sorted(places, key=lambda place: (pages[place][4], pages[place][0]), reverse=True),
        },
        now=bits(row[1] in now for row in pages),
        proven=bits(row[1] in proven for row in pages),
        categories={name: bits(row[2] == name for row in pages) for name in {row[2] for row in pages}},
        villages={slug: bits(row[1] in products for row in pages) for slug, products in grown.items()},
        names={slug: name for _pk, _product, slug, name, *_blank in rows["part"]},
    )


def everything(shelf: Shelf) -> QuerySet:
    """Rows (kind, primary key, product, three texts): pages, shares of villages, and products that are something."""
    listed = shelf.pages().order_by().values("product")
    pages = told("page", shelf.pages(), "product", "product__category", "search_key", "first_published_at")
    parts = shelf.parts().filter(origin__product__in=listed)
    now, soon, proven = Season.objects.in_season(shelf.today), shelf.coming(), valid_reports(shelf.today)
    return pages.union(
        told("part", parts, "origin__product", "village__slug", "village__name"),
        *(told(kind, rows, "product") for kind, rows in (("now", now), ("soon", soon), ("proven", proven))),
        all=True,
    )


def told(kind: str, rows: QuerySet, product: str, *texts: str) -> QuerySet:
    """Rows as all others of the union: those without so many texts have blank ones."""
    blank = [Value("", TextField())] * (TEXTS - len(texts))
    cast = [Coalesce(Cast(name, TextField()), Value("", TextField())) for name in texts]
    return rows.order_by().values_list(Value(kind, TextField()), F("pk"), F(product), *cast, *blank)
