"""Whose events these are: a person's teams', and nobody else's."""

from django.db.models import Q
from django.shortcuts import get_object_or_404

from livestreams.rooms.phone.own import hand_of, teams_of, user_of
from livestreams.sessions.models import Event, EventTeam, Session, SessionShare
from livestreams.teams.models import Team
from zhunong.access.models import User

__all__ = ["asked_part", "hand_of", "own_event", "own_session", "teams_of", "user_of"]


def own_event(user: User, pk: int) -> Event:
    """An event that a team of the person's planned or agreed to, or is credited with. Raises Http404."""
    mine = EventTeam.objects.filter(team__in=Team.objects.of_person(user))
    mine = mine.filter(answer__in=(EventTeam.Answer.OWN, EventTeam.Answer.AGREED))
    credited = SessionShare.objects.filter(team__in=Team.objects.of_person(user)).exclude(session__event=None)
    rows = Event.objects.filter(Q(pk__in=mine.values("event")) | Q(pk__in=credited.values("session__event")))
    return get_object_or_404(rows.select_related("township", "booking__room", "booking__team"), pk=pk)


def own_session(user: User, pk: int) -> Session:
    """A session of one of the person's teams, planned here or come by a table. Raises Http404."""
    rows = Session.objects.of_person(user)
    return get_object_or_404(rows.select_related("township", "account", "event__booking__room"), pk=pk)


def asked_part(user: User, pk: int) -> EventTeam:
    """A part of an event that a team of the person's has, or is asked to have. Raises Http404."""
    rows = EventTeam.objects.filter(team__in=Team.objects.of_person(user))
    return get_object_or_404(rows.select_related("event__township", "event__booking__room", "team"), pk=pk)
