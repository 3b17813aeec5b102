"""The products of sessions and their pictures.

Those of the line-up; without one those that the title names; else what the teams' villages pick on that day.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q
from django.utils import timezone

from livestreams.sessions.models import LineUpItem, Session
from livestreams.teams.models import Team
from media.cards.faces import focus_of
from products.models import OriginPart, Product, ProductPage, Season

MOST_SHOTS = 4


@dataclass(frozen=True)
class Shot:
    """A product's picture on a poster. `file`: its name in the storage."""

    name: str
    file: str
    focus: tuple[float, float] = (0.5, 0.5)
    is_placeholder: bool = False


@dataclass(frozen=True)
class Goods:
    names: tuple[str, ...] = ()
    """Of the whole line-up, in its order."""
    shots: tuple[Shot, ...] = ()


def goods_of(session: Session) -> Goods:
    """Two queries for a line-up, six at most without one."""
    items = LineUpItem.objects.filter(event=session.event_id).select_related("product", "sku__product")
    products = list(dict.fromkeys(item.product for item in items)) if session.event_id else []
    if products:
        return Goods(tuple(product.name for product in products), shots_of(products))
    return Goods((), shots_of(named(session) or in_season(session)))


def shots_of(products: Iterable[Product]) -> tuple[Shot, ...]:
    """Of those products that visitors can read about, in the given order; drafts and people not asked stay out."""
    found = pages_of(products)
    pages = [found[product.pk] for product in products if product.pk in found]
    return tuple(
        Shot(page.product.name, page.picture.file.name, focus_of(page.picture), page.picture.is_placeholder)
        for page in pages if page.picture and page.picture.may_be_published
    )[:MOST_SHOTS]  # fmt: skip


def pages_of(products: Iterable[Product]) -> dict[int, ProductPage]:
    """Published pages that everybody may read, by product (primary key)."""
    pages = ProductPage.objects.live().public().filter(product__in=list(products))
    return {page.product_id: page for page in pages.select_related("product", "picture")}


def named(session: Session) -> list[Product]:
    """In the order of the title; a longer name goes before one that it holds."""
    title, found = session.title, Product.objects.filter(township=session.township_id)
    inside = [product for product in found if product.name in title]
    whole = [each for each in inside if not any(each.name in other.name for other in inside if other != each)]
    return sorted(whole, key=lambda product: title.index(product.name))


def in_season(session: Session) -> list[Product]:
    """What the teams' villages pick on the session's day; of the township, where a team sells for all of it."""
    day = timezone.localdate(session.started_at)
    villages = villages_of(session)
    seasons = Season.objects.in_season(day).filter(product__township=session.township_id)
    if villages:
        grown = OriginPart.objects.filter(village__in=villages).values("origin__product")
        seasons = seasons.filter(Q(village=None, product__in=grown) | Q(village__in=villages))
    return list(Product.objects.filter(pk__in=seasons.values("product")).order_by("slug"))


def villages_of(session: Session) -> set[int]:
    """Primary keys; empty where one of the teams sells for the whole township, or none is known."""
    teams = Team.objects.filter(pk__in=session.shares.values("team"))
    rows = list(teams.values_list("pk", "villages"))
    return set() if any(village is None for _team, village in rows) else {village for _team, village in rows}
