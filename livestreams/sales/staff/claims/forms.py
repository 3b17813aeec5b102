"""Entering a claimed figure, in yuan."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from livestreams.sales.models import Claim
from livestreams.teams.models import Team
from products.money import FEN_A_YUAN
from zhunong.places.models import Township


class ClaimForm(WagtailAdminModelForm):
    """A figure in yuan, for a team or a township that the user works for."""

    amount_yuan = forms.DecimalField(
        label=_("figure in yuan"), min_value=Decimal("0.01"), max_digits=14, decimal_places=2,
        help_text=_("5 million yuan (500万) is 5000000"),
    )  # fmt: skip

    field_order = ["township", "team", "amount_yuan", "is_at_least", "period", "source", "note"]

    class Meta:
        model = Claim
        fields = ["township", "team", "is_at_least", "period", "source", "note"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        townships: Any = self.fields["township"]
        townships.queryset = Township.objects.workable_by(self.for_user)
        teams: Any = self.fields["team"]
        teams.queryset = Team.objects.workable_by(self.for_user)
        if len(townships.queryset) == 1:
            townships.initial = townships.queryset[0]
        if self.instance.amount_fen:
            self.fields["amount_yuan"].initial = Decimal(self.instance.amount_fen) / FEN_A_YUAN

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        team, township = given.get("team"), given.get("township")
        if team and township and team.township_id != township.pk:
            self.add_error("team", _("This team is of another township."))
        return given

    def save(self, commit: bool = True) -> Claim:
        self.instance.amount_fen = int(self.cleaned_data["amount_yuan"] * FEN_A_YUAN)
        return super().save(commit)
