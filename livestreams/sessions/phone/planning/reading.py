"""What the plan form was sent with, before it is known to be right: its day, its teams, its booking."""

import datetime
from collections.abc import Sequence

from django.http import Http404, QueryDict
from django.utils import timezone
from django.utils.dateparse import parse_date

from livestreams.sessions.models import Event, EventTeam
from livestreams.sessions.phone.planning.choices import Choices
from livestreams.teams.models import Team

LONGEST_KEY = 18
AGREED = (EventTeam.Answer.OWN, EventTeam.Answer.AGREED)


def choices_of(data: QueryDict, own: Sequence[Team], event: Event | None = None) -> Choices:
    """As of the day and for the teams that the form names."""
    guests = guests_of(event, own)
    named = [part.removeprefix("part_") for part in data if part.startswith("part_")]
    more = [pk for pk in named if key_of(pk) not in {None, *(team.pk for team in own)}]
    here = Team.objects.filter(township__in={team.township_id for team in own}).select_related("township")
    named_too = list(here.filter(pk__in=more)) if more else []
    known = {team.pk: team for team in [*guests, *named_too]}
    choices = Choices(
        day_of(data.get("day", "")), own, list(known.values()), guests_of(event, own, AGREED),
        booking=key_of(data.get("booking", "")),
    )  # fmt: skip
    choices.invited = next((team for team in choices.others if str(team.pk) == data.get("other_team")), None)
    return choices


def guests_of(event: Event | None, own: Sequence[Team], answers: Sequence[str] = ()) -> list[Team]:
    """Other teams that are in an event."""
    if event is None:
        return []
    parts = event.parts.exclude(team__in=own).select_related("team__township").order_by("pk")
    return [part.team for part in parts if not answers or part.answer in answers]


def key_of(text: str) -> int | None:
    """A primary key that a form sent, where it may be one."""
    return int(text) if text.isdecimal() and len(text) <= LONGEST_KEY else None


def number(text: str) -> int:
    if (key := key_of(text)) is None:
        raise Http404
    return key


def day_of(text: str) -> datetime.date:
    try:
        return parse_date(text) or timezone.localdate()
    except ValueError:
        return timezone.localdate()
