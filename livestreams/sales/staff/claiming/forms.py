"""For which days an account is given to a team."""

import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from livestreams.sales.spans import ONE_DAY, Span
from livestreams.sales.staff.totals.forms import DayField
from livestreams.teams.models import Ownership, Team


class DaysForm(forms.Form):
    """First and last day, as people say them; blank = open."""

    first_day = DayField(label=_("from"), required=False)
    last_day = DayField(label=_("last day"), required=False, help_text=_("blank = until further notice"))

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        first, last = given.get("first_day"), given.get("last_day")
        if first and last and last < first:
            raise forms.ValidationError(_("The last day is before the first; swap them."))
        return given

    def span(self) -> Span:
        last: datetime.date | None = self.cleaned_data.get("last_day")
        return Span.of(self.cleaned_data.get("first_day"), last + ONE_DAY if last else None)


class GrantForm(DaysForm):
    """The days, and what the account is called."""

    nickname = forms.CharField(
        label=_("nickname"), max_length=Ownership._meta.get_field("nickname").max_length,
        error_messages={"required": _("Write what the account is called on the platform.")},
    )  # fmt: skip


class GiveForm(GrantForm):
    """The same, and to which team."""

    team = forms.ModelChoiceField(
        queryset=Team.objects.none(), label=_("team"), empty_label=_("choose a team"),
        error_messages={
            "required": _("Choose the team that the account belongs to."),
            "invalid_choice": _("There is no such team here; choose one from the list."),
        },
    )  # fmt: skip
    field_order = ["team", "first_day", "last_day", "nickname"]

    def __init__(self, data: Any, teams: Any, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        field: Any = self.fields["team"]
        field.queryset = teams
