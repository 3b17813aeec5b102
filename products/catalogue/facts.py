"""What the cards of one page have to say beside their pages: seasons, villages, prices. One query for all of them.

Each table is selected as (its name, product, a JSON object); UNION ALL joins them, on both databases alike.
"""

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import CharField, Exists, F, OuterRef, QuerySet, Value
from django.db.models.functions import JSONObject

from products.catalogue.proven import valid_reports
from products.catalogue.shelf import Shelf
from products.models import Price, Season, Sku
from zhunong.caching.compiled import as_json, rows_of
from zhunong.places.models import Village

DAYS = ("picked_from", "picked_to", "sold_out_on", "blooms_from", "blooms_to")


@dataclass(frozen=True)
class Offer:
    """The lowest price that holds today: fen, the platform's code, the day on which it was seen."""

    price_fen: int
    platform: str
    noted_on: datetime.date


@dataclass
class Facts:
    """Those of one product."""

    seasons: list[Season] = field(default_factory=list)
    parts: list[tuple[int, str]] = field(default_factory=list)
    offers: list[Offer] = field(default_factory=list)
    packs: list[str] = field(default_factory=list)
    """Those that ship all year; asked for the season board alone."""
    is_proven: bool = False
    """Whether a fruit claim may be made today."""

    @property
    def villages(self) -> list[str]:
        """Where it grows today, the greatest share first."""
        return [name for _share, name in sorted(self.parts)]

    @property
    def lowest(self) -> Offer | None:
        """None where no price holds. Of equal ones that which was seen last."""
        return min(self.offers, key=lambda offer: (offer.price_fen, -offer.noted_on.toordinal()), default=None)

    @property
    def is_from(self) -> bool:
        """Whether there are higher ones: 起."""
        return len({offer.price_fen for offer in self.offers}) > 1


def facts_of(products: Iterable[int], shelf: Shelf, with_packs: bool = False) -> dict[int, Facts]:
    """By product; one of which nothing is known has empty ones."""
    wanted = tuple(sorted(products))
    found: dict[int, Facts] = defaultdict(Facts)
    key = ("facts", shelf.today, wanted, with_packs)
    for kind, product, values in rows_of(key, lambda: all_facts(wanted, shelf, with_packs)) if wanted else ():
        READERS[kind](found[product], as_json(values))
    return found


def all_facts(products: tuple[int, ...], shelf: Shelf, with_packs: bool) -> QuerySet:
    asked = [parts_of(products, shelf), prices_of(products, shelf.today), proofs_of(products, shelf.today)]
    asked += [packs_of(products)] if with_packs else []
    return seasons_of(products, shelf).union(*asked, all=True)


def seasons_of(products: tuple[int, ...], shelf: Shelf) -> QuerySet:
    """Those that have a day of picking in this year or later, as badges and bars speak of them."""
    new_year = shelf.today.replace(month=1, day=1)
    rows = Season.objects.filter(picked_to__gte=new_year, product__in=products)
    names = {name: name for name in ("year", *DAYS, "is_estimate", "note")}
    return told(rows, "season", "product", **names, village="village__name")


def parts_of(products: tuple[int, ...], shelf: Shelf) -> QuerySet:
    rows = shelf.parts(products)
    return told(rows, "part", "origin__product", name="village__name", percent="percent")


def prices_of(products: tuple[int, ...], today: datetime.date) -> QuerySet:
    """The latest of each shown pack and platform, if it still holds."""
    newer = Price.objects.filter(
        sku=OuterRef("sku"), platform=OuterRef("platform"), noted_on__gt=OuterRef("noted_on"), noted_on__lte=today
    )
    rows = Price.objects.valid_on(today).filter(~Exists(newer), product__in=products, sku__is_shown=True)
    return told(rows, "price", "product", fen="price_fen", platform="platform", day="noted_on")


def proofs_of(products: tuple[int, ...], today: datetime.date) -> QuerySet:
    return told(valid_reports(today).filter(product__in=products), "proof", "product", number="pk")


def packs_of(products: tuple[int, ...]) -> QuerySet:
    rows = Sku.objects.filter(product__in=products, is_seasonal=False, is_shown=True)
    return told(rows, "pack", "product", name="name")


def told(rows: QuerySet, kind: str, product: str, **fields: str) -> QuerySet:
    values = JSONObject(**{name: F(path) for name, path in fields.items()})
    return rows.order_by().values_list(Value(kind, CharField()), F(product), values)


def read_season(facts: Facts, values: dict[str, Any]) -> None:
    village = values.pop("village")
    days = {name: day(value) if name in DAYS else value for name, value in values.items()}
    facts.seasons.append(Season(**days, village=Village(name=village) if village else None))


def read_part(facts: Facts, values: dict[str, Any]) -> None:
    facts.parts.append((-values["percent"], values["name"]))


def read_price(facts: Facts, values: dict[str, Any]) -> None:
    facts.offers.append(Offer(values["fen"], values["platform"], datetime.date.fromisoformat(values["day"])))


def read_proof(facts: Facts, values: dict[str, Any]) -> None:
    facts.is_proven = True


def read_pack(facts: Facts, values: dict[str, Any]) -> None:
    facts.packs.append(values["name"])


def day(value: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(value) if value else None


READERS: dict[str, Callable[[Facts, dict[str, Any]], None]] = {
    "season": read_season, "part": read_part, "price": read_price, "pack": read_pack, "proof": read_proof,
}  # fmt: skip
