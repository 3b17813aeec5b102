"""What a clerk says of a line instead of its files."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from livestreams.sales.corrections import Said
from livestreams.sales.models import Line
from livestreams.sales.staff.totals.names import joined
from livestreams.teams.models import Team
from products.models import Sku
from products.money import FEN_A_YUAN, yuan
from products.shares import format_shares


class SkuField(forms.ModelChoiceField):
    def label_from_instance(self, sku: Any) -> str:
        return f"{joined(sku.product.name, sku.name)} ({sku.code})"


class CorrectionForm(forms.Form):
    """Teams with their per cents, SKU, refund; what is left blank counts as before."""

    sku = SkuField(
        queryset=Sku.objects.none(), required=False, label=gettext_lazy("SKU"),
        empty_label=gettext_lazy("leave as it is"),
        error_messages={"invalid_choice": gettext_lazy("There is no such SKU here; choose one from the list.")},
    )  # fmt: skip
    refunded = forms.DecimalField(
        label=gettext_lazy("refunded (yuan)"), required=False, min_value=Decimal(0), max_digits=12, decimal_places=2,
        error_messages={
            "invalid": gettext_lazy("Write the refunded amount in yuan, like 12.50."),
            "min_value": gettext_lazy("A refund is never less than 0."),
        },
    )  # fmt: skip
    reason = forms.CharField(
        label=gettext_lazy("reason"), max_length=300,
        error_messages={"required": gettext_lazy("Say why; whoever looks at this line later has to understand it.")},
    )  # fmt: skip

    def __init__(self, line: Line, data: Any = None) -> None:
        super().__init__(data)
        self.line = line
        skus: Any = self.fields["sku"]
        skus.queryset = (
            Sku.objects.filter(product__township=line.township_id)
            .select_related("product")
            .order_by("product__name", "net_weight_g", "code")
        )
        self.teams = list(Team.objects.filter(township=line.township_id).order_by("name"))
        for team in self.teams:
            self.fields[f"team_{team.pk}"] = percent_field(team)
        if line.day is None:
            del self.fields["refunded"]

    def team_fields(self) -> list[forms.BoundField]:
        return [self[f"team_{team.pk}"] for team in self.teams]

    def clean_refunded(self) -> Decimal | None:
        refunded = self.cleaned_data["refunded"]
        if refunded is not None and refunded * FEN_A_YUAN > self.line.paid_fen:
            sentence = _("No more can be refunded than was paid, %(paid)s yuan.")
            raise forms.ValidationError(sentence % {"paid": yuan(self.line.paid_fen)})
        return refunded

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        percents = self.percents()
        if percents and sum(percents.values()) != 100:
            sentence = _("The teams' shares sum to %(sum)s%%; they have to sum to 100%%.")
            raise forms.ValidationError(sentence % {"sum": sum(percents.values())})
        if not self.errors and self.said() == Said():
            raise forms.ValidationError(_("Say what is to count instead: a team, a SKU or the refunded amount."))
        return given

    def percents(self) -> dict[str, int]:
        """Per cents by slug, of the teams that have any."""
        given = {team.slug: self.cleaned_data.get(f"team_{team.pk}") for team in self.teams}
        return {slug: percent for slug, percent in given.items() if percent}

    def said(self) -> Said:
        refunded = self.cleaned_data.get("refunded")
        return Said(
            teams=format_shares(self.percents()) if self.percents() else "",
            sku=self.cleaned_data.get("sku"),
            refunded_fen=None if refunded is None else int(refunded * FEN_A_YUAN),
        )


def percent_field(team: Team) -> forms.IntegerField:
    wrong = _("The share of %(team)s is a whole number from 0 to 100.") % {"team": team.name}
    return forms.IntegerField(
        label=team.name, required=False, min_value=0, max_value=100,
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), wrong),
    )  # fmt: skip
