"""有凭证登记, the ladder's second step: confirmed sales written down by hand, credited as lines are.

They answer the same questions as the kept totals do, and are never among those: whoever shows both says which is which.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple, cast

from django.db.models import Q

from livestreams.sales.books import Books
from livestreams.sales.models import ManualSale
from livestreams.sales.models.manual_sales import ManualSaleQuerySet
from livestreams.sales.splitting import NOBODY, Shares, cells
from livestreams.sales.totals import Answer, Key, Question, TotalRow, within

HAND = "hand"
"""The key in the dimensions of platforms: a sale by hand has no session, account or shop, which is not "unknown"."""
BY_PLATFORM = ("platform", "session", "account", "shop")
COLUMNS = {
    "township": "township__slug",
    "team": "team__slug",
    "product": "product__slug",
    "sku": "sku__code",
}
READ = ("pk", "day", "product_id", "items", "weight_g", "amount_fen", *COLUMNS.values())


class Piece(NamedTuple):
    """What one village has of one sale. `lines` is 1 for the piece that the sale counts for."""

    sale: int
    keys: Mapping[str, Key]
    lines: int
    items: int
    weight_g: int
    paid_fen: int


class Origins(Books):
    """Of the books only where products grow; parties are slugs here. Two queries."""

    def __init__(self) -> None:
        self.splits: list[Shares] = []
        self.load_origins()

    def share_set(self, kind: str, shares: dict[str, int]) -> int:
        """The split's place in `splits`; nothing is written."""
        slugs: Any = tuple(sorted(shares))
        self.splits.append(Shares(slugs, tuple(shares[slug] for slug in slugs)))
        return len(self.splits) - 1

    def villages(self, product: int, day: datetime.date) -> Shares:
        place = self.origin(product, day.isoformat())
        return NOBODY if place is None else self.splits[place]


def ask(question: Question) -> Answer:
    """The confirmed sales' answer, like `totals.ask`: paid = net = the amount, nothing provisional. Three queries."""
    # the last two, refunded and provisional, stay 0: what was given back is corrected in the sale itself
    sums: dict[tuple[Key, ...], list[int]] = defaultdict(lambda: [0] * 6)
    for piece in pieces(ManualSale.objects.confirmed(), question):
        kept = sums[tuple(key_in(dimension, piece) for dimension in question.by)]
        for place, amount in enumerate(piece[2:]):
            kept[place] += amount
    rows = [TotalRow(keys, *measures) for keys, measures in sums.items()]
    rows.sort(key=lambda row: [(key is not None, key or "") for key in row.keys])
    return Answer(question, rows)


def key_in(dimension: str, piece: Piece) -> Key:
    if dimension in BY_PLATFORM:
        return HAND
    key = piece.keys["day" if dimension == "month" else dimension]
    return key[:7] if dimension == "month" and key else key


def pieces(sales: ManualSaleQuerySet, question: Question) -> Iterator[Piece]:
    """The pieces that a question is about, of sales in any state."""
    asked = question.only.get("village")
    rows = list(narrowed(sales, question).order_by().values_list(*READ))
    for piece in split(rows):
        if asked is None or piece.keys["village"] in asked:
            yield piece


def narrowed(sales: ManualSaleQuerySet, question: Question) -> ManualSaleQuerySet:
    """The sales that a question is about, whichever village they are of."""
    sales = cast(ManualSaleQuerySet, within(sales, "day", question.start, question.end))
    if question.townships is not None:
        sales = sales.filter(township__in=question.townships)
    for dimension, keys in question.only.items():
        if dimension in BY_PLATFORM and HAND not in keys:
            return sales.none()
        if dimension in COLUMNS:
            path = COLUMNS[dimension]
            known = Q(**{f"{path}__in": [key for key in keys if key is not None]})
            sales = sales.filter(known | Q(**{f"{path}__isnull": True}) if None in keys else known)
    return sales


def split(rows: Iterable[tuple]) -> Iterator[Piece]:
    """Rows of `READ` taken apart: all to the team, to the villages by the product's origin on the day of the sale."""
    rows = list(rows)
    origins = Origins() if rows else None
    for pk, day, product, items, weight, amount, *slugs in rows:
        assert origins
        said: dict[str, Key] = dict(zip(COLUMNS, slugs, strict=True)) | {"day": day.isoformat()}
        villages = origins.villages(product, day)
        teams: Any = Shares((said["team"],), (100,))  # type: ignore[arg-type]  # slugs here
        for (_team, village), (grams, fen) in cells((weight or 0, amount), teams, villages):
            counts = village == villages.leader
            keys: Any = said | {"village": village}
            yield Piece(pk, keys, int(counts), (items or 0) if counts else 0, grams, fen)
