"""The product pages of a township on a day, as the catalogue, its board and other pages put them in order."""

import datetime
from collections.abc import Iterable

from django.db.models import Case, Exists, IntegerField, OuterRef, Q, QuerySet, Value, When
from wagtail.models import Page

from products.models import Origin, OriginPart, ProductPage, Season, Sku

SOON = datetime.timedelta(weeks=8)


class Shelf:
    """Every product page below the catalogue's parent that anybody may read, on one day."""

    def __init__(self, catalogue: Page, today: datetime.date) -> None:
        self.root, self.today = catalogue.path[: -Page.steplen], today

    def pages(self) -> QuerySet[ProductPage]:
        """Published and not behind a password of their own. One behind the catalogue's is for whoever passed it."""
        return ProductPage.objects.filter(live=True, path__startswith=self.root, view_restrictions=None)

    @property
    def is_now(self) -> Q:
        """正当季."""
        return Q(product__in=Season.objects.in_season(self.today).order_by().values("product"))

    @property
    def is_soon(self) -> Q:
        return Q(product__in=self.coming().order_by().values("product"))

    def coming(self) -> QuerySet[Season]:
        """Seasons that begin within weeks."""
        return Season.objects.filter(picked_from__gt=self.today, picked_from__lte=self.today + SOON)

    @property
    def is_all_year(self) -> Q:
        """It has a pack that ships in every month."""
        return Q(product__in=Sku.objects.filter(is_seasonal=False, is_shown=True).order_by().values("product"))

    def parts(self, products: Iterable[int] | None = None) -> QuerySet[OriginPart]:
        """The shares of today's origins, of all products or of a few: then no others are looked at."""
        begun = Origin.objects.filter(Q(valid_from=None) | Q(valid_from__lte=self.today))
        newer = begun.filter(product=OuterRef("product"), valid_from__gt=OuterRef("valid_from"))
        newer_than_ever = begun.filter(product=OuterRef("product"), valid_from__isnull=False)
        latest = begun.filter(
            Q(~Exists(newer), valid_from__isnull=False) | Q(~Exists(newer_than_ever), valid_from=None)
        )
        if products is not None:
            latest = latest.filter(product__in=products)
        return OriginPart.objects.filter(origin__in=latest.order_by().values("pk"))

    def ordered(self) -> QuerySet[ProductPage]:
        """In season first, then what comes soon, then the rest by name."""
        ranks = [When(self.is_now, then=Value(0)), When(self.is_soon, then=Value(1))]
        rank = Case(*ranks, default=Value(2), output_field=IntegerField())
        return self.pages().order_by(rank, "search_key", "pk")
