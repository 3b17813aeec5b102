"""What is to be looked after: unmapped listings, streamers not entered, accounts without a team."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count, F, Max, QuerySet, Sum
from django.http import HttpRequest, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from livestreams.sales.models import Line, Listing
from livestreams.sales.money import yuan
from livestreams.sales.staff.access import HAND_IN
from livestreams.sales.staff.totals.addresses import address_with
from livestreams.sales.staff.totals.mapping import NotMappable, best_code, map_listing
from livestreams.sales.staff.totals.names import joined
from livestreams.sales.staff.totals.page import SalesPage
from products.models import Sku
from products.platforms import platform_name

PAGE_LISTINGS = 20
MOST_ACCOUNTS = 100


class UnmappedView(SalesPage):
    """Listings with paid lines and no SKU, dearest first; each can be mapped here."""

    template_name = "sales/totals/unmapped.html"
    page_title = _("Unmapped listings")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        page = Paginator(self.listings(), PAGE_LISTINGS).get_page(self.request.GET.get("page"))
        return super().get_context_data(**kwargs) | {
            "page": page,
            "listings": self.described(list(page)),
            "may_map": self.user.has_perm(HAND_IN),
            "strangers": self.strangers(),
            "unclaimed": self.unclaimed(),
            "earlier": address_with(self.request, page=page.number - 1),
            "later": address_with(self.request, page=page.number + 1),
        }

    def paid(self) -> QuerySet[Line]:
        return Line.objects.visible_to(self.user).filter(day__isnull=False).order_by()

    def listings(self) -> QuerySet:
        return summed(self.paid().filter(sku=None).values("listing")).order_by("-net_fen", "listing")

    def described(self, sums: list[dict]) -> list[dict[str, Any]]:
        listings = Listing.objects.select_related("shop").in_bulk([row["listing"] for row in sums])
        skus = self.skus()
        rows = [row | {"listing": listings[row["listing"]]} for row in sums]
        for row in rows:
            shop = row["listing"].shop
            row |= {"platform": platform_name(shop.platform), "codes": "、".join(filter(None, row["listing"].codes))}
            code = best_code(row["listing"])
            row |= {"code": code, "kind": gettext(code.kind) if code else "", "skus": skus.get(shop.township_id, [])}
        return rows

    def skus(self) -> dict[int, list[tuple[int, str]]]:
        """(pk, name) of SKUs to choose from, by township."""
        found: dict[int, list[tuple[int, str]]] = {}
        rows = Sku.objects.visible_to(self.user).order_by("product__name", "net_weight_g", "code")
        for pk, code, product, name, township in rows.values_list(
            "pk", "code", "product__name", "name", "product__township_id"
        ):
            found.setdefault(township, []).append((pk, f"{joined(product, name)} ({code})"))
        return found

    def strangers(self) -> list[dict]:
        """Streamers' ids that no account ever had."""
        rows = self.paid().filter(is_stranger=True).values("platform", "streamer")
        found = list(summed(rows, last_day=Max("day")).order_by("-net_fen")[:MOST_ACCOUNTS])
        return [row | {"name": platform_name(row["platform"])} for row in found]

    def unclaimed(self) -> list[dict]:
        """Accounts that no team owned when something was ordered."""
        rows = self.paid().filter(team_shares=None, account__isnull=False).values(
            "account__platform", "account__account_id", "account__nickname"
        )  # fmt: skip
        found = list(summed(rows, last_day=Max("day")).order_by("-net_fen")[:MOST_ACCOUNTS])
        for row in found:
            platform = row["account__platform"]
            row |= {"name": platform_name(platform), "slug": f"{platform}:{row['account__account_id']}"}
        return found


def summed(rows: QuerySet, **more: Any) -> QuerySet:
    return rows.annotate(lines=Count("pk"), net_fen=Sum(F("paid_fen") - F("refunded_fen")), **more)


def map_view(request: HttpRequest, pk: int) -> HttpResponseRedirect:
    """Map one listing to the SKU chosen."""
    if not request.user.has_perm(HAND_IN):
        raise PermissionDenied
    listing = get_object_or_404(Listing.objects.visible_to(request.user).select_related("shop"), pk=pk)
    skus = Sku.objects.visible_to(request.user).filter(product__township=listing.shop.township_id)
    chosen = request.POST.get("sku", "")
    sku = skus.filter(pk=chosen).first() if chosen.isdecimal() else None
    if sku:
        tell(request, listing, sku)
    else:
        messages.error(request, gettext("Choose one of the SKUs first."))
    return redirect("sales:unmapped")


def tell(request: HttpRequest, listing: Listing, sku: Sku) -> None:
    try:
        mapped = map_listing(listing, sku)
    except NotMappable:
        messages.error(
            request, gettext("“%(listing)s” has a SKU already, or no code to know it by.") % {"listing": listing}
        )
        return
    sentence = gettext(
        "“%(listing)s” is now %(sku)s, known by its %(kind)s %(code)s. Lines credited anew: %(lines)s; "
        "moved from unmapped, net of refunds: %(net)s yuan."
    )
    messages.success(
        request,
        sentence
        % {
            "listing": listing, "sku": joined(sku.product.name, sku.name), "kind": gettext(mapped.code.kind),
            "code": mapped.code.code, "lines": mapped.lines, "net": yuan(mapped.net_fen),
        },
    )  # fmt: skip
