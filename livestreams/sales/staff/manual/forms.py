"""What is looked for among the sales written down by hand, and the clerk's yes or no."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from livestreams.sales.models import ManualSale
from livestreams.sales.staff.totals.forms import CHOSEN, FilterForm
from livestreams.sales.staff.totals.names import Names
from livestreams.sales.staff.totals.periods import Days, Period, days_of, today

NOT_BY_HAND = ("platform", "shop", "session", "account")
ALL = "all"
PERIODS = [(Period.ALL.value, Period.ALL.label), *((key, name) for key, name in Period.choices if key != Period.ALL)]


class WrittenForm(FilterForm):
    """Opens on what waits, whenever it was; a clicked figure brings its own days and state."""

    provisional = None  # type: ignore[assignment]
    period = forms.ChoiceField(label=_("period"), choices=PERIODS, required=False)
    state = forms.ChoiceField(
        label=_("state"), choices=[*ManualSale.State.choices, (ALL, _("all"))], required=False
    )  # fmt: skip
    q = forms.CharField(label=_("goods, team, person, amount"), max_length=100, required=False)

    def __init__(self, data: Any, names: Names) -> None:
        super().__init__(data, names)
        for dimension in NOT_BY_HAND:
            del self.fields[dimension]

    def filters(self) -> list[forms.BoundField]:
        shown = [dimension for dimension in CHOSEN if dimension not in NOT_BY_HAND]
        return [self[dimension] for dimension in shown if not self[dimension].is_hidden]

    def days(self) -> Days:
        given = self.cleaned_data
        start, end = given.get("day_from"), given.get("day_to")
        if start or end or given.get("period") == Period.OWN:
            return Days(start, end)
        return days_of(given.get("period") or Period.ALL, today())

    def state_name(self) -> str:
        return self.cleaned_data.get("state") or ManualSale.State.WAITING

    def words(self) -> list[str]:
        return (self.cleaned_data.get("q") or "").split()[:5]


class DecisionForm(forms.Form):
    """Yes, or back with a reason."""

    act = forms.ChoiceField(choices=[(act, act) for act in ("confirm", "send_back", "take_back")])
    reason = forms.CharField(max_length=300, required=False)
    seen = forms.IntegerField()
