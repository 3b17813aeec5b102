"""One listing mapped: first how many lines and how much money would move, then a yes, and a record of it."""

from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop

from livestreams.sales.changes import Record
from livestreams.sales.models import Listing
from livestreams.sales.recrediting import Touched
from livestreams.sales.staff.acting import Acting
from livestreams.sales.staff.totals.names import joined
from livestreams.sales.staff.work.mapping import best_code, map_listing
from livestreams.sales.staff.work.page import WorkPage
from products.models import Sku
from products.money import yuan
from products.platforms import platform_name


class MapListingView(Acting, WorkPage):
    """Posted from the work list with a SKU; posted again with what was seen."""

    template_name = "sales/work/map_listing.html"
    page_title = gettext_lazy("Map a listing")
    header_icon = "link"
    above = "unmapped"

    @cached_property
    def listing(self) -> Listing:
        listings = Listing.objects.workable_by(self.user).select_related("shop__township")
        return get_object_or_404(listings, pk=self.kwargs["pk"])

    @cached_property
    def sku(self) -> Sku | None:
        """One of the shop's own township; None where none, or another's, was chosen."""
        chosen = self.request.POST.get("sku", "")
        skus = Sku.objects.workable_by(self.user).filter(product__township=self.listing.shop.township_id)
        return skus.filter(pk=chosen).select_related("product").first() if chosen.isdecimal() else None

    @property
    def sku_name(self) -> str:
        return joined(self.sku.product.name, self.sku.name) if self.sku else ""

    def write(self, touched: Touched) -> None:
        assert self.sku
        self.code = map_listing(self.listing, self.sku, touched)

    def records(self) -> Iterator[Record]:
        shop = self.listing.shop
        named = f"{platform_name(shop.platform)} · {shop.nickname} · {self.listing}"
        fields = {gettext_noop("code"): ["", self.code.code], gettext_noop("SKU"): ["", self.sku_name]}
        key = f"{shop.platform}:{shop.account_id}:{self.code.code}"
        rows = [{"what": "created", "key": key, "name": named, "fields": fields}]
        yield Record(shop.township, "sku_codes", rows, self.user)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.listing or not self.sku:
            messages.error(request, _("Choose one of the SKUs first."))
            return redirect("sales:unmapped")
        if "expected" not in request.POST:
            self.foresee()
        elif self.carry_out():
            return self.done()
        if self.problem:
            messages.error(request, self.problem)
            return redirect("sales:unmapped")
        return self.render_to_response(self.get_context_data())

    def done(self) -> HttpResponse:
        assert self.effect
        sentence = _(
            "“%(listing)s” is now %(sku)s, known by %(code)s. Lines credited anew: %(lines)s; their net: %(net)s yuan."
        )
        said = {"listing": self.listing, "sku": self.sku_name, "code": self.code.code}
        said |= {"lines": self.effect.lines, "net": yuan(self.effect.net_fen)}
        messages.success(self.request, sentence % said)
        return redirect("sales:unmapped")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        code = best_code(self.listing)
        return super().get_context_data(**kwargs) | self.act_context() | {
            "listing": self.listing, "sku": self.sku, "sku_name": self.sku_name, "code": code,
            "kind": _(code.kind) if code else "", "platform": platform_name(self.listing.shop.platform),
        }  # fmt: skip
