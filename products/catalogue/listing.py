"""The catalogue as a list: what its template shows for a visitor's wish, in three queries however many products."""

import math
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page

from products.catalogue import facets
from products.catalogue.cards import Shown, cards_of, shown
from products.catalogue.facets import Choice, Facets
from products.catalogue.inventory import inventory_of
from products.catalogue.others import others_for
from products.catalogue.shelf import Shelf
from products.catalogue.wish import SORTS, Wish
from products.models import ProductPage

PER_PAGE = 24
NEIGHBOURS = 2
"""Page numbers shown beside the current one."""


@dataclass(frozen=True)
class Pages:
    """The numbers under the list."""

    wish: Wish
    last: int

    @property
    def numbers(self) -> list[tuple[int, Wish]]:
        here, last = self.wish.page, self.last
        shown = {1, last, *range(max(1, here - NEIGHBOURS), min(last, here + NEIGHBOURS) + 1)}
        return [(number, self.wish.but(page=number)) for number in sorted(shown)]

    @property
    def previous(self) -> Wish | None:
        return self.wish.but(page=self.wish.page - 1) if self.wish.page > 1 else None

    @property
    def next(self) -> Wish | None:
        return self.wish.but(page=self.wish.page + 1) if self.wish.page < self.last else None


def listing(catalogue: Page, request: HttpRequest) -> dict[str, Any]:
    """Context of the list and of its part that htmx swaps. A page after the last one is the last one."""
    wish, shelf = Wish.of(request.GET), Shelf(catalogue, timezone.localdate())
    inventory = inventory_of(shelf, request)
    counted = facets.count(inventory, wish)
    last = max(1, math.ceil(counted.total / PER_PAGE))
    wish = wish.but(page=min(wish.page, last))
    start = (wish.page - 1) * PER_PAGE
    wanted = inventory.slice(counted.found, wish.sort, start, start + PER_PAGE)
    return {
        "wish": wish,
        "total": counted.total,
        "cards": cards_of(pages_of(wanted, shelf, catalogue, request), shelf),
        "categories": facets.category_choices(counted, wish),
        "villages": (villages := facets.village_choices(counted, inventory.names, wish)),
        "toggles": toggles(counted, wish),
        "chosen": chosen(wish, villages),
        "sorts": sorts(wish),
        "pages": Pages(wish, last),
        "others": others_for(wish, request),
        "address": catalogue.get_url(request),
    }


def pages_of(wanted: list[int], shelf: Shelf, catalogue: Page, request: HttpRequest) -> list[Shown]:
    """Pages by their primary keys, in that order."""
    if not wanted:
        return []
    pks = tuple(sorted(wanted))
    found = shown(("listed", pks), shelf, catalogue, request, lambda: ProductPage.objects.filter(pk__in=pks))
    return sorted(found, key=lambda page: wanted.index(page.pk))


def toggles(counted: Facets, wish: Wish) -> list[Choice]:
    """In season, with report."""
    return [
        Choice(_("In season"), counted.now, wish.but(season=not wish.season), wish.season),
        Choice(_("With test report"), counted.proven, wish.but(report=not wish.report), wish.report),
    ]


def sorts(wish: Wish) -> list[Choice]:
    labels = {"season": _("What ships first"), "name": _("By name"), "new": _("Newest first")}
    return [Choice(labels[sort], 0, wish.but(sort=sort), wish.sort == sort) for sort in SORTS]


def chosen(wish: Wish, villages: list[Choice]) -> list[Choice]:
    """What narrows the list, each with the wish that drops it."""
    village = next((choice.label for choice in villages if choice.is_chosen), "")
    category = dict(facets.Product.Category.choices).get(wish.category, "")
    told: list[tuple[str, dict[str, Any]]] = [
        (_("“%(words)s”") % {"words": wish.q} if wish.words else "", {"q": ""}),
        (str(category), {"category": ""}),
        (village, {"village": ""}),
        (_("In season") if wish.season else "", {"season": False}),
        (_("With test report") if wish.report else "", {"report": False}),
    ]
    return [Choice(label, 0, wish.but(**without)) for label, without in told if label]
