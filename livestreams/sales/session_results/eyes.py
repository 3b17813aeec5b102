"""Whose eyes look at sessions: the office's by township, a team's people by the teams that they are in today."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from livestreams.sales.models import Line, ShareSet
from livestreams.sales.scopes import own_shops
from livestreams.sales.staff.totals.parts import containing
from livestreams.sessions.models import Session, SessionQuerySet, SessionShare
from livestreams.teams.models import Team
from zhunong.access.models import User

EVERY_LINE = Q()


@dataclass(frozen=True)
class Eyes:
    """What somebody may see of sessions, and of the lines beside them.

    A session's own figures are seen whole by every team that has a share in it: they held it together. Lines that
    belong to no session are another matter: of these a team's people see those of which a team of theirs has a part.
    """

    user: User
    teams: tuple[Team, ...] | None = None
    """None = the office's eyes."""

    @property
    def is_office(self) -> bool:
        return self.teams is None

    def sessions(self) -> SessionQuerySet:
        if self.teams is None:
            return Session.objects.visible_to(self.user)
        shared = SessionShare.objects.filter(team__in=[team.pk for team in self.teams])
        return Session.objects.filter(pk__in=shared.values("session"))

    def late(self) -> Q:
        """Of lines outside sessions."""
        return EVERY_LINE if self.teams is None else Q(team_shares__in=self.share_sets(self.teams))

    def strangers(self) -> Q:
        """Of lines whose streamer is not entered: nobody's yet, so who keeps the shop sees them."""
        return EVERY_LINE if self.teams is None else Q(shop__in=own_shops(self.user).order_by().values("pk"))

    @staticmethod
    def share_sets(teams: Sequence[Team]) -> QuerySet[ShareSet]:
        return containing(ShareSet.Kind.TEAM, [team.slug for team in teams])

    def lines(self) -> QuerySet[Line]:
        """What lists of lines select from; each kind of line narrows it down further."""
        return Line.objects.visible_to(self.user) if self.teams is None else Line.objects.all()


def office(user: User) -> Eyes:
    return Eyes(user)


def team_people(user: User) -> Eyes:
    """Of somebody on the phone."""
    return Eyes(user, tuple(Team.objects.of_person(user).order_by("name")))
