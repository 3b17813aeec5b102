"""What sessions sold, from the kept totals: never more rows than teams, products and shops, however many lines."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import NamedTuple, TypeVar

from django.db.models import Sum

from livestreams.sales.deltas import MEASURES
from livestreams.sales.models import DailyTotal

PATHS = (
    "session", "team__slug", "team__name", "sku__product", "sku__product__slug", "sku__product__name",
    "sku__product__category",
)  # fmt: skip


K = TypeVar("K", bound=Hashable)


class Sold(NamedTuple):
    """Whole fen and grams; `provisional_fen` is the part of `paid_fen` that the platform settles the next day."""

    lines: int = 0
    items: int = 0
    weight_g: int = 0
    paid_fen: int = 0
    refunded_fen: int = 0
    provisional_fen: int = 0

    @property
    def net_fen(self) -> int:
        return self.paid_fen - self.refunded_fen

    def plus(self, other: "Sold") -> "Sold":
        return Sold(*(mine + more for mine, more in zip(self, other, strict=True)))


NOTHING = Sold()


class Cell(NamedTuple):
    """What a team sold of a product in a session; `session` and `product` are primary keys, None = not known."""

    session: int
    team: str | None
    team_name: str | None
    product: int | None
    slug: str | None
    name: str | None
    category: str | None
    sold: Sold


def cells_of(sessions: Iterable[int]) -> list[Cell]:
    """By session, team and product. One query."""
    wanted = list(sessions)
    if not wanted:
        return []
    sums = {f"sum_{name}": Sum(name) for name in MEASURES}
    rows = DailyTotal.objects.filter(session__in=wanted).order_by().values_list(*PATHS).annotate(**sums)
    return [Cell(*row[: len(PATHS)], Sold(*row[len(PATHS) :])) for row in rows]  # type: ignore[call-arg]


def total(cells: Iterable[Cell]) -> Sold:
    sums = [0] * len(MEASURES)
    for cell in cells:
        for place, amount in enumerate(cell.sold):
            sums[place] += amount
    return Sold(*sums)


def grouped(cells: Iterable[Cell], key: Callable[[Cell], K]) -> dict[K, list[Cell]]:
    groups: dict[K, list[Cell]] = defaultdict(list)
    for cell in cells:
        groups[key(cell)].append(cell)
    return groups


def by_session(cells: Iterable[Cell]) -> dict[int, list[Cell]]:
    return grouped(cells, lambda cell: cell.session)


def lead(cells: Sequence[Cell]) -> Cell | None:
    """A cell of the product with the greatest paid amount, ties to the slug that sorts first; None = none is known."""
    products = grouped((cell for cell in cells if cell.product), lambda cell: cell.product)
    ranked = sorted(products.values(), key=lambda rows: (-total(rows).paid_fen, rows[0].slug or ""))
    return ranked[0][0] if ranked and total(ranked[0]).paid_fen > 0 else None
