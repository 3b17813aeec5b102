"""The three switches of a township."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from livestreams.rooms.models import FairUse
from livestreams.rooms.switching import Switches

HOURS = _("Write a whole number of hours from 1 to 100, or nothing for no limit.")


class FairUseForm(forms.ModelForm):
    class Meta:
        model = FairUse
        fields = ["weekly_hours", "opens_reserved", "releases_unused"]
        error_messages = {"weekly_hours": dict.fromkeys(("invalid", "min_value", "max_value"), HOURS)}

    def __init__(self, fair_use: FairUse, data: Any = None) -> None:
        super().__init__(data, instance=fair_use, prefix=f"t{fair_use.township_id}")
        hours: Any = self.fields["weekly_hours"]
        hours.widget.attrs |= {"min": 1, "max": 100, "inputmode": "numeric"}

    @property
    def switches(self) -> Switches:
        return Switches(**self.cleaned_data)
