"""What is asked about people: a name, perhaps a phone number, what they do and from which day."""

import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from livestreams.teams.models import Membership
from livestreams.teams.people.accounts import tidy_name, with_phone
from livestreams.teams.people.reach import Reach
from livestreams.teams.people.rosters import overlaps
from zhunong.access.models import User
from zhunong.access.phones import PhoneField

YEARS_BACK, YEARS_AHEAD = 20, 1


class DayField(forms.DateField):
    """A day near enough to be meant."""

    def __init__(self, **options: Any) -> None:
        super().__init__(widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **options)

    def validate(self, value: datetime.date | None) -> None:
        super().validate(value)
        this_year = datetime.date.today().year
        if value and not this_year - YEARS_BACK <= value.year <= this_year + YEARS_AHEAD:
            raise ValidationError(_("This day is too far away. Look at the year."))


def refuse_taken(phone: str | None, person: Any = None) -> None:
    """A number signs in one person; nobody is told whom."""
    others = User.objects.exclude(pk=person.pk) if person else User.objects.all()
    if phone and others.filter(Q(phone=phone) | Q(username=phone)).exists():
        raise ValidationError({"phone": _("This number cannot be used here. Ask the township's staff.")})


class PersonForm(forms.Form):
    """Name and phone of somebody who is there already."""

    name = forms.CharField(label=gettext_lazy("Name of the person"), max_length=50)
    phone = PhoneField(
        label=gettext_lazy("Phone number (not necessary)"), required=False,
        help_text=gettext_lazy("It may be used to sign in."),
    )  # fmt: skip

    def __init__(self, *args: Any, person: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person

    def clean_name(self) -> str:
        return tidy_name(self.cleaned_data["name"])

    def clean(self) -> dict[str, Any]:
        if self.person:
            refuse_taken(self.cleaned_data.get("phone"), self.person)
        return self.cleaned_data

    def save(self, person: Any) -> None:
        person.display_name, person.phone = self.cleaned_data["name"], self.cleaned_data["phone"]
        person.save(update_fields=["display_name", "phone"])


class NewPersonForm(PersonForm):
    """Somebody to be entered: a new account, or the one with the number typed, `found`.

    Of an account out of reach nothing is told but that it takes somebody else to enter it.
    """

    found: User | None = None

    def __init__(self, *args: Any, reach: Reach, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.reach = reach
        self.fields["phone"].help_text = _("It may be used to sign in, and finds an account that is there already.")

    def clean(self) -> dict[str, Any]:
        phone = self.cleaned_data.get("phone")
        self.found = with_phone(phone)
        if self.found is None:
            refuse_taken(phone)
        elif not self.reach.governs(self.found):
            raise ValidationError({"phone": self.out_of_reach()})
        else:
            self.refuse_another_name(self.found)
        return self.cleaned_data

    def refuse_another_name(self, found: User) -> None:
        """A number typed wrongly must not enter somebody else. Raises ValidationError."""
        name = self.cleaned_data.get("name")
        if name and found.display_name and name != found.display_name:
            sentence = _("This number is %(name)s's. If it is the same person, write the name so.")
            raise ValidationError({"phone": sentence % {"name": found.display_name}})

    def out_of_reach(self) -> str:
        if self.reach.office:
            return _("With this number nobody can be entered here. Ask the administrator.")
        return _("With this number nobody can be entered here. Ask the township's staff.")


class PeriodForm(NewPersonForm):
    """Somebody for a team or a shop, from a day on. `periods`: those of the team or shop so far."""

    since = DayField(label=gettext_lazy("From which day"))

    def __init__(self, *args: Any, periods: QuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.periods = periods
        self.fields["since"].initial = self.reach.day

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        since = cleaned.get("since")
        if since and self.found and overlaps(self.periods.filter(user=self.found), since):
            raise ValidationError({"phone": _("This person is here already, on that day or later.")})
        namesakes = self.periods.filter(user__display_name=cleaned.get("name"))
        if since and not cleaned.get("phone") and overlaps(namesakes, since):
            raise ValidationError(
                {"phone": _("Somebody of this name is here already. Enter a phone number to tell them apart.")}
            )
        return cleaned


class JoinForm(PeriodForm):
    role = forms.ChoiceField(
        label=gettext_lazy("In the team as"), choices=Membership.Role.choices, initial=Membership.Role.MEMBER,
        widget=forms.RadioSelect,
    )  # fmt: skip
    field_order = ["name", "phone", "role", "since"]


class DayForm(forms.Form):
    """The first day on which something no longer is, never before the day on which it began."""

    day = DayField(
        label=gettext_lazy("First day no longer here"),
        error_messages={"required": gettext_lazy("Enter the first day on which the person is no longer here.")},
    )

    def __init__(self, *args: Any, since: datetime.date | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.since = since

    def clean_day(self) -> datetime.date:
        day = self.cleaned_data["day"]
        if self.since and day < self.since:
            sentence = _("This person is here since %(day)s only; the end cannot be before that day.")
            raise ValidationError(sentence, params={"day": self.since})
        return day

    @property
    def problem(self) -> str:
        """Why the day cannot be taken, in one sentence."""
        return " ".join(str(reason) for reasons in self.errors.values() for reason in reasons)


class SuccessorForm(forms.Form):
    successor = forms.ModelChoiceField(Membership.objects.none(), label=gettext_lazy("Who leads from today on"))

    def __init__(self, *args: Any, members: QuerySet[Membership], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["successor"]
        field.queryset = members.select_related("user")  # type: ignore[attr-defined]
        field.label_from_instance = lambda membership: str(membership.user)  # type: ignore[attr-defined]
