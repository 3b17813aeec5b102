"""A batch's page: where and when it was picked, its 合格证, its report. It leads no buyer away from a platform."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from products.models import Batch, BuyingWay, ProductPage, SoilClaim
from products.selenium import Proof, claims_for, weigh
from products.showing import is_grown


@require_safe
def batch(request: HttpRequest, code: str) -> HttpResponse:
    """Not for search engines: it is for who holds the box. An unknown code gets a sentence, not an error."""
    rows = Batch.objects.select_related("product", "village__township", "report__limit__standard", "report__picture")
    found = rows.select_related("picture").filter(code=code.lower()).first()
    if found is None:
        return render(request, "products/public/no_batch.html", {"code": code}, status=404)
    return render(request, "products/public/batch.html", context_of(found))


def context_of(batch: Batch) -> dict[str, Any]:
    page = ProductPage.objects.live().public().filter(product=batch.product_id).select_related("picture").first()
    ways = BuyingWay.objects.filter(product=batch.product_id, is_shown=True).select_related("picture")
    return {
        "batch": batch, "product": batch.product, "picture": page.picture if page else None,
        "proof": proof_of(batch), "soil": soil_of(batch), "ways": ways if batch.shows_ways else [],
    }  # fmt: skip


def proof_of(batch: Batch) -> Proof | None:
    """The report, weighed by the same rules as on the product's page; one of another batch proves nothing of this."""
    if batch.report is None:
        return None
    if batch.report.batch.strip() != batch.number.strip():
        return Proof(batch.report, "", _("The report is of another batch, not of this one."))
    return weigh(batch.report, timezone.localdate())


def soil_of(batch: Batch) -> list[SoilClaim]:
    if not is_grown(batch.product):
        return []
    claims = SoilClaim.objects.filter(township=batch.product.township_id).select_related("village", "township")
    return claims_for(claims, [batch.village_id])
