"""The plan form: one page, of plain fields."""

import datetime
from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from livestreams.rooms.hours import moment
from livestreams.rooms.words import span_words
from livestreams.sessions.models import Crew
from livestreams.sessions.phone.planning.choices import Choices
from livestreams.sessions.phone.planning.layout import LayoutMixin
from livestreams.sessions.phone.planning.parts import PartsMixin
from livestreams.sessions.plans import Plan
from livestreams.sessions.posters.links import checked
from livestreams.sessions.words import account_words
from zhunong.access.models import User
from zhunong.places.models import Township

A_YEAR = datetime.timedelta(366)
OLD_CHOICE = gettext_lazy("Something chosen does not fit that day or these teams any more: look at it again.")
TIME = {"type": "time", "step": 300}


def ticks(choices: list[tuple[str, str]], label: Any) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label, choices=choices, required=False, widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": OLD_CHOICE},
    )  # fmt: skip


class PlanForm(PartsMixin, LayoutMixin, forms.Form):
    """What can be chosen depends on the day and the teams: `choices`."""

    title = forms.CharField(
        label=gettext_lazy("title"), max_length=100, error_messages={"required": gettext_lazy("Give it a title.")}
    )
    day = forms.DateField(
        label=gettext_lazy("Which day"), input_formats=["%Y-%m-%d"],
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )  # fmt: skip
    start = forms.TimeField(
        label=gettext_lazy("Begins at"), input_formats=["%H:%M", "%H:%M:%S"],
        widget=forms.TimeInput(attrs=TIME, format="%H:%M"),
    )  # fmt: skip
    end = forms.TimeField(
        label=gettext_lazy("Ends at"), input_formats=["%H:%M", "%H:%M:%S"],
        widget=forms.TimeInput(attrs=TIME, format="%H:%M"),
    )  # fmt: skip
    booking = forms.ChoiceField(
        label=gettext_lazy("in a booked room"), required=False, error_messages={"invalid_choice": OLD_CHOICE}
    )
    place = forms.CharField(label=gettext_lazy("or where else"), max_length=100, required=False)
    is_announced = forms.BooleanField(label=gettext_lazy("Announce it to visitors"), required=False, initial=True)
    note = forms.CharField(label=gettext_lazy("note for the team"), max_length=300, required=False)
    key = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, data: Any, choices: Choices, initial: Mapping[str, Any] | None = None) -> None:
        super().__init__(data, initial=dict(initial or {}))
        self.choices = choices
        room: Any = self.fields["booking"]
        room.choices = [("", _("— no room of ours —")), *self.booking_choices()]
        accounts = [(str(row.pk), account_words(row)) for row in choices.accounts]
        self.fields["accounts"] = ticks(accounts, gettext_lazy("accounts"))
        for account in self.reservable():
            self.fields[f"reservation_{account.pk}"] = forms.CharField(
                label=account_words(account), max_length=500, required=False
            )
        people = [(str(person.pk), str(person)) for person in choices.people]
        for job in Crew.Job:
            self.fields[f"job_{job}"] = ticks(people, job.label)
        self.add_parts()

    def booking_choices(self) -> list[tuple[str, str]]:
        return [(str(row.pk), f"{span_words(row)} · {row.room}") for row in self.choices.bookings]

    def clean_day(self) -> datetime.date:
        day: datetime.date = self.cleaned_data["day"]
        if abs(day - timezone.localdate()) > A_YEAR:
            raise ValidationError(_("Choose a day within a year."))
        return day

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if not self.errors:
            self.refuse_odd_parts()
        for account in self.reservable():
            name = f"reservation_{account.pk}"
            try:
                given[name] = checked(given.get(name, ""), account.platform)
            except ValidationError as error:
                self.add_error(name, error)
        return given

    @property
    def problem(self) -> str:
        """The first mistake, in one sentence."""
        for name, errors in self.errors.items():
            label = self.fields[name].label if name in self.fields else ""
            return f"{label}: {errors[0]}" if label else str(errors[0])
        return ""

    def plan(self, township: Township | None = None) -> Plan:
        """What a valid form asks for; in the township of its teams where none is named."""
        given = self.cleaned_data
        starts_at, ends_at = moment(given["day"], given["start"]), moment(given["day"], given["end"])
        if given["end"] < given["start"]:  # past midnight
            ends_at = moment(given["day"] + datetime.timedelta(1), given["end"])
        accounts = {str(row.pk): row for row in self.choices.accounts}
        bookings = {str(row.pk): row for row in self.choices.bookings}
        parts = self.parts
        return Plan(
            township=township or next(iter(parts), self.choices.own[0]).township,
            title=given["title"], starts_at=starts_at, ends_at=ends_at,
            accounts=[accounts[pk] for pk in given["accounts"]], parts=parts, own=self.choices.own,
            booking=bookings.get(given["booking"]), place=given["place"], crew=self.crew(),
            is_announced=given["is_announced"], note=given["note"], key=given["key"],
            reservations={row.pk: given[f"reservation_{row.pk}"] for row in self.reservable()},
        )  # fmt: skip

    def crew(self) -> list[tuple[User, str]]:
        people = {str(person.pk): person for person in self.choices.people}
        return [(people[pk], job.value) for job in Crew.Job for pk in self.cleaned_data[f"job_{job}"]]
