"""Whose bookings these are: a person's teams', and nobody else's."""

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from livestreams.rooms.changing import Hand
from livestreams.rooms.ledger import settle
from livestreams.rooms.models import Occupancy
from livestreams.teams.models import Team
from zhunong.access.models import User


def user_of(request: HttpRequest) -> User:
    assert isinstance(request.user, User)
    return request.user


def teams_of(user: User) -> list[Team]:
    return list(Team.objects.of_person(user).select_related("township").order_by("name"))


def own_booking(user: User, pk: int) -> Occupancy:
    """A booking or request of one of the person's teams, whatever became of it. Raises Http404."""
    rows = Occupancy.objects.bookings().of_person(user)
    return get_object_or_404(rows.select_related("room__township", "team__township", "series"), pk=pk)


def own_offer(user: User, pk: int) -> Occupancy:
    """What is, or was, offered to a team of the person's. Raises Http404."""
    rows = Occupancy.objects.filter(wish__isnull=False).of_person(user)
    return get_object_or_404(rows.select_related("room__township", "team__township", "wish"), pk=pk)


def swept(teams: list[Team]) -> list[Team]:
    """The same teams, once what has run out in their townships is swept."""
    for township in {team.township_id for team in teams}:
        settle(township)
    return teams


def hand_of(request: HttpRequest, reason: str = "") -> Hand:
    return Hand(user_of(request), reason=reason)
