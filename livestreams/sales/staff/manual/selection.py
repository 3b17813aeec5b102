"""The sales behind a figure, or those that wait, and their sum to the fen."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Count, Q, Sum

from livestreams.sales import evidenced
from livestreams.sales.models import ManualSale
from livestreams.sales.models.manual_sales import ManualSaleQuerySet
from livestreams.sales.staff.manual.forms import ALL, WrittenForm
from products.money import FEN_A_YUAN
from zhunong.access.models import User

SEARCHED = (
    "product__name", "sku__name", "sku__code", "team__name", "written_by__display_name", "written_by__username",
)  # fmt: skip
SHOWN = ("team", "product", "sku", "written_by")


@dataclass
class WrittenSelection:
    """What a clerk asked for, within what they may see."""

    user: User
    form: WrittenForm

    @cached_property
    def sales(self) -> ManualSaleQuerySet:
        found = self.before_villages
        if self.parts is not None:
            found = found.filter(pk__in=list(self.parts))
        return found.order_by("-day", "-pk")

    @cached_property
    def before_villages(self) -> ManualSaleQuerySet:
        found = ManualSale.objects.visible_to(self.user)
        if self.form.state_name() != ALL:
            found = found.filter(state=self.form.state_name())
        for word in self.form.words():
            found = found.filter(matching(word))
        return evidenced.narrowed(found, self.form.question())

    @cached_property
    def parts(self) -> dict[int, int] | None:
        """By sale, the fen of the village that was asked for; None = no village was."""
        if "village" not in self.form.only():
            return None
        parts: dict[int, int] = defaultdict(int)
        for piece in evidenced.pieces(self.before_villages, self.form.question()):
            parts[piece.sale] += piece.paid_fen
        return parts

    @cached_property
    def sums(self) -> dict[str, int]:
        """How many, and what they (or the village's parts of them) sum to: the figure that led here."""
        if self.parts is not None:
            return {"count": len(self.parts), "fen": sum(self.parts.values())}
        found = self.sales.order_by().aggregate(count=Count("pk"), fen=Sum("amount_fen"))
        return {name: amount or 0 for name, amount in found.items()}


def matching(word: str) -> Q:
    """A word in one of the names, or the amount in yuan."""
    condition = Q()
    for path in SEARCHED:
        condition |= Q(**{f"{path}__icontains": word})
    try:
        amount = round(float(word.replace(",", "")) * FEN_A_YUAN)
    except (ValueError, OverflowError):
        return condition
    return condition | Q(amount_fen=amount) if abs(amount) < 10**15 else condition
