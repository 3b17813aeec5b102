"""What the record is narrowed down to."""

import datetime
from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from livestreams.rooms.hours import moment
from livestreams.rooms.models import Change, Room
from livestreams.rooms.models.changes import ChangeQuerySet
from livestreams.rooms.staff.changes.record import searched
from livestreams.rooms.staff.week.weeks import YEARS
from livestreams.teams.models import Team
from zhunong.access.models import User

SEARCHED = (
    "before", "after", "reason", "by__display_name", "by__username", "team__name", "occupancy__team__name",
    "occupancy__room__name",
)  # fmt: skip
DAY = datetime.timedelta(1)


class DayField(forms.DateField):
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    input_formats = ["%Y-%m-%d"]
    default_error_messages = {"invalid": _("That is not a day; write it like 2026-05-31.")}

    def validate(self, value: Any) -> None:
        super().validate(value)
        if value and value.year not in YEARS:
            raise forms.ValidationError(self.error_messages["invalid"])


class ChangesForm(forms.Form):
    """Rooms, teams, acts, days, and parts of words."""

    q = forms.CharField(label=_("name, place, reason"), required=False, max_length=100)
    room = forms.ModelChoiceField(
        queryset=Room.objects.none(), label=_("room"), required=False, empty_label=_("all"),
        error_messages={"invalid_choice": _("There is no such room here; choose one from the list.")},
    )  # fmt: skip
    team = forms.ModelChoiceField(
        queryset=Team.objects.none(), label=_("team"), required=False, empty_label=_("all"),
        error_messages={"invalid_choice": _("There is no such team here; choose one from the list.")},
    )  # fmt: skip
    act = forms.ChoiceField(label=_("what"), required=False, choices=[("", _("all")), *Change.Act.choices])
    day_from = DayField(label=_("from"), required=False)
    day_to = DayField(label=_("to"), required=False)

    def __init__(self, data: Any, user: User) -> None:
        super().__init__(data)
        fields: Any = self.fields
        fields["room"].queryset = Room.objects.visible_to(user)
        fields["team"].queryset = Team.objects.visible_to(user)

    def narrowed(self, changes: ChangeQuerySet) -> ChangeQuerySet:
        given = self.cleaned_data
        if given["room"]:
            changes = changes.filter(occupancy__room=given["room"])
        if given["team"]:
            changes = changes.filter(Q(team=given["team"]) | Q(occupancy__team=given["team"]))
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
