"""What a sale written down by hand says, and what may be said."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils import timezone
from django.utils.translation import gettext as _

from livestreams.sales.models import ManualSale
from livestreams.sales.times import BEIJING
from livestreams.teams.models import Team
from products.models import Product, Sku
from zhunong.access.models import User

OLDEST_DAYS = 400
MOST_FEN = 1_000_000_00
MOST_BOXES = 100_000
MOST_GRAMS = 500_000_000
"""A slip of the finger is caught: 100 万元, 100,000 boxes, 1,000,000 斤."""


@dataclass(frozen=True)
class Said:
    """What one sale says. Money in fen; `weight_g` as typed, None = boxes × the SKU's net weight, if that is known."""

    team: Team
    day: datetime.date
    product: Product
    sku: Sku | None
    items: int | None
    weight_g: int | None
    amount_fen: int
    channel: str
    receiver: str
    picture: ContentFile | None = None
    """A cleaned proof picture. None = the one that is there stays."""

    @property
    def grams(self) -> int | None:
        if self.weight_g is None and self.sku and self.items:
            return self.items * self.sku.net_weight_g
        return self.weight_g

    def columns(self) -> dict[str, Any]:
        """As the model keeps it."""
        kept = ("team", "day", "product", "sku", "items", "amount_fen", "channel", "receiver")
        return {name: getattr(self, name) for name in kept} | {
            "township_id": self.team.township_id,
            "weight_g": self.grams,
        }


def today() -> datetime.date:
    """The day in China, whatever the server's clock is set to."""
    return timezone.now().astimezone(BEIJING).date()


def check_said(said: Said, by: User) -> None:
    """Raise ValidationError, by field, unless this person may say this today."""
    errors: dict[str, str] = {}
    now = today()
    if said.day > now:
        errors["day"] = _("This day has not come yet; write down the day of the sale.")
    elif said.day < now - datetime.timedelta(OLDEST_DAYS):
        errors["day"] = _("This day is more than %(days)s days ago; ask the township's staff.") % {"days": OLDEST_DAYS}
    if not Team.objects.of_person(by).filter(pk=said.team.pk).exists():
        errors["team"] = _("You are not in this team today; choose one of your own.")
    if said.product.township_id != said.team.township_id:
        errors["goods"] = _("This team's township does not have that product; choose another.")
    if said.sku and said.sku.product_id != said.product.pk:
        errors["goods"] = _("This SKU is of another product; choose again.")
    errors |= check_amounts(said)
    if said.channel not in ManualSale.Channel:
        errors["channel"] = _("Choose how it was sold.")
    if said.receiver not in ManualSale.Receiver:
        errors["receiver"] = _("Choose who received the money.")
    if errors:
        raise ValidationError(errors)


def check_amounts(said: Said) -> dict[str, str]:
    errors: dict[str, str] = {}
    if not 0 < said.amount_fen <= MOST_FEN:
        errors["amount"] = _("Write the amount in yuan, from 0.01 to 1,000,000, like 128.50.")
    if said.items is None and said.weight_g is None:
        errors["items"] = _("Write how many boxes, or how many jin.")
    if said.items is not None and not 0 < said.items <= MOST_BOXES:
        errors["items"] = _("Write the boxes as a whole number, at least 1.")
    if said.weight_g is not None and not 0 < said.weight_g <= MOST_GRAMS:
        errors["jin"] = _("Write the weight in jin, more than 0, like 2.5.")
    return errors


def told(sale: ManualSale) -> dict[str, Any]:
    """What a sale says now, for its history: names as they are now, amounts in fen and grams."""
    return {
        "team": sale.team.name,
        "day": sale.day.isoformat(),
        "product": sale.product.name,
        "sku": sale.sku.name if sale.sku else "",
        "items": sale.items,
        "weight_g": sale.weight_g,
        "amount_fen": sale.amount_fen,
        "channel": sale.channel,
        "receiver": sale.receiver,
        "proof": sale.proof.name,
    }
