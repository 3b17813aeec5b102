"""人工更正: every correction by hand, in force or undone, to look through and to take away."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from livestreams.sales.corrections import with_lines
from livestreams.sales.models import Correction
from livestreams.sales.models.corrections import CorrectionQuerySet
from livestreams.sales.staff.access import CORRECT
from livestreams.sales.staff.correcting.showing import ShownCorrection, told_correction
from livestreams.sales.staff.lists import FORMATS, download_rows
from livestreams.sales.staff.totals.addresses import address_with
from livestreams.sales.staff.totals.page import SalesPage
from livestreams.sales.times import as_text
from products.platforms import platform_name

PAGE_CORRECTIONS = 50
STATES = {
    "in_force": gettext_lazy("in force"),
    "dormant": gettext_lazy("dormant"),
    "undone": gettext_lazy("undone"),
    "all": gettext_lazy("all"),
}
SEARCHED = ("key", "reason", "by__display_name", "by__username", "shop__nickname", "sku__name", "sku__product__name")


class CorrectionsView(SalesPage):
    """The list; opens on those in force."""

    template_name = "sales/correcting/corrections.html"
    page_title = gettext_lazy("Corrections by hand")
    header_icon = "edit"

    @cached_property
    def state(self) -> str:
        given = self.request.GET.get("state", "")
        return given if given in STATES else "in_force"

    @cached_property
    def words(self) -> list[str]:
        return self.request.GET.get("q", "").split()[:5]

    def corrections(self) -> CorrectionQuerySet:
        found = with_lines(Correction.objects.visible_to(self.user))
        if self.state in ("in_force", "dormant"):
            found = found.in_force().filter(line_pk__isnull=self.state == "dormant")
        elif self.state == "undone":
            found = found.filter(undone_at__isnull=False)
        for word in self.words:
            found = found.filter(self.matching(word))
        return found.select_related("shop", "sku__product", "by", "undone_by").order_by("-pk")

    def matching(self, word: str) -> Q:
        condition = Q()
        for path in SEARCHED:
            condition |= Q(**{f"{path}__icontains": word})
        for slug, name in self.names.known["team"].items():
            if word in name:
                condition |= Q(teams__regex=f"(^|;){slug}:")
        return condition

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The page, or its rows as a file."""
        format = request.GET.get("format")
        if format in FORMATS:
            return download_rows(str(self.page_title), headers(), cells(self.shown(self.corrections())), format)
        return super().get(request, *args, **kwargs)

    def shown(self, corrections: Iterable[Correction]) -> Iterator[ShownCorrection]:
        return (told_correction(each, self.names) for each in corrections)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        page = Paginator(self.corrections(), PAGE_CORRECTIONS).get_page(self.request.GET.get("page"))
        return super().get_context_data(**kwargs) | {
            "page": page,
            "corrections": list(self.shown(page)),
            "state": self.state,
            "states": STATES,
            "q": " ".join(self.words),
            "may_correct": self.user.has_perm(CORRECT),
            "exports": {format: address_with(self.request, format=format, page=None) for format in FORMATS},
            "earlier": address_with(self.request, page=page.number - 1),
            "later": address_with(self.request, page=page.number + 1),
        }


def headers() -> list[str]:
    return [
        _("sub-order"), _("platform"), _("shop"), _("credited teams"), _("SKU"), _("refunded (yuan)"), _("reason"),
        _("corrected by"), _("corrected at"), _("state"), _("undone by"), _("undone at"),
    ]  # fmt: skip


def cells(shown: Iterable[ShownCorrection]) -> Iterator[list[str | float]]:
    for each in shown:
        correction = each.correction
        yield [
            correction.key, platform_name(correction.platform), correction.shop.nickname, each.teams, each.sku,
            each.refunded.replace(",", ""), correction.reason, str(correction.by), as_text(correction.at)[:16],
            each.state_name, str(correction.undone_by or ""),
            as_text(correction.undone_at)[:16] if correction.undone_at else "",
        ]  # fmt: skip
