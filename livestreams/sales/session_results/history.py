"""What sessions came to over time: the list page by page, with the months and rooms of a team."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, OuterRef, Q, Subquery
from django.utils import timezone

from livestreams.sales.session_results.eyes import Eyes
from livestreams.sales.session_results.months import MonthOf, months_of
from livestreams.sales.session_results.paging import Leaf, leaf_of
from livestreams.sales.session_results.rooms import RoomEffect, effects_of
from livestreams.sales.session_results.sums import Sold, by_session, cells_of, total
from livestreams.sessions.metrics import BY_NAME, tell
from livestreams.sessions.models import PlatformFigures, Session, SessionQuerySet, SessionShare
from livestreams.teams.models import Team

A_PAGE = 20
SECONDS_A_MINUTE = 60


@dataclass(frozen=True)
class Held:
    """A past session in a list: the whole of it, and the part of the team that the list is of.

    `session` comes from `held` with the few figures that a list needs.
    """

    session: Any
    sold: Sold
    part: Sold
    is_sold: bool
    team: Team | None = None
    """With the greatest share."""

    @property
    def minutes(self) -> int:
        return round((self.session.ended_at - self.session.started_at).total_seconds() / SECONDS_A_MINUTE)

    @property
    def per_hour(self) -> str:
        return self.told("gmv_per_hour")

    @property
    def per_thousand(self) -> str:
        return self.told("gpm")

    def told(self, name: str) -> str:
        length = self.session.duration_s
        figures = {
            "paid_fen": self.sold.paid_fen if self.is_sold else None, "views": self.session.views,
            "duration_s": self.minutes * SECONDS_A_MINUTE if length is None else length,
        }  # fmt: skip
        return tell(BY_NAME[name], [figures]).text


def held(eyes: Eyes, team: Team | None = None) -> SessionQuerySet:
    """Sessions that are over and were not cancelled, the latest first; of one team or of all that these eyes see."""
    own = team and team in (eyes.teams or ())
    seen = Session.objects.filter(township=team.township_id) if team and own else eyes.sessions()
    rows = seen.filter(shares__team=team) if team else seen
    rows = rows.filter(Q(event=None) | Q(event__cancelled_at=None), ended_at__lte=timezone.now())
    return rows.order_by("-started_at", "-pk")


def listed(rows: SessionQuerySet) -> SessionQuerySet:
    """With what a list needs, in the query of the list itself: best figures, leading team, number of teams."""
    shares = SessionShare.objects.filter(session=OuterRef("pk")).order_by("-percent", "team__slug")
    number = shares.order_by().values("session").annotate(number=Count("pk")).values("number")
    return rows.select_related("account").annotate(
        views=best("views"), duration_s=best("duration_s"), lead_team=Subquery(shares.values("team")[:1]),
        teams=Subquery(number),
    )  # fmt: skip


def best(name: str) -> Subquery:
    """A figure from the best source that has it; their names sort in that order."""
    figures = PlatformFigures.objects.filter(session=OuterRef("pk"), **{f"{name}__isnull": False})
    return Subquery(figures.order_by("source").values(name)[:1])


@dataclass
class History:
    """One page of the list; the months and the rooms are of one team. `teams`: those that may be named."""

    eyes: Eyes
    team: Team | None
    asked_page: str | None
    teams: Sequence[Team] = ()
    a_page: int = A_PAGE

    @cached_property
    def page(self) -> Leaf:
        return leaf_of(held(self.eyes, self.team), self.asked_page, self.a_page, listed)

    @cached_property
    def rows(self) -> list[Held]:
        cells = by_session(cells_of(session.pk for session in self.page.rows))
        teams = {team.pk: team for team in self.teams}
        return [
            Held(each, total(cells.get(each.pk, [])), self.part(cells.get(each.pk, [])), each.pk in cells,
                 teams.get(each.lead_team))
            for each in self.page.rows
        ]  # fmt: skip

    @property
    def asked_words(self) -> str:
        """What the address of another page of the list keeps."""
        return urlencode({"team": self.team.slug} if self.team else {})

    def part(self, cells: Sequence) -> Sold:
        return total(cell for cell in cells if self.team is None or cell.team == self.team.slug)

    @cached_property
    def months(self) -> list[MonthOf]:
        return months_of(held(self.eyes, self.team), self.team) if self.team else []

    @property
    def bars(self) -> list[tuple[MonthOf, int]]:
        """Each month with its height in per cent of the best one."""
        nets = [month.part.net_fen if month.part else 0 for month in self.months]
        greatest = max(nets, default=0) or 1
        return [(month, round(100 * max(net, 0) / greatest)) for month, net in zip(self.months, nets, strict=True)]

    @cached_property
    def rooms(self) -> list[RoomEffect]:
        return effects_of(self.team, held(self.eyes, self.team)) if self.team else []
