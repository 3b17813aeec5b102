"""Whose rooms a user manages: township staff and room managers alike."""

from livestreams.rooms.models.rooms import ManagedQuerySet
from livestreams.teams.models import Team
from zhunong.access.models import User
from zhunong.places.models import Township


class ManagedTownships(ManagedQuerySet):
    township_path = "pk"


def managed_townships(user: User) -> ManagedTownships:
    return ManagedTownships(Township).workable_by(user).order_by("slug")


def managed_teams(user: User) -> ManagedQuerySet:
    return ManagedQuerySet(Team).workable_by(user).order_by("slug")
