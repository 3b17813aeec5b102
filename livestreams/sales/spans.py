"""Times of ownership, [start, end) with open ends, and what is left of them."""

import datetime
from collections.abc import Iterable
from typing import NamedTuple, Self

EVER = datetime.date.min, datetime.date.max
ONE_DAY = datetime.timedelta(1)


class Span(NamedTuple):
    """Days from `start` until `end`, the first day no longer in it."""

    start: datetime.date
    end: datetime.date

    @classmethod
    def of(cls, start: datetime.date | None, end: datetime.date | None) -> Self:
        """None = open."""
        return cls(start or EVER[0], end or EVER[1])

    @property
    def valid_from(self) -> datetime.date | None:
        return None if self.start == EVER[0] else self.start

    @property
    def valid_to(self) -> datetime.date | None:
        return None if self.end == EVER[1] else self.end

    @property
    def last_day(self) -> datetime.date | None:
        """The last day in it, as people say it; None = open."""
        return None if self.end == EVER[1] else self.end - ONE_DAY

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end


def minus(whole: Span, holes: Iterable[Span]) -> list[Span]:
    """What of a time lies in none of the holes, in order."""
    left, start = [], whole.start
    for hole in sorted(hole for hole in holes if hole.overlaps(whole)):
        if start < hole.start:
            left.append(Span(start, hole.start))
        start = max(start, hole.end)
    return [*left, Span(start, whole.end)] if start < whole.end else left
