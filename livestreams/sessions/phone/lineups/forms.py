"""What the phone sends about a product of the line-up."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from livestreams.sessions.entries import Entry
from livestreams.sessions.models import LineUpItem
from products.models import Batch, Product, Sku
from products.staff.yuan import YuanField

LONGEST = 600
POINTS = 1000


def whole(label: object, most: int, **more: Any) -> forms.IntegerField:
    """A whole number that may be left out."""
    box = forms.NumberInput(attrs={"inputmode": "numeric", "autocomplete": "off"})
    return forms.IntegerField(label=label, required=False, min_value=0, max_value=most, widget=box, **more)  # type: ignore[arg-type]


class ItemForm(forms.Form):
    """Price on air, stock, minutes, talking points and the batch of one pack."""

    price = YuanField(label=_("Price on air (yuan)"), required=False, max_length=20)
    stock = whole(_("Stock (boxes)"), 1_000_000)
    minutes = whole(_("Minutes planned"), LONGEST, help_text=_("blank = an equal share of what is left"))
    points = forms.CharField(
        label=_("Talking points"), required=False, max_length=POINTS,
        widget=forms.Textarea(attrs={"rows": 8, "maxlength": POINTS}),
        help_text=_("One thought a line: these lines stand in big letters on the live sheet."),
    )  # fmt: skip
    batch: Any = forms.ModelChoiceField(
        Batch.objects.none(), label=_("Batch (合格证)"), required=False, empty_label=_("not known yet"),
    )  # fmt: skip

    def __init__(self, *args: Any, product: Product, sku: Sku | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.product, self.sku = product, sku
        rows = product.batches.order_by("-picked_on", "-pk")
        self.fields["batch"].queryset = rows  # type: ignore[attr-defined]
        self.fields["batch"].label_from_instance = batch_words  # type: ignore[attr-defined]

    def clean_points(self) -> str:
        return self.cleaned_data["points"].replace("\r\n", "\n").strip()

    def entry(self) -> Entry:
        given = self.cleaned_data
        return Entry(
            self.product, self.sku, given["price"], given["stock"], given["minutes"] or None, given["points"],
            given["batch"],
        )  # fmt: skip


def batch_words(batch: Batch) -> str:
    """`B-0612 · 06-12`: its number, and when it was picked."""
    return f"{batch.number} · {batch.picked_on:%m-%d}"


def initial_of(item: LineUpItem) -> dict[str, Any]:
    return {
        "price": item.price_fen, "stock": item.stock, "minutes": item.minutes, "points": item.points,
        "batch": item.batch_id,
    }  # fmt: skip
