"""A session beside the own last five in season: the same team, the same kind of goods, while these were picked."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from statistics import median

from django.db.models import Q
from django.utils import timezone

from livestreams.sales.session_results.figures import told_of
from livestreams.sales.session_results.sums import Cell, Sold, lead, total
from livestreams.sessions.metrics import BY_NAME, value_of
from livestreams.sessions.models import Session
from livestreams.sessions.units import Unit, written
from livestreams.teams.models import Team
from products.models import Season

LAST, FEW = 5, 3
"""So many are compared; with fewer than the second nothing can be told."""
LOOKED_AT = 40
"""Of a team's earlier sessions only so many are asked whether they were in season."""
NEAR = datetime.timedelta(days=60)
"""Stands for the season of a product of which no season is entered."""
COMPARED = ("net_fen", "gmv_per_hour", "gpm")


@dataclass(frozen=True)
class Other:
    """An earlier session with its figures."""

    session: Session
    sold: Sold

    @property
    def told(self) -> list[str]:
        figures = told_of(self.session, self.sold)
        return [written(value_of(BY_NAME[name], figures), Unit.FEN) for name in COMPARED]


@dataclass(frozen=True)
class Comparison:
    """Of one team. `goods`: a cell of the product that it sold most of, by which the season is judged."""

    team: Team
    goods: Cell
    others: Sequence[Other]

    @property
    def is_enough(self) -> bool:
        return len(self.others) >= FEW

    def middle(self, name: str) -> int | Fraction | None:
        """The median of a metric over the others that know it; None where fewer than three do."""
        values = [value_of(BY_NAME[name], told_of(other.session, other.sold)) for other in self.others]
        known = [Fraction(value) for value in values if value is not None]
        return median(known) if len(known) >= FEW else None

    @property
    def middles(self) -> list[str]:
        return [written(self.middle(name), Unit.FEN) for name in COMPARED]


def earlier(team: int, session: Session) -> Q:
    """The team's latest sessions before this one, in season or not."""
    before = Session.objects.filter(shares__team=team, started_at__lt=session.started_at).exclude(pk=session.pk)
    if session.event_id:
        before = before.exclude(event=session.event_id)
    return Q(pk__in=before.order_by("-started_at").values("pk")[:LOOKED_AT])


def compare(
    team: Team, session: Session, cells: dict[int, list[Cell]], earlier_ones: Sequence[Session]
) -> Comparison | None:
    """None where the session sold nothing that is known. One query."""
    goods = lead(cells.get(session.pk, []))
    if goods is None:
        return None
    seasons = list(Season.objects.filter(product=goods.product))
    others = [
        Other(each, total(cells[each.pk]))
        for each in earlier_ones
        if is_alike(goods, lead(cells.get(each.pk, []))) and is_in_season(seasons, session, each)
    ]
    return Comparison(team, goods, others[:LAST])


def is_alike(goods: Cell, others: Cell | None) -> bool:
    return others is not None and others.category == goods.category


def is_in_season(seasons: Sequence[Season], session: Session, other: Session) -> bool:
    """Whether the goods of the session were picked when the other one was held."""
    if not seasons:
        return session.started_at - other.started_at <= NEAR
    day = timezone.localdate(other.started_at)
    return any(season.is_on(day) for season in seasons)
