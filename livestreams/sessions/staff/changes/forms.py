"""What the record is narrowed down to."""

import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from livestreams.rooms.hours import moment
from livestreams.rooms.staff.changes.forms import DayField
from livestreams.rooms.staff.changes.record import searched
from livestreams.sessions.models import EventChange, EventTeam
from livestreams.sessions.models.changes import EventChangeQuerySet
from livestreams.sessions.staff.events.forms import NOT_HERE, team_choices
from zhunong.access.models import User

SEARCHED = (
    "before", "after", "reason", "by__display_name", "by__username", "event__title", "event__place",
    "session__account__nickname",
)  # fmt: skip
DAY = datetime.timedelta(1)


class ChangesForm(forms.Form):
    """Teams, acts, days, and parts of words."""

    q = forms.CharField(label=_("name, place, reason"), required=False, max_length=100)
    team = forms.ChoiceField(label=_("team"), required=False, error_messages={"invalid_choice": NOT_HERE})
    act = forms.ChoiceField(label=_("what"), required=False, choices=[("", _("all")), *EventChange.Act.choices])
    day_from = DayField(label=_("from"), required=False)
    day_to = DayField(label=_("to"), required=False)

    def __init__(self, data: Any, user: User) -> None:
        super().__init__(data)
        team: Any = self.fields["team"]
        team.choices = team_choices(user)

    def narrowed(self, changes: EventChangeQuerySet) -> EventChangeQuerySet:
        given = self.cleaned_data
        if given["team"]:
            changes = changes.filter(event__in=EventTeam.objects.filter(team=given["team"]).values("event"))
        if given["act"]:
            changes = changes.filter(act=given["act"])
        if given["day_from"]:
            changes = changes.filter(at__gte=moment(given["day_from"]))
        if given["day_to"]:
            changes = changes.filter(at__lt=moment(given["day_to"]) + DAY)
        return searched(changes, given["q"], SEARCHED)

    @property
    def is_narrowed(self) -> bool:
        return any(self.cleaned_data.values())
