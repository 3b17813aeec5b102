"""What a person's teams sold in a month, from the kept totals: the very figures that the office sees."""

from collections.abc import Sequence
from typing import NamedTuple

from django.db.models import Count, Q, Sum

from livestreams.sales.models import ManualSale
from livestreams.sales.phone.months import Month
from livestreams.sales.totals import Question, TotalRow, ask
from livestreams.teams.models import Team

State = ManualSale.State
NOTHING_SOLD = TotalRow((), 0, 0, 0, 0, 0, 0)


class ByHand(NamedTuple):
    """Sales written down by a team: those confirmed in a month, and how many were sent back (of any day)."""

    confirmed_fen: int = 0
    confirmed: int = 0
    returned: int = 0


class TeamMonth(NamedTuple):
    """A team's month: lines of platforms, and what was written down, on a step of its own."""

    team: Team
    total: TotalRow
    by_hand: ByHand

    @property
    def together_fen(self) -> int:
        """Both steps together; only ever shown beside its parts."""
        return self.total.net_fen + self.by_hand.confirmed_fen


def months_of(teams: Sequence[Team], month: Month) -> list[TeamMonth]:
    """Each team's month, in two queries."""
    if not teams:
        return []
    slugs = tuple(team.slug for team in teams)
    answer = ask(Question(("team",), month.first, month.last, only={"team": slugs}))
    sold, written = {row.keys[0]: row for row in answer.rows}, by_hand(teams, month)
    return [TeamMonth(team, sold.get(team.slug, NOTHING_SOLD), written.get(team.pk, ByHand())) for team in teams]


def by_hand(teams: Sequence[Team], month: Month) -> dict[int, ByHand]:
    """By primary key of the team."""
    confirmed = Q(state=State.CONFIRMED, day__range=(month.first, month.last))
    returned = Q(state=State.RETURNED)
    sales = ManualSale.objects.filter(confirmed | returned, team__in=[team.pk for team in teams])
    sums = {
        "fen": Sum("amount_fen", filter=confirmed, default=0),
        "number": Count("pk", filter=confirmed),
        "sent_back": Count("pk", filter=returned),
    }
    return {team: ByHand(*rest) for team, *rest in sales.order_by().values_list("team").annotate(**sums)}
