"""Pages of a long list without counting it: one row more than a page holds tells whether another follows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet


@dataclass(frozen=True)
class Leaf:
    """One page."""

    rows: Sequence[Any]
    number: int
    has_next: bool

    @property
    def has_previous(self) -> bool:
        return self.number > 1


def leaf_of(rows: QuerySet, asked: str | None, a_page: int, dress: Callable[[Any], Any]) -> Leaf:
    """The page asked for; the first where the address names none, or one beyond the end. One query, two at most.

    `dress` adds what the rows are to show: to those of the page alone, not to all that are sorted.
    """
    number = int(asked) if asked and asked.isascii() and asked.isdigit() and 1 <= len(asked) <= 6 else 1
    number = max(number, 1)
    start = (number - 1) * a_page
    wanted = rows.values("pk")[start : start + a_page + 1]
    found = list(dress(rows.model._default_manager.filter(pk__in=wanted)).order_by(*rows.query.order_by))
    if not found and number > 1:
        return leaf_of(rows, None, a_page, dress)
    return Leaf(found[:a_page], number, len(found) > a_page)
