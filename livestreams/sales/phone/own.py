"""One team's lines and the names in them, for the people of that team: the office's selection within another scope."""

from dataclasses import dataclass

from django.db.models import Model, QuerySet
from django.http import Http404

from livestreams.sales.models import Line, MonthlyTotal
from livestreams.sales.phone.months import Month
from livestreams.sales.staff.totals.names import Names
from livestreams.sales.staff.totals.selection import Selection
from livestreams.sales.staff.totals.words import UNKNOWN_KEY
from livestreams.sales.totals import Key, Question
from livestreams.teams.models import Team
from zhunong.access.models import User


@dataclass
class TeamSelection(Selection):
    """Lines of which a team has a part; of each only that part is summed. The question must name the one team."""

    def visible(self) -> QuerySet[Line]:
        [team] = self.question.only["team"]
        townships = MonthlyTotal.objects.filter(team__slug=team).order_by().values("township")
        return Line.objects.filter(township__in=townships)

    def townships(self) -> None:
        """The team alone tells whose figures they are."""


class TeamNames(Names):
    """Names of a team's township: what stands in the team's own figures."""

    def __init__(self, user: User, team: Team) -> None:
        super().__init__(user)
        self.team = team

    def rows(self, model: type[Model]) -> QuerySet:
        rows = model._default_manager.all()
        path = getattr(rows, "township_path", "township")
        return rows.filter(**{path: self.team.township_id})


def own_team(user: User, slug: str) -> tuple[Team | None, list[Team]]:
    """The team asked for (the first where none is) and all of the person's teams. Raises Http404 for any other team."""
    teams = list(Team.objects.of_person(user).order_by("name"))
    if not slug:
        return (teams[0] if teams else None), teams
    for team in teams:
        if team.slug == slug:
            return team, teams
    raise Http404


def question_of(team: Team, month: Month, by: tuple[str, ...] = (), day: str = "", **narrowed: str) -> Question:
    """A month of a team, or a day of it; `narrowed` are keys as an address writes them, blank = all."""
    only: dict[str, tuple[Key, ...]] = {"team": (team.slug,)}
    only |= {dimension: (None if key == UNKNOWN_KEY else key,) for dimension, key in narrowed.items() if key}
    start, end = month.days(day)
    return Question(by, start, end, only)
