"""The list of products with what the office must see at once: season, report, how old the prices are."""

import datetime
from collections.abc import Iterable
from typing import Any

from django.db.models import Max, Prefetch, QuerySet
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.widgets.button import Button

from products.days import spoken_near
from products.models import OriginPart, Product, Report, Season
from products.selenium import weigh
from products.standing import standing_of

OLD_PRICE = datetime.timedelta(days=30)
"""After which a price is worth another look."""


class ProductIndex(generic.IndexView):
    """Products of the user's townships, each with the state of its facts. Five queries a page."""

    page_kwarg = "p"

    def get_base_queryset(self) -> QuerySet:
        rows = super().get_base_queryset().annotate(priced_on=Max("prices__noted_on"))
        reports = Report.objects.select_related("limit__standard")
        seasons = Season.objects.select_related("village")
        return rows.prefetch_related(Prefetch("reports", queryset=reports), Prefetch("seasons", queryset=seasons))

    def paginate_queryset(self, *args: Any) -> Any:
        """The villages of a page's products, in one query."""
        page = super().paginate_queryset(*args)
        self.parts = parts_on([product.pk for product in page[2]], self.today)
        return page

    @cached_property
    def today(self) -> datetime.date:
        return timezone.localdate()

    @cached_property
    def columns(self) -> list[Column]:
        title = self._get_title_column_class(TitleColumn)
        return [
            title("name", label=_("product"), get_url=self.way_to, sort_key="name"),
            Column("category", label=_("category"), accessor="get_category_display", sort_key="category"),
            Column("villages", label=_("grows in"), accessor=self.villages),
            Column("season", label=_("season"), accessor=self.season),
            Column("report", label=_("test report"), accessor=self.report),
            Column("prices", label=_("price last looked at"), accessor=self.priced, sort_key="priced_on"),
        ]

    def way_to(self, product: Product) -> str | None:
        return self.get_edit_url(product) or self.get_inspect_url(product)

    def villages(self, product: Product) -> str:
        return "、".join(part.village.name for part in self.parts.get(product.pk, ())) or "—"

    def season(self, product: Product) -> str:
        standing = standing_of(product.seasons.all(), self.today)
        words = _(": ").join(filter(None, (standing.badge, standing.sentence)))
        return words or _("no dates for this year yet")

    def report(self, product: Product) -> str:
        proofs = [weigh(report, self.today) for report in product.reports.all()]
        if valid := [proof for proof in proofs if proof.is_valid]:
            last = max(proof.report.valid_until for proof in valid)
            return _("valid until %(day)s") % {"day": spoken_near(last, self.today)}
        return _("none that is valid") if proofs else "—"

    def priced(self, product: Any) -> str:
        if product.priced_on is None:
            return "—"
        days = (self.today - product.priced_on).days
        told = _("%(days)s days ago") % {"days": days} if days > 0 else _("today")
        return _("%(when)s, look again") % {"when": told} if days > OLD_PRICE.days else told

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        from products.staff.sheets.page import sheet_buttons

        return [*sheet_buttons(self.request.user), *super().header_more_buttons]


def parts_on(products: Iterable[int], day: datetime.date) -> dict[int, list[OriginPart]]:
    """Product's primary key → where it grows on a day, the greatest share first. One query."""
    rows = OriginPart.objects.filter(origin__product__in=products).exclude(origin__valid_from__gt=day)
    latest: dict[int, list[OriginPart]] = {}
    for part in sorted(rows.select_related("origin", "village"), key=age_and_share):
        known = latest.get(part.origin.product_id)
        if known and known[0].origin_id == part.origin_id:
            known.append(part)
        else:
            latest[part.origin.product_id] = [part]
    return latest


def age_and_share(part: OriginPart) -> tuple[datetime.date, int, int, int]:
    """The oldest origin first; within it the greatest share."""
    return part.origin.valid_from or datetime.date.min, part.origin_id, -part.percent, part.village_id
