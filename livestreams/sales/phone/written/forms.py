"""记一笔 on the phone: what is typed. No buyer, and no free text that could name one."""

import datetime
import uuid
from typing import Any

from django import forms
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from livestreams.sales.manual_facts import OLDEST_DAYS, Said, today
from livestreams.sales.models import ManualSale
from livestreams.sales.phone.written.fields import DayInput, PlainNumber
from livestreams.sales.phone.written.goods import Goods
from livestreams.teams.models import Team
from media.cleaning import clean_picture
from products.money import FEN_A_YUAN, GRAMS_A_JIN
from zhunong.access.models import User

CHOOSE = _("Choose one.")


class SaleForm(forms.Form):
    """One sale. With a sale given it is corrected, and keeps its picture unless there is a new one."""

    draft = forms.UUIDField(widget=forms.HiddenInput(attrs={"autocomplete": "off"}), required=False)
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    day = forms.DateField(
        label=_("day of the sale"), widget=DayInput, input_formats=["%Y-%m-%d"],
        error_messages={"invalid": _("That is not a day; write it like 2026-05-31."), "required": CHOOSE},
    )  # fmt: skip
    team = forms.ModelChoiceField(
        Team.objects.none(), label=_("for which team"), widget=forms.RadioSelect, empty_label=None,
        error_messages={"required": CHOOSE, "invalid_choice": _("You are not in this team today; choose one.")},
    )  # fmt: skip
    goods = forms.ChoiceField(
        label=_("what was sold"),
        error_messages={"required": CHOOSE, "invalid_choice": _("There is no such product here; choose another.")},
    )
    items = forms.IntegerField(
        label=_("boxes"), required=False, widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={"invalid": _("Write the boxes as a whole number, at least 1.")},
    )  # fmt: skip
    jin = PlainNumber(
        label=_("jin"), required=False, max_digits=9, decimal_places=2,
        error_messages=dict.fromkeys(
            ("invalid", "max_digits", "max_decimal_places", "max_whole_digits"),
            _("Write the weight in jin with at most two decimals, like 2.5."),
        ),
    )  # fmt: skip
    amount = PlainNumber(
        label=_("amount received (yuan)"), max_digits=9, decimal_places=2,
        error_messages=dict.fromkeys(
            ("required", "invalid", "max_digits", "max_decimal_places", "max_whole_digits"),
            _("Write the amount in yuan, from 0.01 to 1,000,000, like 128.50."),
        ),
    )  # fmt: skip
    channel = forms.ChoiceField(
        label=_("how it was sold"), choices=ManualSale.Channel.choices, widget=forms.RadioSelect,
        error_messages={"required": CHOOSE},
    )  # fmt: skip
    receiver = forms.ChoiceField(
        label=_("who received the money"), choices=ManualSale.Receiver.choices, widget=forms.RadioSelect,
        error_messages={"required": CHOOSE},
    )  # fmt: skip
    picture = forms.FileField(
        label=_("proof picture"), widget=forms.FileInput(attrs={"accept": "image/*"}),
        error_messages={
            "required": _("Take a photo of the proof: the transfer, the receipt, the stall's book."),
            "empty": _("This file is not a picture that can be read here; take a photo, or choose a JPEG or PNG."),
        },
    )  # fmt: skip

    def __init__(
        self, user: User, data: Any, files: Any, sale: ManualSale | None = None, seen: int | None = None
    ) -> None:
        self.sale, self.teams = sale, list(Team.objects.of_person(user).order_by("name"))
        self.offered = Goods({team.township_id for team in self.teams})
        super().__init__(data, files, initial=said_before(sale, seen) if sale else fresh(user, self.teams))
        fields: Any = self.fields
        fields["team"].queryset = Team.objects.of_person(user).order_by("name")
        fields["team"].required = len(self.teams) != 1
        fields["goods"].choices = self.offered.choices(self.teams)
        fields["picture"].required = sale is None
        now = today()
        first = now - datetime.timedelta(OLDEST_DAYS)
        fields["day"].widget.attrs |= {"max": now.isoformat(), "min": first.isoformat()}

    def clean_team(self) -> Team:
        """The one team of whoever has but one."""
        return self.cleaned_data["team"] or self.teams[0]

    def clean_picture(self) -> ContentFile | None:
        upload: UploadedFile | None = self.cleaned_data["picture"]
        return clean_picture(upload) if upload else None

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if not self.errors and given["items"] is None and given["jin"] is None:
            self.add_error("items", gettext("Write how many boxes, or how many jin."))
        return given

    def said(self) -> Said:
        given = self.cleaned_data
        product, sku = self.offered.found(given["goods"])
        return Said(
            team=given["team"],
            day=given["day"],
            product=product,
            sku=sku,
            items=given["items"],
            weight_g=None if given["jin"] is None else int(given["jin"] * GRAMS_A_JIN),
            amount_fen=int(given["amount"] * FEN_A_YUAN),
            channel=given["channel"],
            receiver=given["receiver"],
            picture=given["picture"],
        )


def fresh(user: User, teams: list[Team]) -> dict[str, Any]:
    """A new sale: today, for the team of the last one."""
    last = ManualSale.objects.filter(written_by=user, team__in=teams).order_by("-pk").values_list("team", flat=True)
    return {"draft": uuid.uuid4(), "day": today(), "team": last.first() if len(teams) > 1 else None}


def said_before(sale: ManualSale, seen: int | None) -> dict[str, Any]:
    """What the sale says, as it was typed: a weight that follows from the boxes is not typed again."""
    follows = sale.sku and sale.items and sale.weight_g == sale.items * sale.sku.net_weight_g
    typed = sale.weight_g is not None and not follows
    return {
        "seen": seen,
        "day": sale.day,
        "team": sale.team_id,
        "goods": Goods.key(sale),
        "items": sale.items,
        "jin": f"{sale.weight_g / GRAMS_A_JIN:g}" if typed and sale.weight_g else None,
        "amount": f"{sale.amount_fen // FEN_A_YUAN}.{sale.amount_fen % FEN_A_YUAN:02}",
        "channel": sale.channel,
        "receiver": sale.receiver,
    }
