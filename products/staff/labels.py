"""A sheet of labels for boxes: code, product, village, day, batch number. Nothing on it says where to buy."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from products.codes import drawn_code
from products.models import Batch
from zhunong.access.desk import needs

RECENT = 200
"""Batches to choose from; an older one is reached from its own row."""
MOST = 500


@dataclass(frozen=True)
class Size:
    """A label in mm, as sold on A4 sheets; so many across and down."""

    name: object
    width: str
    height: str
    across: int
    down: int

    @property
    def on_a_sheet(self) -> int:
        return self.across * self.down


SIZES = {
    "small": Size(_("24 on a sheet (70 × 36 mm)"), "70mm", "36mm", 3, 8),
    "medium": Size(_("14 on a sheet (99 × 38 mm)"), "99mm", "38mm", 2, 7),
    "large": Size(_("8 on a sheet (99 × 68 mm)"), "99mm", "68mm", 2, 4),
}


class LabelForm(forms.Form):
    """Which batch, how many labels, how large."""

    batch = forms.ModelChoiceField(Batch.objects.none(), label=_("batch"), empty_label=None)
    size = forms.ChoiceField(choices=[(key, size.name) for key, size in SIZES.items()], label=_("size"))
    count = forms.IntegerField(min_value=1, max_value=MOST, label=_("how many"))


@require_safe
@needs("products.view_batch")
def labels(request: HttpRequest) -> HttpResponse:
    """The form and, once a batch is chosen, the sheets below it; printing leaves the form out."""
    rows = Batch.objects.visible_to(request.user).select_related("product", "village")
    asked = {"size": "small", "count": SIZES["small"].on_a_sheet, **request.GET.dict()}
    form = LabelForm(asked if "batch" in asked else None, initial=asked)
    field: Any = form.fields["batch"]
    field.queryset = rows
    field.widget.choices = choices_of(rows, str(asked.get("batch", "")))
    sheets = sheets_of(form.cleaned_data) if form.is_bound and form.is_valid() else {}
    return render(request, "products/staff/labels.html", {"form": form, **sheets})


def choices_of(rows: QuerySet[Batch], chosen: str) -> list[tuple[int, str]]:
    """The latest ones, and the one that was asked for."""
    recent = list(rows[:RECENT])
    if chosen.isdecimal() and int(chosen) not in {batch.pk for batch in recent}:
        recent += rows.filter(pk=int(chosen))
    return [(batch.pk, f"{batch.product} · {batch.village} · {batch.number}") for batch in recent]


def sheets_of(chosen: dict) -> dict[str, object]:
    """The labels page by page; the last sheet holds what is left."""
    batch, size, count = chosen["batch"], SIZES[chosen["size"]], chosen["count"]
    address = settings.PUBLIC_URL + reverse("products_public:batch", args=[batch.code])
    full, left = divmod(count, size.on_a_sheet)
    return {
        "batch": batch, "size": size, "size_key": chosen["size"], "address": address, "code": drawn_code(address),
        "sheets": [range(size.on_a_sheet)] * full + ([range(left)] if left else []),
    }  # fmt: skip


urlpatterns: list[URLPattern] = [path("batches/labels/", labels, name="labels")]
