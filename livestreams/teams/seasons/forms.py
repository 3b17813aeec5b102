"""Dates and note of a season as a small form, for what no tap says."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from products.models import Season

BOX = {"type": "date"}


class SeasonDates(forms.ModelForm):
    """All dates of one season. Which product, village and year it is of stands on the page."""

    class Meta:
        model = Season
        fields = ["picked_from", "picked_to", "blooms_from", "blooms_to", "sold_out_on", "is_estimate", "note"]
        widgets = {
            name: forms.DateInput(BOX, format="%Y-%m-%d")
            for name in ("picked_from", "picked_to", "blooms_from", "blooms_to", "sold_out_on")
        }
        labels = {"is_estimate": _("expected, not yet certain")}
        help_texts = {"sold_out_on": "", "note": _("frost, rain, a late spring: visitors read it")}

    def _post_clean(self) -> None:
        """A new season is of the year in which its picking begins."""
        begins: Any = self.cleaned_data.get("picked_from")
        if begins and self.instance._state.adding:
            self.instance.year = begins.year
        super()._post_clean()  # type: ignore[misc]
