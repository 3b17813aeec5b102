"""有凭证登记: the sales written down by hand, to decide on, to look through and to take away."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django.core.paginator import Paginator
from django.db.models import OuterRef, Subquery
from django.http import HttpRequest, HttpResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from livestreams.sales.manual_words import goods, quantity
from livestreams.sales.models import ManualSaleEvent
from livestreams.sales.staff.lists import FORMATS, download_rows
from livestreams.sales.staff.manual.forms import WrittenForm
from livestreams.sales.staff.manual.selection import SHOWN, WrittenSelection
from livestreams.sales.staff.totals.addresses import address_with
from livestreams.sales.staff.totals.page import SalesPage
from livestreams.sales.times import as_text
from products.money import GRAMS_A_JIN

PAGE_SALES = 50


class WrittenView(SalesPage):
    """The list; opens on those that wait."""

    template_name = "sales/manual/list.html"
    page_title = gettext_lazy("Sales written down by hand")
    header_icon = "form"

    @cached_property
    def form(self) -> WrittenForm:
        return WrittenForm(self.request.GET, self.names)

    @cached_property
    def selection(self) -> WrittenSelection:
        return WrittenSelection(self.user, self.form)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The page, or its rows as a file."""
        format = request.GET.get("format")
        if format in FORMATS and self.form.is_valid():
            return download_rows(str(self.page_title), headers(self.selection), cells(self.selection), format)
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs, form=self.form)
        if not self.form.is_valid():
            return context
        selection, parts = self.selection, self.selection.parts or {}
        paginator = Paginator(selection.sales.select_related(*SHOWN), PAGE_SALES)
        paginator.count = selection.sums["count"]
        page = paginator.get_page(self.request.GET.get("page"))
        return context | {
            "state": self.form.state_name(),
            "is_narrowed": bool(self.form.words() or self.form.only() or any(self.form.days())),
            "days": self.form.days(),
            "chips": self.form.chips(self.request),
            "sums": selection.sums,
            "is_of_parts": selection.parts is not None,
            "page": page,
            "sales": [(sale, goods(sale), quantity(sale.items, sale.weight_g), parts.get(sale.pk)) for sale in page],
            "exports": {format: address_with(self.request, format=format, page=None) for format in FORMATS},
            "earlier": address_with(self.request, page=page.number - 1),
            "later": address_with(self.request, page=page.number + 1),
        }


def headers(selection: WrittenSelection) -> list[str]:
    columns = [
        _("day"), _("team"), _("product"), _("SKU"), _("boxes"), _("weight (jin)"), _("amount (yuan)"), _("channel"),
        _("who received the money"), _("state"), _("written down by"), _("written down at"), _("last act"),
        _("last act by"), _("reason"),
    ]  # fmt: skip
    return columns + ([_("part of the village (yuan)")] if selection.parts is not None else [])


def cells(selection: WrittenSelection) -> Iterator[list]:
    last = ManualSaleEvent.objects.filter(sale=OuterRef("pk")).order_by("-pk")
    sales = selection.sales.select_related(*SHOWN).annotate(
        last_kind=Subquery(last.values("kind")[:1]),
        last_by=Subquery(last.values("by__display_name")[:1]),
        last_name=Subquery(last.values("by__username")[:1]),
        last_reason=Subquery(last.values("reason")[:1]),
    )
    for sale in sales:
        row = [
            sale.day.isoformat(), sale.team.name, sale.product.name, sale.sku.name if sale.sku else "", sale.items,
            None if sale.weight_g is None else sale.weight_g / GRAMS_A_JIN, in_yuan(sale.amount_fen),
            str(sale.get_channel_display()), str(sale.get_receiver_display()), str(sale.get_state_display()),
            str(sale.written_by), as_text(sale.written_at)[:16], str(ManualSaleEvent.Kind(sale.last_kind).label),
            sale.last_by or sale.last_name, sale.last_reason,
        ]  # fmt: skip
        yield row + ([in_yuan(selection.parts[sale.pk])] if selection.parts is not None else [])


def in_yuan(fen: int) -> Decimal:
    """With two decimals, and a number in a workbook."""
    return Decimal(fen).scaleb(-2)
