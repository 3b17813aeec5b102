"""讲解段: what was paid of orders placed while a product was talked about. One query."""

import datetime
from dataclasses import dataclass

from django.db.models import F, OuterRef, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from livestreams.sales.models import Line
from livestreams.sales.session_results.clocks import minutes_between
from livestreams.sessions.models import Segment, Session


@dataclass(frozen=True)
class Talked:
    """One segment: whole minutes, what orders placed in it paid (all products), and for each minute, in fen."""

    name: str
    started_at: datetime.datetime
    minutes: int
    paid_fen: int

    @property
    def fen_a_minute(self) -> int | None:
        return round(self.paid_fen / self.minutes) if self.minutes else None


def talked(session: Session) -> list[Talked]:
    """In the order of time; an open segment ends with the session. Empty where nobody tapped."""
    if session.event_id is None:
        return []
    segments = Segment.objects.filter(event=session.event_id).select_related("item__sku__product", "item__product")
    ends = Coalesce(F("ended_at"), session.ended_at)
    found = segments.annotate(until=ends, paid=paid_in(session)).order_by("started_at", "pk")
    return [
        Talked(each.item.name, each.started_at, minutes_between(each.started_at, each.until) or 0, each.paid or 0)
        for each in found
    ]


def paid_in(session: Session) -> Subquery:
    """Of the session's paid lines those placed within the segment."""
    lines: QuerySet[Line] = Line.objects.filter(
        account=session.account_id, session=session.pk, day__isnull=False,
        placed_at__gte=OuterRef("started_at"), placed_at__lt=OuterRef("until"),
    )  # fmt: skip
    return Subquery(lines.order_by().values("session").annotate(paid=Sum("paid_fen")).values("paid"))
