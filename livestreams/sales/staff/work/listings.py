"""未匹配商品: listings with paid lines and no SKU, dearest first; each can be mapped here."""

from typing import Any

from django.db.models import Count, F, QuerySet, Sum
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from livestreams.sales.models import Line, Listing
from livestreams.sales.staff.access import HAND_IN
from livestreams.sales.staff.totals.names import joined
from livestreams.sales.staff.work import items
from livestreams.sales.staff.work.mapping import best_code
from livestreams.sales.staff.work.page import WorkPage
from products.models import Sku
from products.platforms import platform_name
from zhunong.places.models import Township


class UnmappedView(WorkPage):
    """The work list."""

    template_name = "sales/work/listings.html"
    page_title = _("Unmapped listings")
    header_icon = "link"
    page_length = 20

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        pages = self.pages(self.sums())
        listings = self.described(list(pages["page"]))
        return super().get_context_data(**kwargs) | pages | {"listings": listings}

    def sums(self) -> QuerySet:
        """Lines and net of each listing, of its unmapped paid lines alone."""
        lines: QuerySet = Line.objects.filter(listing__in=items.unmapped(self.user), sku=None, day__isnull=False)
        net = Sum(F("paid_fen") - F("refunded_fen"))
        return (
            lines.order_by().values("listing").annotate(lines=Count("pk"), net_fen=net).order_by("-net_fen", "listing")
        )

    def described(self, sums: list[dict]) -> list[dict[str, Any]]:
        listings = Listing.objects.select_related("shop").in_bulk([row["listing"] for row in sums])
        skus = self.skus() if sums and self.user.has_perm(HAND_IN) else {}
        rows = [row | {"listing": listings[row["listing"]]} for row in sums]
        for row in rows:
            shop = row["listing"].shop
            row |= {"platform": platform_name(shop.platform), "codes": "、".join(filter(None, row["listing"].codes))}
            code = best_code(row["listing"])
            row |= {"code": code, "kind": gettext(code.kind) if code else "", "skus": skus.get(shop.township_id, [])}
            row["may_map"] = shop.township_id in skus
        return rows

    def skus(self) -> dict[int, list[tuple[int, str]]]:
        """(pk, name) of SKUs to choose from, by township that the user works for."""
        found: dict[int, list[tuple[int, str]]] = {
            pk: [] for pk in Township.objects.workable_by(self.user).values_list("pk", flat=True)
        }
        rows = Sku.objects.workable_by(self.user).order_by("product__name", "net_weight_g", "code")
        for pk, code, product, name, township in rows.values_list(
            "pk", "code", "product__name", "name", "product__township_id"
        ):
            found[township].append((pk, f"{joined(product, name)} ({code})"))
        return found
