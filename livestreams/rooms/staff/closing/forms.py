"""Which rooms are closed, from when to when, and why."""

import datetime
from collections.abc import Sequence
from typing import Any, NamedTuple

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from livestreams.rooms.hours import moment
from livestreams.rooms.models import Occupancy, Room
from livestreams.rooms.words import span_words

LONGEST = datetime.timedelta(days=366)
DAY_ERRORS = {
    "required": gettext_lazy("Say from which day on."),
    "invalid": gettext_lazy("That is not a day; write it like 2026-05-31."),
}
TIME_ERRORS = {"invalid": gettext_lazy("That is not a time of day; write it like 18:30.")}


class Closing(NamedTuple):
    rooms: Sequence[Room]
    begin: datetime.datetime
    end: datetime.datetime
    reason: str


def day_field(label: Any, required: bool) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, required=required, widget=widget, error_messages=DAY_ERRORS)


def time_field(label: Any) -> forms.TimeField:
    widget = forms.TimeInput(attrs={"type": "time", "step": 300}, format="%H:%M")
    return forms.TimeField(label=label, required=False, widget=widget, error_messages=TIME_ERRORS)


class CloseForm(forms.Form):
    """All rooms and whole days, unless something else is said."""

    rooms = forms.ModelMultipleChoiceField(
        Room.objects.none(), label=gettext_lazy("rooms"), widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": gettext_lazy("Tick at least one room."),
            "invalid_choice": gettext_lazy("One of these rooms is not there any more; tick again."),
            "invalid_pk_value": gettext_lazy("One of these rooms is not there any more; tick again."),
        },
    )  # fmt: skip
    first_day = day_field(gettext_lazy("from"), True)
    begins = time_field(gettext_lazy("from, time"))
    last_day = day_field(gettext_lazy("to"), False)
    ends = time_field(gettext_lazy("to, time"))
    reason = forms.CharField(
        label=gettext_lazy("reason"), max_length=200,
        error_messages={
            "required": gettext_lazy("Say why; the teams read it."),
            "max_length": gettext_lazy("Say it in 200 characters or less."),
        },
    )  # fmt: skip

    def __init__(self, rooms: Any, data: Any = None, **initial: Any) -> None:
        super().__init__(data, initial={"rooms": [room.pk for room in rooms], **initial})
        self.fields["rooms"].queryset = rooms  # type: ignore[attr-defined]

    def span_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in ("first_day", "begins", "last_day", "ends")]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if not self.errors:
            self.closing = self.read(given)
            self.refuse_closed()
        return given

    def read(self, given: dict[str, Any]) -> Closing:
        """Times left blank are midnight. What has begun already begins now: nothing that is over is touched."""
        rooms, first, last = list(given["rooms"]), given["first_day"], given["last_day"] or given["first_day"]
        begin = moment(first, given["begins"] or datetime.time())
        end = moment(last, given["ends"]) if given["ends"] else moment(last) + datetime.timedelta(1)
        now = timezone.localtime().replace(second=0, microsecond=0)
        if end <= begin:
            raise forms.ValidationError(_("The end must be after the beginning."))
        if end <= now:
            raise forms.ValidationError(_("This time has passed. Choose a later one."))
        if end - begin > LONGEST:
            raise forms.ValidationError(_("A closure lasts a year at most; switch the room off instead."))
        if len({room.township_id for room in rooms}) > 1:
            raise forms.ValidationError(_("Close the rooms of one township at a time."))
        return Closing(rooms, max(begin, now), end, given["reason"])

    def refuse_closed(self) -> None:
        rooms, begin, end, _reason = self.closing
        standing = Occupancy.objects.filter(room__in=rooms, kind=Occupancy.Kind.CLOSURE).live()
        closed = standing.filter(starts_at__lt=end, ends_at__gt=begin).select_related("room").first()
        if closed:
            sentence = _("%(room)s is closed then already (%(span)s). Leave it out, or open it again first.")
            raise forms.ValidationError(sentence % {"room": closed.room, "span": span_words(closed)})
