"""The season board: what ships this week, what comes next, and every product over the twelve months of this year."""

import datetime
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.db.models import Case, F, IntegerField, Min, Q, QuerySet, Value, When
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page

from products.catalogue.cards import Card, Shown, card_of, shown
from products.catalogue.facts import Facts, facts_of
from products.catalogue.shelf import Shelf
from products.catalogue.wish import Wish
from products.days import spoken
from products.models import ProductPage
from products.seasons import Band, Row, YearBar, bar_of

ROWS = 60
"""Products on one page of the year."""
MOST_ABOVE = 48
"""Products in the sections above it; the list has them all."""
NOW, ALL_YEAR, NEXT = range(3)


@dataclass(frozen=True)
class Line:
    """A product over the year: one bar of all its villages, and each village's own words where they differ."""

    card: Card
    bar: YearBar | None
    villages: list[Row]


@dataclass(frozen=True)
class Packs:
    """What of a product ships all year."""

    card: Card
    names: list[str]


def board(catalogue: Page, request: HttpRequest) -> dict[str, Any]:
    """Context of the board. Three queries, whatever the number of products."""
    wish, shelf = Wish.of(request.GET), Shelf(catalogue, timezone.localdate())
    start = (wish.page - 1) * ROWS
    asked = (shelf, catalogue, request)
    above = shown("board", *asked, lambda: first_ranks(shelf), "rank")
    found = shown(("year", wish.page), *asked, lambda: over_the_year(shelf)[start : start + ROWS + 1])
    year = found[:ROWS]
    facts = facts_of({page.product_id for page in [*above, *year]}, shelf, with_packs=True)
    ranked = [(page.rest[0], card_of(page, facts[page.product_id], shelf), page) for page in above]
    return {
        "today": shelf.today,
        "today_words": spoken(shelf.today),
        "now": [card for rank, card, _p in ranked if rank == NOW],
        "all_year": packs(ranked, facts),
        "next": [card for rank, card, _p in ranked if rank == NEXT],
        "lines": [line_of(page, facts[page.product_id], shelf) for page in year],
        "previous": Wish(page=wish.page - 1).address if wish.page > 1 else "",
        "next_page": Wish(page=wish.page + 1).address if len(found) > ROWS else "",
        "canonical_path": "seasons/",
        "part_title": _("Season board"),
        "address": catalogue.get_url(request),
    }


def first_ranks(shelf: Shelf) -> QuerySet[ProductPage]:
    """In season, then what ships all year, then what comes within weeks by its day."""
    ranks = [When(shelf.is_now, then=NOW), When(shelf.is_soon, then=NEXT), When(shelf.is_all_year, then=ALL_YEAR)]
    ranked = shelf.pages().annotate(
        rank=Case(*ranks, default=Value(None), output_field=IntegerField()), first_day=first_day(shelf.today)
    )
    return ranked.exclude(rank=None).order_by("rank", "first_day", "search_key", "pk")[:MOST_ABOVE]


def first_day(after: datetime.date) -> Min:
    """The first day of picking after a day."""
    return Min("product__seasons__picked_from", filter=Q(product__seasons__picked_from__gt=after))


def over_the_year(shelf: Shelf) -> QuerySet[ProductPage]:
    """Every product, in the order in which they are picked this year; of the unknown last."""
    this_year = Q(product__seasons__year=shelf.today.year)
    pages = shelf.pages().annotate(begins=Min("product__seasons__picked_from", filter=this_year))
    return pages.order_by(F("begins").asc(nulls_last=True), "search_key", "pk")


def packs(ranked: list[tuple[int, Card, Shown]], facts: dict[int, Facts]) -> list[Packs]:
    """Whatever ships all year, also of what is in season or comes next."""
    found = [Packs(card, facts[page.product_id].packs) for _rank, card, page in ranked]
    return [each for each in found if each.names]


def line_of(page: Shown, facts: Facts, shelf: Shelf) -> Line:
    year = bar_of(facts.seasons, shelf.today.year, shelf.today)
    several = year.rows if len(year.rows) > 1 else []
    return Line(card_of(page, facts, shelf), folded(year), several)


def folded(year: YearBar) -> YearBar | None:
    """All villages in one row: a stretch that two of them share is drawn once."""
    bands = sorted((band for row in year.rows for band in row.bands), key=lambda band: (band.kind, band.first))
    if not bands:
        return None
    shown = joined(bands)
    name = year.rows[0].name if len(year.rows) == 1 else ""
    row = Row(name, shown, any(band.is_estimate for band in shown), [])
    return YearBar(year.year, [row], year.is_former, year.today_x)


def joined(bands: list[Band]) -> list[Band]:
    """Bands of one kind that touch become one; given by kind and first day, returned in the order of the year."""
    found: list[Band] = []
    for kind, own in groupby(bands, key=lambda band: band.kind):
        for band in own:
            last = found[-1] if found and found[-1].kind == kind else None
            if last and band.first <= last.last + datetime.timedelta(days=1):
                found[-1] = last.joined(band)
            else:
                found.append(band)
    return sorted(found, key=lambda band: band.first)
