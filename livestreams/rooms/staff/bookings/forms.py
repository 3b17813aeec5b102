"""What the office says of a booking."""

import datetime
from typing import Any

from django import forms
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from livestreams.rooms.hours import moment
from livestreams.rooms.models import Occupancy, Room
from livestreams.rooms.models.occupancies import Purpose
from livestreams.rooms.models.rooms import LONGEST, RoomQuerySet
from livestreams.rooms.rules import NOBODY
from livestreams.rooms.series import MOST_WEEKS, Reach
from livestreams.rooms.staff.bookings.places import Place
from livestreams.teams.models import Team
from zhunong.access.models import User

SHORTEST = 15
"""Minutes; lengths are multiples of it."""
LAST_YEAR = 2100


def reason_field(required: bool = True) -> forms.CharField:
    return forms.CharField(
        label=gettext_lazy("reason, as the team will read it"), max_length=200, required=required,
        error_messages={"required": gettext_lazy("Say why; the team reads it.")},
    )  # fmt: skip


def reach_field() -> forms.ChoiceField:
    return forms.ChoiceField(
        label=gettext_lazy("how much of the weekly repeat"), choices=Reach, initial=Reach.ONE, required=False,
        widget=forms.RadioSelect,
    )  # fmt: skip


class PlainForm(forms.Form):
    """Its first mistake is told in one sentence."""

    @property
    def problem(self) -> str:
        for field, errors in self.errors.items():
            named = f"{self.fields[field].label}: " if field in self.fields and self.fields[field].label else ""
            return f"{named}{errors[0]}"
        return ""


class PlaceForm(PlainForm):
    """Room, day, time and length; a button that names a free place goes before them."""

    room = forms.ModelChoiceField(
        queryset=Room.objects.none(), label=gettext_lazy("room"), empty_label=None,
        error_messages={"invalid_choice": gettext_lazy("There is no such room here; choose one from the list.")},
    )  # fmt: skip
    day = forms.DateField(
        label=gettext_lazy("day"), input_formats=["%Y-%m-%d"],
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )  # fmt: skip
    time = forms.TimeField(
        label=gettext_lazy("starts at"), input_formats=["%H:%M", "%H:%M:%S"],
        widget=forms.TimeInput(attrs={"type": "time", "step": 300}, format="%H:%M"),
    )  # fmt: skip
    minutes = forms.IntegerField(
        label=gettext_lazy("length, minutes"), min_value=SHORTEST, max_value=LONGEST, step_size=SHORTEST
    )

    def __init__(self, data: Any, rooms: RoomQuerySet, initial: Any = None) -> None:
        super().__init__(chosen(data) if data else None, initial=initial)
        field: Any = self.fields["room"]
        field.queryset = rooms

    def clean_day(self) -> datetime.date:
        day: datetime.date = self.cleaned_data["day"]
        if day.year > LAST_YEAR:
            raise forms.ValidationError(_("That is too far ahead; choose an earlier day."))
        return day

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if not self.errors and self.place.ends_at <= timezone.now():
            raise forms.ValidationError(_("This time has passed. Choose a later one."))
        return given

    @property
    def place(self) -> Place:
        given = self.cleaned_data
        return Place(given["room"], moment(given["day"], given["time"]), given["minutes"])


def chosen(data: Any) -> Any:
    """The fields as a button with a free place fills them in."""
    words = str(data.get("to", "")).split("|")
    if len(words) != 4:
        return data
    data = data.copy()
    data.update(dict(zip(("room", "day", "time", "minutes"), words, strict=True)))
    return data


class MoveForm(PlaceForm):
    reach = reach_field()
    reason = reason_field()

    def __init__(self, data: Any, row: Occupancy) -> None:
        own = Q(is_in_use=True) | Q(pk=row.room_id)
        local = timezone.localtime(row.starts_at)
        now = {"room": row.room_id, "day": local.date(), "time": local.time(), "minutes": row.minutes}
        super().__init__(data, Room.objects.filter(own, township=row.room.township_id), now | {"reach": Reach.ONE})


class CancelForm(PlainForm):
    reach = reach_field()
    reason = reason_field()


class DecideForm(PlainForm):
    """A no has a reason; a yes may have one."""

    answer = forms.ChoiceField(choices=[("yes", "yes"), ("no", "no")])
    reason = reason_field(required=False)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("answer") == "no" and not given.get("reason"):
            raise forms.ValidationError(_("Say why not; the team reads it."))
        return given


class GiveForm(PlainForm):
    team = forms.ModelChoiceField(
        queryset=Team.objects.none(), label=gettext_lazy("team"), empty_label=gettext_lazy("choose a team"),
        error_messages={"invalid_choice": gettext_lazy("There is no such team here; choose one from the list.")},
    )  # fmt: skip
    reason = reason_field()

    def __init__(self, data: Any, row: Occupancy) -> None:
        super().__init__(data)
        field: Any = self.fields["team"]
        field.queryset = Team.objects.filter(township=row.room.township_id).exclude(pk=row.team_id or NOBODY)


class BookForm(PlaceForm):
    """What the office books for a team. `key` makes two sendings one booking."""

    team = forms.ModelChoiceField(
        queryset=Team.objects.none(), label=gettext_lazy("team"), empty_label=gettext_lazy("choose a team"),
        error_messages={"invalid_choice": gettext_lazy("There is no such team here; choose one from the list.")},
    )  # fmt: skip
    purpose = forms.ChoiceField(label=gettext_lazy("purpose"), choices=Purpose, initial=Purpose.LIVE)
    weeks = forms.IntegerField(
        label=gettext_lazy("weeks in a row"), min_value=1, max_value=MOST_WEEKS, initial=1,
        help_text=gettext_lazy("1 = once; every further week is booked at the same time"),
    )  # fmt: skip
    key = forms.UUIDField(widget=forms.HiddenInput)
    field_order = ["team", "room", "day", "time", "minutes", "purpose", "weeks", "key"]

    def __init__(self, data: Any, user: User, initial: Any = None) -> None:
        rooms = Room.objects.workable_by(user).in_use()
        super().__init__(data, rooms, initial)
        field: Any = self.fields["team"]
        field.queryset = Team.objects.filter(township__in=rooms.order_by().values("township"))

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        team, room = given.get("team"), given.get("room")
        if team and room and team.township_id != room.township_id:
            raise forms.ValidationError(_("This team is of another township."))
        return given
