"""What the phone sends about bookings."""

import datetime
import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from livestreams.rooms.models import Room
from livestreams.rooms.models.occupancies import Purpose
from livestreams.rooms.models.rooms import LONGEST
from livestreams.rooms.phone.days import read_slot
from livestreams.rooms.series import MOST_WEEKS, Reach
from livestreams.teams.models import Team
from zhunong.access.models import User


class SlotForm(forms.Form):
    """A tap on a free time: `slot` is the room and the start, `key` that of the page."""

    slot = forms.CharField(max_length=30)
    minutes = forms.IntegerField(min_value=1, max_value=LONGEST)
    purpose = forms.ChoiceField(choices=Purpose, required=False)
    absent = forms.BooleanField(required=False)
    key = forms.UUIDField(required=False)
    reach = forms.ChoiceField(choices=Reach, required=False)

    def clean_slot(self) -> tuple[Room, datetime.datetime]:
        try:
            pk, starts_at = read_slot(self.cleaned_data["slot"])
            return Room.objects.in_use().select_related("township", "team").get(pk=pk), starts_at
        except (ValueError, OverflowError, Room.DoesNotExist):
            raise forms.ValidationError("slot") from None

    def clean_purpose(self) -> str:
        return self.cleaned_data["purpose"] or Purpose.LIVE

    def clean_reach(self) -> Reach:
        return Reach(self.cleaned_data["reach"] or Reach.ONE)

    def own_key(self) -> uuid.UUID | None:
        """Of this tap: the same page may book another time too."""
        key = self.cleaned_data["key"]
        return uuid.uuid5(key, f"{self.data['slot']} {self.cleaned_data['minutes']}") if key else None


class LengthForm(forms.Form):
    minutes = forms.IntegerField(min_value=1, max_value=LONGEST)


class WeeksForm(forms.Form):
    weeks = forms.IntegerField(label=_("weeks"), min_value=2, max_value=MOST_WEEKS)
    key = forms.UUIDField(required=False)


class ReachForm(forms.Form):
    reach = forms.ChoiceField(choices=Reach, required=False)

    def clean_reach(self) -> Reach:
        return Reach(self.cleaned_data["reach"] or Reach.ONE)


class GiveForm(forms.Form):
    """Which of the township's other teams has it from now on."""

    team: Any = forms.ModelChoiceField(Team.objects.none(), label=_("team"), empty_label=None)

    def __init__(self, *args: Any, from_team: Team, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = Team.objects.filter(township=from_team.township_id).exclude(pk=from_team.pk)
        self.fields["team"].queryset = others.order_by("name")  # type: ignore[attr-defined]


class PeopleForm(forms.Form):
    """Who comes: people of the team on that day."""

    people: Any = forms.ModelMultipleChoiceField(
        User.objects.none(), label=_("who comes"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, team: Team, day: datetime.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        roster = team.memberships.on(day).values("user")
        self.fields["people"].queryset = User.objects.filter(pk__in=roster)  # type: ignore[attr-defined]
