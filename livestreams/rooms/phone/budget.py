"""The hours that a team has left this week, where the township counts them."""

from typing import NamedTuple

from livestreams.rooms.free import Search
from livestreams.rooms.rules import minutes_left
from livestreams.teams.models import Team


class Budget(NamedTuple):
    team: Team
    left_minutes: int
    hours: int

    @property
    def left_hours(self) -> float:
        return max(self.left_minutes, 0) / 60

    @property
    def percent(self) -> int:
        return max(0, min(100, round(100 * self.left_minutes / (self.hours * 60))))


def budgets_of(search: Search) -> list[Budget]:
    """One for each of the teams whose township has the switch on."""
    found = []
    for team in search.teams:
        fair_use = search.switches[team.township_id]
        if fair_use.weekly_hours:
            found.append(Budget(team, minutes_left(fair_use, team, search.now), fair_use.weekly_hours))
    return found
