"""Which teams an event is done for, and their per cent: the part of the plan form about credit."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from livestreams.sessions.phone.planning.choices import Choices
from livestreams.teams.models import Team


def percent_field(label: Any) -> forms.IntegerField:
    widget = forms.NumberInput(attrs={"inputmode": "numeric"})
    return forms.IntegerField(label=label, min_value=0, max_value=100, required=False, widget=widget)


class PartsMixin:
    """`parts` of a valid form: teams and their per cent, as they are to be."""

    fields: dict[str, Any]
    cleaned_data: dict[str, Any]
    choices: Choices

    def add_parts(self) -> None:
        for team in self.choices.teams:
            self.fields[f"part_{team.pk}"] = percent_field(team.name)
        others = [("", "—"), *((str(team.pk), team.name) for team in self.choices.others)]
        self.fields["other_team"] = forms.ChoiceField(
            label=gettext_lazy("another team"), choices=others, required=False
        )
        self.fields["other_percent"] = percent_field(gettext_lazy("its per cent"))

    @property
    def parts(self) -> dict[Team, int]:
        """One team alone has all of it; what another team is asked to take comes off the largest part of ours."""
        given = self.cleaned_data
        parts = {team: given.get(f"part_{team.pk}") or 0 for team in self.choices.teams}
        if not any(parts.values()) and len(self.choices.own) == 1:
            parts[self.choices.own[0]] = 100
        if guest := self.guest:
            percent = given.get("other_percent") or 0
            if sum(parts.values()) == 100:
                largest = max(self.choices.own, key=lambda team: parts[team])
                parts[largest] = max(parts[largest] - percent, 0)
            parts[guest] = percent
        return {team: percent for team, percent in parts.items() if percent}

    @property
    def guest(self) -> Team | None:
        """The team that is to be asked."""
        chosen = self.cleaned_data.get("other_team")
        return next((team for team in self.choices.others if str(team.pk) == chosen), None)

    def refuse_odd_parts(self) -> None:
        """Raises ValidationError where another team is half named."""
        if bool(self.guest) != bool(self.cleaned_data.get("other_percent")):
            raise ValidationError(_("Choose the other team and say its per cent, or neither."))

    def part_fields(self) -> list[Any]:
        return [self[f"part_{team.pk}"] for team in self.choices.teams]  # type: ignore[index]
