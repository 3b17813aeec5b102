"""What a team says when it asks for credit: which team, since when, and why."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from livestreams.sales.models import CreditRequest
from livestreams.sales.staff.claiming.forms import DaysForm
from livestreams.teams.models import Team

LONGEST_NOTE = CreditRequest._meta.get_field("note").max_length


class AskForLineForm(forms.Form):
    """For one line: the team, if a person has two, and why."""

    team = forms.ModelChoiceField(
        queryset=Team.objects.none(), label=_("for which team"), widget=forms.RadioSelect, empty_label=None,
        error_messages={
            "required": _("Say for which of your teams."), "invalid_choice": _("Say for which of your teams."),
        },
    )  # fmt: skip
    note = forms.CharField(
        label=_("why it is ours"), max_length=LONGEST_NOTE, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Such as: who was live that evening. No buyer's name or phone number."),
        error_messages={"required": _("Say why it is yours, so that the clerk can decide.")},
    )  # fmt: skip

    def __init__(self, teams: list[Team], data: Any = None, likely: int | None = None) -> None:
        super().__init__(data, initial={"team": likely or (teams[0].pk if len(teams) == 1 else None)})
        field: Any = self.fields["team"]
        field.queryset = Team.objects.filter(pk__in=[team.pk for team in teams]).order_by("name")
        field.required = len(teams) != 1
        self.teams = teams

    def clean_team(self) -> Team:
        """The one team of whoever has but one."""
        return self.cleaned_data["team"] or self.teams[0]


class AskForAccountForm(DaysForm, AskForLineForm):
    """For an account, or a streamer not entered: also from when to when it is theirs."""

    field_order = ["team", "first_day", "last_day", "note"]
