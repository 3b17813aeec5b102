"""What a room changed: a team's sessions before its first booking to go live there and since, fairly compared.

Paid for each hour, the median on each side; only sessions in season, whose goods were picked on the day, and only of
kinds of goods that occur on both sides. With fewer than three sessions on a side nothing is told.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from statistics import median
from typing import NamedTuple

from django.db.models import Min
from django.utils import timezone

from livestreams.rooms.models import Occupancy
from livestreams.rooms.models.occupancies import Purpose
from livestreams.sales.session_results.comparing import FEW
from livestreams.sales.session_results.sums import Cell, by_session, cells_of, lead, total
from livestreams.sessions.models import Session, SessionQuerySet
from livestreams.sessions.units import Unit, written
from livestreams.teams.models import Team
from products.models import Season

LOOKED_AT = 400
"""The latest so many sessions."""
SECONDS_AN_HOUR = 3600


class InSeason(NamedTuple):
    started_at: datetime
    category: str
    fen_an_hour: Fraction


@dataclass(frozen=True)
class RoomEffect:
    """`before` and `since` hold what is compared; `left_out` were out of season or of goods of one side only."""

    room: str
    opened_at: datetime
    before: Sequence[InSeason]
    since: Sequence[InSeason]
    left_out: int

    @property
    def is_enough(self) -> bool:
        return min(len(self.before), len(self.since)) >= FEW

    @property
    def told(self) -> tuple[str, str]:
        """The medians, yuan an hour."""
        sides = (self.before, self.since)
        return tuple(written(median(each.fen_an_hour for each in side), Unit.FEN) for side in sides)  # type: ignore[return-value]


def effects_of(team: Team, sessions: SessionQuerySet) -> list[RoomEffect]:
    """Of each room that the team ever booked to go live. Four queries, one where it never did."""
    live = Occupancy.objects.filter(team=team, kind=Occupancy.Kind.BOOKING, purpose=Purpose.LIVE, ended="")
    bookings = live.filter(starts_at__lte=timezone.now())
    rooms = bookings.order_by("room").values_list("room__name").annotate(since=Min("starts_at"))
    opened = sorted(rooms, key=lambda row: row[1])
    if not opened:
        return []
    latest = list(sessions[:LOOKED_AT])
    fair, sold = in_season(latest)
    return [effect(name, since, fair, sold) for name, since in opened]


def in_season(sessions: Sequence[Session]) -> tuple[list[InSeason], int]:
    """Those in season, and how many sold anything at all."""
    cells = by_session(cells_of(session.pk for session in sessions))
    leads = {pk: goods for pk, rows in cells.items() if (goods := lead(rows))}
    seasons: dict[int, list[Season]] = {}
    for season in Season.objects.filter(product__in={goods.product for goods in leads.values()}):
        seasons.setdefault(season.product_id, []).append(season)
    found = [rate(each, leads[each.pk], cells[each.pk]) for each in sessions if is_fair(each, leads, seasons)]
    return found, len(cells)


def is_fair(session: Session, leads: dict[int, Cell], seasons: dict[int, list[Season]]) -> bool:
    goods = leads.get(session.pk)
    day = timezone.localdate(session.started_at)
    return goods is not None and any(season.is_on(day) for season in seasons.get(goods.product or 0, ()))


def rate(session: Session, goods: Cell, cells: Iterable[Cell]) -> InSeason:
    seconds = int((session.ended_at - session.started_at).total_seconds())
    paid = Fraction(total(cells).paid_fen * SECONDS_AN_HOUR, seconds)
    return InSeason(session.started_at, goods.category or "", paid)


def effect(room: str, opened_at: datetime, fair: Sequence[InSeason], sold: int) -> RoomEffect:
    before = [each for each in fair if each.started_at < opened_at]
    since = [each for each in fair if each.started_at >= opened_at]
    common = {each.category for each in before} & {each.category for each in since}
    before, since = ([each for each in side if each.category in common] for side in (before, since))
    return RoomEffect(room, opened_at, before, since, sold - len(before) - len(since))
